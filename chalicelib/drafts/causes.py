"""Why they may be silent, in words (R)."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from chalicelib.drafts.language import Language
from chalicelib.playbook.silence import Cause


class SaidCause(Struct, frozen=True, kw_only=True):
    """``why`` they may be silent, and ``so`` what that means for what to do; ``rule`` is its id."""

    rule: str
    why: str
    so: str


def said_causes(causes: Iterable[Cause], language: Language) -> tuple[SaidCause, ...]:
    """The causes in a language, in their order."""
    return tuple(
        SaidCause(rule=cause.rule, why=language.say(cause.sentence), so=language.say(cause.so)) for cause in causes
    )
