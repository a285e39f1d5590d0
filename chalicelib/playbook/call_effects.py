"""What the owner's calls do to a process (T, the event table)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from chalicelib.playbook import step_reasons
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.event_kinds import spec_of
from chalicelib.playbook.interview import Outcome
from chalicelib.playbook.process_state import Phase, ProcessState

UNDECIDED_CALLS_IN_A_ROW = 3  # calls that ended without a decision or a day, before the closing word (W9)
REASONS_CALLS = 2  # unanswered calls about the reasons, before the process ends (S6)


def call_effect(state: ProcessState, event: Event) -> ProcessState:
    """Take a call as the answer to the current step, whatever that is. It has no effect after the end, and while an
    offer stands."""
    if state.phase in (Phase.ENDED, Phase.OFFER):
        return state
    state = state._replace(is_held=True, is_thanked=True, last_contact_on=event.on)
    if not spec_of(event).is_unanswered:
        state = state._replace(heard_on=event.on, open_letters=())
    return EFFECTS[event.result](state, event)


def told_to_wait(state: ProcessState, event: Event) -> ProcessState:
    """Wait as they asked, by call or by mail (W3).

    - At the reasons call: that call is put off (S6).
    - Elsewhere after a refusal: no other effect.
    - The third undecided call in a row: the closing word is next (W9).
    - Otherwise, also after the end: the status step is next. Its day is the new B, and it does not count (H5).
    """
    due_on = _day_after_waiting(state, event)
    if state.phase is Phase.REASONS_CALL:
        return state.enter(Phase.REASONS_CALL, due_on, step_reasons.reasons_call_put_off(event.until or event.on))
    if state.is_turned_down:
        return state
    in_a_row = _undecided_calls_after_waiting(state, event)
    if in_a_row == UNDECIDED_CALLS_IN_A_ROW:
        return _closing_after_undecided_calls(state, event)
    reason = step_reasons.waited_until(event.until) if event.until else step_reasons.waited_long_enough()
    state = state._replace(undecided_calls=in_a_row, promised_on=event.until)
    return state.enter(Phase.STATUS, due_on, reason, base_on=due_on, is_asked=True)


def _day_after_waiting(state: ProcessState, event: Event) -> date:
    """The working day after the day that they named, and after the event; without one, the fifth after the event."""
    if event.until is None:
        return state.days.after(event.on, 5)
    return max(state.days.after(event.until, 1), state.days.after(event.on, 1))


def _wrong_number(state: ProcessState, event: Event) -> ProcessState:
    """Strike the number, so that it is never proposed again (C)."""
    called = state.selected_contacts.to_call
    phone = event.phone or (called.phone if called else None)
    after = _unanswered(state, event)
    return after._replace(struck_phones=after.struck_phones | {phone}) if phone else after


def _unanswered(state: ProcessState, event: Event) -> ProcessState:
    return _UNANSWERED[state.phase](state, event)


def _first_unanswered(state: ProcessState, event: Event) -> ProcessState:
    """Send one letter next, or call again where there is no address (H5)."""
    reason = step_reasons.letter_after_call(event.on)
    return state.with_one_more_attempt().enter(Phase.AFTER_CALL, state.due_on, reason, call_on=event.on)


def _follow_up_unanswered(state: ProcessState, event: Event) -> ProcessState:
    if not state.can_call:  # at the second letter: counted, the letter stays
        return state.with_one_more_attempt()
    if _is_early_receipt_call(state, event):
        return state._replace(is_receipt_checked=True)
    return state.with_one_more_attempt().enter_closing(event.on, step_reasons.closing(state.base_on))


def _closing_unanswered(state: ProcessState, event: Event) -> ProcessState:
    due_on = state.days.after(event.on, 5)
    return state.with_one_more_attempt().enter(Phase.MOVING_ON, due_on, step_reasons.closing_unanswered(event.on))


def _reasons_unanswered(state: ProcessState, event: Event) -> ProcessState:
    """Call once more, then end the process (S6)."""
    calls = state.reasons_calls + 1
    if calls == REASONS_CALLS:
        return state.end(Outcome.REFUSAL)
    due_on = state.days.after(event.on, 3)
    return state.enter(Phase.REASONS_CALL, due_on, step_reasons.reasons_call_again(event.on), reasons_calls=calls)


def _no_change(state: ProcessState, event: Event) -> ProcessState:
    return state


def _is_early_receipt_call(state: ProcessState, event: Event) -> bool:
    """Whether the call is a receipt call before the day of the letter's follow-up (W7)."""
    if state.phase is not Phase.LETTER_OUT or state.letter_sent_on is None or not state.can_call:
        return False
    return not state.is_receipt_checked and event.on < state.follow_up_on(state.letter_sent_on)


