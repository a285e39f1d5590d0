"""Actions in words: what a button says, and what it will record."""

from __future__ import annotations

from chalicelib.drafts.language import Language
from chalicelib.links.action import ACTIONS, ActionKind


def label(kind: ActionKind, language: Language) -> str:
    """The text of a button, such as "They made an offer"."""
    return language.say(ACTIONS[kind].label)


def meaning(kind: ActionKind, company: str, language: Language) -> str:
    """What will be recorded, such as "Acme made you an offer."; actions on the digest do not name ``company``."""
    return language.say(ACTIONS[kind].meaning, {"company": language.in_quotes(company)})
