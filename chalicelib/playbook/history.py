"""What an event does (T, the event table): a record's events, folded by their day into a course."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from chalicelib.playbook import answers, calls, letters, why
from chalicelib.playbook.circumstances import Circumstances
from chalicelib.playbook.course import Course, Phase, Snooze
from chalicelib.playbook.event import Event, EventKind
from chalicelib.playbook.event_kinds import spec_of
from chalicelib.playbook.interview import Interview, Outcome
from chalicelib.playbook.persistence import expects_persistence
from chalicelib.playbook.step import Reason
from chalicelib.playbook.steps import unsnoozed_step

USUAL_WAIT, PERSISTENT_WAIT, BACKGROUND_CHECK = 5, 3, 5


def fold(interview: Interview, around: Circumstances) -> Course:
    """The course of a record after all its events, by their day; those of one day as they were recorded."""
    course = _settled_if_exhausted(_beginning(interview, around))
    for event in sorted(interview.events, key=lambda event: event.on):
        course = _after(course, event)
    return course


def _beginning(interview: Interview, around: Circumstances) -> Course:
    """The status step on the base day B (W3 to W6)."""
    base_on, reasons = _base(interview, around)
    return Course(
        interview=interview,
        around=around,
        phase=Phase.STATUS,
        due_on=base_on,
        base_on=base_on,
        reasons=reasons,
        promised_on=interview.answer_expected_on,
    )


def _base(interview: Interview, around: Circumstances) -> tuple[date, tuple[Reason, ...]]:
    promised_on = interview.answer_expected_on
    if promised_on is not None:
        return around.working_days.after(promised_on, 1), (why.answer_promised(promised_on),)
    wait, reasons = _usual_wait(interview)
    if interview.background_check:
        wait, reasons = wait + BACKGROUND_CHECK, (*reasons, why.background_check())
    return around.working_days.after(interview.interview_on, wait), reasons


def _usual_wait(interview: Interview) -> tuple[int, tuple[Reason, ...]]:
    """How many working days to wait with nothing agreed, and why (W4, W5)."""
    is_persistent, is_guess = interview.persistence_expected, interview.persistence_expected is None
    if is_persistent or (is_guess and expects_persistence(interview.position)):
        guess = (why.persistence_is_a_guess(),) if is_guess else ()
        return PERSISTENT_WAIT, (why.persistence(PERSISTENT_WAIT), *guess)
    return USUAL_WAIT, (why.nothing_agreed(USUAL_WAIT),)


def _after(course: Course, event: Event) -> Course:
    """The course after one more event; a snooze ends with the step that it was for."""
    effect = EFFECTS[event.kind]
    if effect is None or _is_too_early(course, event):
        return course
    if event.kind is EventKind.SNOOZED:
        return effect(course, event)
    changed = _settled_if_exhausted(effect(_letters_counted(course, event), event))
    is_snooze_over = changed.snooze is not None and not _same_step(course, changed, event)
    return changed._replace(snooze=None) if is_snooze_over else changed


def _is_too_early(course: Course, event: Event) -> bool:
    """Before the interview day there is nothing to call or thank for, unless they have refused by then."""
    is_early = event.on < course.interview.interview_on and not course.is_turned_down
    return is_early and spec_of(event).is_only_after_the_interview


def _letters_counted(course: Course, event: Event) -> Course:
    """Letters count as unanswered attempts once their follow-up is due with nothing heard (H5)."""
    if not course.open_letters:
        return course
    still_open = tuple(day for day in course.open_letters if course.follow_up_on(day) > event.on)
    counted = course.counted + len(course.open_letters) - len(still_open)
    return course._replace(open_letters=still_open, counted=counted)


def _settled_if_exhausted(course: Course) -> Course:
    """With all attempts used up, only what they asked for may come (H5, W9)."""
    may_go_on = course.is_asked or course.phase not in _ATTEMPTS
    if may_go_on or not course.is_exhausted:
        return course
    since = course.last_contact_on or course.base_on
    allowed = course.around.pacing.attempts
    is_it_elsewhere = course.interview.attempts_elsewhere >= allowed
    reason = why.attempts_used_up_elsewhere(allowed) if is_it_elsewhere else why.attempts_used_up(allowed)
    return course.enter(Phase.MOVING_ON, course.days.after(since, 5), reason)


_ATTEMPTS = (Phase.STATUS, Phase.AFTER_CALL, Phase.LETTER_OUT, Phase.CLOSING)


def _same_step(before: Course, after: Course, event: Event) -> bool:
    recorded_at = event.recorded_at.astimezone(before.around.zone)
    steps = [unsnoozed_step(course, recorded_at) for course in (before, after)]
    was, is_now = ((step.kind, step.due_on) if step else None for step in steps)
    return was == is_now


def _snoozed(course: Course, event: Event) -> Course:
    """Only the step that was next when it was recorded is put off; the latest snooze wins."""
    step = unsnoozed_step(course, event.recorded_at.astimezone(course.around.zone))
    if step is None or event.until is None:
        return course
    return course._replace(snooze=Snooze(event.until, step.kind, step.due_on))


def _thank_you_sent(course: Course, event: Event) -> Course:
    return course._replace(is_thanked=True)


def _ended_by_owner(course: Course, outcome: Outcome) -> Course:
    """A recorded refusal stays what it was."""
    if course.phase is Phase.ENDED:
        return course
    return course.end(Outcome.REFUSAL if course.is_refused else outcome)


# None stands for no effect.
EFFECTS: dict[EventKind, Callable[[Course, Event], Course] | None] = {
    EventKind.THANK_YOU_SENT: _thank_you_sent,
    EventKind.LETTER_SENT: letters.letter_sent,
    EventKind.CALLED: calls.called,
    EventKind.HEARD_BACK: answers.heard_back,
    EventKind.REASONS_REQUESTED: answers.reasons_requested,
    EventKind.REASONS_RECEIVED: answers.reasons_received,
    EventKind.SNOOZED: _snoozed,
    EventKind.WITHDRAWN: lambda course, event: _ended_by_owner(course, Outcome.WITHDRAWN),
    EventKind.CLOSED: lambda course, event: _ended_by_owner(course, Outcome.NO_ANSWER),
    EventKind.NOTE: None,
}
