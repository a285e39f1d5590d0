"""Languages: how a day is said, and how a sentence takes in its facts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from chalicelib.drafts.wording import one_line
from chalicelib.playbook.step import Fact

# A full stop belongs to the match so that "{company}." does not end in two with "Acme Inc.".
_FACT = re.compile(r"\{(\w+)\}(\.?)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language a person reads; ``code`` is also the name of its folder of templates."""

    code: str
    days: tuple[str, ...]
    months: tuple[str, ...]

    def say_day(self, day: date) -> str:
        """A day near enough to need no year: "Monday 10 August"."""
        return f"{self.days[day.weekday()]} {day.day} {self.months[day.month - 1]}"

    def say_date(self, day: date) -> str:
        """A day with its year: "Monday 10 August 2026"."""
        return f"{self.say_day(day)} {day.year}"

    def say(self, sentence: str, facts: Mapping[str, Fact]) -> str:
        """The sentence with its ``{named}`` facts filled in, once: braces inside a fact stay as they are.

        Raises KeyError if the sentence names a fact that is not there.
        """

        def filled(match: re.Match[str]) -> str:
            said = self._say_fact(facts[match[1]])
            return said if said.endswith(".") else said + match[2]

        return _FACT.sub(filled, sentence)

    def _say_fact(self, fact: Fact) -> str:
        return self.say_day(fact) if isinstance(fact, date) else one_line(str(fact))


ENGLISH = Language(
    code="en",
    days=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
)
_LANGUAGES = {"en": ENGLISH}


def language(code: str | None) -> Language:
    """The language of a code such as "en" or "en-GB"; English where the product does not speak it."""
    return _LANGUAGES.get((code or "").lower().partition("-")[0], ENGLISH)
