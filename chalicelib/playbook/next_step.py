"""The timing table (T, the steps): which step of a process is next at an instant, and on which day it is due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from msgspec.structs import replace

from chalicelib.playbook import step_reasons
from chalicelib.playbook.interview_end import is_over
from chalicelib.playbook.process_state import Phase, ProcessState
from chalicelib.playbook.step import Missing, Reason, Step, StepKind
from chalicelib.playbook.working_days import ONE_DAY

THANK_YOU_LAPSES = timedelta(days=5)


def next_step(state: ProcessState, now: datetime) -> Step | None:
    """The one step that is next at ``now`` (in the owner's zone), with a snooze if that moves it; None once ended."""
    step = unsnoozed_step(state, now)
    snooze = state.snooze
    if step is None or snooze is None or (snooze.kind, snooze.due_on) != (step.kind, step.due_on):
        return step
    due_on = _snoozed_day(state, step, snooze.until)
    if due_on == step.due_on:  # it was due later anyway, or cannot wait
        return step
    day_off = (step_reasons.day_off(),) if due_on > max(step.due_on, snooze.until) else ()
    reasons = (*step.reasons, step_reasons.snoozed(snooze.until), *day_off)
    return replace(step, due_on=due_on, snoozed_until=snooze.until, reasons=reasons)


def unsnoozed_step(state: ProcessState, now: datetime) -> Step | None:
    """The step that is next at ``now`` (in the owner's zone), as if nothing had been snoozed; None once ended."""
    if state.phase is Phase.ENDED:
        return None
    step = _AT_PHASE[state.phase](state)
    if state.is_thanked or state.day_to_come or state.phase not in (Phase.STATUS, Phase.MOVING_ON):
        return step
    if not state.is_held and not is_over(state.interview, now):
        return _closing_question(state)
    return step if now.date() > _thank_you_lapses_after(state) else _thank_you(state)


def _snoozed_day(state: ProcessState, step: Step, until: date) -> date:
    """The day of a snoozed step, rolled; not past the interview day, or the last day of the thank-you letter (T)."""
    due_on = max(step.due_on, until)
    if step.kind is StepKind.CLOSING_QUESTION:
        return min(due_on, state.interview.interview_on)
    if step.kind is StepKind.THANK_YOU_LETTER:
        return min(due_on, _thank_you_lapses_after(state))
    return state.days.roll(due_on)


def _thank_you_lapses_after(state: ProcessState) -> date:
    """The last day of the thank-you letter: five days after the interview, or the day before the status step (W2)."""
    return min(state.interview.interview_on + THANK_YOU_LAPSES, state.due_on - ONE_DAY)


def _closing_question(state: ProcessState) -> Step:
    """The reminder on the day before the interview, whatever day that is; recorded later, on the interview day (W1)."""
    interview = state.interview
    due_on = min(max(interview.interview_on - ONE_DAY, interview.dated_on), interview.interview_on)
    answers = (interview.answer_expected_on, interview.answer_channel, interview.may_call)
    reason = step_reasons.closing_question if None in answers else step_reasons.closing_question_again
    return Step(kind=StepKind.CLOSING_QUESTION, due_on=due_on, reasons=(reason(),))


def _thank_you(state: ProcessState) -> Step:
    """The thank-you letter on the day after the interview, whatever day that is (W2)."""
    interview = state.interview
    reasons = [step_reasons.thank_you()]
    if len(state.owed_thanks) > 1:
        reasons.append(step_reasons.thank_each(len(state.unthanked)))
    if interview.answer_expected_on is None:
        reasons.append(step_reasons.thank_you_asks())
    return Step(
        kind=StepKind.THANK_YOU_LETTER,
        due_on=interview.interview_on + ONE_DAY,
        reasons=tuple(reasons),
        missing=None if state.owed_thanks else Missing.ADDRESS,
    )


def _status(state: ProcessState) -> Step:
    """The status call; a letter where calls are unwelcome, or where there is only an address (C, H2)."""
    if state.is_call_welcome and (state.selected_contacts.to_call or not state.selected_contacts.to_write):
        return _call(state, StepKind.STATUS_CALL, state.due_on, *state.reasons)
    reason = step_reasons.no_phone() if state.is_call_welcome else step_reasons.calls_unwelcome()
    return _letter(state, state.due_on, *state.reasons, reason)


def _after_call(state: ProcessState) -> Step:
    """The one letter after an unanswered call, or a further attempt if there is no address; not before B (H5)."""
    called_on = state.call_on or state.due_on
    if state.selected_contacts.to_write:
        due_on = max(state.days.after(called_on, 1), state.base_on)
        return _letter(state, due_on, step_reasons.letter_after_call(called_on))
    pause = state.planning.pacing.days
    due_on = max(state.days.after(called_on, pause), state.base_on)
    reason = step_reasons.further_attempt(called_on, pause)
    if state.is_call_welcome:
        return _call(state, StepKind.STATUS_CALL, due_on, reason)
    return _letter(state, due_on, reason, step_reasons.calls_unwelcome())


def _letter_out(state: ProcessState) -> Step:
    """The step after a status letter (W7, H4).

    - Calls are possible: the receipt call, then the follow-up call; one call settles both if they fall on one day.
    - They are not: the second letter.
    """
    letter_on = state.letter_sent_on or state.due_on
    follow_up_on = state.follow_up_on(letter_on)
    if not state.can_call:
        letter = _letter(state, follow_up_on, step_reasons.second_letter(letter_on))
        return replace(letter, is_second_letter=True)
    if state.is_receipt_checked:
        return _call(state, StepKind.FOLLOW_UP_CALL, follow_up_on, step_reasons.follow_up(letter_on))
    receipt_on = state.days.after(letter_on, 1)
    settles_both = (step_reasons.settles_both(),) if receipt_on == follow_up_on else ()
    return _call(state, StepKind.RECEIPT_CALL, receipt_on, step_reasons.receipt(letter_on), *settles_both)


def _closing(state: ProcessState) -> Step:
    """The closing word by call or by letter; if neither is possible it says which detail is missing (W9, C)."""
    missing = None if state.can_call or state.selected_contacts.to_write else Missing.PHONE
    if missing and not state.is_call_welcome:
        missing = Missing.ADDRESS
    return Step(kind=StepKind.CLOSING_CONTACT, due_on=state.due_on, reasons=state.reasons, missing=missing)


def _call(state: ProcessState, kind: StepKind, due_on: date, *reasons: Reason) -> Step:
    missing = None if state.selected_contacts.to_call else Missing.PHONE
    reasons += _wrong_number(state)
    return Step(
        kind=kind,
        due_on=due_on,
        reasons=reasons,
        at=state.at,
        missing=missing,
        is_for_the_day=kind is StepKind.STATUS_CALL and state.day_to_come is not None,
    )


def _letter(state: ProcessState, due_on: date, *reasons: Reason) -> Step:
    missing = None if state.selected_contacts.to_write else Missing.ADDRESS
    return Step(
        kind=StepKind.STATUS_LETTER,
        due_on=due_on,
        reasons=reasons + _wrong_number(state),
        missing=missing,
        is_for_the_day=state.day_to_come is not None,
    )


def _wrong_number(state: ProcessState) -> tuple[Reason, ...]:
    """The hint to correct the number in the record, if the only usable one was wrong (C)."""
    return (step_reasons.number_was_wrong(),) if state.struck_phones and not state.selected_contacts.to_call else ()


def _agreed(state: ProcessState) -> Step:
    return _call(state, StepKind.AGREED_CALL, state.due_on, *state.reasons)


def _reasons_call(state: ProcessState) -> Step:
    return _call(state, StepKind.REASONS_CALL, state.due_on, *state.reasons)


def _plain(kind: StepKind) -> Callable[[ProcessState], Step]:
    return lambda state: Step(kind=kind, due_on=state.due_on, reasons=state.reasons)


_AT_PHASE: dict[Phase, Callable[[ProcessState], Step]] = {
    Phase.STATUS: _status,
    Phase.AFTER_CALL: _after_call,
    Phase.LETTER_OUT: _letter_out,
    Phase.AGREED: _agreed,
    Phase.CLOSING: _closing,
    Phase.MOVING_ON: _plain(StepKind.MOVE_ON),
    Phase.REASONS_CALL: _reasons_call,
    Phase.REASONS_DEADLINE: _plain(StepKind.REASONS_DEADLINE),
    Phase.OFFER: _plain(StepKind.ANSWER_OFFER),
}
