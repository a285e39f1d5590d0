"""Interviews <-> their items, both ways, field by field.

Contacts and events are plain maps; a field that is None is left out, and comes back as None.
"""

from __future__ import annotations

import logging
import re
from datetime import UTC, date, time

import msgspec

from chalicelib.errors import AfterwordError, NewerSchema, UnreadableRecord
from chalicelib.playbook.contact import Contact
from chalicelib.playbook.event import Event
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import Plan
from chalicelib.records.keys import INTERVIEWS, interview_key
from chalicelib.records.maps import Map, if_any, present
from chalicelib.records.table import InterviewItem

MOST_VERSIONS = 2**53  # beyond it numbers in JSON are not exact
_PLACE = re.compile(r"`\$\.(.+)`$")  # how msgspec says where it found something

log = logging.getLogger(__name__)


def interview_item(owner_id: str, interview: Interview, plan: Plan, *, has_rounds: bool) -> InterviewItem:
    """The item of a record and of what its plan says. At version 0 it is one that was never stored."""
    item = InterviewItem(
        owner_id=owner_id,
        item_id=interview_key(interview.id),
        company=interview.company,
        position=interview.position,
        interview_on=interview.interview_on,
        interview_time=interview.interview_time,
        dated_on=interview.dated_on,
        created_at=interview.created_at,
        round=interview.round,
        contacts=[_contact_map(contact) for contact in interview.contacts],
        answer_expected_on=interview.answer_expected_on,
        answer_channel=interview.answer_channel,
        may_call=interview.may_call,
        persistence_expected=interview.persistence_expected,
        background_check=interview.background_check,
        test_task=interview.test_task,
        employer_country=interview.employer_country,
        language=interview.language,
        notes=interview.notes,
        url=interview.url,
        process_id=interview.process_id,
        attempts_elsewhere=interview.attempts_elsewhere,
        events=[_event_map(event) for event in interview.events],
        next_step=plan.step and plan.step.kind,
        next_due_on=plan.step and plan.step.due_on,
        has_rounds=has_rounds or None,
    )
    if interview.version:
        item.version = interview.version
    return item


Record = Interview | UnreadableRecord


def opened(record: Record) -> Interview:
    """The record, if it could be read; raises the UnreadableRecord that it is otherwise."""
    if isinstance(record, UnreadableRecord):
        raise record
    return record


def read(item: InterviewItem) -> Record:
    """The record that an item holds, or why it holds none that can be read: the others are none the worse for it."""
    try:
        return _in_bounds(interview_of(item))
    except Exception as error:
        interview_id, reason = item.item_id.removeprefix(INTERVIEWS), _reason(error)
        log.error("Interview %s cannot be read: %s", interview_id, reason)
        return UnreadableRecord(interview_id, reason, item.stored, is_newer=isinstance(error, NewerSchema))


def interview_of(item: InterviewItem) -> Interview:
    """The record that an item holds. Raises what is wrong with one that cannot be read, NewerSchema among others."""
    if item.trouble:
        raise item.trouble
    facts = item.attribute_values | {"id": item.item_id.removeprefix(INTERVIEWS)}
    return msgspec.convert(facts, Interview)  # strict: a field of another type, a day or a kind that is none


def _in_bounds(interview: Interview) -> Interview:
    """A stored record. Raises OverflowError for an instant that UTC has not, or a version that no write could meet."""
    for event in interview.events:
        event.recorded_at.astimezone(UTC)
    if not 1 <= interview.version <= MOST_VERSIONS:
        raise OverflowError
    return interview


def _reason(error: Exception) -> str:
    """Such as ``ValidationError at contacts[0].role``: of foreign errors not the words, which may quote the record."""
    if isinstance(error, AfterwordError):
        return str(error)
    place = _PLACE.search(str(error))
    return f"{type(error).__name__} at {place[1]}" if place else type(error).__name__


def _contact_map(contact: Contact) -> Map:
    return present(
        role=contact.role.value,
        name=contact.name,
        phone=contact.phone,
        extension=contact.extension,
        email=contact.email,
    )


def _event_map(event: Event) -> Map:
    return present(
        kind=event.kind.value,
        on=event.on.isoformat(),
        recorded_at=event.recorded_at.isoformat(),
        result=if_any(str, event.result),
        call_again_on=if_any(date.isoformat, event.call_again_on),
        call_again_time=if_any(time.isoformat, event.call_again_time),
        until=if_any(date.isoformat, event.until),
        reasons_given=event.reasons_given,
        interview_on=if_any(date.isoformat, event.interview_on),
        interview_time=if_any(time.isoformat, event.interview_time),
        note=event.note,
        phone=event.phone,
        next_interview_id=event.next_interview_id,
    )
