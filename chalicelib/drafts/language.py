"""A language: it translates sentences, fills in their facts, and puts days into words.

English sentences are the keys of the catalogs, so English itself needs none. They are marked where they stand, by
``say``, ``say_number``, ``Reason`` or ``translatable``: that is how ``make catalogs`` finds them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from gettext import NullTranslations

from msgspec import Struct, field

from chalicelib.drafts.wording import one_line, quoted
from chalicelib.playbook.step import Fact, translatable

# The full stop is matched too, so that "{company}." with "Acme Inc." does not end in two.
_FACT = re.compile(r"\{(\w+)\}(\.?)")


_DAYS = (
    translatable("Monday"),
    translatable("Tuesday"),
    translatable("Wednesday"),
    translatable("Thursday"),
    translatable("Friday"),
    translatable("Saturday"),
    translatable("Sunday"),
)
_MONTHS = (
    translatable("January"),
    translatable("February"),
    translatable("March"),
    translatable("April"),
    translatable("May"),
    translatable("June"),
    translatable("July"),
    translatable("August"),
    translatable("September"),
    translatable("October"),
    translatable("November"),
    translatable("December"),
)
_DAY = translatable("{weekday} {day} {month}")
_DATE = translatable("{weekday} {day} {month} {year}")


class Language(Struct, frozen=True):
    """A language that a person reads; ``code`` is also the name of its folder of drafts."""

    code: str
    translations: NullTranslations = field(default_factory=NullTranslations)

    @property
    def own_name(self) -> str:
        """The name of the language in itself; its code if the catalog has no name."""
        name = self.say(translatable("English"))
        return self.code if name == "English" and self.code != "en" else name

    def say_weekday(self, day: int) -> str:
        """The name of a day of the week; Monday is 0."""
        return self.say(_DAYS[day])

    def say_day(self, day: date) -> str:
        """A day within a sentence, near enough to need no year, such as "Monday 10 August"."""
        return self._day_in_words(self.translations.gettext(_DAY), day)

    def say_date(self, day: date) -> str:
        """A day with its year, such as "Monday 10 August 2026"."""
        return self._day_in_words(self.translations.gettext(_DATE), day)

    def say_day_alone(self, day: date) -> str:
        """A day outside a sentence, in a heading or before a colon, such as "Monday 10 August"."""
        return self._day_in_words(self.translations.pgettext("a day in a heading", "{weekday} {day} {month}"), day)

    def say(self, sentence: str, facts: Mapping[str, Fact] | None = None) -> str:
        """The sentence with its ``{named}`` facts filled in, once: braces inside a fact stay as they are.

        Raises KeyError if the sentence names a missing fact.
        """
        return self._filled(self.translations.gettext(sentence), facts or {})

    def say_number(self, one: str, many: str, number: int, facts: Mapping[str, Fact] | None = None) -> str:
        """The sentence for ``number`` things, by the plural forms of the language, with its facts filled in."""
        return self._filled(self.translations.ngettext(one, many, number), facts or {})

    def in_quotes(self, name: str) -> str:
        """A name within a sentence, in quotation marks if the language uses them there."""
        pattern = self.translations.pgettext("a company's name within a sentence", "{name}")
        opening, closing = pattern.split("{name}")
        return quoted(one_line(name), opening, closing)

    def _filled(self, sentence: str, facts: Mapping[str, Fact]) -> str:
        def filled(match: re.Match[str]) -> str:
            text = self._fact_in_words(facts[match[1]])
            return text if text.endswith(".") else text + match[2]

        return _FACT.sub(filled, sentence)

    def _fact_in_words(self, fact: Fact) -> str:
        return self.say_day(fact) if isinstance(fact, date) else one_line(str(fact))

    def _day_in_words(self, pattern: str, day: date) -> str:
        weekday, month = self.say_weekday(day.weekday()), self.say(_MONTHS[day.month - 1])
        return self._filled(pattern, {"weekday": weekday, "day": day.day, "month": month, "year": day.year})


ENGLISH = Language("en")
