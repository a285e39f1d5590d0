"""The form of the questions after an interview (W12): its inputs, and the answers that were sent by it.

A contact's inputs carry its id behind their names. Fields of what is not asked are ignored.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from chalicelib.playbook.contact import Contact
from chalicelib.playbook.debrief import Debrief, PersonThere
from chalicelib.playbook.debriefing import FACTS_ASKED, Questions, missing_answers
from chalicelib.playbook.interview import Interview
from chalicelib.request_errors import Fault, Invalid
from chalicelib.schemas.contact_fields import ContactFields
from chalicelib.schemas.interview_fields import changed_interview
from chalicelib.schemas.validation import RawValues

WHEN = "when"  # one tap; a day that is typed into the field of the record comes before it
_DAY = "answer_expected_on"
_OF_A_CONTACT = ("met", "notes")


def input_name(field: str, contact: Contact) -> str:
    """The name of the input for a field of a contact."""
    return f"{field}_{contact.id}"


def read_debrief(interview: Interview, sent: RawValues, today: date) -> Debrief:
    """The answers that were sent, read as a change of the record is (``changed_interview``).

    Raises ``Invalid``, with every fault under the name of its input.
    """
    questions, faults = missing_answers(interview), list[Fault]()
    changed, people = interview, list[PersonThere]()
    try:
        changed = changed_interview(interview, _facts(questions, sent), today)
    except Invalid as invalid:
        faults += invalid.faults
    for contact in _asked_about(questions):
        try:
            people.append(_person(contact, questions, sent))
        except Invalid as invalid:
            faults += (replace(fault, field=input_name(fault.field, contact)) for fault in invalid.faults)
    if faults:
        raise Invalid(*faults)
    facts = {name: getattr(changed, name) for name in questions.facts}
    return Debrief(**facts, people=tuple(person for person in people if person.met or person.notes))


def _facts(questions: Questions, sent: RawValues) -> dict[str, object]:
    values = {**sent, _DAY: sent.get(_DAY) or sent.get(WHEN)}
    return {name: values[name] for name in FACTS_ASKED if name in questions.facts and values.get(name)}


def _asked_about(questions: Questions) -> Iterable[Contact]:
    """Each contact that something is asked about, once."""
    return {contact.id: contact for contact in (*questions.who, *questions.said)}.values()


def _person(contact: Contact, questions: Questions, sent: RawValues) -> PersonThere:
    asked = zip(_OF_A_CONTACT, (questions.who, questions.said), strict=True)
    values = {field: sent.get(input_name(field, contact)) for field, people in asked if contact in people}
    read = ContactFields.read(values)
    return PersonThere(id=contact.id, met=read.met, notes=read.notes)
