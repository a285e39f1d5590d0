"""The timing table (T, the steps): which step is next in a course at an instant, and on which day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from msgspec.structs import replace

from chalicelib.playbook import why
from chalicelib.playbook.course import Course, Phase, day_after, is_over
from chalicelib.playbook.step import Missing, Reason, Step, StepKind
from chalicelib.playbook.working_days import ONE_DAY

THANK_YOU_LAPSES = timedelta(days=5)


def next_step(course: Course, now: datetime) -> Step | None:
    """The one step that is next at ``now`` (in the owner's zone), snoozed if the owner asked and that
    moves it; None once ended."""
    step = unsnoozed_step(course, now)
    snooze = course.snooze
    if step is None or snooze is None or (snooze.kind, snooze.due_on) != (step.kind, step.due_on):
        return step
    due_on = _put_off(course, step, snooze.until)
    if due_on == step.due_on:  # it was further ahead, or could not wait
        return step
    moved = (why.day_off(),) if due_on > max(step.due_on, snooze.until) else ()
    reasons = (*step.reasons, why.snoozed(snooze.until), *moved)
    return replace(step, due_on=due_on, snoozed_until=snooze.until, reasons=reasons)


def unsnoozed_step(course: Course, now: datetime) -> Step | None:
    """The step that is next at ``now``, as if nothing had been put off."""
    if course.phase is Phase.ENDED:
        return None
    step = _AT_PHASE[course.phase](course)
    if course.is_thanked or course.phase not in (Phase.STATUS, Phase.MOVING_ON):
        return step
    if not is_over(course.interview, now):
        return _closing_question(course)
    return step if now.date() > _thank_you_lapses_after(course) else _thank_you(course)


def _put_off(course: Course, step: Step, until: date) -> date:
    due_on = max(step.due_on, until)
    if step.kind is StepKind.CLOSING_QUESTION:
        return min(due_on, course.interview.interview_on)
    if step.kind is StepKind.THANK_YOU_LETTER:
        return min(due_on, _thank_you_lapses_after(course))
    return course.days.roll(due_on)


def _thank_you_lapses_after(course: Course) -> date:
    return min(course.interview.interview_on + THANK_YOU_LAPSES, course.due_on - ONE_DAY)


def _closing_question(course: Course) -> Step:
    interview = course.interview
    due_on = min(max(interview.interview_on - ONE_DAY, interview.dated_on), interview.interview_on)
    said = (interview.answer_expected_on, interview.answer_channel, interview.may_call)
    reason = why.closing_question if None in said else why.closing_question_again
    return Step(kind=StepKind.CLOSING_QUESTION, due_on=due_on, reasons=(reason(interview.interview_on),))


def _thank_you(course: Course) -> Step:
    interview = course.interview
    reasons = [why.thank_you(interview.interview_on)]
    if interview.answer_expected_on is None:
        reasons.append(why.thank_you_asks())
    return Step(
        kind=StepKind.THANK_YOU_LETTER,
        due_on=day_after(interview.interview_on),
        reasons=tuple(reasons),
        missing=None if course.reach.to_write else Missing.ADDRESS,
    )


def _status(course: Course) -> Step:
    """A call if one is possible; a letter where calls are unwelcome, or where there is only an address (C, H2)."""
    if course.is_call_welcome and (course.reach.to_call or not course.reach.to_write):
        return _call(course, StepKind.STATUS_CALL, course.due_on, *course.reasons)
    reason = why.no_phone() if course.is_call_welcome else why.calls_unwelcome()
    return _letter(course, course.due_on, *course.reasons, reason)


def _after_call(course: Course) -> Step:
    """The one letter after an unanswered call on c, or without an address a further attempt; not before B."""
    called_on = course.call_on or course.due_on
    if course.reach.to_write:
        due_on = max(course.days.after(called_on, 1), course.base_on)
        return _letter(course, due_on, why.letter_after_call(called_on))
    pause = course.around.pacing.days
    due_on = max(course.days.after(called_on, pause), course.base_on)
    reason = why.further_attempt(called_on, pause)
    if course.is_call_welcome:
        return _call(course, StepKind.STATUS_CALL, due_on, reason)
    return _letter(course, due_on, reason, why.calls_unwelcome())


def _letter_out(course: Course) -> Step:
    """Receipt check and follow-up call, one call where their days meet; or the second letter (W7, H4)."""
    letter_on = course.letter_sent_on or course.due_on
    follow_up_on = course.follow_up_on(letter_on)
    if not course.can_call:
        letter = _letter(course, follow_up_on, why.second_letter(letter_on))
        return replace(letter, is_second_letter=True)
    if course.is_receipt_checked:
        return _call(course, StepKind.FOLLOW_UP_CALL, follow_up_on, why.follow_up(letter_on))
    receipt_on = course.days.after(letter_on, 1)
    both = (why.settles_both(),) if receipt_on == follow_up_on else ()
    return _call(course, StepKind.RECEIPT_CALL, receipt_on, why.receipt(letter_on), *both)


def _closing(course: Course) -> Step:
    missing = None if course.can_call or course.reach.to_write else Missing.PHONE
    if missing and not course.is_call_welcome:
        missing = Missing.ADDRESS
    return Step(kind=StepKind.CLOSING_CONTACT, due_on=course.due_on, reasons=course.reasons, missing=missing)


def _call(course: Course, kind: StepKind, due_on: date, *reasons: Reason) -> Step:
    missing = None if course.reach.to_call else Missing.PHONE
    return Step(kind=kind, due_on=due_on, reasons=reasons + _wrong_number(course), at=course.at, missing=missing)


def _letter(course: Course, due_on: date, *reasons: Reason) -> Step:
    missing = None if course.reach.to_write else Missing.ADDRESS
    return Step(kind=StepKind.STATUS_LETTER, due_on=due_on, reasons=reasons + _wrong_number(course), missing=missing)


def _wrong_number(course: Course) -> tuple[Reason, ...]:
    """What the owner may mend, if the only number there was is struck (C)."""
    return (why.number_was_wrong(),) if course.struck_phones and not course.reach.to_call else ()


def _agreed(course: Course) -> Step:
    return _call(course, StepKind.AGREED_CALL, course.due_on, *course.reasons)


def _reasons_call(course: Course) -> Step:
    return _call(course, StepKind.REASONS_CALL, course.due_on, *course.reasons)


def _plain(kind: StepKind) -> Callable[[Course], Step]:
    return lambda course: Step(kind=kind, due_on=course.due_on, reasons=course.reasons)


_AT_PHASE: dict[Phase, Callable[[Course], Step]] = {
    Phase.STATUS: _status,
    Phase.AFTER_CALL: _after_call,
    Phase.LETTER_OUT: _letter_out,
    Phase.AGREED: _agreed,
    Phase.CLOSING: _closing,
    Phase.MOVING_ON: _plain(StepKind.MOVE_ON),
    Phase.REASONS_CALL: _reasons_call,
    Phase.REASONS_DEADLINE: _plain(StepKind.REASONS_DEADLINE),
}
