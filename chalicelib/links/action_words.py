"""Actions in words: what a button says, and what it will record."""

from __future__ import annotations

from chalicelib.drafts.draft import DraftChannel
from chalicelib.drafts.language import Language
from chalicelib.drafts.step_labels import whom
from chalicelib.links.action import ACTIONS, Action, ActionKind
from chalicelib.playbook.contact import Contact
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.step import translatable

_THANKED = translatable("I sent it to {whom}")
_THANKED_MEANING = translatable("You sent the thank-you letter to {whom}, {company}.")


def label(kind: ActionKind, language: Language) -> str:
    """The text of a button, such as "They made an offer"."""
    return language.say(ACTIONS[kind].label)


def meaning(kind: ActionKind, company: str, language: Language) -> str:
    """What will be recorded, such as "Acme made you an offer."; actions on the digest do not name ``company``."""
    return language.say(ACTIONS[kind].meaning, {"company": language.in_quotes(company)})


def label_of_thanks(contact: Contact, language: Language) -> str:
    """The text of the button for the thanks to one of several people (C4)."""
    return language.say(_THANKED, {"whom": whom(contact, DraftChannel.LETTER, language)})


def label_of(action: Action, interview: Interview | None, language: Language) -> str:
    """The text of the button of a link about a record, or about the digest (None)."""
    contact = _thanked(action, interview)
    return label_of_thanks(contact, language) if contact else label(action.kind, language)


def meaning_of(action: Action, interview: Interview | None, language: Language) -> str:
    """What a link about a record, or about the digest (None), will record."""
    company, contact = interview.company if interview else "", _thanked(action, interview)
    if contact is None:
        return meaning(action.kind, company, language)
    person = whom(contact, DraftChannel.LETTER, language)
    return language.say(_THANKED_MEANING, {"whom": person, "company": language.in_quotes(company)})


def _thanked(action: Action, interview: Interview | None) -> Contact | None:
    """The one person whom the link is about; None if it is about no single one, or they are gone from the record."""
    contacts = interview.contacts if interview else ()
    return next((contact for contact in contacts if action.contact and contact.id == action.contact), None)
