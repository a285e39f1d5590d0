"""Interviews <-> their items, both ways, field by field.

Contacts and events are plain maps; a field that is None is left out, and comes back as None.
"""

from __future__ import annotations

from datetime import date, datetime, time

from chalicelib.playbook.contact import Contact, Role
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Channel, Interview
from chalicelib.playbook.plan import Plan
from chalicelib.records.keys import INTERVIEWS, interview_key
from chalicelib.records.maps import Map, if_any, present
from chalicelib.records.table import InterviewItem


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


def interview_of(item: InterviewItem) -> Interview:
    """The record that an item holds."""
    return Interview(
        id=item.item_id.removeprefix(INTERVIEWS),
        company=item.company,
        position=item.position,
        interview_on=item.interview_on,
        interview_time=item.interview_time,
        dated_on=item.dated_on,
        created_at=item.created_at,
        round=int(item.round),
        contacts=tuple(_contact_of(stored) for stored in item.contacts),
        answer_expected_on=item.answer_expected_on,
        answer_channel=if_any(Channel, item.answer_channel),
        may_call=item.may_call,
        persistence_expected=item.persistence_expected,
        background_check=item.background_check,
        test_task=item.test_task,
        employer_country=item.employer_country,
        language=item.language,
        notes=item.notes,
        url=item.url,
        process_id=item.process_id,
        attempts_elsewhere=int(item.attempts_elsewhere),
        events=tuple(_event_of(stored) for stored in item.events),
        version=int(item.version or 0),
    )


def _contact_map(contact: Contact) -> Map:
    return present(
        role=contact.role.value,
        name=contact.name,
        phone=contact.phone,
        extension=contact.extension,
        email=contact.email,
    )


def _contact_of(stored: Map) -> Contact:
    return Contact(
        role=Role(stored["role"]),
        name=stored.get("name"),
        phone=stored.get("phone"),
        extension=stored.get("extension"),
        email=stored.get("email"),
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


def _event_of(stored: Map) -> Event:
    return Event(
        kind=EventKind(stored["kind"]),
        on=date.fromisoformat(stored["on"]),
        recorded_at=datetime.fromisoformat(stored["recorded_at"]),
        result=if_any(Result, stored.get("result")),
        call_again_on=if_any(date.fromisoformat, stored.get("call_again_on")),
        call_again_time=if_any(time.fromisoformat, stored.get("call_again_time")),
        until=if_any(date.fromisoformat, stored.get("until")),
        reasons_given=stored.get("reasons_given"),
        interview_on=if_any(date.fromisoformat, stored.get("interview_on")),
        interview_time=if_any(time.fromisoformat, stored.get("interview_time")),
        note=stored.get("note"),
        phone=stored.get("phone"),
        next_interview_id=stored.get("next_interview_id"),
    )
