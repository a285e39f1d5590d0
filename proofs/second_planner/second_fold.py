"""What an event does: where each kind goes, what they said, and what the owner decided."""

from __future__ import annotations

from datetime import date

from proofs.second_planner.second_calls import take_call, take_letter, take_thanks
from proofs.second_planner.second_model import CALL_RESULTS, HEARD_RESULTS, KINDS, Happening
from proofs.second_planner.second_moves import Verdict, end, end_after_refusal, go, step_at, wait_day, wait_until
from proofs.second_planner.second_state import Stage, State, answer_date_if_after, first_base

STILL_TAKEN_AT_THE_END = frozenset({"heard_back", "reasons_requested", "reasons_received"})
NO_EFFECT_AT_AN_OFFER = frozenset({"called", "letter_sent", "thank_you_sent", "snoozed", "interview_moved"})


def apply(state: State, event: Happening) -> Verdict:
    """Fold one event into the state; a refused event changes nothing."""
    state.let_letters_count(event.on)
    before = step_at(state, event)
    verdict = _take(state, event)
    if event.kind != "snoozed" and step_at(state, event) != before:
        state.snoozed_until = state.snoozed_kind = None
    return verdict


def is_complete(event: Happening) -> bool:
    """Whether the event carries what its kind cannot do without (reading 34)."""
    if event.kind == "called":
        return event.result in CALL_RESULTS
    if event.kind == "heard_back":
        return event.result in HEARD_RESULTS
    if event.kind == "snoozed":
        return event.until is not None
    return event.kind in KINDS


def _take(state: State, event: Happening) -> Verdict:
    if not is_complete(event):
        return Verdict.REFUSED
    if event.kind == "note":
        return Verdict.TAKEN
    if state.stage is Stage.ENDED and event.kind not in STILL_TAKEN_AT_THE_END:
        return Verdict.REFUSED
    if state.stage is Stage.OFFER and event.kind in NO_EFFECT_AT_AN_OFFER:
        return Verdict.TAKEN
    if is_before_the_interview(state, event):
        return Verdict.TAKEN
    handlers = {
        "called": take_call,
        "letter_sent": take_letter,
        "thank_you_sent": take_thanks,
        "heard_back": _heard_back,
        "reasons_requested": _reasons,
        "reasons_received": _reasons,
        "snoozed": _snoozed,
        "withdrawn": _withdrawn_or_closed,
        "closed": _withdrawn_or_closed,
        "offer_accepted": _offer_answered,
        "offer_declined": _offer_answered,
        "interview_moved": _interview_moved,
    }
    return handlers[event.kind](state, event)


def is_before_the_interview(state: State, event: Happening) -> bool:
    """Calls, letters, thanks and told_to_wait before the interview day do nothing; later they show it is over.

    While the day is open there is no interview day to be before (reading 8), and after a refusal there will be none
    (reading 12).
    """
    by_owner = event.kind in ("called", "letter_sent", "thank_you_sent")
    if not by_owner and not (event.kind == "heard_back" and event.result == "told_to_wait"):
        return False
    is_turned_down = state.stage in (Stage.REASONS_CALL, Stage.REASONS_DEADLINE) or state.outcome == "refusal"
    if state.day_is_open or is_turned_down:
        return False
    if event.on < state.interview_on:
        return True
    state.shown_over = True
    return False


# --- what they said --------------------------------------------------------------------------


def _heard_back(state: State, event: Happening) -> Verdict:
    if event.result == "refusal":
        _refused(state, event)
    elif event.result == "offer":
        state.forget_waiting_letters()
        state.undecided_in_row = 0
        state.day_is_open = False  # reading 44
        go(state, Stage.OFFER, event.until or state.wd(event.on, 5))
    elif state.stage is Stage.OFFER:
        pass  # told_to_wait; a next round, whose own record opens if it has a day
    elif event.result == "next_round":
        state.is_refused = False  # reading 9
        if event.interview_on is not None:
            state.forget_waiting_letters()
            state.undecided_in_row = 0  # reading 6
            end(state, "next_round")
        else:
            _leave_day_open(state, event.on)
    elif not state.is_refused:
        state.forget_waiting_letters()
        wait_until(state, event)
    elif state.stage is Stage.REASONS_CALL:
        state.due = wait_day(state, event.on, event.until)
    return Verdict.TAKEN


def _refused(state: State, event: Happening) -> None:
    state.forget_waiting_letters()
    state.is_refused, state.end_that_stays = True, "refusal"
    state.reasons_tries = state.undecided_in_row = 0
    state.day_is_open = False  # reading 44
    if event.reasons_given or not state.calls_welcome:
        end(state, "refusal")
    else:
        go(state, Stage.REASONS_CALL, state.wd(event.on, 1))


def _leave_day_open(state: State, heard_on: date) -> None:
    """An invitation or a move without a day: the status step asks for it, and is not counted."""
    state.forget_waiting_letters()
    state.day_is_open, state.attempt_in_the_way, state.undecided_in_row = True, False, 0
    state.base, state.asks_for_day = state.wd(heard_on, 3), True
    go(state, Stage.STATUS, state.base)


def _interview_moved(state: State, event: Happening) -> Verdict:
    if state.attempt_in_the_way and not state.day_is_open:
        return Verdict.REFUSED
    state.is_refused = False  # reading 10
    if event.interview_on is None:
        _leave_day_open(state, event.on)
        return Verdict.TAKEN
    state.forget_waiting_letters()
    state.interview_on, state.interview_time = event.interview_on, event.interview_time
    state.dated_on = event.on
    state.answer_on = answer_date_if_after(state.answer_on, event.interview_on)
    state.base = first_base(state.facts, state.world, state.interview_on, state.answer_on)
    state.day_is_open = state.attempt_in_the_way = state.shown_over = state.thanks_done = False
    state.thanked, state.undecided_in_row = set(), 0
    go(state, Stage.START, None)
    return Verdict.TAKEN


# --- the owner's decisions, reasons, snoozes -------------------------------------------------


def _reasons(state: State, event: Happening) -> Verdict:
    if not state.is_refused:
        return Verdict.REFUSED
    if state.stage is Stage.OFFER:
        return Verdict.TAKEN
    if event.kind == "reasons_requested" and state.world.reasons_term is not None:
        go(state, Stage.REASONS_DEADLINE, state.wd(event.on, state.world.reasons_term))
        return Verdict.TAKEN
    return end_after_refusal(state)


def _snoozed(state: State, event: Happening) -> Verdict:
    state.snoozed_until, state.snoozed_kind = event.until, step_at(state, event).kind
    return Verdict.TAKEN


def _withdrawn_or_closed(state: State, event: Happening) -> Verdict:
    if state.stage is Stage.OFFER:
        state.end_that_stays = "withdrawn" if event.kind == "withdrawn" else "declined"
        return end(state, state.end_that_stays)
    if state.is_refused:
        return end_after_refusal(state)
    return end(state, "withdrawn" if event.kind == "withdrawn" else "no_answer")


def _offer_answered(state: State, event: Happening) -> Verdict:
    if state.stage is not Stage.OFFER:
        return Verdict.REFUSED
    state.end_that_stays = "accepted" if event.kind == "offer_accepted" else "declined"
    return end(state, state.end_that_stays)
