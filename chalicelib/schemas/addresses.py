"""Readers of mail addresses, phone numbers and web addresses: checked, and otherwise kept as they were given.

Every reader raises InvalidValue.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

from chalicelib.request_errors import InvalidValue
from chalicelib.schemas.text_values import FormText, line

# The characters that occur in mail addresses. Quotes, "?", "&", "%" and "," would mean something in a mailto.
_LOCAL = r"[A-Za-z0-9!#$'*+/=^_~-]+(?:\.[A-Za-z0-9!#$'*+/=^_~-]+)*"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_EMAIL = re.compile(rf"(?=.{{1,64}}@){_LOCAL}@(?:{_LABEL}\.)+{_LABEL}", re.ASCII)
_PHONE = re.compile(r"(?P<number>\(?\+?[0-9 ()./-]+?)(?: ?(?:ext\.?|x|#|;ext=) ?\d{1,8})?", re.ASCII | re.IGNORECASE)
_EXTENSION = re.compile(r"[0-9*#]{1,10}", re.ASCII)
_NOT_IN_AN_ADDRESS = re.compile(r"[\s<>\"{}|\\^`]")
_BARE_HOST = re.compile(r"(?:[^\s/:?#@.]+\.)+[^\W\d_][^\s/:?#@.]*(?::\d{1,5})?(?:[/?#].*)?")
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2212"), "-")
_FEWEST_DIGITS, _MOST_DIGITS = 3, 15
_EMAIL_LIMIT, _URL_LIMIT, _PHONE_LIMIT = 254, 2000, 60


def email(raw: object) -> str:
    """One plain mail address, without a name beside it."""
    text = line(_EMAIL_LIMIT)(raw)
    if not _EMAIL.fullmatch(text):
        raise InvalidValue("is not one plain mail address such as dana@acme.example")
    return text


def phone(raw: object) -> str:
    """A phone number as people write it; digits of other scripts and typographic dashes become plain ones.

    A ``+`` that a form did not encode arrives as a space, and nothing else puts a space before a number.
    """
    if isinstance(raw, FormText) and raw[:1] == " " and raw.strip()[:1].isdigit():
        raw = f"+{raw.strip()}"
    text = "".join(map(_plain, line(_PHONE_LIMIT)(raw))).translate(_DASHES)
    matched = _PHONE.fullmatch(text)
    digits = sum(map(str.isdigit, matched["number"])) if matched else 0
    if not _FEWEST_DIGITS <= digits <= _MOST_DIGITS:
        raise InvalidValue("is not a phone number such as +49 30 23125 020 (3 to 15 digits)")
    return text


def extension(raw: object) -> str:
    """What to dial after the number."""
    text = "".join(map(_plain, line(_PHONE_LIMIT)(raw)))
    if not _EXTENSION.fullmatch(text):
        raise InvalidValue("is not an extension such as 123 (at most 10 digits)")
    return text


def web_address(raw: object) -> str:
    """An address that a browser opens: http or https, with a host. A form may leave out ``https://``."""
    text = line(_URL_LIMIT)(raw)
    if isinstance(raw, FormText) and _BARE_HOST.fullmatch(text):
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        is_fit = parts.scheme in ("http", "https") and bool(parts.hostname) and not _NOT_IN_AN_ADDRESS.search(text)
    except ValueError:
        is_fit = False
    if not is_fit:
        raise InvalidValue("is not a web address that begins with http:// or https://")
    return text


def _plain(character: str) -> str:
    """A digit of any script as an ASCII digit, any white space as a space."""
    if character.isspace():
        return " "
    return str(unicodedata.decimal(character, character))
