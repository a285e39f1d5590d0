"""What the employer's answers do to a course, and what may follow a refusal (T, the event table)."""

from __future__ import annotations

from collections.abc import Callable

from chalicelib.playbook import why
from chalicelib.playbook.calls import told_to_wait
from chalicelib.playbook.course import Course, Phase
from chalicelib.playbook.event import Event, Result
from chalicelib.playbook.interview import Outcome


def heard_back(course: Course, event: Event) -> Course:
    """Their word ends what was waiting for it; a later word wins over an earlier one."""
    course = course._replace(is_thanked=True, heard_on=event.on, last_contact_on=event.on, open_letters=())
    return EFFECTS[event.result](course, event)


def reasons_requested(course: Course, event: Event) -> Course:
    """A written request: its deadline, where the employer's law gives one; otherwise it has ended (S7)."""
    if not course.is_refused:
        return course
    term = course.around.reasons_term
    if term is None:
        return course.end(course.outcome or Outcome.REFUSAL)
    due_on = course.days.after(event.on, term)
    return course.enter(Phase.REASONS_DEADLINE, due_on, why.reasons_deadline(event.on, term), outcome=None)


def reasons_received(course: Course, event: Event) -> Course:
    """The reasons are known: the refusal is complete; a later offer stays what it is."""
    return course.end(course.outcome or Outcome.REFUSAL) if course.is_refused else course


def _refusal(course: Course, event: Event) -> Course:
    """Without reasons one may ask for them by phone, where calls are welcome (S6)."""
    course = course._replace(is_refused=True, outcome=None)
    if event.reasons_given or not course.is_call_welcome:
        return course.end(Outcome.REFUSAL)
    due_on = course.days.after(event.on, 1)
    return course.enter(Phase.REASONS_CALL, due_on, why.reasons_call(event.on), why.keep_the_contact(), reasons_calls=0)


def _offer(course: Course, event: Event) -> Course:
    return course.end(Outcome.OFFER)


def _next_round(course: Course, event: Event) -> Course:
    return course.end(Outcome.NEXT_ROUND)


EFFECTS: dict[Result | None, Callable[[Course, Event], Course]] = {
    Result.OFFER: _offer,
    Result.REFUSAL: _refusal,
    Result.NEXT_ROUND: _next_round,
    Result.TOLD_TO_WAIT: told_to_wait,
}
