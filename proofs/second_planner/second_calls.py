"""What the owner did: calls, letters and thanks, following section T's tables row by row."""

from __future__ import annotations

from datetime import date

from proofs.second_planner.second_model import UNANSWERED, Happening
from proofs.second_planner.second_moves import (
    Verdict,
    agree_on_call,
    closing_or_move_on,
    count_call,
    count_letter,
    end_after_refusal,
    go,
    letter_or_further_call,
    move_on,
    step_at,
    usable_call_day,
    wait_day,
    wait_until,
)
from proofs.second_planner.second_state import Stage, State

CALLS_IN_A_ROW = 3
REASONS_TRIES = 2

# --- calls -----------------------------------------------------------------------------------


def take_call(state: State, event: Happening) -> Verdict:
    if event.result in UNANSWERED:
        _unanswered(state, event)
    elif state.stage is Stage.REASONS_CALL:
        if event.result == "told_to_wait":
            state.due = wait_day(state, event.on, event.until)
        else:
            end_after_refusal(state)
    elif state.stage is not Stage.REASONS_DEADLINE:
        _conversation(state, event)
    return Verdict.TAKEN


def _is_early_receipt_call(state: State, event: Happening, kind: str | None) -> bool:
    if kind != "receipt_call":
        return False
    assert state.letter_on is not None
    return event.on < state.follow_up_day(state.letter_on)


def _strike_wrong_number(state: State, event: Happening) -> None:
    if event.result != "wrong_number":
        return
    contact = state.call_contact
    phone = event.phone or (contact.phone if contact else None)
    if phone:
        state.struck = state.struck | {phone}


def _unanswered(state: State, event: Happening) -> None:
    kind, day, stage = step_at(state, event).kind, event.on, state.stage
    is_early = _is_early_receipt_call(state, event, kind)
    _strike_wrong_number(state, event)
    if kind in ("move_on", "reasons_deadline"):
        return
    if stage is Stage.REASONS_CALL:
        state.reasons_tries += 1
        if state.reasons_tries >= REASONS_TRIES:
            end_after_refusal(state)
        else:
            state.due = state.wd(day, 3)
    elif stage in (Stage.STATUS, Stage.AGREED):  # they asked: not counted
        letter_or_further_call(state, day)
    elif is_early:
        state.receipt_done = True
    else:
        _counted_call(state, kind, day)


def _counted_call(state: State, kind: str | None, day: date) -> None:
    count_call(state)
    if state.stage in (Stage.START, Stage.AFTER_CALL):
        letter_or_further_call(state, day)
    elif state.stage is Stage.CLOSING:
        move_on(state, day)
    elif kind in ("receipt_call", "follow_up_call"):
        closing_or_move_on(state, day)
    elif state.is_used_up():  # at the second letter, which otherwise stays
        move_on(state, day)


def ended_without_decision_or_day(event: Happening) -> bool:
    """Whether a conversation belongs to the row of three (reading 6)."""
    if event.result == "told_to_wait":
        return event.until is None
    return event.result == "arrived" or usable_call_day(event) is None


def _conversation(state: State, event: Happening) -> None:
    is_early = _is_early_receipt_call(state, event, step_at(state, event).kind)
    state.forget_waiting_letters()
    is_without_day = ended_without_decision_or_day(event)
    if is_early and is_without_day and event.result != "told_to_wait":
        state.receipt_done = True
        return
    if not is_early:
        state.undecided_in_row = state.undecided_in_row + 1 if is_without_day else 0
        if state.undecided_in_row >= CALLS_IN_A_ROW:
            state.undecided_in_row = 0
            closing_or_move_on(state, event.on)
            return
    if event.result == "told_to_wait":
        wait_until(state, event)
    else:
        agree_on_call(state, event)


# --- letters ---------------------------------------------------------------------------------


def take_letter(state: State, event: Happening) -> Verdict:
    kind, day, stage = step_at(state, event).kind, event.on, state.stage
    if stage in (Stage.REASONS_CALL, Stage.REASONS_DEADLINE):
        return Verdict.TAKEN
    if kind == "move_on":  # reading 3: neither a status nor a closing letter
        move_on(state, day)
    elif stage is Stage.CLOSING:
        count_letter(state, day).is_last_word = True
        move_on(state, day)
    elif stage is Stage.AGREED:  # reading 42: counted at once
        count_letter(state, day).has_counted = True
    elif kind == "receipt_call":
        state.letter_on = day
        state.snoozed_until = state.snoozed_kind = None  # reading 43
        if state.current_letter is not None:  # reading 7
            state.current_letter.on = day
    elif stage is Stage.AFTER_LETTER:
        letter = count_letter(state, day)
        letter.is_last_word = state.is_used_up()
        closing_or_move_on(state, day)
    else:
        _status_letter(state, day, counts=stage is not Stage.STATUS)
    return Verdict.TAKEN


def _status_letter(state: State, day: date, counts: bool) -> None:
    letter = count_letter(state, day) if counts else None
    if state.is_used_up():
        if letter is not None:
            letter.is_last_word = True
        move_on(state, day)
        return
    state.letter_on, state.current_letter, state.receipt_done = day, letter, False
    go(state, Stage.AFTER_LETTER, None)


def take_thanks(state: State, event: Happening) -> Verdict:
    if step_at(state, event).kind != "thank_you_letter":
        return Verdict.TAKEN
    if event.contact is None:
        state.thanks_done = True
    elif event.contact in state.owed_thanks():
        state.thanked.add(event.contact)
        state.thanks_done = not state.owed_thanks()
    return Verdict.TAKEN
