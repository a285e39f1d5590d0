"""Which English a reader expects: the American one, or the one that Britain and most others write.

They differ in dates ("Monday, August 3", "Monday 3 August"), in titles ("Dr. Smith", "Dr Smith") and in a few words
("résumé", "CV").
"""

from __future__ import annotations

from msgspec.structs import replace

from chalicelib.drafts.addressing import Address
from chalicelib.drafts.language import AMERICAN
from chalicelib.patterns import lazy_pattern

# ISO 3166-1 codes.
_BRITISH = frozenset({"GB", "IE", "AU", "NZ", "IN", "ZA", "SG", "HK", "MT", "PK", "BD", "LK", "NG", "KE", "GH", "JM"})

_TITLE = lazy_pattern(r"\b(Mr|Mrs|Ms|Dr|Prof)\b\.?(?= \S)")
_TITLED = lazy_pattern(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor)\b\.? \S")
_DAY = r"\b[MTWFS]\w+day, [JFMASOND][a-z]+ \d{1,2}(?:, \d{4})?"
_DAY_WITHIN = lazy_pattern(rf"({_DAY})(?= (?!(?:and|or) [A-Z]|at )[A-Za-z])")


def is_american(country: str) -> bool:
    """Whether American English is written in a country (ISO 3166)."""
    return country[:2] in AMERICAN


def country_of_english(employer_country: str, owner_country: str) -> str:
    """The country whose English a text between these two is in: the employer's if English is spoken in its offices,
    otherwise the owner's."""
    return employer_country if employer_country[:2] in AMERICAN | _BRITISH else owner_country


def is_titled(address: Address) -> bool:
    """Whether somebody is greeted by a title ("Ms Winter"): then the words are formal ones, too."""
    return address.greeting is not None and _TITLED.match(address.greeting) is not None


def with_titles(address: Address, *, is_american: bool) -> Address:
    """The forms of a name with a stop after the title before it, as in America, or without one."""

    def titled(form: str | None) -> str | None:
        return form and _TITLE.sub(r"\1." if is_american else r"\1", form)

    greeting, spoken, written = map(titled, (address.greeting, address.spoken, address.written))
    return replace(address, greeting=greeting, spoken=spoken, written=written)


def with_second_commas(text: str) -> str:
    """An American text whose dates have their comma where the sentence goes on: "on Monday, August 3, I had"."""
    return _DAY_WITHIN.sub(r"\1,", text)
