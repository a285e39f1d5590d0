"""The planner: a pure function of a record, its events, what surrounds it, and now."""

from __future__ import annotations

from datetime import date, datetime

from chalicelib.playbook.fold import fold
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.next_step import next_step
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.planning_context import PlanningContext
from chalicelib.playbook.process_state import Phase, ProcessState

# Which rules a stored plan was made by. It goes up by one with every change that may end a record, open one again, or
# move a day: every owner's records are then planned anew before any of them is looked for.
PLAN_VERSION = 1

_FIRST_LETTER = (Phase.STATUS, Phase.AFTER_CALL)


def plan(interview: Interview, planning: PlanningContext, now: datetime) -> Plan:
    """What is next in this process at ``now`` (any zone; the owner's decides the day), and why."""
    now = now.astimezone(planning.zone)
    state = fold(interview, planning)
    return Plan(
        step=next_step(state, now),
        outcome=state.outcome if state.phase is Phase.ENDED else None,
        is_refused=state.is_refused,
        attempts=state.attempts_on(now.date()),
        attempts_used=state.attempts_used,
        selected_contacts=state.selected_contacts,
        is_call_possible=state.can_call,
        letter_sent_on=state.letter_sent_on,
        follow_up_on=state.follow_up_on(state.letter_sent_on) if state.letter_sent_on else None,
        promised_call_on=_promised_call_on(state, now.date()),
        last_contact_on=state.last_contact_on,
        promised_on=state.promised_on,
        silent_since=state.heard_on or interview.interview_on,
    )


def _promised_call_on(state: ProcessState, today: date) -> date | None:
    """The follow-up day of a status letter written today; none if the letter would be the last attempt (W7, H5)."""
    is_repeated = state.phase is Phase.LETTER_OUT and not state.is_receipt_checked
    if not state.can_call or not (is_repeated or state.phase in _FIRST_LETTER):
        return None
    used = state.attempts_used_in_all
    would_be = used if is_repeated or state.is_asked else used + 1
    return state.follow_up_on(today) if would_be < state.planning.pacing.attempts else None
