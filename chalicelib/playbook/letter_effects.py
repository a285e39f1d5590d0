"""What a sent letter does to a process (T, the event table)."""

from __future__ import annotations

from collections.abc import Callable

from chalicelib.playbook import step_reasons
from chalicelib.playbook.event import Event
from chalicelib.playbook.process_state import Phase, ProcessState


def letter_sent(state: ProcessState, event: Event) -> ProcessState:
    """Take a letter as what the phase makes of it: the status letter, its repetition, the follow-up or the last word.

    It has no effect after a refusal or the end, and while an offer stands.
    """
    if state.phase not in _EFFECTS:
        return state
    state = state._replace(is_held=True, is_thanked=True, last_contact_on=event.on)
    return _EFFECTS[state.phase](state, event)


def _status_letter(state: ProcessState, event: Event) -> ProcessState:
    """Take it as the status letter, before B too; one that they asked for does not count (H5)."""
    return _wait_for_receipt(state if state.is_asked else state.with_open_letter(event.on), event)


def _wait_for_receipt(state: ProcessState, event: Event) -> ProcessState:
    return state.enter(
        Phase.LETTER_OUT,
        state.due_on,
        step_reasons.receipt(event.on),
        letter_sent_on=event.on,
        is_receipt_checked=False,
    )


def _letter_after_letter(state: ProcessState, event: Event) -> ProcessState:
    """Take it as the status letter sent again at the receipt call, later as the follow-up.

    Sent again, its day moves and it still counts once. What it promises starts anew, even on the same day, so a snooze
    of the former receipt call ends.
    """
    if state.can_call and not state.is_receipt_checked:
        moved = tuple(event.on if day == state.letter_sent_on else day for day in state.open_letters)
        return _wait_for_receipt(state._replace(open_letters=moved, snooze=None), event)
    return state.with_open_letter(event.on).enter_closing(event.on, step_reasons.closing(state.base_on))


def _letter_before_agreed_call(state: ProcessState, event: Event) -> ProcessState:
    """Count it at once, since no follow-up will come for it; the agreed call stays."""
    return state._replace(counted=state.counted + 1, is_attempted=True)


def _last_letter(state: ProcessState, event: Event) -> ProcessState:
    """Count a closing letter; another one at ``move_on`` only puts the end off."""
    state = state.with_open_letter(event.on) if state.phase is Phase.CLOSING else state
    due_on = state.days.after(event.on, 5)
    return state.enter(Phase.MOVING_ON, due_on, step_reasons.closing_unanswered(event.on))


_EFFECTS: dict[Phase, Callable[[ProcessState, Event], ProcessState]] = {
    Phase.STATUS: _status_letter,
    Phase.AFTER_CALL: _status_letter,
    Phase.LETTER_OUT: _letter_after_letter,
    Phase.AGREED: _letter_before_agreed_call,
    Phase.CLOSING: _last_letter,
    Phase.MOVING_ON: _last_letter,
}
