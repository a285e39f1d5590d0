"""Records that come back from a file as they were: id, events and version, and their process with them."""

from __future__ import annotations

from msgspec.structs import replace
from pynamodb.expressions.condition import Condition
from pynamodb.transactions import TransactWrite

from chalicelib.errors import ChangedMeanwhile
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.records.interview_mapping import interview_item, interview_of
from chalicelib.records.item_keys import interview_key, process_key
from chalicelib.records.process_change import ProcessChange, WrittenRecord
from chalicelib.records.processes import Planner, Process, alone, is_alone, stored_process
from chalicelib.records.rounds import UNTOUCHED
from chalicelib.records.table_items import AtItsVersion, InterviewItem, ProcessItem
from chalicelib.records.transaction import transaction


class _RestoredItem(AtItsVersion, InterviewItem):
    """A record as it was: a round that was changed must not pass for an untouched one."""


def restore(owner_id: str, interview: Interview, plan: Planner, over_version: int | None) -> PlannedInterview:
    """Store a record in exactly the process that it names, over the one that is there at ``over_version``. Raises
    ChangedMeanwhile if that is not there (None: if there is one), TooManyRounds, and Contended if somebody was in its
    way."""
    there = InterviewItem.find(owner_id, interview_key(interview.id))
    if (there and there.version) != over_version:
        raise ChangedMeanwhile(interview.id)
    process = _process(owner_id, interview, plan)
    with transaction() as write:
        if there and there.has_rounds and there.process_id != process.id:
            left = ProcessChange(write, owner_id, stored_process(owner_id, there.process_id))
            left.leave(interview.id)
            left.settle(plan)
        written = _enlisted(write, owner_id, interview, process, plan)
        version = interview.version or UNTOUCHED
        restored = _RestoredItem(**written.item.attribute_values | {"version": version})
        write.save(restored, condition=_is_as_found(there))
    return PlannedInterview(replace(interview_of(written.item), version=version), written.plan)


def _enlisted(
    write: TransactWrite, owner_id: str, interview: Interview, process: Process, plan: Planner
) -> WrittenRecord:
    """The record, for the caller to write; all else that this takes is in the transaction."""
    if process.version is None and is_alone(interview):
        return _alone(write, owner_id, interview, plan)
    change = ProcessChange(write, owner_id, process)
    written = change.count(process.planned(interview, plan))
    change.settle(plan)
    return written


def _is_as_found(there: InterviewItem | None) -> Condition:
    return InterviewItem.version == there.version if there else InterviewItem.item_id.does_not_exist()


def _process(owner_id: str, interview: Interview, plan: Planner) -> Process:
    """Unlike a new round, which joins the process that a record is in by now, this one goes where it was."""
    process = stored_process(owner_id, interview.process_id or interview.id)
    item = None if process.version or is_alone(interview) else _founder(owner_id, process)
    if item is None or item.process_id != process.id:
        return process
    founder = interview_of(item)
    return process.counting(founder.id, plan(founder).attempts_used)


def _founder(owner_id: str, process: Process) -> InterviewItem | None:
    return InterviewItem.find(owner_id, interview_key(process.id))


def _alone(write: TransactWrite, owner_id: str, interview: Interview, plan: Planner) -> WrittenRecord:
    """A record in a process of its own; that nobody has joined it is a condition of the transaction."""
    is_nobody_there = ProcessItem.version.does_not_exist()
    write.condition_check(ProcessItem, owner_id, process_key(interview.id), condition=is_nobody_there)
    planned = alone(interview, plan)
    return WrittenRecord(interview_item(owner_id, planned.interview, planned.plan, has_rounds=False), planned.plan)
