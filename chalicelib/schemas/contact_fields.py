"""A contact as it is sent: one of a list, or flat, for forms, which cannot send a list."""

from typing import Annotated

from msgspec import Meta
from msgspec.structs import asdict
from msgspec.structs import replace as with_changes

from chalicelib.playbook.contact import LONGEST_CONTACT_NOTE, LONGEST_LINE, ROLES, Contact, Role
from chalicelib.playbook.fields import Field, FieldType
from chalicelib.playbook.interview_facts import InterviewFacts
from chalicelib.playbook.step import translatable
from chalicelib.request_errors import Fault, Invalid
from chalicelib.schemas.contact_ids import check_ids
from chalicelib.schemas.validation import RawValues, RequestSchema, read_each

MOST_CONTACTS = 10
FLAT_PREFIX = "contact_"  # the prefix of the first contact's fields, for forms, which cannot send a list


class ContactFields(RequestSchema, Contact, frozen=True, kw_only=True):
    """A contact; everything is optional."""


def _contacts(raw: object) -> tuple[ContactFields, ...]:
    contacts = read_each(ContactFields, raw, MOST_CONTACTS)
    check_ids(contacts)
    return contacts


class FactsWithContacts(InterviewFacts, frozen=True, kw_only=True):
    """The facts of an interview, and whom the owner knows there: ``contacts``, or flat, the first of them."""

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
            "контакт, контактное лицо, имя, имя контакта, рекрутер, hr менеджер, фио, "
            "ansprechpartner, ansprechpartnerin, kontakt, kontaktperson, interlocuteur, interlocutrice",
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
            "contact phone number, "
            "телефон, номер телефона, тел, мобильный, телефон контакта, телефон рекрутера, "
            "telefon, telefonnummer, téléphone, tél",
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
            "почта, электронная почта, эл почта, адрес почты, имейл, емейл, courriel, adresse e mail",
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


# The flat fields of the first contact with their names in a contact, and their defaults.
FLAT = {
    name: name.removeprefix(FLAT_PREFIX) for name in FactsWithContacts.__struct_fields__ if name.startswith(FLAT_PREFIX)
}
NO_FLAT = {flat: getattr(ContactFields(), name) for flat, name in FLAT.items()}


def contacts_with_flat(fields: FactsWithContacts, sent: RawValues, *, is_amending: bool) -> tuple[ContactFields, ...]:
    """The contacts, with the flat fields that were ``sent`` as a new first one, or as changes of it (``is_amending``).

    Raises ``Invalid`` if they are too many.
    """
    contacts = _with_flat(fields, sent, is_amending=is_amending)
    if len(contacts) > MOST_CONTACTS:
        raise Invalid(Fault("contacts", "holds more than {most}", {"most": MOST_CONTACTS}))
    return contacts


def _with_flat(fields: FactsWithContacts, sent: RawValues, *, is_amending: bool) -> tuple[ContactFields, ...]:
    contacts = fields.contacts
    flat = {name: getattr(fields, flat_name) for flat_name, name in FLAT.items() if flat_name in sent}
    if not flat:
        return contacts
    first, rest = (contacts[0], contacts[1:]) if is_amending and contacts else (ContactFields(), contacts)
    first = with_changes(first, **flat)
    return (first, *rest) if says_anything(first) else rest


def says_anything(contact: Contact) -> bool:
    """Whether more than the role is known of a contact: a form always sends the role."""
    return any(value for name, value in asdict(contact).items() if name not in ("id", "role"))
