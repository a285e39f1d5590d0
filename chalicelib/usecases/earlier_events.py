"""Change one event of a record, or take it back, wherever it stands among the others: all is planned anew (T).

``changed_record`` and ``record_without`` say what the record would be; nothing is stored by them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from chalicelib.errors import NotFound
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.moves import with_event, with_events, without_event
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.schemas.contact_ids import check_contact
from chalicelib.usecases.event_sequence import check_sequence, recorded_before, with_moves_renewed
from chalicelib.usecases.opened_rounds import check_opening, naming_its_round, save_with_rounds
from chalicelib.usecases.owner_context import OwnerContext
from chalicelib.usecases.record_event import plan_at, with_called_phone
from chalicelib.usecases.retry_on_conflict import VersionCheck, any_version, change_with_retries

MakeEvent = Callable[[Event, Interview], Event]  # the changed event, from what it is and its record


def event_of(interview: Interview, event_id: str) -> Event:
    """The event of a record. Raises NotFound, whoever else may have one of this id."""
    found = next((event for event in interview.events if event.id == event_id), None)
    if found is None:
        raise NotFound(event_id)
    return found


def change_event(
    context: OwnerContext, interview_id: str, event_id: str, make: MakeEvent, check: VersionCheck = any_version
) -> PlannedInterview:
    """Store the record with what ``make`` makes of one of its events; nothing is written if that is the same.

    Raises NotFound, Conflict, ``Invalid``, and what ``make`` and ``check`` raise.
    """

    def write(interview: Interview) -> PlannedInterview:
        event = event_of(interview, event_id)
        changed = make(event, interview)
        if changed == event:
            return context.planned(interview)
        return save_with_rounds(context, changed_record(context, interview, event, changed), event, changed)

    return change_with_retries(context, interview_id, write, check)


def take_back(
    context: OwnerContext, interview_id: str, event_id: str, check: VersionCheck = any_version
) -> PlannedInterview:
    """Store the record without one of its events. The next round that it opened is removed if it was never changed.

    Raises NotFound, Conflict, and what ``check`` raises.
    """

    def write(interview: Interview) -> PlannedInterview:
        event = event_of(interview, event_id)
        return save_with_rounds(context, record_without(context, interview, event), event)

    return change_with_retries(context, interview_id, write, check, is_made=partial(_is_gone, event_id))


def record_without(context: OwnerContext, interview: Interview, event: Event) -> Interview:
    """The record without one of its events: a move brings the day back that it replaced, and answers that were written
    down go with their note. Raises Conflict if what was recorded later could not follow any more."""
    after = with_moves_renewed(context, interview, without_event(interview, event), event)
    check_sequence(context, interview, after, event)
    return after


def changed_record(context: OwnerContext, interview: Interview, event: Event, changed: Event) -> Interview:
    """The record with one of its events changed, which keeps its place among those that were recorded.

    Raises Conflict and ``Invalid`` as if it were recorded where it stands, and Conflict if what was recorded later
    could not follow any more.
    """
    if changed.contact != event.contact:
        check_contact(changed.contact, interview.contacts)
    check_opening(context, interview, event, changed)
    anew = _placed_anew(context, interview, event, naming_its_round(event, changed))
    after = with_moves_renewed(context, interview, anew, event)
    check_sequence(context, interview, after, event)
    return after


def _placed_anew(context: OwnerContext, interview: Interview, event: Event, changed: Event) -> Interview:
    """The record with the changed event in its place; what the other gave to the record goes, unless it is the same."""
    if _gives_the_same(event, changed):
        return with_events(interview, event, changed)
    place = interview.events.index(event)
    if changed.result is Result.WRONG_NUMBER and event.result is not Result.WRONG_NUMBER:
        changed = with_called_phone(changed, context.plan(recorded_before(interview, place)))
    without = without_event(interview, event)
    there = plan_at(context, changed, place, without)
    return with_event(without, replace(changed, moved_from=None), there, place)


def _gives_the_same(event: Event, changed: Event) -> bool:
    """Whether both give the record the same: the answers that were written down, or the day of a move."""
    is_same_deed = (changed.kind, changed.result) == (event.kind, event.result)
    days = [(one.on, one.interview_on, one.interview_time) for one in (event, changed)]
    return is_same_deed and (event.kind is not EventKind.INTERVIEW_MOVED or days[0] == days[1])


def _is_gone(event_id: str, before: Interview, interview: Interview) -> bool:
    """Whether the event was there, and is gone: this very change was made, and its answer was lost."""
    ids = [{event.id for event in record.events} for record in (before, interview)]
    return event_id in ids[0] and event_id not in ids[1]
