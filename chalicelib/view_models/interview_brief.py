"""The brief of an interview on its eve and its morning: where, whom, and what to keep in mind (W11)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from chalicelib.drafts.draft import DraftChannel
from chalicelib.drafts.language import Language
from chalicelib.drafts.step_labels import whom
from chalicelib.drafts.wording import one_line, shortened
from chalicelib.playbook.contact import ROLES, Contact, Role
from chalicelib.playbook.fields import Field, FieldType, fields_of
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_facts import InterviewFacts
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.step import StepKind
from chalicelib.view_models.mail_reach import Reach, cut, reached

LONGEST_TEXT = 300  # characters of a place or of the notes
LONGEST_LINK = 1000  # a longer one is cut by mail programs
MOST_PEOPLE = 4
_SHOWN = ("place", "meeting_url", "format", "interview_minutes", "notes")
# Whom one meets, as long as nobody is marked as met.
_HOSTS = (Role.INTERVIEWER, Role.SUPERVISOR, Role.CEO)


class BriefFact(Struct, frozen=True, kw_only=True):
    """What the record says of the interview, under the label of its field; ``href`` opens it, if it is a link."""

    label: str
    text: str
    href: str | None = None


class InterviewBrief(Struct, frozen=True, kw_only=True):
    """``people``: whom the owner meets, each with what they are; ``delay``: whom to call if one is late."""

    facts: tuple[BriefFact, ...]
    people: tuple[str, ...]
    delay: Reach | None


def interview_brief(interview: Interview, plan: Plan, owner: Owner, language: Language) -> InterviewBrief:
    """The brief, as far as the record says anything."""
    return InterviewBrief(
        facts=tuple(_facts(interview, language)),
        people=tuple(_person(contact, language) for contact in _hosts(interview)[:MOST_PEOPLE]),
        delay=reached(StepKind.CLOSING_QUESTION, interview, plan, owner, language),
    )


def _facts(interview: Interview, language: Language) -> Iterator[BriefFact]:
    declared = fields_of(InterviewFacts)
    for name in _SHOWN:
        value, field = getattr(interview, name), declared[name]
        if value:
            yield _fact(value, field, language)


def _fact(value: Any, field: Field, language: Language) -> BriefFact:
    label = language.say(field.label)
    text = one_line(language.say(field.options[value]) if field.options else str(value))
    is_link = field.kind is FieldType.WEB_ADDRESS and len(text) <= LONGEST_LINK
    return BriefFact(label=label, text=shortened(text, LONGEST_TEXT), href=text if is_link else None)


def _hosts(interview: Interview) -> tuple[Contact, ...]:
    """Whom the owner meets: those who are marked, or else those who hold interviews, or else everybody with a name."""
    named = tuple(contact for contact in interview.contacts if contact.name)
    marked = tuple(contact for contact in named if contact.met)
    return marked or tuple(contact for contact in named if contact.role in _HOSTS) or named


def _person(contact: Contact, language: Language) -> str:
    facts = {"whom": cut(whom(contact, DraftChannel.CALL, language)), "role": language.say(ROLES[contact.role])}
    if contact.title:
        return language.say("{whom}, {role}", facts | {"role": cut(contact.title)})
    return language.say("{whom}, {role}", facts)
