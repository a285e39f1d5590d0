"""Why a step is due, in words."""

from __future__ import annotations

from collections.abc import Iterable

from chalicelib.drafts.language import Language
from chalicelib.playbook.step import Reason


def in_words(reasons: Iterable[Reason], language: Language) -> str:
    """The reasons as sentences, one after another, their facts said in ``language``."""
    return " ".join(language.say(reason.sentence, reason.facts) for reason in reasons)
