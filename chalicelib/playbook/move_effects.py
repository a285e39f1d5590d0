"""What it does to a process that the day of the interview changes, or is not known any more (T, W13)."""

from __future__ import annotations

from datetime import date

from chalicelib.playbook import step_reasons
from chalicelib.playbook.event import Event
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.moves import with_day
from chalicelib.playbook.planning_context import PlanningContext
from chalicelib.playbook.process_state import DayToCome, Phase, ProcessState
from chalicelib.playbook.status_call_day import base_day
from chalicelib.playbook.step import Reason

DAYS_UNTIL_ASKED = 3  # working days after which the owner asks for the day that was not named (W13)


def beginning(interview: Interview, planning: PlanningContext) -> ProcessState:
    """The state before any event: the status step on the base day B (W3 to W6)."""
    base_on, reasons = base_day(interview, planning)
    return ProcessState(
        interview=interview,
        planning=planning,
        phase=Phase.STATUS,
        due_on=base_on,
        base_on=base_on,
        reasons=reasons,
        promised_on=interview.answer_expected_on,
    )


def interview_moved(state: ProcessState, event: Event) -> ProcessState:
    """Begin anew with the new day, as if it was recorded on the event's day; without a new day, ask for it (W13).

    Attempts stay counted, and wrong numbers struck. It has no effect after the end and while an offer stands.
    """
    later_days = state.later_days[1:] if event.moved_from else state.later_days
    unmoved = state._replace(later_days=later_days)
    if state.phase in (Phase.ENDED, Phase.OFFER):
        return unmoved
    if event.interview_on is None:
        reason = step_reasons.moved_without_a_day(state.interview.interview_on, event.on)
        return ask_for_day(unmoved, event, DayToCome.INTERVIEW, reason)
    if not event.moved_from:  # recorded while an offer stood
        return state
    moved = beginning(with_day(state.interview, state.later_days[0]), state.planning)
    return moved._replace(
        later_days=later_days, counted=state.counted, struck_phones=state.struck_phones, snooze=state.snooze
    )


def ask_for_day(state: ProcessState, event: Event, day: DayToCome, reason: Reason) -> ProcessState:
    """Ask for the day on the third working day, which is the new B; they asked, so it does not count (W13, H5)."""
    due_on: date = state.days.after(event.on, DAYS_UNTIL_ASKED)
    return state.enter(
        Phase.STATUS,
        due_on,
        reason,
        base_on=due_on,
        is_asked=True,
        day_to_come=day,
        is_attempted=False,
        is_refused=False,
        undecided_calls=0,
        open_letters=(),
        letter_sent_on=None,  # it asked for the result, and the next one asks for the day
        heard_on=event.on,
        last_contact_on=event.on,
        promised_on=None,
    )
