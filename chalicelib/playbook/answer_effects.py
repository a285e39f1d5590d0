"""What the employer's answers do to a process, and what may follow a refusal (T, the event table)."""

from __future__ import annotations

from collections.abc import Callable

from chalicelib.playbook import step_reasons
from chalicelib.playbook.call_effects import told_to_wait
from chalicelib.playbook.event import Event, Result
from chalicelib.playbook.interview import Outcome
from chalicelib.playbook.process_state import Phase, ProcessState


def heard_back(state: ProcessState, event: Event) -> ProcessState:
    """Take their answer: it ends what was waiting for one, and wins over an earlier answer."""
    state = state._replace(is_thanked=True, heard_on=event.on, last_contact_on=event.on, open_letters=())
    return EFFECTS[event.result](state, event)


def reasons_requested(state: ProcessState, event: Event) -> ProcessState:
    """Wait for the deadline that the employer's law gives; end the process where no law is known (S7).

    It has no effect unless a refusal is recorded.
    """
    if not state.is_refused:
        return state
    term = state.planning.reasons_term
    if term is None:
        return state.end(state.outcome or Outcome.REFUSAL)
    due_on = state.days.after(event.on, term)
    return state.enter(Phase.REASONS_DEADLINE, due_on, step_reasons.reasons_deadline(event.on, term), outcome=None)


def reasons_received(state: ProcessState, event: Event) -> ProcessState:
    """End the process, as the reasons of the refusal are known; an offer or another outcome after it stays.

    It has no effect unless a refusal is recorded.
    """
    return state.end(state.outcome or Outcome.REFUSAL) if state.is_refused else state


def _refusal(state: ProcessState, event: Event) -> ProcessState:
    """Ask for the reasons by phone if they gave none and calls are welcome; otherwise end the process (S6)."""
    state = state._replace(is_refused=True, outcome=None)
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
    return state.end(Outcome.OFFER)


def _next_round(state: ProcessState, event: Event) -> ProcessState:
    return state.end(Outcome.NEXT_ROUND)


EFFECTS: dict[Result | None, Callable[[ProcessState, Event], ProcessState]] = {
    Result.OFFER: _offer,
    Result.REFUSAL: _refusal,
    Result.NEXT_ROUND: _next_round,
    Result.TOLD_TO_WAIT: told_to_wait,
}
