"""What one transaction changes in the rounds of a process."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace
from pynamodb.expressions.update import Action
from pynamodb.transactions import TransactWrite

from chalicelib.errors import UnreadableRecord
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import Plan, PlannedInterview
from chalicelib.records.interview_mapping import interview_item, interview_of, record_of
from chalicelib.records.item_keys import interview_key, process_key
from chalicelib.records.processes import Planner, Process
from chalicelib.records.table_items import InterviewItem, PlannedItem, ProcessItem


class WrittenRecord(Struct, frozen=True):
    """A round as a transaction writes it, and its plan."""

    item: InterviewItem
    plan: Plan

    @property
    def planned(self) -> PlannedInterview:
        """The round as stored. Its version is valid once the transaction has succeeded."""
        return PlannedInterview(interview_of(self.item), self.plan)


class ProcessChange:
    """Changes a process in the transaction ``write``: put, count and remove rounds, then call ``settle`` last."""

    def __init__(self, write: TransactWrite, owner_id: str, process: Process) -> None:
        self._write = write
        self._owner_id = owner_id
        self._before = self._after = process
        self._written: set[str] = set()

    def put(self, interview: Interview, plan: Planner) -> WrittenRecord:
        """Write a round at its version, planned with the attempts that the other rounds have used. Raises
        TooManyRounds."""
        written = self.count(self._after.planned(interview, plan))
        self._write.save(written.item)
        return written

    def put_planned(self, planned: PlannedInterview) -> None:
        """Write a round that was planned as part of this process. Raises TooManyRounds."""
        self._write.save(self.count(planned).item)

    def count(self, planned: PlannedInterview) -> WrittenRecord:
        """Count a round that the caller will write, and return it. Raises TooManyRounds."""
        interview = planned.interview
        item = interview_item(self._owner_id, interview, planned.plan, has_rounds=True)
        self._after = self._after.counting(interview.id, planned.plan.attempts_used)
        self._written.add(interview.id)
        return WrittenRecord(item, planned.plan)

    def leave(self, interview_id: str) -> None:
        """Stop counting this round. The caller writes its record."""
        self._after = self._after.without(interview_id)

    def remove(self, interview_id: str, version: int) -> None:
        """Delete a round, which must still be at this version."""
        self.leave(interview_id)
        item = PlannedItem(self._owner_id, interview_key(interview_id))
        self._write.delete(item, condition=InterviewItem.version == version)

    def settle(self, plan: Planner | None = None) -> None:
        """Write the process, and to each other open round the attempts that are used elsewhere; ``plan`` plans it anew.

        When the process is new, the ended rounds are written as well: each round is marked ``has_rounds``.
        """
        is_new = self._before.version is None
        for item in self._others(is_new):
            if (is_new or item.next_step) and not isinstance(record_of(item), UnreadableRecord):
                self._recount(item, plan)
        self._write_process()

    def _others(self, is_new: bool) -> Iterable[InterviewItem]:
        before, after = self._before, self._after
        changed = (key for key in after.attempts if is_new or before.elsewhere(key) != after.elsewhere(key))
        keys = [(self._owner_id, interview_key(key)) for key in changed if key not in self._written]
        return InterviewItem.batch_get(keys, consistent_read=True)

    def _recount(self, item: InterviewItem, plan: Planner | None) -> None:
        round_ = interview_of(item)
        elsewhere = self._after.elsewhere(round_.id)
        actions: list[Action] = [PlannedItem.attempts_elsewhere.set(elsewhere), PlannedItem.has_rounds.set(True)]
        if plan:
            actions += plan_updates(plan(replace(round_, attempts_elsewhere=elsewhere)))
        planned = PlannedItem(self._owner_id, item.item_id)
        self._write.update(planned, actions, condition=InterviewItem.version == item.version)

    def _write_process(self) -> None:
        item = ProcessItem(self._owner_id, process_key(self._after.id), attempts=self._after.attempts)
        if self._after.version:
            item.version = self._after.version
        if self._after.attempts:
            self._write.save(item)
        elif self._after.version:
            self._write.delete(item)


def plan_updates(plan: Plan) -> list[Action]:
    """Return the updates that store what a plan says."""
    step, listed_on = plan.step, plan.listed_on
    return [
        PlannedItem.next_step.set(step.kind) if step else PlannedItem.next_step.remove(),
        PlannedItem.next_due_on.set(listed_on) if listed_on else PlannedItem.next_due_on.remove(),
    ]
