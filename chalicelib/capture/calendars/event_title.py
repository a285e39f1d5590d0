"""What an event's title says: whether it is an interview, with which employer, and for which position.

The employer is the part of the title that the mail domain of the people in the event is named after; that is no guess.
What is left, without the words for an interview and without the owner's name, is the position.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from chalicelib.capture.company_names import name_key
from chalicelib.capture.people import is_same_name
from chalicelib.patterns import lazy_pattern

_INTERVIEW = (
    r"(?:hiring manager |phone |video |first |final |second |technical |job |panel |on-?site |online |telefon-?)?"
    r"(?:interviews?|interview(?:gespräch|termin)|vorstellungsgespräche?|bewerbungsgespräche?|kennenlerngespräch|"
    r"kennenlernen|auswahl(?:tag|gespräch)|(?:phone|initial|recruiter) (?:screen(?:ing)?|call|chat)|screening|"
    r"assessment(?:[ -]cent(?:er|re))?|probearbeiten|собеседовани[еяю]|интервью|видеоинтервью|видеособеседование)"
)
_INTERVIEW_WORD = lazy_pattern(rf"(?<!\w){_INTERVIEW}(?!\w)", re.IGNORECASE)
# What parts a title: signs, brackets, and the small words between an interview, an employer and a position.
_BETWEEN = lazy_pattern(
    r"\s*[:|()\[\]«»„“”\"]+\s*|\s+[-–—/@]+\s+|,\s+|\s+(?:at|with|bei|der|im|в|с|и|and|und|zur|zum|als|for|für|на)"
    r"(?:\s+(?:the|der|die|das|den|dem|a|an|position|role|stelle|вакансию|должность|позицию|компании|компанией))?\s+",
    re.IGNORECASE,
)
_BEFORE = lazy_pattern(
    r"^(?:invitation|einladung|updated?|приглашение|accepted|canceled|cancelled|abgesagt|отменено)\s*:\s*",
    re.IGNORECASE,
)
_SMALL_WORDS = lazy_pattern(
    r"^(?:(?:at|with|bei|der|im|in|am|в|с|и|and|und|zur|zum|als|for|für|на|the|die|das|den|dem|an|a|position|stelle)"
    r"(?:\s+|$))+",
    re.IGNORECASE,
)
_LABEL_DOMAINS = frozenset({"com", "co", "org", "net", "ac", "gov", "edu"})
_FEWEST_LETTERS = 3
_MOST_BEFORE = 20_000  # characters of a text
_AS_WHAT = lazy_pattern(
    r"\b(?:stelle als|position as|als|as(?: an?)?|position of|post of|stelle(?: der| des)?)\s+([^.,;:!?\n]{3,60}?)\s+"
    r"(?:am|an der|bei|beim|bei der|in der|at|at the|with|in)\s+$",
    re.IGNORECASE,
)
_LONGEST, _MOST_WORDS, _LONGEST_NAME = 300, 500, 6  # characters of a title, words of a text and of a name


class EventTitle(Struct, frozen=True):
    """The parts of a title; what is not known is empty."""

    is_interview: bool
    company: str = ""
    position: str = ""


def read_title(title: str, owner_name: str, addresses: Iterable[str]) -> EventTitle:
    """The parts of a title; ``addresses`` are those of the people in the event, without the owner's."""
    text = _BEFORE.sub("", title[:_LONGEST])
    is_interview = _INTERVIEW_WORD.search(text) is not None
    bare = _INTERVIEW_WORD.sub(" : ", text)
    parts = [_SMALL_WORDS.sub("", part.strip(" ,.;-–—&")) for part in _BETWEEN.split(bare)]
    parts = [part for part in parts if len(part) > 1 and not is_same_name(part, owner_name)]
    company = _company(text, parts, [*addresses])
    others = [part for part in parts if company and name_key(part) != name_key(company) and part not in company]
    return EventTitle(is_interview, company, others[0] if len(others) == 1 else "")


def company_in_text(text: str, addresses: Iterable[str]) -> str:
    """The words of a text after which a domain of these addresses is named; empty if there are none."""
    labels = filter(None, map(_label, addresses))
    return next((found for label in labels if (found := _beginning_within(text, label))), "")


def position_at(text: str, company: str) -> str:
    """What stands between "as" and "at the company" in a text: the position; empty if nothing does."""
    before = text[:_MOST_BEFORE].partition(company)[0]
    found = _AS_WHAT.search(before[-_LONGEST:])
    return found[1].strip() if found else ""


def _company(text: str, parts: list[str], addresses: list[str]) -> str:
    """The part of the title after which a domain is named; it may be the beginning of a part, before a position."""
    for label in filter(None, map(_label, addresses)):
        if whole := next((part for part in parts if _letters(name_key(part)) == label), None):
            return whole
        if begun := next((found for part in parts if (found := _beginning(part, label))), None):
            return begun
        if joined := _beginning_within(text, label):
            return joined
    return ""


def _beginning(part: str, label: str) -> str:
    """The first words of a part whose letters are those of the domain."""
    words = part.split()
    for count in range(len(words), 0, -1):
        if _letters(name_key(" ".join(words[:count]))) == label:
            return " ".join(words[:count])
    return ""


def _beginning_within(text: str, label: str) -> str:
    """The words anywhere in the title whose letters are those of the domain: "Maple & Rowe" is parted by no sign."""
    words = text.split()[:_MOST_WORDS]
    for begin in range(len(words)):
        for end in range(begin + 1, min(begin + _LONGEST_NAME, len(words)) + 1):
            run = " ".join(words[begin:end]).strip(' ,.;:-–—()«»"')
            if _letters(name_key(run)) == label:
                return run
    return ""


def _label(address: str) -> str:
    """The letters of the part of a domain that names its owner: of "hr@mail.maple-rowe.co.uk" it is "maplerowe"."""
    labels = address.rpartition("@")[2].lower().split(".")[:-1]
    named = [label for label in labels if label not in _LABEL_DOMAINS]
    letters = _letters(named[-1]) if named else ""
    return letters if len(letters) >= _FEWEST_LETTERS else ""


def _letters(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())
