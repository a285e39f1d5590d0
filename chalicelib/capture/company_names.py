"""Names of companies, compared: without legal forms, quotes, punctuation and case."""

from __future__ import annotations

import unicodedata

from chalicelib.patterns import lazy_pattern

_FORMS = (
    "gmbh mbh ag se kg kgaa ohg ug eg ev gbr co cokg ltd limited llc llp lp inc incorporated corp corporation plc pty "
    "bv nv sa sas sarl srl spa oy ab as aps sro zoo ооо оао зао пао ао ип нко ано гк фгуп муп тоо "
    "the компания company"
)
_LEGAL_FORMS = frozenset(_FORMS.split())
_WORD = lazy_pattern(r"[^\W_]+")
_FEWEST_LETTERS = 3


def name_key(name: str) -> str:
    """What is left of a name to compare: "ООО «Синий кит»" and "Синий Кит" are the same.

    A name of nothing but a legal form keeps it.
    """
    text = unicodedata.normalize("NFKC", name[:300]).casefold().replace("ё", "е")
    words = _WORD.findall(text.replace("&", " ").replace("e.v.", "ev").replace("'", "").replace("’", ""))
    return " ".join([word for word in words if word not in _LEGAL_FORMS] or words)


def is_same_company(name: str, other: str) -> bool:
    """Whether both names are one company's: the same words, or the one name begins with the other."""
    key, other_key = name_key(name), name_key(other)
    if not key or not other_key:
        return False
    shorter, longer = sorted((key, other_key), key=len)
    return key == other_key or (len(shorter) > _FEWEST_LETTERS and f" {shorter} " in f" {longer} ")


def is_named_in(name: str, text_key: str) -> bool:
    """Whether a text, as ``name_key`` of each of its words, names this company as a whole."""
    key = name_key(name)
    return len(key) >= _FEWEST_LETTERS and f" {key} " in f" {text_key} "


def text_key(text: str) -> str:
    """A text with its words as they are compared."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    words = _WORD.findall(plain.replace("&", " ").replace("'", "").replace("’", ""))
    return " ".join(word for word in words if word not in _LEGAL_FORMS)
