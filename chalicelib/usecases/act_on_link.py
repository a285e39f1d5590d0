"""Carry out the action of a link: once, and only on the record as it was when the link was made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress

from msgspec.structs import replace

from chalicelib.errors import AfterwordError, ChangedMeanwhile
from chalicelib.links.action import ACTIONS, Action, ActionKind
from chalicelib.links.action_links import link_id
from chalicelib.playbook.debriefing import missing_answers
from chalicelib.playbook.event import Event, EventKind
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.schemas.event_days import check_typed_days
from chalicelib.usecases.debrief import debrief_note
from chalicelib.usecases.link_events import event_of, is_recorded_by
from chalicelib.usecases.owner_context import OwnerContext
from chalicelib.usecases.record_event import add_event, remove_last_event
from chalicelib.usecases.retry_on_conflict import TRIES

Inputs = Callable[[], Mapping[str, object]]


class Stale(AfterwordError):
    """The record has changed since the link was made; ``interview`` is the record as it is now."""

    def __init__(self, interview: Interview) -> None:
        super().__init__(interview.id)
        self.interview = interview


def unchanged_record(context: OwnerContext, action: Action) -> Interview:
    """Return the record of a link, unchanged since the link was made; the thanks to one of several people may follow
    those to the others. The questions after an interview are answered once all is known (W12). Raises Stale, NotFound.
    """
    interview = context.interview(action.interview_id or "")
    is_changed = interview.version != action.version and not _are_others_thanked_since(context, action, interview)
    is_answered = ACTIONS[action.kind].is_debrief and not missing_answers(interview).are_any
    if is_changed or is_answered:
        raise Stale(interview)
    return interview


def _are_others_thanked_since(context: OwnerContext, action: Action, interview: Interview) -> bool:
    """Whether nothing was recorded since the link was made but thanks to others, and its own are still owed (C4)."""
    changes = interview.version - (action.version or 0)
    if action.contact is None or changes <= 0:
        return False
    events = interview.events[-changes:]
    are_all_thanks = all(event.kind is EventKind.THANK_YOU_SENT and event.contact for event in events)
    is_owed = any(contact.id == action.contact for contact in context.plan(interview).unthanked)
    return len(events) == changes and are_all_thanks and is_owed


def is_its_doing(action: Action, interview: Interview) -> bool:
    """Whether the record is as this very link left it: its event is the last one, or the one that it undoes is gone."""
    if action.kind is ActionKind.UNDO:
        is_next = interview.version == (action.version or 0) + 1
        return is_next and all(event.id != action.undoes for event in interview.events)
    return bool(interview.events) and interview.events[-1].id == link_id(action)


def is_recorded(action: Action, interview: Interview) -> bool:
    """Whether the last write of the record is what this link records, whoever recorded it.

    Of a link with a note of its own only what it recorded itself is that. The thanks to one person may lie further
    back.
    """
    if ACTIONS[action.kind].note:
        return is_its_doing(action, interview)
    if action.contact:
        return any(event.contact == action.contact for event in interview.events)
    is_next = interview.version == (action.version or 0) + 1
    return is_next and bool(interview.events) and is_recorded_by(interview.events[-1], action.kind)


def event_to_undo(context: OwnerContext, action: Action) -> Event:
    """Return the event that an undo takes back: the last one, and the one that the link was made for.

    Raises Stale, NotFound.
    """
    interview = unchanged_record(context, action)
    if not interview.events or interview.events[-1].id != action.undoes:
        raise Stale(interview)
    return interview.events[-1]


def act(context: OwnerContext, action: Action, inputs: Inputs) -> PlannedInterview:
    """Carry out the action, and return the record as written. Of several clicks at once, one acts.

    ``inputs`` is called only once the link is known to be good. Raises Stale, NotFound, ``Invalid`` for inputs that do
    not fit, and ChangedMeanwhile if other writes were quicker on every try.
    """
    for _ in range(TRIES):
        interview = unchanged_record(context, action)
        with suppress(ChangedMeanwhile):
            return _write(context, action, inputs, interview)
    raise ChangedMeanwhile


def _write(context: OwnerContext, action: Action, inputs: Inputs, interview: Interview) -> PlannedInterview:
    if action.kind is ActionKind.UNDO:
        event_to_undo(context, action)
        return remove_last_event(context, interview)
    sent, plan = inputs(), context.plan(interview)
    is_debrief = ACTIONS[action.kind].is_debrief
    said = debrief_note(context, interview, sent) if is_debrief else event_of(action, sent, plan, context)
    event = replace(said, id=link_id(action))
    check_typed_days(event, interview)
    return add_event(context, event, interview, plan)
