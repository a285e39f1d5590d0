"""What a letter sent does to a course: by the phase it is the status letter, its repetition, or the last word (T)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from chalicelib.playbook import step_reasons
from chalicelib.playbook.closing import closing
from chalicelib.playbook.event import Event
from chalicelib.playbook.process_state import Phase, ProcessState


def letter_sent(state: ProcessState, event: Event) -> ProcessState:
    """A letter is the status letter, its repetition, the follow-up, or the last word: by the phase."""
    if state.phase not in _EFFECTS:
        return state
    state = state._replace(is_thanked=True, last_contact_on=event.on)
    return _EFFECTS[state.phase](state, event)


def _status_letter(state: ProcessState, event: Event) -> ProcessState:
    """It is the status letter, before B too; one that they asked for does not count (H5)."""
    state = state._replace(open_letters=_with(state, event, is_counted=not state.is_asked))
    return _letter_out(state, event)


def _letter_out(state: ProcessState, event: Event) -> ProcessState:
    return state.enter(
        Phase.LETTER_OUT,
        state.due_on,
        step_reasons.receipt(event.on),
        letter_sent_on=event.on,
        is_receipt_checked=False,
    )


def _letter_at_letter_out(state: ProcessState, event: Event) -> ProcessState:
    """At the receipt call it is sent again: its day moves, and it counts once. Later it is the follow-up.

    What it promises begins anew, even on the same day: a snooze of the former receipt call does not hold it up.
    """
    if state.can_call and not state.is_receipt_checked:
        moved = tuple(event.on if day == state.letter_sent_on else day for day in state.open_letters)
        return _letter_out(state._replace(open_letters=moved, snooze=None), event)
    state = state._replace(open_letters=_with(state, event))
    return closing(state, event, step_reasons.closing(state.base_on))


def _letter_beside_the_call(state: ProcessState, event: Event) -> ProcessState:
    """No follow-up will come for it, so it counts at once; the agreed call stays."""
    return state._replace(counted=state.counted + 1)


def _last_letter(state: ProcessState, event: Event) -> ProcessState:
    """A closing letter counts; one more at ``move_on`` only puts the end off."""
    letters = _with(state, event, is_counted=state.phase is Phase.CLOSING)
    due_on = state.days.after(event.on, 5)
    return state._replace(open_letters=letters).enter(
        Phase.MOVING_ON, due_on, step_reasons.closing_unanswered(event.on)
    )


def _with(state: ProcessState, event: Event, is_counted: bool = True) -> tuple[date, ...]:
    return (*state.open_letters, event.on) if is_counted else state.open_letters


_EFFECTS: dict[Phase, Callable[[ProcessState, Event], ProcessState]] = {
    Phase.STATUS: _status_letter,
    Phase.AFTER_CALL: _status_letter,
    Phase.LETTER_OUT: _letter_at_letter_out,
    Phase.AGREED: _letter_beside_the_call,
    Phase.CLOSING: _last_letter,
    Phase.MOVING_ON: _last_letter,
}
