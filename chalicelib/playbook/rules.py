"""The planner. ``plan`` is its one way in: a pure function of a record with its events, its context, and now."""

from __future__ import annotations

from datetime import date, datetime

from chalicelib.playbook.debriefing import open_questions
from chalicelib.playbook.event import EventKind
from chalicelib.playbook.fold import fold
from chalicelib.playbook.interview import Interview, Outcome
from chalicelib.playbook.next_step import next_step
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.planning_context import PlanningContext
from chalicelib.playbook.process_state import Phase, ProcessState

# Stored with every plan: the version of the rules that made it. Raise it by one with each change that may end a record,
# reopen one or move a day: every owner's records are then planned again before any of them is looked up.
PLAN_VERSION = 3

TIME_TO_WITHDRAW = 5  # working days (D1)

# A letter sent in these phases is the status letter.
_STATUS_LETTER_PHASES = (Phase.STATUS, Phase.AFTER_CALL)


def plan(interview: Interview, planning: PlanningContext, now: datetime) -> Plan:
    """The plan of this process at ``now``: its next step or its end, and why.

    ``now`` may be in any zone; the owner's zone decides which day it is (W10).
    """
    now = now.astimezone(planning.zone)
    state = fold(interview, planning)
    return Plan(
        step=next_step(state, now),
        outcome=state.outcome if state.phase is Phase.ENDED else None,
        is_refused=state.is_refused,
        attempts=state.attempts_on(now.date()),
        attempts_used=state.attempts_used,
        selected_contacts=state.selected_contacts,
        unthanked=state.unthanked,
        is_call_possible=state.can_call,
        letter_sent_on=state.letter_sent_on,
        follow_up_on=state.follow_up_on(state.letter_sent_on) if state.letter_sent_on else None,
        promised_call_on=_promised_call_on(state, now.date()),
        last_contact_on=state.last_contact_on,
        promised_on=state.promised_on,
        day_to_come=state.day_to_come,
        may_move=state.may_move,
        silent_since=state.heard_on or interview.interview_on,
        base_on=state.base_on,
        is_asked=state.is_asked,
        withdraw_until=_withdraw_until(state, now.date()),
        questions=open_questions(state, now),
    )


def _promised_call_on(state: ProcessState, today: date) -> date | None:
    """The day of the follow-up call that a status letter written today may promise (W7).

    None if no call is possible, if a letter would not be the status letter, or if it would be the last attempt (H5).
    """
    is_resent = state.phase is Phase.LETTER_OUT and not state.is_receipt_checked
    if not state.can_call or not (is_resent or state.phase in _STATUS_LETTER_PHASES):
        return None
    used = state.attempts_used_in_all
    attempts = used if is_resent or state.is_asked else used + 1
    return state.follow_up_on(today) if attempts < state.planning.pacing.attempts else None


def _withdraw_until(state: ProcessState, today: date) -> date | None:
    """The last day on which the mail offers to withdraw from the others: the fifth working day after the offer was
    accepted (D1). None if none was, and after that day."""
    if state.phase is not Phase.ENDED or state.outcome is not Outcome.ACCEPTED:
        return None
    accepted_on = max(event.on for event in state.interview.events if event.kind is EventKind.OFFER_ACCEPTED)
    until = state.planning.working_days.after(accepted_on, TIME_TO_WITHDRAW)
    return until if today <= until else None
