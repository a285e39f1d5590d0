"""Takes out of a field what is no word of a name: marks, brackets, addresses, numbers, remarks."""

from __future__ import annotations

import re
import unicodedata

from chalicelib.drafts.names.vocabulary import FEMININE, MASCULINE
from chalicelib.drafts.wording import one_line
from chalicelib.patterns import lazy_pattern

_GREETING = lazy_pattern(
    r"(?:dear|hello|hi there|hi|hey|good (?:morning|afternoon|evening|day)|sehr geehrte[rs]?|liebe[rs]?|hallo|guten tag"
    r"|bonjour|cher|chère|hola|estimad[oa]|здравствуйте|добрый (?:день|вечер)|доброе утро|привет"
    r"|уважаем(?P<f>ая)|уважаем(?P<m>ый)|дорог(?P<f2>ая)|дорог(?P<m2>ой)|уважаемые|дорогие)\b[\s,!.:]*",
    re.IGNORECASE,
)
_BRACKETS = lazy_pattern(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|<[^<>]*>")
_OPEN_BRACKET = lazy_pattern(r"[(\[{<].*")
_STRAY_BRACKETS = lazy_pattern(r"[()\[\]{}<>]")
_ADDRESSES = lazy_pattern(r"\S*@\S*\.\S+|\b(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)+/\S*", re.IGNORECASE)
_NUMBERS = lazy_pattern(
    r"[,;]?\s*\b(?:tel|phone|ph|mob|mobile|cell|ext|extension|room|тел|моб|доб)\b\.?:?\s*[+\d].*|\+?\d[\d\s()./-]{4,}\d",
    re.IGNORECASE,
)
_NICKNAME = lazy_pattern(r"""(?<=\s)["“”„«'‘]([^\W\d_]{2,20})["”“»'’](?=\s)""")
_DOUBLE_QUOTES = lazy_pattern(r'["“”„«»‟]')
_WRAPPING = " \"'“”„«»‘’`,;:.!?*-–—/|·•+&=~_#…"
_KEPT_JOINERS = lazy_pattern(r"(?<=[\u0600-\u06ff\u0900-\u0dff])[\u200c\u200d](?=[\u0600-\u06ff\u0900-\u0dff])")
_MOST_NESTED = 4


def printable(text: str) -> str:
    """The text as one composed line without pictures and invisible marks."""
    return " ".join("".join(_kept(text)).split())


def _kept(text: str) -> list[str]:
    composed = unicodedata.normalize("NFC", one_line(text))
    joiners = {match.start() for match in _KEPT_JOINERS.finditer(composed)}
    return [_sign(sign) if at not in joiners else sign for at, sign in enumerate(composed)]


def _sign(sign: str) -> str:
    """Pictures become spaces, marks that nobody sees nothing."""
    category = unicodedata.category(sign)
    if category == "So" or sign in "_*":
        return " "
    if category in ("Cf", "Co", "Cn") or "\ufe00" <= sign <= "\ufe0f" or "\U0001f3fb" <= sign <= "\U0001f3ff":
        return ""
    return sign


def without_brackets(text: str) -> str:
    """The text without what stands in brackets; one that is not closed takes the rest with it."""
    for _ in range(_MOST_NESTED):
        text = _BRACKETS.sub(" ", text)
    return _STRAY_BRACKETS.sub(" ", _OPEN_BRACKET.sub(" ", text))


def without_addresses(text: str) -> str:
    """The text without mail addresses, links and telephone numbers."""
    return _NUMBERS.sub(" ", _ADDRESSES.sub(" ", text))


def nickname_apart(text: str) -> tuple[str, str]:
    """The text without a nickname in quotation marks, and the nickname; quotation marks go either way."""
    found = _NICKNAME.search(text)
    nickname = found[1] if found else ""
    return _DOUBLE_QUOTES.sub(" ", _NICKNAME.sub(" ", text)), nickname


def trimmed(text: str) -> str:
    """The text with single spaces, and without loose signs around it; the stop of an initial or abbreviation stays."""
    bare = " ".join(text.split()).lstrip(_WRAPPING)
    kept = bare.rstrip(_WRAPPING)
    is_stop_kept = bare[len(kept) :].startswith(".") and re.search(r"(?:^|[\s.])\w{1,3}$", kept)
    return f"{kept}." if is_stop_kept and not bare[len(kept) :].startswith("..") else kept


def without_greetings(text: str) -> tuple[str, str]:
    """The text without "Dear" and the like before it, and the gender that the greeting tells («Уважаемая»)."""
    gender, text = "", trimmed(text)
    while found := _GREETING.match(text):
        gender = FEMININE if found["f"] or found["f2"] else MASCULINE if found["m"] or found["m2"] else gender
        text = trimmed(text[found.end() :])
    return text, gender
