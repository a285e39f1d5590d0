"""What the owner's own calls do to a course (T, the event table)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from chalicelib.playbook import why
from chalicelib.playbook.closing import closing
from chalicelib.playbook.course import Course, Phase
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.event_kinds import spec_of
from chalicelib.playbook.interview import Outcome

ROW = 3  # calls that ended without a decision or a day, before the closing word (W9)
REASONS_CALLS = 2


def called(course: Course, event: Event) -> Course:
    """A call answers the current step, whatever it is."""
    if course.phase is Phase.ENDED:
        return course
    course = course._replace(is_thanked=True, last_contact_on=event.on)
    if not spec_of(event).is_unanswered:
        course = course._replace(heard_on=event.on, open_letters=())
    return EFFECTS[event.result](course, event)


def told_to_wait(course: Course, event: Event) -> Course:
    """They asked to wait, by call or by mail: ask again the working day after; it is the new B (W3)."""
    due_on = course.days.after(event.on, 5)
    if event.until is not None:
        due_on = max(course.days.after(event.until, 1), course.days.after(event.on, 1))
    if course.phase is Phase.REASONS_CALL:
        return course.enter(Phase.REASONS_CALL, due_on, why.reasons_call_put_off(event.until or event.on))
    if course.is_turned_down:
        return course
    row = _row_after_waiting(course, event)
    if row == ROW:
        return _closing_after_the_row(course, event)
    reason = why.waited_until(event.until) if event.until else why.waited_long_enough()
    course = course._replace(undecided_calls=row, promised_on=event.until)
    return course.enter(Phase.STATUS, due_on, reason, base_on=due_on, is_asked=True, outcome=None)


def _wrong_number(course: Course, event: Event) -> Course:
    """A wrong number is never proposed again (C)."""
    reached = course.reach.to_call
    phone = event.phone or (reached.phone if reached else None)
    after = _unanswered(course, event)
    return after._replace(struck_phones=after.struck_phones | {phone}) if phone else after


def _unanswered(course: Course, event: Event) -> Course:
    return _UNANSWERED[course.phase](course, event)


def _first_unanswered(course: Course, event: Event) -> Course:
    """The one letter follows, or a further call."""
    reason = why.letter_after_call(event.on)
    return course.one_more().enter(Phase.AFTER_CALL, course.due_on, reason, call_on=event.on)


def _follow_up_unanswered(course: Course, event: Event) -> Course:
    if not course.can_call:  # at the second letter: counted, the letter stays
        return course.one_more()
    if _is_early_receipt_call(course, event):
        return course._replace(is_receipt_checked=True)
    return closing(course.one_more(), event, why.closing(course.base_on))


def _closing_unanswered(course: Course, event: Event) -> Course:
    due_on = course.days.after(event.on, 5)
    return course.one_more().enter(Phase.MOVING_ON, due_on, why.closing_unanswered(event.on))


def _reasons_unanswered(course: Course, event: Event) -> Course:
    """Once more, then it has ended (S6)."""
    tried = course.reasons_calls + 1
    if tried == REASONS_CALLS:
        return course.end(Outcome.REFUSAL)
    due_on = course.days.after(event.on, 3)
    return course.enter(Phase.REASONS_CALL, due_on, why.reasons_call_again(event.on), reasons_calls=tried)


def _no_change(course: Course, event: Event) -> Course:
    return course


def _is_early_receipt_call(course: Course, event: Event) -> bool:
    """A receipt call before the day on which the letter is followed up."""
    if course.phase is not Phase.LETTER_OUT or course.letter_sent_on is None or not course.can_call:
        return False
    return not course.is_receipt_checked and event.on < course.follow_up_on(course.letter_sent_on)


def _no_decision(course: Course, event: Event) -> Course:
    """Call again on the agreed day; without a day the follow-up stays, or the row of such calls grows (W8, W9)."""
    if course.phase is Phase.REASONS_CALL:
        return course.end(Outcome.REFUSAL)
    if course.is_turned_down:
        return course
    again_on = event.call_again_on
    if again_on is not None and again_on > event.on:
        return _agreed_on_a_day(course, event, again_on)
    if _is_early_receipt_call(course, event):
        return course._replace(is_receipt_checked=True)
    return _undecided(course, event)


def _agreed_on_a_day(course: Course, event: Event, again_on: date) -> Course:
    due_on = course.days.roll(again_on)
    reasons = (why.agreed(again_on), *((why.day_off(),) if due_on != again_on else ()))
    row = course.undecided_calls if _is_early_receipt_call(course, event) else 0
    return course.enter(Phase.AGREED, due_on, *reasons, base_on=due_on, at=event.call_again_time, undecided_calls=row)


def _undecided(course: Course, event: Event) -> Course:
    """The third such call in a row leads to the closing word; B stays as it was before that call (W9)."""
    row = course.undecided_calls + 1
    if row == ROW:
        return _closing_after_the_row(course, event)
    due_on = course.days.after(event.on, 5)
    reason = why.no_day_agreed(event.on)
    return course.enter(Phase.AGREED, due_on, reason, base_on=due_on, undecided_calls=row)


def _closing_after_the_row(course: Course, event: Event) -> Course:
    """Then the row starts anew (W9)."""
    return closing(course, event, why.closing_after_calls())._replace(undecided_calls=0)


def _row_after_waiting(course: Course, event: Event) -> int:
    """A call that ended with "please wait" and no day belongs to the row; mail is no call (W9)."""
    if event.kind is not EventKind.CALLED or _is_early_receipt_call(course, event):
        return course.undecided_calls
    return course.undecided_calls + 1 if event.until is None else 0


_Effect = Callable[[Course, Event], Course]

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
}