def _no_decision(state: ProcessState, event: Event) -> ProcessState:
    """Call again, as no decision has been made yet; a letter that has arrived is no decision either.

    - On the agreed day, if it is after the call (W8).
    - Without a day, at an early receipt call: the follow-up of the letter stays (W7).
    - Without a day, at any other call: after a pause, or close after the third such call in a row (W9).
    - At the reasons call: the process ends (S6). Elsewhere after a refusal: no other effect.
    """
    if state.phase is Phase.REASONS_CALL:
        return state.end(Outcome.REFUSAL)
    if state.is_turned_down:
        return state
    again_on = event.call_again_on
    if again_on is not None and again_on > event.on:
        return _agreed_on_a_day(state, event, again_on)
    if _is_early_receipt_call(state, event):
        return state._replace(is_receipt_checked=True)
    return _undecided(state, event)


def _agreed_on_a_day(state: ProcessState, event: Event, again_on: date) -> ProcessState:
    """Call on the agreed day, rolled (W8). The undecided calls start anew, except at an early receipt call (W9)."""
    due_on = state.days.roll(again_on)
    reasons = (step_reasons.agreed(again_on), *((step_reasons.day_off(),) if due_on != again_on else ()))
    in_a_row = state.undecided_calls if _is_early_receipt_call(state, event) else 0
    state = state._replace(undecided_calls=in_a_row)
    return state.enter(Phase.AGREED, due_on, *reasons, base_on=due_on, at=event.call_again_time)


def _undecided(state: ProcessState, event: Event) -> ProcessState:
    """Call again on the fifth working day; the third such call in a row leads to the closing word (W8, W9).

    The closing word is counted from B as it was before that call.
    """
    in_a_row = state.undecided_calls + 1
    if in_a_row == UNDECIDED_CALLS_IN_A_ROW:
        return _closing_after_undecided_calls(state, event)
    due_on = state.days.after(event.on, 5)
    reason = step_reasons.no_day_agreed(event.on)
    return state.enter(Phase.AGREED, due_on, reason, base_on=due_on, undecided_calls=in_a_row)


def _closing_after_undecided_calls(state: ProcessState, event: Event) -> ProcessState:
    """Enter the closing word, and count such calls anew (W9)."""
    return state.enter_closing(event.on, step_reasons.closing_after_calls())._replace(undecided_calls=0)


def _undecided_calls_after_waiting(state: ProcessState, event: Event) -> int:
    """The undecided calls in a row, now that they asked the owner to wait (W9).

    - By mail, or in an early receipt call: as many as before.
    - In another call: one more if they named no day, none if they did.
    """
    if event.kind is not EventKind.CALLED or _is_early_receipt_call(state, event):
        return state.undecided_calls
    return state.undecided_calls + 1 if event.until is None else 0


_Effect = Callable[[ProcessState, Event], ProcessState]

_UNANSWERED: dict[Phase, _Effect] = {
    Phase.STATUS: _first_unanswered,
    Phase.AFTER_CALL: _first_unanswered,
    Phase.AGREED: _first_unanswered,
    Phase.LETTER_OUT: _follow_up_unanswered,
    Phase.CLOSING: _closing_unanswered,
    Phase.MOVING_ON: _no_change,
    Phase.REASONS_CALL: _reasons_unanswered,
    Phase.REASONS_DEADLINE: _no_change,
}

EFFECTS: dict[Result | None, _Effect] = {
    Result.NO_ANSWER: _unanswered,
    Result.VOICEMAIL: _unanswered,
    Result.WRONG_NUMBER: _wrong_number,
    Result.NO_DECISION: _no_decision,
    Result.TOLD_TO_WAIT: told_to_wait,
    Result.ARRIVED: _no_decision,
}
