"""Records that come back from a file as they were: id, events and version, and their process with them."""

from __future__ import annotations

from dataclasses import replace

from pynamodb.attributes import NumberAttribute
from pynamodb.transactions import TransactWrite

from chalicelib.errors import ChangedMeanwhile
from chalicelib.playbook.interview import Interview
from chalicelib.records.keys import interview_key, process_key
from chalicelib.records.mapping import interview_item, interview_of
from chalicelib.records.process_change import ProcessChange
from chalicelib.records.processes import Planner, Process, is_alone, stored_process
from chalicelib.records.rounds import UNTOUCHED
from chalicelib.records.table import InterviewItem, ProcessItem
from chalicelib.records.transaction import transaction


class _RestoredItem(InterviewItem):
    """An item whose version is kept, not counted: a round that was changed must not pass for an untouched one."""

    version = NumberAttribute()
    _version_attribute_name = None


def restore(owner_id: str, interview: Interview, plan: Planner) -> Interview:
    """Store a record in exactly the process that it names. Raises ChangedMeanwhile if there is one of its id,
    TooManyRounds, and Contended if somebody was in its way."""
    if InterviewItem.find(owner_id, interview_key(interview.id)):
        raise ChangedMeanwhile(interview.id)
    process = _process(owner_id, interview, plan)
    with transaction() as write:
        if process.version is None and is_alone(interview):
            item = _alone(write, owner_id, interview, plan)
        else:
            change = ProcessChange(write, owner_id, process)
            item = change.count(interview, plan)
            change.settle(plan)
        version = interview.version or UNTOUCHED
        restored = _RestoredItem(**item.attribute_values | {"version": version})
        write.save(restored, condition=InterviewItem.item_id.does_not_exist())
    return replace(interview_of(item), version=version)


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


def _alone(write: TransactWrite, owner_id: str, interview: Interview, plan: Planner) -> InterviewItem:
    """The item of a record in a process of its own; that nobody has joined it is a condition of the transaction."""
    is_nobody_there = ProcessItem.version.does_not_exist()
    write.condition_check(ProcessItem, owner_id, process_key(interview.id), condition=is_nobody_there)
    interview = replace(interview, process_id=interview.id, attempts_elsewhere=0)
    return interview_item(owner_id, interview, plan(interview), has_rounds=False)
