"""What a letter sent does to a course: by the phase it is the status letter, its repetition, or the last word (T)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from chalicelib.playbook import why
from chalicelib.playbook.closing import closing
from chalicelib.playbook.course import Course, Phase
from chalicelib.playbook.event import Event


def letter_sent(course: Course, event: Event) -> Course:
    """A letter is the status letter, its repetition, the follow-up, or the last word: by the phase."""
    if course.phase not in _EFFECTS:
        return course
    course = course._replace(is_thanked=True, last_contact_on=event.on)
    return _EFFECTS[course.phase](course, event)


def _status_letter(course: Course, event: Event) -> Course:
    """It is the status letter, before B too; one that they asked for does not count (H5)."""
    course = course._replace(open_letters=_with(course, event, is_counted=not course.is_asked))
    return _letter_out(course, event)


def _letter_out(course: Course, event: Event) -> Course:
    return course.enter(
        Phase.LETTER_OUT, course.due_on, why.receipt(event.on), letter_sent_on=event.on, is_receipt_checked=False
    )


def _letter_at_letter_out(course: Course, event: Event) -> Course:
    """At the receipt call it is sent again: its day moves, and it counts once. Later it is the follow-up.

    What it promises begins anew, even on the same day: a snooze of the former receipt call does not hold it up.
    """
    if course.can_call and not course.is_receipt_checked:
        moved = tuple(event.on if day == course.letter_sent_on else day for day in course.open_letters)
        return _letter_out(course._replace(open_letters=moved, snooze=None), event)
    course = course._replace(open_letters=_with(course, event))
    return closing(course, event, why.closing(course.base_on))


def _letter_beside_the_call(course: Course, event: Event) -> Course:
    """No follow-up will come for it, so it counts at once; the agreed call stays."""
    return course._replace(counted=course.counted + 1)


def _last_letter(course: Course, event: Event) -> Course:
    """A closing letter counts; one more at ``move_on`` only puts the end off."""
    letters = _with(course, event, is_counted=course.phase is Phase.CLOSING)
    due_on = course.days.after(event.on, 5)
    return course._replace(open_letters=letters).enter(Phase.MOVING_ON, due_on, why.closing_unanswered(event.on))


def _with(course: Course, event: Event, is_counted: bool = True) -> tuple[date, ...]:
    return (*course.open_letters, event.on) if is_counted else course.open_letters


_EFFECTS: dict[Phase, Callable[[Course, Event], Course]] = {
    Phase.STATUS: _status_letter,
    Phase.AFTER_CALL: _status_letter,
    Phase.LETTER_OUT: _letter_at_letter_out,
    Phase.AGREED: _letter_beside_the_call,
    Phase.CLOSING: _last_letter,
    Phase.MOVING_ON: _last_letter,
}
