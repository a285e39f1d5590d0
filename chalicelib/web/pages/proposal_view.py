"""A proposal in words: what would be recorded, and each value with the piece of text that it was read from."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, time
from typing import Any

from msgspec import Struct

from chalicelib.capture.found import ProposalKind
from chalicelib.capture.proposal import Proposal
from chalicelib.drafts.language import Language
from chalicelib.links.action import ACTIONS, ActionKind
from chalicelib.patterns import lazy_pattern
from chalicelib.playbook.event import Result
from chalicelib.playbook.fields import fields_of
from chalicelib.playbook.interview_facts import InterviewFacts
from chalicelib.playbook.step import translatable

_CALENDAR_LINE = lazy_pattern(r"(?:DTSTART|DTEND|DURATION|ORGANIZER|LOCATION|SUMMARY)(?:$|;)")
_IN_WORDS = ("LOCATION", "SUMMARY")
_OF_THE_ENTRY = translatable("the calendar entry")
_NEW = translatable("You have an interview at {company}.")
_NEW_SOMEWHERE = translatable("You have an interview.")
ANSWERS = {
    Result.OFFER: ActionKind.OFFER,
    Result.REFUSAL: ActionKind.REFUSAL,
    Result.TOLD_TO_WAIT: ActionKind.WAIT,
    Result.NEXT_ROUND: ActionKind.NEXT_ROUND,
}
_FURTHER_LABELS = {"contacts": translatable("Contacts"), "until": translatable("By which day")}


class ReadFact(Struct, frozen=True):
    """A value as a person reads it, under its ``label``, and the ``quote`` that it was read from."""

    label: str
    text: str
    quote: str


def what_it_records(proposal: Proposal, company: str, language: Language) -> str:
    """What accepting records, as a sentence; ``company`` is the record's, or the one that was read."""
    facts = {"company": language.in_quotes(company)}
    if proposal.kind is ProposalKind.NEW_INTERVIEW:
        return language.say(_NEW if company else _NEW_SOMEWHERE, facts)
    return language.say(ACTIONS[_action(proposal)].meaning, facts)


def facts_read(proposal: Proposal, language: Language, only: Collection[str]) -> list[ReadFact]:
    """What was read of ``only`` these fields, in the order of an interview's."""
    labels = {name: field.label for name, field in fields_of(InterviewFacts).items()} | _FURTHER_LABELS
    known = [(label, proposal.fields[name], name) for name, label in labels.items() if name in only]
    return [
        ReadFact(language.say(label), _text(name, one.value, language), quote_in_words(one.quote, language))
        for label, one, name in known
    ]


def quote_in_words(quote: str, language: Language) -> str:
    """The piece of text as a person reads it: of a line of a calendar file its words, or that it is one."""
    name, _, words = quote.partition(":")
    if not _CALENDAR_LINE.match(name):
        return quote
    return words if name.startswith(_IN_WORDS) else language.say(_OF_THE_ENTRY)


def _action(proposal: Proposal) -> ActionKind:
    if proposal.kind is ProposalKind.HEARD_BACK:
        return ANSWERS.get(proposal.value("result"), ActionKind.WAIT)
    return ActionKind.CANCELLED if proposal.kind is ProposalKind.CANCELLED else ActionKind.MOVED


def _text(name: str, value: Any, language: Language) -> str:
    match value:
        case date():
            return language.say_day(value)
        case time():
            return f"{value:%H:%M}"
        case tuple():
            return "; ".join(_person(person) for person in value)
        case _:
            field = fields_of(InterviewFacts).get(name)
            return language.say(field.options[value]) if field and value in field.options else str(value)


def _person(person: dict[str, str]) -> str:
    return ", ".join(str(person[name]) for name in ("name", "title", "phone", "email") if person.get(name))
