"""Actions in words: what a button says, and what it is about to write down."""

from __future__ import annotations

from chalicelib.drafts.language import Language
from chalicelib.links.action import ACTIONS, ActionKind


def label(kind: ActionKind, language: Language) -> str:
    """Such as "They made an offer"."""
    return language.say(ACTIONS[kind].label)


def meaning(kind: ActionKind, company: str, language: Language) -> str:
    """Such as "Acme made you an offer."; ``company`` is left out of what is about the digest."""
    return language.say(ACTIONS[kind].meaning, {"company": language.in_quotes(company)})
