"""What somebody looks for, as they type it: words, and numbers in any notation. The way in is ``search_terms``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from msgspec import Struct

from chalicelib.drafts.contact_links import dialled
from chalicelib.drafts.phone_text import plain_digits
from chalicelib.playbook.contact import Contact
from chalicelib.playbook.event import EventFacts
from chalicelib.playbook.fields import FieldType, fields_of
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_facts import InterviewFacts

_FEWEST_DIGITS = 3  # that can be a part of a number
_FEWEST_OF_A_NUMBER = 6  # of one that is written down without its area code
_SEARCHED = (
    FieldType.LINE,
    FieldType.PARAGRAPHS,
    FieldType.EMAIL,
    FieldType.PHONE,
    FieldType.EXTENSION,
    FieldType.WEB_ADDRESS,
)
_NUMBER = re.compile(r"\+?\(?[0-9](?:[0-9 ()./-]*[0-9])?")
_SEVERAL = re.compile(r"[/,;]")
_WITH_THE_8 = 11  # digits of a Russian number with its trunk prefix
_NATIONAL_ZERO = "(0)"  # between the code of the country and that of the area: +49 (0)30
# Letters that no mark makes of others, and what keyboards have in place of typographic signs.
_ALIKE = str.maketrans(
    {
        "\u0142": "l",
        "\u00f8": "o",
        "\u0111": "d",
        "\u00f0": "d",
        "\u0131": "i",
        "\u00e6": "ae",
        "\u0153": "oe",
        "\u00fe": "th",
        **dict.fromkeys("\u2018\u2019\u02bc", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    }
)


class Term(Struct, frozen=True):
    """A part of a search: ``words`` as they are compared, and the ``number`` that they may be (empty: none)."""

    words: tuple[str, ...]
    number: str = ""


class SearchTerms(Struct, frozen=True):
    """All parts of a search; without any, every record fits."""

    terms: tuple[Term, ...] = ()

    def fit(self, interview: Interview, place: str) -> bool:
        """Whether a record has all that is looked for. Numbers are read as they are dialled in ``place``, the owner's
        (ISO 3166), and in the employer's country."""
        if not self.terms:
            return True
        text = folded("\n".join(_texts(interview)))
        return all(_fits(term, text, interview, place) for term in self.terms)


def search_terms(text: str) -> SearchTerms:
    """What is looked for with a text: its words, in any order, and its numbers, each of which may be written apart."""
    plain, terms, position = plain_digits(text), [], 0
    for number in _NUMBER.finditer(plain):
        if len(_digits(number[0])) < _FEWEST_DIGITS or _is_within_a_word(number):
            continue
        terms += _words_of(plain[position : number.start()])
        terms.append(Term(tuple(folded(number[0]).split()), number[0]))
        position = number.end()
    return SearchTerms((*terms, *_words_of(plain[position:])))


def folded(text: str) -> str:
    """A text as it is compared: without case, without the marks on letters, with the signs of a keyboard. So "muller"
    finds Müller, and "Щеголев" finds Щёголев."""
    lower = text.casefold()
    if lower.isascii():
        return lower
    letters = unicodedata.normalize("NFKD", lower).translate(_ALIKE)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _words_of(text: str) -> list[Term]:
    return [Term((word,)) for word in folded(text).split()]


def _is_within_a_word(number: re.Match[str]) -> bool:
    """Whether letters stand right beside the digits, as in "B2B" or "room12"."""
    around = number.string[max(number.start() - 1, 0) : number.start()] + number.string[number.end() : number.end() + 1]
    return any(map(str.isalpha, around))


def _texts(interview: Interview) -> Iterator[str]:
    """Everything that somebody wrote into a record."""
    yield from _written(InterviewFacts, interview)
    for contact in interview.contacts:
        yield from _written(Contact, contact)
    for event in interview.events:
        yield from _written(EventFacts, event)


def _written(declared: type[Struct], holder: Struct) -> Iterator[str]:
    names = (name for name, field in fields_of(declared).items() if field.kind in _SEARCHED)
    return filter(None, (getattr(holder, name) for name in names))


def _fits(term: Term, text: str, interview: Interview, place: str) -> bool:
    if all(word in text for word in term.words):
        return True
    return bool(term.number) and _has_number(interview, term.number, place)


def _has_number(interview: Interview, number: str, place: str) -> bool:
    places = {place, interview.employer_country or place}
    wanted = _notations(number, places)
    phones = (*(contact.phone for contact in interview.contacts), *(event.phone for event in interview.events))
    return any(
        _is_same(one, other) for phone in filter(None, phones) for other in _stored(phone, places) for one in wanted
    )


def _stored(phone: str, places: Iterable[str]) -> set[str]:
    """The notations of a phone field, which may hold several numbers."""
    parts = _SEVERAL.split(plain_digits(phone))
    whole = [part for part in parts if len(_digits(part)) >= _FEWEST_OF_A_NUMBER]
    return set().union(*(_notations(one, places) for one in (phone, *(whole if parts[1:] else ()))))


def _notations(number: str, places: Iterable[str]) -> set[str]:
    """The digits of a number as it is written, and with the code of its country where that is sure."""
    as_written = _digits(plain_digits(number).replace(_NATIONAL_ZERO, ""))
    found = {as_written, *(_digits(dialled(number, None, place).number) for place in places)}
    return {_without_trunk(digits.lstrip("0")) for digits in found}


def _without_trunk(digits: str) -> str:
    """Digits without the 8 that Russian numbers are written with: 8 912 stands for +7 912. All other trunk prefixes are
    zeros, or the code of the country."""
    return digits.removeprefix("8") if len(digits) == _WITH_THE_8 else digits


def _is_same(wanted: str, stored: str) -> bool:
    """Whether digits are those of a number, or a part of it; or the number without what stands before it there."""
    if len(wanted) < _FEWEST_DIGITS:
        return False
    return wanted in stored or (len(stored) >= _FEWEST_OF_A_NUMBER and wanted.endswith(stored))


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
