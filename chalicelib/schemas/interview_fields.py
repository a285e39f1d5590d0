"""The fields of an interview as they are sent: the whole record, or a change of it."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Annotated, Any, ClassVar

from msgspec import Meta
from msgspec.structs import asdict, replace
from msgspec.structs import replace as with_changes

from chalicelib.playbook.contact import LONGEST_CONTACT_NOTE, LONGEST_LINE, LONGEST_TAG, ROLES, Contact, Role
from chalicelib.playbook.fields import Field, FieldType
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_facts import InterviewFacts
from chalicelib.playbook.step import translatable
from chalicelib.request_errors import Fault, Invalid
from chalicelib.schemas.contact_ids import check_ids, check_known, with_ids
from chalicelib.schemas.ids import new_id
from chalicelib.schemas.validation import Check, RawValues, RequestSchema, read_each

MOST_CONTACTS = 10
FLAT_PREFIX = "contact_"  # the prefix of the first contact's fields, for forms, which cannot send a list


class ContactFields(RequestSchema, Contact, frozen=True, kw_only=True):
    """A contact; everything is optional."""


def _contacts(raw: object) -> tuple[ContactFields, ...]:
    contacts = read_each(ContactFields, raw, MOST_CONTACTS)
    check_ids(contacts)
    return contacts


def _answer_before_interview(values: Mapping[str, Any]) -> Iterable[Fault]:
    interview_on, expected_on = values.get("interview_on"), values.get("answer_expected_on")
    if interview_on and expected_on and expected_on <= interview_on:
        yield Fault("answer_expected_on", "is not after the day of the interview")


class InterviewFields(RequestSchema, InterviewFacts, frozen=True, kw_only=True):
    """What is known about an interview. The ``contact_…`` fields are its first contact, for flat forms."""

    contacts: Annotated[
        tuple[ContactFields, ...],
        Meta(
            max_length=MOST_CONTACTS,
            extra={"read": _contacts},
            description="Whom you know there; in a change they are replaced as a whole.",
        ),
    ] = ()
    contact_name: Annotated[
        str | None,
        Field(
            FieldType.LINE,
            longest=LONGEST_LINE,
            meaning="The first contact, flat: its name",
            label=translatable("Contact: name"),
            question=translatable("Name"),
            headers="contact, name, contact person, recruiter, hr, hr manager, recruiter name, person, "
            "контакт, контактное лицо, имя, имя контакта, рекрутер, hr менеджер, фио",
        ),
    ] = None
    contact_role: Annotated[
        Role,
        Field(
            FieldType.CHOICE,
            choices=Role,
            meaning="The first contact, flat: its role",
            label=translatable("Contact: their part in the hiring"),
            question=translatable("Their part in the hiring"),
            options=ROLES,
            headers="contact position, role of contact, роль контакта, кто это",
            aliases={
                Role.RECRUITER: "hr, hr manager, рекрутер, hr-менеджер, кадры",
                Role.SUPERVISOR: "manager, boss, hiring manager, руководитель, начальник",
                Role.CEO: "founder, director, директор, генеральный директор",
                Role.OFFICE: "reception, main line, офис, секретарь",
            },
        ),
    ] = Role.RECRUITER
    contact_phone: Annotated[
        str | None,
        Field(
            FieldType.PHONE,
            meaning="The first contact, flat: its phone number",
            label=translatable("Contact: phone"),
            question=translatable("Phone"),
            headers="phone, phone number, telephone, tel, mobile, cell, recruiter phone, contact number, "
            "телефон, номер телефона, тел, мобильный, телефон контакта, телефон рекрутера",
        ),
    ] = None
    contact_email: Annotated[
        str | None,
        Field(
            FieldType.EMAIL,
            meaning="The first contact, flat: its mail address",
            label=translatable("Contact: email"),
            question=translatable("Email"),
            headers="email, e mail, mail, email address, recruiter email, contact e mail, "
            "почта, электронная почта, эл почта, адрес почты, имейл, емейл",
        ),
    ] = None
    contact_extension: Annotated[
        str | None,
        Field(
            FieldType.EXTENSION,
            meaning="The first contact, flat: what to dial after the number",
            label=translatable("Contact: extension"),
            question=translatable("Extension"),
            headers="extension, ext, добавочный, доб",
        ),
    ] = None
    contact_salutation: Annotated[
        str | None,
        Field(
            FieldType.LINE,
            longest=LONGEST_LINE,
            meaning="The first contact, flat: how you address them",
            label=translatable("Contact: how you address them"),
            question=translatable("How you address them"),
            hint=translatable("Such as “Dana”, “Ms Winter” or “Dr van der Berg”."),
            headers="salutation, form of address, обращение",
        ),
    ] = None
    contact_title: Annotated[
        str | None,
        Field(
            FieldType.LINE,
            longest=LONGEST_LINE,
            meaning="The first contact, flat: what they do there",
            label=translatable("Contact: job title"),
            question=translatable("Job title"),
            headers="contact title, title of contact, contact job title, должность контакта",
        ),
    ] = None
    contact_met: Annotated[
        bool,
        Field(
            FieldType.SWITCH,
            meaning="The first contact, flat: whether they were at the interview",
            label=translatable("Contact: was at the interview"),
            question=translatable("Was at the interview"),
            headers="met, was there, на собеседовании",
        ),
    ] = False
    contact_notes: Annotated[
        str | None,
        Field(
            FieldType.PARAGRAPHS,
            longest=LONGEST_CONTACT_NOTE,
            meaning="The first contact, flat: one thing that they said, for you",
            label=translatable("Contact: worth remembering"),
            question=translatable("Worth remembering, only for you"),
            headers="contact notes, notes on contact, заметки о контакте",
        ),
    ] = None
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


# The flat fields of the first contact with their names in a contact, and their defaults.
_FLAT = {
    name: name.removeprefix(FLAT_PREFIX) for name in InterviewFields.__struct_fields__ if name.startswith(FLAT_PREFIX)
}
_NO_FLAT = {flat: getattr(ContactFields(), name) for flat, name in _FLAT.items()}


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
    contacts = _contacts_with_flat(fields, sent, is_amending=is_amending)
    if len(contacts) > MOST_CONTACTS:
        raise Invalid(Fault("contacts", "holds more than {most}", {"most": MOST_CONTACTS}))
    return with_changes(fields, contacts=contacts, **_NO_FLAT)


def _contacts_with_flat(fields: InterviewFields, sent: RawValues, *, is_amending: bool) -> tuple[ContactFields, ...]:
    contacts = fields.contacts
    flat = {name: getattr(fields, flat_name) for flat_name, name in _FLAT.items() if flat_name in sent}
    if not flat:
        return contacts
    first, rest = (contacts[0], contacts[1:]) if is_amending and contacts else (ContactFields(), contacts)
    first = with_changes(first, **flat)
    return (first, *rest) if _says_anything(first) else rest


def _says_anything(contact: Contact) -> bool:
    """Whether more than the role is known of a contact: a form always sends the role."""
    return any(value for name, value in asdict(contact).items() if name not in ("id", "role"))


def _fields_of(interview: Interview) -> InterviewFields:
    facts = {name: getattr(interview, name) for name in InterviewFields.__struct_fields__ if hasattr(interview, name)}
    contacts = tuple(ContactFields(**asdict(contact)) for contact in interview.contacts)
    return InterviewFields(**facts | {"contacts": contacts})


def _facts(fields: InterviewFields, record_id: str, known: tuple[Contact, ...] = ()) -> dict[str, Any]:
    """The fields of an ``Interview``: every contact gets an id, and the record its own process if none is named."""
    facts = {name: value for name, value in asdict(fields).items() if name not in _NO_FLAT}
    contacts = tuple(Contact(**asdict(contact)) for contact in fields.contacts)
    return facts | {"contacts": with_ids(contacts, known), "process_id": fields.process_id or record_id}
