"""Records that come back from a file as they were, with id, events, version and process."""

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
from chalicelib.records.processes import Planner, Process, is_in_own_process, planned_in_own_process, stored_process
from chalicelib.records.rounds import FIRST_VERSION
from chalicelib.records.table import KeepsVersion
from chalicelib.records.table_items import InterviewItem, ProcessItem
from chalicelib.records.transaction import transaction


class _RestoredInterview(KeepsVersion, InterviewItem):
    """An item that keeps its version when it is stored: a round that was changed must not pass for an untouched one."""


def restore(owner_id: str, interview: Interview, plan: Planner, over_version: int | None) -> PlannedInterview:
    """Store a record in exactly the process that it names, over the one at ``over_version`` (None: as a new one).

    Raises ChangedMeanwhile if another version is stored, TooManyRounds, and TransactionConflict if another write was
    in the way.
    """
    stored = InterviewItem.find(owner_id, interview_key(interview.id))
    if (stored and stored.version) != over_version:
        raise ChangedMeanwhile(interview.id)
    process = _process(owner_id, interview, plan)
    with transaction() as write:
        if stored and stored.has_rounds and stored.process_id != process.id:
            left = ProcessChange(write, owner_id, stored_process(owner_id, stored.process_id))
            left.leave(interview.id)
            left.settle(plan)
        written = _enlist_process(write, owner_id, interview, process, plan)
        version = interview.version or FIRST_VERSION
        restored = _RestoredInterview(**written.item.attribute_values | {"version": version})
        write.save(restored, condition=_is_unchanged(stored))
    return PlannedInterview(replace(interview_of(written.item), version=version), written.plan)


def _enlist_process(
    write: TransactWrite, owner_id: str, interview: Interview, process: Process, plan: Planner
) -> WrittenRecord:
    """Enlist all but the record itself in the transaction. Return the record, for the caller to write."""
    if process.version is None and is_in_own_process(interview):
        return _alone(write, owner_id, interview, plan)
    change = ProcessChange(write, owner_id, process)
    written = change.count(process.planned(interview, plan))
    change.settle(plan)
    return written


def _is_unchanged(stored: InterviewItem | None) -> Condition:
    return InterviewItem.version == stored.version if stored else InterviewItem.item_id.does_not_exist()


def _process(owner_id: str, interview: Interview, plan: Planner) -> Process:
    """The process that the record names. A new round would instead join the process that the named record is in by now
    (``process_of``)."""
    process = stored_process(owner_id, interview.process_id or interview.id)
    item = None if process.version or is_in_own_process(interview) else _first_round(owner_id, process)
    if item is None or item.process_id != process.id:
        return process
    first_round = interview_of(item)
    return process.counting(first_round.id, plan(first_round).attempts_used)


def _first_round(owner_id: str, process: Process) -> InterviewItem | None:
    return InterviewItem.find(owner_id, interview_key(process.id))


def _alone(write: TransactWrite, owner_id: str, interview: Interview, plan: Planner) -> WrittenRecord:
    """A record in a process of its own. The transaction fails if another record has joined that process."""
    is_single_round = ProcessItem.version.does_not_exist()
    write.condition_check(ProcessItem, owner_id, process_key(interview.id), condition=is_single_round)
    planned = planned_in_own_process(interview, plan)
    return WrittenRecord(interview_item(owner_id, planned.interview, planned.plan, has_rounds=False), planned.plan)
