"""The facts of an interview in short: a label and a word or two each, and nothing for a fact that nobody entered."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec import Struct

from chalicelib.drafts.contact_links import dialled, mailto_address
from chalicelib.drafts.draft import DraftChannel
from chalicelib.drafts.language import Language
from chalicelib.drafts.step_labels import reach
from chalicelib.drafts.wording import capital
from chalicelib.playbook.contact import ROLES, Contact
from chalicelib.playbook.fields import Field, FieldType, fields_of
from chalicelib.playbook.interview import Interview, Outcome
from chalicelib.playbook.interview_facts import InterviewFacts
from chalicelib.playbook.persistence import expects_persistence
from chalicelib.playbook.step import translatable
from chalicelib.web.http.request_context import RequestContext

# How a process, or one round of it, ended, in a word or two.
OUTCOMES = {
    Outcome.ACCEPTED: translatable("Offer accepted"),
    Outcome.DECLINED: translatable("Offer declined"),
    Outcome.REFUSAL: translatable("Refusal"),
    Outcome.NO_ANSWER: translatable("No answer"),
    Outcome.WITHDRAWN: translatable("Withdrawn"),
    Outcome.NEXT_ROUND: translatable("Next round"),
}
_YES_OR_NO = {True: translatable("Yes"), False: translatable("No")}
_GUESSED = translatable("Yes, to judge by the position")
_IN_HEADING = ("company", "position", "interview_on", "interview_time", "interview_time_zone", "round")


class SummaryFact(Struct, frozen=True):
    """A label and its text; ``kind`` says whether the text is a link, or has lines of its own."""

    label: str
    text: str
    kind: FieldType


class SummaryContact(Struct, frozen=True, kw_only=True):
    """A contact: ``title`` is the name, or else the role, and ``role`` empty then; ``facts`` are what else is known.

    ``phone`` and ``email`` are how to reach them, with links that open the phone or an empty letter.
    """

    id: str
    title: str
    role: str
    phone: str
    tel: str | None
    email: str
    mailto: str
    facts: list[SummaryFact]


def summary(context: RequestContext, interview: Interview) -> list[SummaryFact]:
    """The entered facts of an interview, in the order of their declaration."""
    facts = {name: field for name, field in fields_of(InterviewFacts).items() if name not in _IN_HEADING}
    texts = ((field, _fact_text(context, interview, name, field)) for name, field in facts.items())
    return [SummaryFact(context.language.say(field.label), text, field.kind) for field, text in texts if text]


def contact_summary(contact: Contact, language: Language, place: str) -> SummaryContact:
    """A contact as a page shows it; ``place`` (ISO 3166) is where their number is from if it does not say so."""
    role = language.say(ROLES[contact.role])
    facts = {name: field for name, field in fields_of(Contact).items() if field.label}
    texts = ((field, _in_words(getattr(contact, name), field, language)) for name, field in facts.items())
    return SummaryContact(
        id=contact.id,
        title=contact.name or capital(role),
        role=role if contact.name else "",
        phone=reach(contact, DraftChannel.CALL, language) if contact.phone else "",
        tel=dialled(contact.phone, contact.extension, place).tel if contact.phone else None,
        email=contact.email or "",
        mailto=mailto_address(contact.email) if contact.email else "",
        facts=[SummaryFact(language.say(field.label), text, field.kind) for field, text in texts if text],
    )


def _fact_text(context: RequestContext, interview: Interview, name: str, field: Field) -> str:
    value = getattr(interview, name)
    if name == "persistence_expected" and value is None:  # guessed from the position unless entered (W5)
        return context.language.say(_GUESSED) if expects_persistence(interview.position) else ""
    if field.kind is FieldType.LANGUAGE:
        pack = context.services.languages.code_for(value) if value else None
        return context.services.languages.of(pack).own_name if pack else value or ""
    if value is False and field.options:
        return context.language.say(_YES_OR_NO[False])  # no was entered
    return _in_words(value, field, context.language)


def _in_words(value: Any, field: Field, language: Language) -> str:
    """A value as a person reads it; nothing for one that nobody entered, and for False."""
    match value:
        case None | False:
            return ""
        case True:
            return language.say(_YES_OR_NO[True])
        case date():
            return language.say_date(value)
        case _:
            return language.say(field.options[value]) if field.options else str(value)
