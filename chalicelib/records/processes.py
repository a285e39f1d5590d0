"""The rounds of one process share their attempts (H5): one item per process counts the attempts of each round.

A process of one round has no such item. It gets one with its second round, and each of its records is marked
``has_rounds``. From then on records and process are written in one transaction, so that the sums stay right.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from chalicelib.errors import AfterwordError
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import Plan, PlannedInterview
from chalicelib.records.interview_mapping import interview_in, record_of
from chalicelib.records.item_keys import interview_key, is_id, process_key
from chalicelib.records.table_items import InterviewItem, ProcessItem

MOST_ROUNDS = 20

Planner = Callable[[Interview], Plan]


class TooManyRounds(AfterwordError):
    """The process has ``MOST_ROUNDS`` records already; nothing was written."""


class Process(Struct, frozen=True):
    """A process: the unanswered attempts of each round, by interview id. ``version`` is None until it is stored."""

    id: str
    attempts: dict[str, int]
    version: int | None = None

    def elsewhere(self, interview_id: str) -> int:
        """The attempts of all other rounds."""
        return sum(self.attempts.values()) - self.attempts.get(interview_id, 0)

    def planned(self, interview: Interview, plan: Planner) -> PlannedInterview:
        """A round of this process, planned with the attempts that the other rounds have used."""
        elsewhere = self.elsewhere(interview.id)
        as_round = replace(interview, process_id=self.id, attempts_elsewhere=elsewhere)
        return PlannedInterview(as_round, plan(as_round))

    def counting(self, interview_id: str, attempts: int) -> Process:
        """The process with this many attempts in this round. Raises TooManyRounds."""
        counted = self.attempts | {interview_id: attempts}
        if len(counted) > MOST_ROUNDS:
            raise TooManyRounds(self.id)
        return replace(self, attempts=counted)

    def without(self, interview_id: str) -> Process:
        """The process without this round."""
        return replace(self, attempts={key: count for key, count in self.attempts.items() if key != interview_id})


def is_in_own_process(interview: Interview) -> bool:
    """Whether the record is in a process of its own."""
    return interview.process_id in ("", interview.id)


def planned_in_own_process(interview: Interview, plan: Planner) -> PlannedInterview:
    """The record, planned in a process of its own."""
    by_itself = replace(interview, process_id=interview.id, attempts_elsewhere=0)
    return PlannedInterview(by_itself, plan(by_itself))


def stored_process(owner_id: str, process_id: str) -> Process:
    """The process of this id; without rounds if none is stored."""
    item = ProcessItem.find(owner_id, process_key(process_id))
    return Process(process_id, item.attempts.attribute_values, item.version) if item else Process(process_id, {})


def process_of(owner_id: str, interview: Interview, plan: Planner) -> Process:
    """The process that a record is in or will join. Its ``process_id`` names a process, or any record in one."""
    found = stored_process(owner_id, interview.process_id or interview.id)
    if found.version or is_in_own_process(interview) or not is_id(found.id):
        return found
    item = InterviewItem.find(owner_id, interview_key(found.id))
    if item is None:
        return found
    named = interview_in(record_of(item))
    return stored_process(owner_id, named.process_id).counting(named.id, plan(named).attempts_used)
