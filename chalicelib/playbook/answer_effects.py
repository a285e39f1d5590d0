"""What the employer's answers do to a process, and what may follow a refusal or an offer (T, the event table)."""

from __future__ import annotations

from collections.abc import Callable

from chalicelib.playbook import step_reasons
from chalicelib.playbook.call_effects import told_to_wait
from chalicelib.playbook.event import Event, Result
from chalicelib.playbook.interview import Outcome
from chalicelib.playbook.move_effects import ask_for_day
from chalicelib.playbook.process_state import DayToCome, Phase, ProcessState

TIME_TO_ANSWER = 5  # working days, if they named no day for the answer to their offer (T)


def heard_back(state: ProcessState, event: Event) -> ProcessState:
    """Take their answer: it ends what was waiting for one, and wins over an earlier answer.

    While an offer stands, only another offer or a refusal changes anything (M2).
    """
    if state.phase is Phase.OFFER and event.result not in (Result.OFFER, Result.REFUSAL):
        return state
    state = state._replace(is_held=True, is_thanked=True, heard_on=event.on, last_contact_on=event.on, open_letters=())
    return EFFECTS[event.result](state, event)


def offer_answered(state: ProcessState, outcome: Outcome) -> ProcessState:
    """End the process as the owner answered the offer (M2). It has no effect where no offer is to be answered."""
    return state.end(outcome)._replace(settled_as=outcome) if state.phase is Phase.OFFER else state


def reasons_requested(state: ProcessState, event: Event) -> ProcessState:
    """Wait for the deadline that the employer's law gives; end the process where no law is known (S7).

    It has no effect unless a refusal is recorded, and while an offer stands.
    """
    if not state.is_turned_down:
        return state
    term = state.planning.reasons_term
    if term is None:
        return state.end(state.settled_as)
    due_on = state.days.after(event.on, term)
    return state.enter(Phase.REASONS_DEADLINE, due_on, step_reasons.reasons_deadline(event.on, term))


def reasons_received(state: ProcessState, event: Event) -> ProcessState:
    """End the process, as the reasons of the refusal are known; the answer to an offer after it stays.

    It has no effect unless a refusal is recorded, and while an offer stands.
    """
    return state.end(state.settled_as) if state.is_turned_down else state


def _refusal(state: ProcessState, event: Event) -> ProcessState:
    """Ask for the reasons by phone if they gave none and calls are welcome; otherwise end the process (S6)."""
    state = state._replace(is_refused=True, settled_as=Outcome.REFUSAL, day_to_come=None)
    if event.reasons_given or not state.is_call_welcome:
        return state.end(Outcome.REFUSAL)
    due_on = state.days.after(event.on, 1)
    return state.enter(
        Phase.REASONS_CALL,
        due_on,
        step_reasons.reasons_call(event.on),
        step_reasons.keep_the_contact(),
        reasons_calls=0,
    )


def _offer(state: ProcessState, event: Event) -> ProcessState:
    """Answer the offer by the day that they named, whatever day that is, even after a refusal or another end (M2)."""
    if event.until:
        due_on, reason = event.until, step_reasons.offer_until(event.on, event.until)
    else:
        due_on = state.days.after(event.on, TIME_TO_ANSWER)
        reason = step_reasons.offer_without_a_day(event.on, TIME_TO_ANSWER)
    return state.enter(Phase.OFFER, due_on, reason, undecided_calls=0, day_to_come=None)


def _next_round(state: ProcessState, event: Event) -> ProcessState:
    """End this round, as the next one has its own record; without a day, ask for it (W13)."""
    if event.interview_on is None:
        return ask_for_day(state, event, DayToCome.NEXT_ROUND, step_reasons.invited_without_a_day(event.on))
    return state.end(Outcome.NEXT_ROUND)._replace(is_refused=False, undecided_calls=0)


EFFECTS: dict[Result | None, Callable[[ProcessState, Event], ProcessState]] = {
    Result.OFFER: _offer,
    Result.REFUSAL: _refusal,
    Result.NEXT_ROUND: _next_round,
    Result.TOLD_TO_WAIT: told_to_wait,
}
