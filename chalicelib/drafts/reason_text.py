"""The reasons of a step and the causes of a silence (R), in words."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from chalicelib.drafts.language import Language
from chalicelib.playbook.silence import Cause
from chalicelib.playbook.step import Reason


class ReasonText(Struct, frozen=True, kw_only=True):
    """A reason in words, and the ids of its rules."""

    text: str
    rules: tuple[str, ...]


class CauseText(Struct, frozen=True, kw_only=True):
    """``why`` they may be silent, and ``so`` what that means for what to do; ``rule`` is its id."""

    rule: str
    why: str
    so: str


def each_in_words(reasons: Iterable[Reason], language: Language) -> tuple[ReasonText, ...]:
    """The reasons in words, one by one."""
    return tuple(ReasonText(text=_sentence(reason, language), rules=reason.rules) for reason in reasons)


def in_words(reasons: Iterable[Reason], language: Language) -> str:
    """The reasons as one text: their sentences in ``language``, one after another."""
    return " ".join(_sentence(reason, language) for reason in reasons)


def cause_texts(causes: Iterable[Cause], language: Language) -> tuple[CauseText, ...]:
    """The causes in ``language``, in the order given."""
    return tuple(
        CauseText(rule=cause.rule, why=language.say(cause.sentence), so=language.say(cause.so)) for cause in causes
    )


def _sentence(reason: Reason, language: Language) -> str:
    if reason.plural is None:
        return language.say(reason.sentence, reason.facts)
    return language.say_number(reason.sentence, reason.plural, reason.number, reason.facts)
