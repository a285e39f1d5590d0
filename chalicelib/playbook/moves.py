"""Adding events to a record, and taking them back: a move of the interview changes the record's own day (T), and what
was written down after it gives the record its answers (W12).

Each move keeps the day that it replaced (``moved_from``). In the order of their days, the moves are a chain: what one
of them set is what the next one replaced, and what the last one set is the record's own day, which the owner may
correct.
"""

from __future__ import annotations

from msgspec.structs import replace

from chalicelib.playbook.debriefing import with_debrief, without_debrief
from chalicelib.playbook.event import Event, EventKind
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_day import InterviewDay
from chalicelib.playbook.plan import Plan


def in_order(events: tuple[Event, ...]) -> list[Event]:
    """The events in the order of their days; those of one day as they were recorded (T)."""
    return sorted(events, key=lambda event: event.on)


def with_day(interview: Interview, day: InterviewDay) -> Interview:
    """The record with another day of its interview."""
    return replace(
        interview,
        interview_on=day.interview_on,
        interview_time=day.interview_time,
        dated_on=day.dated_on,
        answer_expected_on=day.answer_expected_on,
    )


def day_of(interview: Interview) -> InterviewDay:
    """The day of the interview as the record has it now."""
    return InterviewDay(
        interview_on=interview.interview_on,
        interview_time=interview.interview_time,
        dated_on=interview.dated_on,
        answer_expected_on=interview.answer_expected_on,
    )


def days_set(interview: Interview) -> tuple[InterviewDay, ...]:
    """The days of the interview one after the other: the one before any move, then the one that each move set."""
    replaced = (event.moved_from for event in in_order(interview.events) if event.moved_from)
    return (*replaced, day_of(interview))


def with_event(interview: Interview, event: Event, plan: Plan, place: int | None = None) -> Interview:
    """The record with one more event; ``plan`` is its plan where the event stands among the others.

    ``place`` is its place among the events as they were recorded, the last one unless it is said. A move that has an
    effect there gives the record its new day: after an end, and while an offer stands, it has none.
    """
    interview = with_debrief(interview, event.debrief) if event.debrief else interview
    recorded = _with(interview, event, len(interview.events) if place is None else place)
    if event.kind is not EventKind.INTERVIEW_MOVED or event.interview_on is None or not may_take_effect(plan):
        return recorded
    following = _next_move(recorded, event)
    before = following.moved_from if following and following.moved_from else day_of(interview)
    after = before.moved_to(event.interview_on, event.interview_time, event.on)
    linked = _with_link(recorded, following, after)
    return with_events(linked, event, replace(event, moved_from=before))


def may_take_effect(plan: Plan) -> bool:
    """Whether a move has an effect at this plan of the record (T)."""
    return plan.is_open and not plan.is_offered


def without_event(interview: Interview, event: Event) -> Interview:
    """The record without one of its events; without a move it has its old day back, and without what was written down
    after the interview its questions are open again."""
    interview = without_debrief(interview, event.debrief) if event.debrief else interview
    following = _next_move(interview, event)
    before = _with_link(interview, following, event.moved_from) if event.moved_from else interview
    return with_events(before, event)


def with_events(interview: Interview, event: Event, *instead: Event) -> Interview:
    """The record with other events, or none, in the place of one of its own. Nothing else of it changes."""
    events = [other for one in interview.events for other in (instead if one is event else (one,))]
    return replace(interview, events=tuple(events))


def _with(interview: Interview, event: Event, place: int) -> Interview:
    return replace(interview, events=(*interview.events[:place], event, *interview.events[place:]))


def _next_move(interview: Interview, event: Event) -> Event | None:
    """The move that comes after an event of the record."""
    events = in_order(interview.events)
    place = next(index for index, other in enumerate(events) if other is event)
    return next((move for move in events[place + 1 :] if move.moved_from), None)


def _with_link(interview: Interview, following: Event | None, day: InterviewDay) -> Interview:
    """The record in which ``following`` replaced ``day``; if there is no such move, it is the record's own."""
    if following is None:
        return with_day(interview, day)
    return with_events(interview, following, replace(following, moved_from=day))
