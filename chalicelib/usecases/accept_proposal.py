"""Record what was proposed: once, however often it is accepted; and take it back as long as nothing has followed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import partial

from msgspec.structs import replace

from chalicelib.capture.fitting_values import sendable
from chalicelib.capture.found import ProposalKind
from chalicelib.capture.proposal import Proposal
from chalicelib.capture.record_time import day_and_hour
from chalicelib.errors import NotFound, RepeatedRequest, UnreadableRecord
from chalicelib.links.action import ACTIONS, ActionKind
from chalicelib.playbook.event import LONGEST_NOTE, Event, EventKind, Result
from chalicelib.playbook.event_kinds import matching_specs
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.playbook.step import translatable
from chalicelib.records.idempotency_store import RequestKey
from chalicelib.records.proposals import RETENTION, Accepted
from chalicelib.schemas.contact_fields import FLAT_PREFIX
from chalicelib.schemas.event_fields import read_event
from chalicelib.schemas.interview_fields import new_interview, read_interview
from chalicelib.usecases.change_interview import remove
from chalicelib.usecases.owner_context import OwnerContext
from chalicelib.usecases.record_event import add_event, undo_if
from chalicelib.usecases.record_interview import add_once
from chalicelib.usecases.retry_on_conflict import change_with_retries

_FACTS = ("place", "meeting_url", "interview_minutes", "format")
_FIRST_VERSION = 1
_EVENT_ID_LENGTH = 10
_NO_ANSWER = "{}"  # whoever accepts again gets the record as it is now
_BEFORE = translatable("Before: {facts}")

Sent = Mapping[str, object]


def accept(context: OwnerContext, proposal_id: str, proposal: Proposal, sent: Sent) -> Accepted:
    """Record what a proposal says; what the owner ``sent`` with it counts more. Return what was recorded.

    A second time records nothing. Raises ``Invalid`` for what is missing or does not fit, Conflict if the record does
    not allow it, NotFound if it is gone.
    """
    if proposal.kind is ProposalKind.NEW_INTERVIEW:
        return Accepted(_stored_record(context, proposal_id, proposal, sent), None)
    event_id = proposal_id[:_EVENT_ID_LENGTH]
    interview_id = proposal.record_id or ""

    def write(interview: Interview) -> PlannedInterview:
        if _has_event(event_id, interview):
            return context.planned(interview)
        event = replace(_event(context, proposal, interview, sent), id=event_id)
        is_about_its_day = event.kind is EventKind.INTERVIEW_MOVED or event.interview_on is not None
        return add_event(
            context, event, interview, complete=partial(_completed, proposal) if is_about_its_day else None
        )

    change_with_retries(context, interview_id, write, is_made=lambda _, interview: _has_event(event_id, interview))
    return Accepted(interview_id, event_id)


def is_still_there(context: OwnerContext, accepted: Accepted) -> bool:
    """Whether what was accepted is still recorded."""
    try:
        interview = context.interview(accepted.interview_id)
    except (NotFound, UnreadableRecord):
        return False
    return accepted.event_id is None or _has_event(accepted.event_id, interview)


def take_back(context: OwnerContext, accepted: Accepted) -> bool:
    """Take back what was accepted, if nothing has followed it. Return whether it was. Raises NotFound."""
    if accepted.event_id is None:
        if context.interview(accepted.interview_id).version != _FIRST_VERSION:
            return False
        remove(context, accepted.interview_id, _FIRST_VERSION)
        return True
    return undo_if(context, accepted.interview_id, partial(_is_last, accepted.event_id)) is not None


def _has_event(event_id: str, interview: Interview) -> bool:
    return any(event.id == event_id for event in interview.events)


def _is_last(event_id: str, interview: Interview) -> bool:
    return bool(interview.events) and interview.events[-1].id == event_id


def new_record(context: OwnerContext, proposal: Proposal, sent: Sent) -> Interview:
    """The record that a proposal of a new interview makes, not stored yet. Raises ``Invalid`` for what is missing."""
    interview = new_interview(read_interview({**_read_before(proposal, sent), **sent}), context.today, context.now)
    return replace(interview, origin=proposal.origin)


def _stored_record(context: OwnerContext, proposal_id: str, proposal: Proposal, sent: Sent) -> str:
    """The id of the record that a proposal makes, or has made."""
    interview = new_record(context, proposal, sent)
    key = RequestKey(f"proposal:{proposal_id}", proposal_id, context.now + RETENTION - timedelta(seconds=1))
    try:
        add_once(
            context.services.interviews,
            context.owner,
            interview,
            key,
            to_answer=lambda _: _NO_ANSWER,
            now=context.now,
        )
    except RepeatedRequest as repeated:
        return repeated.interview_id
    return interview.id


def _read_before(proposal: Proposal, sent: Sent) -> dict[str, object]:
    """What was read, as a client would send it; without the first contact, if that was ``sent`` as flat fields."""
    read = {name: _as_sent(found.value) for name, found in proposal.fields.items()}
    contacts = read.get("contacts")
    if isinstance(contacts, list) and any(name.startswith(FLAT_PREFIX) for name in sent):
        read["contacts"] = contacts[1:]
    return read


def _as_sent(value: object) -> object:
    """A value as a client would send it."""
    if isinstance(value, tuple):
        return [dict(person) for person in value]
    return sendable(value)


def _event(context: OwnerContext, proposal: Proposal, interview: Interview, sent: Sent) -> Event:
    """The event that a proposal records in this record."""
    fields = _event_fields(context, proposal, interview, sent)
    note = _note(context, proposal, interview)
    return read_event({**fields, "note": note} if note else fields, context.today, context.now)


def _event_fields(context: OwnerContext, proposal: Proposal, interview: Interview, sent: Sent) -> dict[str, object]:
    if proposal.kind is ProposalKind.CANCELLED:
        if sent.get("result") == Result.REFUSAL:
            return {"kind": EventKind.HEARD_BACK, "result": Result.REFUSAL}
        return {"kind": EventKind.INTERVIEW_MOVED}
    on, at = day_and_hour(proposal, interview, context.owner)
    day = {"interview_on": sendable(on), "interview_time": sendable(at)}
    if proposal.kind is ProposalKind.MOVED:
        named = {"kind": EventKind.INTERVIEW_MOVED, **day}
        asked: tuple[str, ...] = ("interview_on", "interview_time")
    else:
        result = proposal.value("result")
        said = {name: sendable(proposal.value(name)) for name in ("until", "reasons_given")}
        named = {"kind": EventKind.HEARD_BACK, "result": result, **said, **(day if result == Result.NEXT_ROUND else {})}
        asked = ("result", "until", "interview_on", "interview_time", "reasons_given")
    chosen = {name: sent[name] for name in asked if name in sent}
    return _belonging(named, {name: value for name, value in {**named, **chosen}.items() if value is not None})


def _belonging(read: Mapping[str, object], fields: dict[str, object]) -> dict[str, object]:
    """The fields of an event without what was read for another answer than the owner chose."""
    specs = matching_specs(str(fields["kind"]), str(fields["result"]) if "result" in fields else None)
    own = {"kind", "result", *(name for spec in specs for name in spec.fields)}
    return {name: value for name, value in fields.items() if name in own or _is_typed(value, read.get(name))}


def _is_typed(value: object, read: object) -> bool:
    """Whether the owner typed a value, instead of leaving the one that was read."""
    is_as_read = str(value) == str(read) or (value == "yes" and read is True)
    return not is_as_read and value != "no"


def _note(context: OwnerContext, proposal: Proposal, interview: Interview) -> str:
    """The note of the event: the words that it was read from, and what the record said before, so that undoing it by
    hand is possible."""
    if proposal.kind is ProposalKind.CANCELLED:
        return context.language.say(ACTIONS[ActionKind.CANCELLED].note)
    quoted = "" if proposal.origin else next((found.quote for found in proposal.fields.values() if found.quote), "")
    lines = [context.language.in_quotes(" ".join(quoted.split()))] if quoted else []
    if proposal.kind is ProposalKind.MOVED and (replaced := _replaced(proposal, interview)):
        lines.append(context.language.say(_BEFORE, {"facts": replaced}))
    return "\n".join(lines)[:LONGEST_NOTE]


def _replaced(proposal: Proposal, interview: Interview) -> str:
    """The facts of the record, besides its day, that the proposal replaces."""
    read = {name: proposal.value(name) for name in ("place", "meeting_url")}
    before = [str(getattr(interview, name)) for name, value in read.items() if _differs(interview, name, value)]
    return ", ".join(before)


def _differs(interview: Interview, name: str, value: object) -> bool:
    ours = getattr(interview, name)
    return value is not None and ours is not None and value != ours


def _completed(proposal: Proposal, interview: Interview) -> Interview:
    """The record with what else was read of its interview, and with the entry by which it is known from now on."""
    is_about_a_day = "interview_on" in proposal.fields
    facts = {name: proposal.value(name) for name in _FACTS if is_about_a_day and proposal.value(name) is not None}
    if proposal.origin and (is_about_a_day or proposal.kind is ProposalKind.CANCELLED):
        day = {"interview_on": interview.interview_on, "interview_time": interview.interview_time}
        facts["origin"] = replace(proposal.origin, **day)
    return replace(interview, **facts)
