"""The record of the next round that an earlier event opened, when that event is changed or taken back (M4).

Undo's rule holds: a record goes with its event only if the event opened it, and if it was never changed since.
"""

from __future__ import annotations

from msgspec.structs import replace

from chalicelib.errors import NotFound
from chalicelib.playbook.event import Event, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.moves import with_events
from chalicelib.playbook.next_round import is_opened_by, next_round_record
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.playbook.step import translatable
from chalicelib.records.rounds import FIRST_VERSION
from chalicelib.request_errors import Conflict, Fault
from chalicelib.schemas.ids import new_id
from chalicelib.usecases.owner_context import OwnerContext


def goes_with_its_event(context: OwnerContext, interview: Interview, event: Event) -> bool | None:
    """Whether the record that an event opened goes with it; None if it opened none that is still there."""
    try:
        following = context.interview(event.next_interview_id) if event.next_interview_id else None
    except NotFound:
        return None
    if following is None:
        return None
    return following.version == FIRST_VERSION and is_opened_by(event, interview, following)


def opens_another(event: Event, changed: Event) -> bool:
    """Whether the changed event opens a record that ``event`` did not open: of a day that it did not name."""
    return _opens_one(changed) and not (event.next_interview_id and _is_same_round(event, changed))


def check_opening(context: OwnerContext, interview: Interview, event: Event, changed: Event) -> None:
    """Raise Conflict if another record would be opened while the first one stays: its day is changed there."""
    if opens_another(event, changed) and goes_with_its_event(context, interview, event) is False:
        sentence = translatable("The record of the next round has been changed since. Change its day there.")
        raise Conflict(sentence, [Fault("interview_on", "is kept in the record of the next round")])


def naming_its_round(event: Event, changed: Event) -> Event:
    """The changed event; it names the record that ``event`` opened only if it still says that."""
    return changed if _is_same_round(event, changed) else replace(changed, next_interview_id=None)


def save_with_rounds(
    context: OwnerContext, after: Interview, event: Event, changed: Event | None = None
) -> PlannedInterview:
    """Store the record ``after`` its ``event`` was ``changed``, or taken back, and what that opens or removes.

    Raises ChangedMeanwhile.
    """
    interviews = context.services.interviews
    if changed and opens_another(event, changed):
        return _save_with_another(context, after, event, changed)
    if event.next_interview_id and not (changed and _is_same_round(event, changed)):
        return interviews.close_next_round(context.owner, after, event, context.now)
    return interviews.save(context.owner, after, context.now)


def _save_with_another(context: OwnerContext, after: Interview, event: Event, changed: Event) -> PlannedInterview:
    interviews = context.services.interviews
    recorded = next(one for one in after.events if one.id == changed.id)
    opened = next_round_record(after, recorded, new_id(context.now), context.today, recorded.recorded_at)
    ended = with_events(after, recorded, replace(recorded, next_interview_id=opened.id))
    if event.next_interview_id:
        return interviews.close_next_round(context.owner, ended, event, context.now, opened)
    return interviews.open_next_round(context.owner, ended, opened, context.now)[0]


def _opens_one(event: Event) -> bool:
    return event.result is Result.NEXT_ROUND and event.interview_on is not None


def _is_same_round(event: Event, changed: Event) -> bool:
    """Whether both tell of a next round on the same day, at the same hour."""
    days = [(one.result, one.interview_on, one.interview_time) for one in (event, changed)]
    return days[0] == days[1] and changed.result is Result.NEXT_ROUND
