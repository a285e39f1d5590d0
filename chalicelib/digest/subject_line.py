"""The short texts over a digest: its subject (``headline``), its title and its counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chalicelib.drafts.language import Language
from chalicelib.drafts.step_labels import LONGEST_COMPANY
from chalicelib.drafts.wording import capital, one_line, shortened
from chalicelib.playbook.agenda import Section

LONGEST_SUBJECT = 77
MOST_PHRASES = 3


def title(things: int, language: Language) -> str:
    """How much there is to do, as the title of the digest."""
    if not things:
        return language.say("All is well")
    return language.say_number("One thing to do", "{things} things to do", things, {"things": things})


def offer_phrase(company: str, language: Language) -> str:
    """The phrase for an offer while others have not decided (M2)."""
    name = language.in_quotes(shortened(one_line(company), LONGEST_COMPANY))
    return language.say("weigh the offer from {company}", {"company": name})


def section_counts(counts: Mapping[Section, int], offers: int, language: Language) -> tuple[str, ...]:
    """The number of items in each section that has any, then of offers, such as "1 overdue", "2 for today"."""

    def counted(section: Section, count: int) -> str:
        facts = {"count": count}
        match section:
            case Section.OVERDUE:
                return language.say_number("{count} overdue", "{count} overdue", count, facts)
            case Section.TODAY:
                return language.say_number("{count} for today", "{count} for today", count, facts)
            case Section.WEEK:
                return language.say_number(
                    "{count} in the next seven days", "{count} in the next seven days", count, facts
                )
            case Section.WAITING:
                return language.say_number("{count} waiting", "{count} waiting", count, facts)

    texts = tuple(counted(section, count) for section, count in counts.items() if count)
    if not offers:
        return texts
    return (*texts, language.say_number("{count} offer", "{count} offers", offers, {"count": offers}))


def headline(phrases: Sequence[str], language: Language) -> str:
    """The phrases as a subject of 77 characters at most; empty if there are none.

    It has the first phrases, at most three and as many as fit, and how many more there are.
    """
    for number in range(min(len(phrases), MOST_PHRASES), 0, -1):
        line = _enumerated(phrases[:number], len(phrases) - number, language)
        if len(line) <= LONGEST_SUBJECT:
            return line
    return shortened(capital(phrases[0]), LONGEST_SUBJECT) if phrases else ""


def _enumerated(phrases: Sequence[str], more: int, language: Language) -> str:
    listed = capital(", ".join(phrases))
    return language.say("{listed} and {more} more", {"listed": listed, "more": more}) if more else listed
