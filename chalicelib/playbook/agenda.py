"""A day's agenda: what is overdue, what is due today, what comes this week, and who is waiting."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time, timedelta
from enum import StrEnum

from msgspec import Struct

from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.step import Step
from chalicelib.playbook.step_kinds import STEP_KINDS

WEEK = timedelta(days=7)
MOST_ASKED = 2  # interviews at once (W12)


class Section(StrEnum):
    """Where an open interview stands on a day, in the order in which the digest shows the sections."""

    OVERDUE = "overdue"
    TODAY = "today"
    WEEK = "week"
    WAITING = "waiting"


class AgendaItem(Struct, frozen=True):
    """An open interview with its plan, in its section."""

    section: Section
    interview: Interview
    plan: Plan
    step: Step


class Agenda(Struct, frozen=True):
    """Everything that is open on the day ``on`` (owner's zone), the earliest due day first."""

    on: date
    items: tuple[AgendaItem, ...]

    def section(self, section: Section) -> tuple[AgendaItem, ...]:
        """The items of one section, by due day."""
        return tuple(item for item in self.items if item.section is section)

    @property
    def due(self) -> tuple[AgendaItem, ...]:
        """What is to be done now: what is overdue first, then what is due today."""
        return self.section(Section.OVERDUE) + self.section(Section.TODAY)


class AgendaPage(Struct, frozen=True):
    """A part of an agenda; ``next`` is the cursor of the page after it, None on the last one."""

    agenda: Agenda
    next: str | None = None


def agenda(planned: Iterable[tuple[Interview, Plan]], today: date) -> Agenda:
    """The agenda of ``today`` (owner's zone): the open records of ``planned``; this week is the next seven days."""
    items = [
        AgendaItem(section_of(plan.step, today), interview, plan, plan.step)
        for interview, plan in planned
        if plan.step is not None
    ]
    return Agenda(today, tuple(sorted(items, key=lambda item: (item.step.due_on, item.interview.id))))


def section_of(step: Step, today: date) -> Section:
    """The section of a step on a day. The closing question, for eve and interview day alike, is never overdue (W1)."""
    if step.due_on <= today:
        is_overdue = step.due_on < today and not STEP_KINDS[step.kind].is_at_the_interview
        return Section.OVERDUE if is_overdue else Section.TODAY
    return Section.WEEK if step.due_on <= today + WEEK else Section.WAITING


def latest_to_ask(items: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
    """Those of the latest interviews, two at most, about which something is asked; the latest first."""
    asked = [item for item in items if item.plan.questions.are_any]
    asked.sort(key=lambda item: (item.interview.interview_on, item.interview.interview_time or time.max), reverse=True)
    return tuple(asked[:MOST_ASKED])
