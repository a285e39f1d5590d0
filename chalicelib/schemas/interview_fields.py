"""The fields of an interview as they are sent: the whole record, or a change of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Annotated, Any, ClassVar

from msgspec import Meta
from msgspec.structs import asdict, replace
from msgspec.structs import replace as with_changes

from chalicelib.playbook.contact import Contact, Role
from chalicelib.playbook.interview import Interview
from chalicelib.request_errors import Fault, Invalid
from chalicelib.schemas import field_types
from chalicelib.schemas.ids import new_id
from chalicelib.schemas.validation import Check, RequestSchema, Sent, read_each

MOST_CONTACTS = 10
_FLAT = {"name": "contact_name", "role": "contact_role", "phone": "contact_phone", "email": "contact_email"}
_NO_FLAT: dict[str, Any] = dict.fromkeys(_FLAT.values()) | {"contact_role": Role.RECRUITER}


class ContactFields(RequestSchema, frozen=True, kw_only=True):
    """A contact; everything is optional."""

    role: field_types.ContactRole = Role.RECRUITER
    name: field_types.Line | None = None
    phone: field_types.Phone | None = None
    extension: field_types.Extension | None = None
    email: field_types.Email | None = None


def _contacts(raw: object) -> tuple[RequestSchema, ...]:
    return read_each(ContactFields, raw, MOST_CONTACTS)


def _answer_before_interview(values: Mapping[str, Any]) -> Iterable[Fault]:
    interview_on, expected_on = values.get("interview_on"), values.get("answer_expected_on")
    if interview_on and expected_on and expected_on <= interview_on:
        yield Fault("answer_expected_on", "is not after the day of the interview")


class InterviewFields(RequestSchema, frozen=True, kw_only=True):
    """What is known about an interview. The ``contact_…`` fields are its first contact, for flat forms."""

    company: field_types.Line
    position: field_types.Line
    interview_on: field_types.Day
    interview_time: field_types.ClockTime | None = None
    round: field_types.Round = 1
    contacts: Annotated[tuple[ContactFields, ...], Meta(max_length=MOST_CONTACTS, extra={"read": _contacts})] = ()
    contact_name: field_types.Line | None = None
    contact_role: field_types.ContactRole = Role.RECRUITER
    contact_phone: field_types.Phone | None = None
    contact_email: field_types.Email | None = None
    answer_expected_on: field_types.Day | None = None
    answer_channel: field_types.AnswerChannel | None = None
    may_call: field_types.Switch | None = None
    persistence_expected: field_types.Switch | None = None
    background_check: field_types.Switch = False
    test_task: field_types.Switch = False
    employer_country: field_types.Country | None = None
    language: field_types.Language | None = None
    notes: field_types.Notes | None = None
    url: field_types.WebAddress | None = None
    process_id: field_types.Tag | None = None

    checks: ClassVar[tuple[Check, ...]] = (_answer_before_interview,)


def recorded(fields: InterviewFields, today: date, now: datetime) -> Interview:
    """A new record; ``today`` is the day in the owner's zone. By itself it is a process of its own."""
    record_id = new_id(now)
    return Interview(id=record_id, dated_on=today, created_at=now.astimezone(UTC), **_facts(fields, record_id))


def changed(interview: Interview, sent: Sent, today: date) -> Interview:
    """The record after a change (a JSON merge patch); a new interview day was set ``today`` (owner's zone)."""
    fields = read_interview(sent, onto=interview)
    dated_on = interview.dated_on if fields.interview_on == interview.interview_on else today
    return replace(interview, dated_on=dated_on, **_facts(fields, interview.id))


def read_interview(sent: Sent, onto: Interview | None = None) -> InterviewFields:
    """What was sent, its flat contact folded into ``contacts``: as the first, or in a change into the first."""
    fields = InterviewFields.read(sent, onto=_fields_of(onto) if onto else None)
    is_amending = onto is not None and "contacts" not in sent
    contacts = _contacts_with_flat(fields, sent, is_amending=is_amending)
    if len(contacts) > MOST_CONTACTS:
        raise Invalid(Fault("contacts", "holds more than {most}", {"most": MOST_CONTACTS}))
    return with_changes(fields, contacts=contacts, **_NO_FLAT)


def _contacts_with_flat(fields: InterviewFields, sent: Sent, *, is_amending: bool) -> tuple[ContactFields, ...]:
    contacts = fields.contacts
    flat = {name: getattr(fields, flat_name) for name, flat_name in _FLAT.items() if flat_name in sent}
    if not flat:
        return contacts
    first, rest = (contacts[0], contacts[1:]) if is_amending and contacts else (ContactFields(), contacts)
    first = with_changes(first, **flat)
    return (first, *rest) if first.name or first.phone or first.email else rest


def _fields_of(interview: Interview) -> InterviewFields:
    facts = {name: getattr(interview, name) for name in InterviewFields.__struct_fields__ if hasattr(interview, name)}
    contacts = tuple(ContactFields(**asdict(contact)) for contact in interview.contacts)
    return InterviewFields(**facts | {"contacts": contacts})


def _facts(fields: InterviewFields, record_id: str) -> dict[str, Any]:
    """The fields as an ``Interview`` names them; every record belongs to a process, if only its own."""
    facts = {name: value for name, value in asdict(fields).items() if name not in _NO_FLAT}
    contacts = tuple(Contact(**asdict(contact)) for contact in fields.contacts)
    return facts | {"contacts": contacts, "process_id": fields.process_id or record_id}
