"""Offices, and people who are named by what they do: "the HR team", "recruiting", "the hiring manager"."""

from __future__ import annotations

from chalicelib.drafts.names.given_names import is_given_name
from chalicelib.drafts.names.vocabulary import ACRONYMS, FIELDS, LABELS, NO_NAMES, PERSONS, ROLES, SMALL_WORDS, TEAMS
from chalicelib.patterns import lazy_pattern

_CYRILLIC = lazy_pattern(r"[А-яЁё]")
_WORD = lazy_pattern(r"[\w&'’.-]+")
_MOST_WORDS = 6


def is_role(word: str) -> bool:
    """Whether a word says what somebody does or where, and is no part of a name."""
    if word.lower() in SMALL_WORDS:
        return word.islower() or word == "&"
    return word.lower() in ROLES | LABELS or _is_hyphenated_role(word)


def without_roles(words: list[str]) -> list[str] | None:
    """The words of a name without roles before and after it ("HR Dana Winter"); None if an office may be meant."""
    at_start = next((at for at, word in enumerate(words) if not is_role(word)), len(words))
    at_end = next((at for at, word in enumerate(reversed(words)) if not is_role(word)), 0)
    kept = words[at_start : len(words) - at_end]
    roles = {word.lower() for word in words[:at_start] + words[len(words) - at_end :]}
    if not roles:
        return words
    is_person = bool(roles & (PERSONS | LABELS)) and len(kept) > 1
    is_team = bool(roles & TEAMS) and not roles & PERSONS
    is_name = is_person or any(map(is_given_name, kept))
    return kept if is_name and not is_team and not any(map(is_role, kept)) else None


def office_name(text: str, language: str) -> str | None:
    """The office as one says it in a sentence of ``language``; None if the text names none."""
    words = _WORD.findall(text.partition(",")[0])
    if words and words[0].lower() == "the":
        words = words[1:]
    if not words or len(words) > _MOST_WORDS or not _is_office(words) or NO_NAMES & set(map(str.lower, words)):
        return None
    said = " ".join(_cased(word) for word in words)
    if language == "ru" or _CYRILLIC.search(said):
        return said if language == "ru" else None
    head = words[max(0, _index(words, "of") - 1)].lower()
    return f"the {said}" if head in TEAMS | PERSONS else said


def _index(words: list[str], word: str) -> int:
    """Where a word stands; behind the last, if it does not."""
    lower = [one.lower() for one in words]
    return lower.index(word) if word in lower else len(lower)


def is_office(text: str) -> bool:
    """Whether every word says what somebody does or where."""
    return all(map(is_role, text.split()))


def _is_office(words: list[str]) -> bool:
    """Whether the words name an office; strange ones may stand before them ("Acme HR"), but no small ones."""
    strange = [word for word in words if not is_role(word)]
    is_named = any(word.lower() in FIELDS | TEAMS | PERSONS or _is_hyphenated_role(word) for word in words)
    return is_named and all(word[0].isupper() and word.isalpha() for word in strange) and is_role(words[-1])


def _is_hyphenated_role(word: str) -> bool:
    parts = word.lower().split("-")
    return len(parts) > 1 and all(part in ROLES for part in parts)


def _cased(word: str) -> str:
    """Common words in small letters, abbreviations in capitals; other words as typed."""
    return "-".join(_cased_part(part) for part in word.split("-"))


def _cased_part(part: str) -> str:
    lower = part.lower()
    if lower in ACRONYMS:
        return lower.upper()
    return lower if lower in ROLES or lower == "hiring" else part
