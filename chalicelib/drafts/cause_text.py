"""The causes of a silence, in words (R)."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from chalicelib.drafts.language import Language
from chalicelib.playbook.silence import Cause


class CauseText(Struct, frozen=True, kw_only=True):
    """``why`` they may be silent, and ``so`` what that means for what to do; ``rule`` is its id."""

    rule: str
    why: str
    so: str


def cause_texts(causes: Iterable[Cause], language: Language) -> tuple[CauseText, ...]:
    """The causes in ``language``, in the order given."""
    return tuple(
        CauseText(rule=cause.rule, why=language.say(cause.sentence), so=language.say(cause.so)) for cause in causes
    )
