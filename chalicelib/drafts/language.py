"""A language: it translates sentences, fills in their facts, and puts days into words.

English sentences are the keys of the catalogs, so English itself needs none. They are marked where they stand, by
``say``, ``say_number``, ``Reason`` or ``translatable``: that is how ``make catalogs`` finds them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from gettext import NullTranslations

from msgspec import Struct, field
from msgspec.structs import replace

from chalicelib.drafts.wording import one_line, quoted
from chalicelib.patterns import lazy_pattern
from chalicelib.playbook.step import Fact, translatable

# The full stop is matched too, so that "{company}." with "Acme Inc." does not end in two.
_FACT = lazy_pattern(r"\{(\w+)\}(\.?)")


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
# Where American English is written in offices (ISO 3166-1); ``english`` has the other half.
AMERICAN = frozenset({"US", "CA", "PH", "PR", "GU", "VI", "LR"})
_ELEVEN_MONTHS = timedelta(days=330)  # a day so near is said aloud without its year
_AMERICAN_DAY, _AMERICAN_DATE = "{weekday}, {month} {day}", "{weekday}, {month} {day}, {year}"


class Language(Struct, frozen=True):
    """A language that a person reads; ``code`` is also the name of its folder of drafts.

    ``today`` is the reader's day: days of its year are said without their year. If it is None, all are said with it.
    ``is_american``: the reader expects American English, so "Monday, August 10".
    """

    code: str
    translations: NullTranslations = field(default_factory=NullTranslations)
    today: date | None = None
    is_american: bool = False

    @property
    def is_english(self) -> bool:
        """Whether it is English, of whatever country."""
        return self.code[:2] == "en"

    @property
    def own_name(self) -> str:
        """The name of the language in itself; its code if the catalog has no name."""
        name = self.say(translatable("English"))
        return self.code if name == "English" and self.code != "en" else name

    def say_weekday(self, day: int) -> str:
        """The name of a day of the week; Monday is 0."""
        return self.say(_DAYS[day])

    def as_of(self, today: date, country: str) -> Language:
        """The language as one reads it on a day, in a country (ISO 3166)."""
        return replace(self, today=today, is_american=self.is_english and country[:2] in AMERICAN)

    def say_day(self, day: date) -> str:
        """A day within a sentence, such as "Monday 10 August"; with its year, if that is another than today's."""
        if not self._is_of_today(day):
            return self.say_date(day)
        return self._day_in_words(_AMERICAN_DAY if self.is_american else self.translations.gettext(_DAY), day)

    def say_date(self, day: date) -> str:
        """A day with its year, such as "Monday 10 August 2026"."""
        return self._day_in_words(_AMERICAN_DATE if self.is_american else self.translations.gettext(_DATE), day)

    def say_day_aloud(self, day: date) -> str:
        """A day as a caller says it: without a year that is understood; in English "Monday the 3rd", with its month if
        that is another than today's."""
        if not (self._is_near(day) or self._is_of_today(day)):
            return self.say_day(day)
        if not self.is_english:
            return self._day_in_words(self.translations.gettext(_DAY), day)
        spoken = f"{self.say_weekday(day.weekday())} the {ordinal(day.day)}"
        if self.today and day.month == self.today.month:
            return spoken
        month = _MONTHS[day.month - 1]
        if self.is_american:
            return f"{self.say_weekday(day.weekday())}, {month} {ordinal(day.day)}"
        return f"{spoken} of {month}"

    def say_day_alone(self, day: date) -> str:
        """A day outside a sentence, in a heading or before a colon; with its year, if that is another than today's."""
        if self.is_american:
            return self.say_day(day)
        pgettext = self.translations.pgettext
        without_year = pgettext("a day in a heading", "{weekday} {day} {month}")
        with_year = pgettext("a day in a heading", "{weekday} {day} {month} {year}")
        return self._day_in_words(without_year if self._is_of_today(day) else with_year, day)

    def say(self, sentence: str, facts: Mapping[str, Fact] | None = None) -> str:
        """The sentence with its ``{named}`` facts filled in, once: braces inside a fact stay as they are.

        Raises KeyError if the sentence names a missing fact.
        """
        return self._filled(self._in_own_english(self.translations.gettext(sentence)), facts or {})

    def say_number(self, one: str, many: str, number: int, facts: Mapping[str, Fact] | None = None) -> str:
        """The sentence for ``number`` things, by the plural forms of the language, with its facts filled in."""
        return self._filled(self.translations.ngettext(one, many, number), facts or {})

    def in_quotes(self, name: str) -> str:
        """A name within a sentence, in quotation marks if the language uses them there."""
        pattern = self.translations.pgettext("a company's name within a sentence", "{name}")
        opening, closing = pattern.split("{name}")
        return quoted(one_line(name), opening, closing)

    def _in_own_english(self, sentence: str) -> str:
        """The sentence with the word that an American reader expects."""
        return sentence.replace(" CV", " résumé") if self.is_american else sentence

    def _filled(self, sentence: str, facts: Mapping[str, Fact]) -> str:
        def filled(match: re.Match[str]) -> str:
            text = self._fact_in_words(facts[match[1]])
            return text if text.endswith(".") else text + match[2]

        text = _FACT.sub(filled, sentence)
        if self.code != "ru":
            return text
        from chalicelib.drafts.typography import with_one_noun  # no other language needs it, on a cold start

        return with_one_noun(text)

    def _fact_in_words(self, fact: Fact) -> str:
        return self.say_day(fact) if isinstance(fact, date) else one_line(str(fact))

    def _is_near(self, day: date) -> bool:
        return self.today is not None and abs(day - self.today) < _ELEVEN_MONTHS

    def _is_of_today(self, day: date) -> bool:
        """Whether the day is of the year in which it is read."""
        return self.today is not None and day.year == self.today.year

    def _day_in_words(self, pattern: str, day: date) -> str:
        weekday, month = self.say_weekday(day.weekday()), self.say(_MONTHS[day.month - 1])
        return self._filled(pattern, {"weekday": weekday, "day": day.day, "month": month, "year": day.year})


def ordinal(number: int) -> str:
    """The day of a month as it is said: 1st, 2nd, 3rd, 4th, 11th."""
    ending = "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


ENGLISH = Language("en")
