"""The fields of an interview as they are sent: the whole record, or a change of it."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Annotated, Any, ClassVar

from msgspec.structs import asdict, replace
from msgspec.structs import replace as with_changes

from chalicelib.playbook.contact import LONGEST_TAG, Contact
from chalicelib.playbook.fields import Field, FieldType
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.step import translatable
from chalicelib.request_errors import Fault
from chalicelib.schemas.contact_fields import NO_FLAT, ContactFields, FactsWithContacts, contacts_with_flat
from chalicelib.schemas.contact_ids import check_known, with_ids
from chalicelib.schemas.ids import new_id
from chalicelib.schemas.validation import Check, RawValues, RequestSchema


def _answer_before_interview(values: Mapping[str, Any]) -> Iterable[Fault]:
    interview_on, expected_on = values.get("interview_on"), values.get("answer_expected_on")
    if interview_on and expected_on and expected_on <= interview_on:
        yield Fault("answer_expected_on", "is not after the day of the interview")


class InterviewFields(RequestSchema, FactsWithContacts, frozen=True, kw_only=True):
    """What is known about an interview. The ``contact_…`` fields are its first contact, for flat forms."""

    process_id: Annotated[
        str | None,
        Field(
            FieldType.TAG,
            longest=LONGEST_TAG,
            meaning="The process that this round belongs to, as an earlier round carries it; its own if absent",
            label=translatable("Process: its id, the same in all rounds"),
            headers="process, процесс",
        ),
    ] = None

    checks: ClassVar[tuple[Check, ...]] = (_answer_before_interview,)


def new_interview(fields: InterviewFields, today: date, now: datetime) -> Interview:
    """A new record. ``today`` is the day in the owner's zone. If no process is named, it gets one of its own."""
    record_id = new_id(now)
    return Interview(id=record_id, dated_on=today, created_at=now.astimezone(UTC), **_facts(fields, record_id))


def changed_interview(interview: Interview, sent: RawValues, today: date) -> Interview:
    """The record after a change (a JSON merge patch). Raises ``Invalid``.

    ``dated_on`` becomes ``today`` (owner's zone) if the interview's day is a new one.
    """
    fields = read_interview(sent, onto=interview)
    check_known(fields.contacts, interview.contacts)
    dated_on = interview.dated_on if fields.interview_on == interview.interview_on else today
    return replace(interview, dated_on=dated_on, **_facts(fields, interview.id, interview.contacts))


def read_interview(sent: RawValues, onto: Interview | None = None) -> InterviewFields:
    """The fields that were sent. Raises ``Invalid``.

    The flat ``contact_…`` fields become the first of ``contacts``; in a change without ``contacts``, they change the
    first one of ``onto``.
    """
    fields = InterviewFields.read(sent, onto=_fields_of(onto) if onto else None)
    is_amending = onto is not None and "contacts" not in sent
    contacts = contacts_with_flat(fields, sent, is_amending=is_amending)
    return with_changes(fields, contacts=contacts, **NO_FLAT)


def _fields_of(interview: Interview) -> InterviewFields:
    facts = {name: getattr(interview, name) for name in InterviewFields.__struct_fields__ if hasattr(interview, name)}
    contacts = tuple(ContactFields(**asdict(contact)) for contact in interview.contacts)
    return InterviewFields(**facts | {"contacts": contacts})


def _facts(fields: InterviewFields, record_id: str, known: tuple[Contact, ...] = ()) -> dict[str, Any]:
    """The fields of an ``Interview``: every contact gets an id, and the record its own process if none is named."""
    facts = {name: value for name, value in asdict(fields).items() if name not in NO_FLAT}
    contacts = tuple(Contact(**asdict(contact)) for contact in fields.contacts)
    return facts | {"contacts": with_ids(contacts, known), "process_id": fields.process_id or record_id}
