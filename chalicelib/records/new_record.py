"""A new record: first planned, then stored, by itself or in the process that it joins."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace
from pynamodb.transactions import TransactWrite

from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.records.interview_mapping import interview_item
from chalicelib.records.process_change import ProcessChange
from chalicelib.records.processes import Planner, Process, is_in_own_process, planned_in_own_process, process_of
from chalicelib.records.rounds import FIRST_VERSION


class NewRecord(Struct, frozen=True):
    """A new record as it will be stored, with its plan. ``process`` is the process of several rounds that it joins, as
    it was read; None for a record by itself."""

    planned: PlannedInterview
    process: Process | None = None

    @property
    def stored(self) -> PlannedInterview:
        """The record as it will be once it is stored: at its first version."""
        return PlannedInterview(replace(self.planned.interview, version=FIRST_VERSION), self.planned.plan)


def new_record(owner_id: str, interview: Interview, plan: Planner) -> NewRecord:
    """Plan a new record, in the process that it names if it names one."""
    if is_in_own_process(interview):
        return NewRecord(planned_in_own_process(interview, plan))
    process = process_of(owner_id, interview, plan)
    return NewRecord(process.planned(interview, plan), process)


def add_to_transaction(write: TransactWrite, owner_id: str, entrant: NewRecord, plan: Planner) -> None:
    """Write a new record and the process that it joins; ``plan`` plans the other rounds anew. Raises TooManyRounds."""
    planned = entrant.planned
    if entrant.process is None:
        write.save(interview_item(owner_id, planned.interview, planned.plan, has_rounds=False))
        return
    change = ProcessChange(write, owner_id, entrant.process)
    change.put_planned(planned)
    change.settle(plan)
