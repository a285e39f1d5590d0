"""Carry out the action of a link: once, and only on the record as it was when the link was made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress

from chalicelib.errors import AfterwordError, ChangedMeanwhile
from chalicelib.links.action import Action, ActionKind
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.schemas.event_days import check_typed_days
from chalicelib.usecases.link_events import event_of, is_recorded_by
from chalicelib.usecases.owner_context import OwnerContext
from chalicelib.usecases.record_event import add_event, remove_last_event
from chalicelib.usecases.retry_on_conflict import TRIES
from chalicelib.usecases.standing_offers import keep_offer

Inputs = Callable[[], Mapping[str, object]]


class Stale(AfterwordError):
    """The record has changed since the link was made; ``interview`` is the record as it is now."""

    def __init__(self, interview: Interview) -> None:
        super().__init__(interview.id)
        self.interview = interview


def unchanged_record(context: OwnerContext, action: Action) -> Interview:
    """Return the record of a link, unchanged since the link was made. Raises Stale, NotFound."""
    interview = context.interview(action.interview_id or "")
    if interview.version != action.version:
        raise Stale(interview)
    return interview


def record_written_by(context: OwnerContext, action: Action) -> Interview | None:
    """Return the record if this action may be its last write: one write since the link was made. Otherwise None."""
    interview = context.interview(action.interview_id or "")
    return interview if interview.version == (action.version or 0) + 1 else None


def is_recorded(action: Action, interview: Interview) -> bool:
    """Whether the last write of the record is what this link records: the link was pressed before."""
    is_next = interview.version == (action.version or 0) + 1
    return is_next and bool(interview.events) and is_recorded_by(interview.events[-1], action.kind)


def act(context: OwnerContext, action: Action, inputs: Inputs) -> PlannedInterview:
    """Carry out the action, and return the record as written. Of several clicks at once, one acts.

    ``inputs`` is called only once the link is known to be good. Raises Stale, NotFound, ``Invalid`` for inputs that do
    not fit, and ChangedMeanwhile if other writes were quicker on every try.
    """
    for _ in range(TRIES):
        interview = unchanged_record(context, action)
        with suppress(ChangedMeanwhile):
            written = _write(context, action, inputs, interview)
            keep_offer(context, written)
            return written
    raise ChangedMeanwhile


def _write(context: OwnerContext, action: Action, inputs: Inputs, interview: Interview) -> PlannedInterview:
    if action.kind is ActionKind.UNDO:
        return remove_last_event(context, interview)
    sent, plan = inputs(), context.plan(interview)
    event = event_of(action.kind, sent, plan, context.today, context.now)
    check_typed_days(event, interview)
    return add_event(context, event, interview, plan)
