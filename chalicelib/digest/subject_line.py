"""The short texts over a digest: its subject (``headline``) and its title."""

from __future__ import annotations

from collections.abc import Sequence

from chalicelib.drafts.language import Language
from chalicelib.drafts.wording import capital, shortened

LONGEST_SUBJECT = 77
MOST_PHRASES = 2


def title(things: int, language: Language) -> str:
    """How much there is to do, as the title of the digest."""
    if not things:
        return language.say("All is well")
    if things == 1:  # not as one of 21 is said in some languages
        return language.say("One thing to do")
    return language.say_number("{things} thing to do", "{things} things to do", things, {"things": things})


def headline(phrases: Sequence[str], language: Language) -> str:
    """The phrases as a subject of 77 characters at most; empty if there are none.

    It has the first phrases, at most two and as many as fit, and how many more there are.
    """
    for number in range(min(len(phrases), MOST_PHRASES), 0, -1):
        line = _enumerated(phrases[:number], len(phrases) - number, language)
        if len(line) <= LONGEST_SUBJECT:
            return line
    return shortened(capital(phrases[0]), LONGEST_SUBJECT) if phrases else ""


def _enumerated(phrases: Sequence[str], more: int, language: Language) -> str:
    listed = capital(", ".join(phrases))
    return language.say("{listed} and {more} more", {"listed": listed, "more": more}) if more else listed
