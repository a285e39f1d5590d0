"""The search as a whole (M1): how many processes are alive, and at which stage."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.process_state import DayToCome
from chalicelib.playbook.step import StepKind
from chalicelib.playbook.step_kinds import STEP_KINDS

if TYPE_CHECKING:
    from chalicelib.playbook.agenda import AgendaItem


class Stage(StrEnum):
    """Where a live process stands. In the order in which a process goes through them."""

    AHEAD = "ahead"  # the interview, or the next round, is still to come
    WAITING = "waiting"  # it is over, and nobody has asked yet
    ASKED = "asked"  # the owner has called or written
    CLOSING = "closing"  # one last word is left
    OFFER = "offer"  # they made an offer, which is to be answered


class ProcessInSearch(Struct, frozen=True, kw_only=True):
    """A live process, represented by its latest open round."""

    process_id: str
    stage: Stage
    interview: Interview
    plan: Plan

    @property
    def is_late(self) -> bool:
        """Whether a decision may be near (M2).

        They have met the owner, in this round or an earlier one, and their answer is still awaited.
        """
        have_met = self.interview.round > 1 or self.plan.day_to_come is DayToCome.NEXT_ROUND
        return self.stage in (Stage.WAITING, Stage.ASKED) or (self.stage is Stage.AHEAD and have_met)


class Search(Struct, frozen=True):
    """All live processes. ``at_least`` is how many the owner wants to keep alive; 0 switches the nudge off (M1)."""

    processes: tuple[ProcessInSearch, ...]
    at_least: int

    @property
    def alive(self) -> int:
        """How many processes are alive."""
        return len(self.processes)

    @property
    def is_thin(self) -> bool:
        """Whether fewer are alive than the owner wants, so that a nudge is due (M1)."""
        return self.alive < self.at_least

    def at(self, stage: Stage) -> int:
        """How many processes are at this stage."""
        return sum(process.stage is stage for process in self.processes)


def search(items: Iterable[AgendaItem], at_least: int) -> Search:
    """The live processes among the open records, each once, represented by its latest round."""
    by_round = sorted(items, key=lambda item: item.interview.round)
    processes = (live_process(item.interview, item.plan) for item in by_round)
    return Search(tuple({live.process_id: live for live in processes if live}.values()), at_least)


def live_process(interview: Interview, plan: Plan) -> ProcessInSearch | None:
    """The live process of a record; None if it has ended, was refused, or only waits to be closed (M1)."""
    if plan.step is None or STEP_KINDS[plan.step.kind].is_process_over:
        return None
    process_id = interview.process_id or interview.id
    return ProcessInSearch(process_id=process_id, stage=stage_of(plan), interview=interview, plan=plan)


def stage_of(plan: Plan) -> Stage:
    """The stage of a process, from its open plan."""
    if plan.day_to_come:
        return Stage.AHEAD
    match plan.step and plan.step.kind:
        case StepKind.CLOSING_QUESTION:
            return Stage.AHEAD
        case StepKind.CLOSING_CONTACT:
            return Stage.CLOSING
        case StepKind.ANSWER_OFFER:
            return Stage.OFFER
        case _:
            return Stage.WAITING if plan.last_contact_on is None else Stage.ASKED
