"""Whether a history stays possible when one earlier event of it is changed or taken back (T).

The events are gone through as they were recorded: each one that was recorded after the changed event, and that event
itself, has to be one that could be recorded where it stands. A history from a file may hold what never could; nothing
that was so before is held against a change.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from chalicelib.drafts.event_text import event_text
from chalicelib.playbook.event import Event, EventKind
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.moves import may_take_effect, with_event, without_event
from chalicelib.playbook.step import translatable
from chalicelib.request_errors import Conflict, RequestError
from chalicelib.schemas.event_days import check_days
from chalicelib.usecases.owner_context import OwnerContext
from chalicelib.usecases.record_event import check_state, plan_at


def check_sequence(context: OwnerContext, before: Interview, after: Interview, event: Event) -> None:
    """Raise what was wrong if ``event`` could not be recorded as it is in ``after``, or Conflict if one that was
    recorded later could not be any more."""
    place = before.events.index(event)
    known = _impossible(context, before, place)
    new = [(id_, error) for id_, error in _impossible(context, after, place).items() if id_ not in known]
    if not new:
        return
    id_, error = new[-1]  # the one that was recorded first
    if id_ == event.id:
        raise error
    raise _not_any_more(context, after, id_, error)


def with_moves_renewed(context: OwnerContext, before: Interview, after: Interview, event: Event) -> Interview:
    """The record ``after`` the change of ``event``, with each move that has an effect there now, or none any more."""
    renewed = after
    for place, recorded in enumerate(before.events):
        move = next((one for one in renewed.events if one.id == recorded.id), None)
        if move and recorded.id != event.id and move.kind is EventKind.INTERVIEW_MOVED and move.interview_on:
            was = plan_at(context, recorded, place, before)
            there = renewed.events.index(move)
            now = plan_at(context, move, there, renewed)
            if may_take_effect(was) != may_take_effect(now):
                renewed = with_event(without_event(renewed, move), replace(move, moved_from=None), now, there)
    return renewed


def recorded_before(interview: Interview, place: int) -> Interview:
    """The record as it was before the event at this ``place`` was recorded."""
    while len(interview.events) > place:
        interview = without_event(interview, interview.events[-1])
    return interview


def _impossible(context: OwnerContext, interview: Interview, place: int) -> Mapping[str, RequestError]:
    """What is wrong, by the ids of the events that could not be recorded; of those from a place on, the last first."""
    found: dict[str, RequestError] = {}
    while len(interview.events) > place:
        last = interview.events[-1]
        interview = without_event(interview, last)
        try:
            check_days(last, interview)
            check_state(last, interview, context.plan(interview))
        except RequestError as error:
            found[last.id] = error
    return found


def _not_any_more(context: OwnerContext, interview: Interview, id_: str, error: RequestError) -> Conflict:
    place, later = next((place, one) for place, one in enumerate(interview.events) if one.id == id_)
    faults = [replace(fault, field=f"events[{place}].{fault.field}") for fault in error.faults]
    sentence = translatable("Something that you recorded later could not follow then: “{event}” Take that back first.")
    return Conflict(sentence, faults, event=event_text(later, context.language, interview.contacts))
