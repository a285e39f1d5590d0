"""Readers of mail addresses, phone numbers and web addresses: checked, and otherwise kept as they were given.

Every reader raises InvalidValue.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from chalicelib.drafts.phone_text import is_plain_number, phone_text, plain_digits
from chalicelib.patterns import lazy_pattern
from chalicelib.request_errors import InvalidValue
from chalicelib.schemas.invisible_marks import unmarked, unmarked_address
from chalicelib.schemas.text_values import FormText, line, unmarked_line

# The characters that occur in mail addresses. Quotes, "?", "&", "%" and "," would mean something in a mailto.
_LOCAL = r"[A-Za-z0-9!#$'*+/=^_~-]+(?:\.[A-Za-z0-9!#$'*+/=^_~-]+)*"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_EMAIL = lazy_pattern(rf"(?=.{{1,64}}@){_LOCAL}@(?:{_LABEL}\.)+{_LABEL}", re.ASCII)
_EXTENSION = lazy_pattern(r"[0-9*#]{1,10}", re.ASCII)
_NOT_IN_AN_ADDRESS = lazy_pattern(r"[\s<>\"{}|\\^`]")
_BARE_HOST = lazy_pattern(r"(?:[^\s/:?#@.]+\.)+[^\W\d_][^\s/:?#@.]*(?::\d{1,5})?(?:[/?#].*)?")
_EMAIL_LIMIT, _URL_LIMIT, _PHONE_LIMIT = 254, 2000, 60


def email(raw: object) -> str:
    """One plain mail address, without a name beside it."""
    text = unmarked_line(_EMAIL_LIMIT)(raw)
    if not _EMAIL.fullmatch(text):
        raise InvalidValue("is not one plain mail address such as dana@acme.example")
    return text


def phone(raw: object) -> str:
    """A phone number, or several, as people write them; digits of other scripts and typographic dashes become plain
    ones.

    A ``+`` that a form did not encode arrives as a space, and nothing else puts a space before a number.
    """
    if isinstance(raw, FormText) and raw[:1] == " " and unmarked(raw)[:1].isdigit():
        raw = f"+{unmarked(raw)}"
    text = plain_digits(unmarked_line(_PHONE_LIMIT)(raw))
    if not is_plain_number(text) and phone_text(text) is None:
        raise InvalidValue("is not a phone number such as +49 30 23125 020 (3 to 15 digits)")
    return text


def extension(raw: object) -> str:
    """What to dial after the number."""
    text = plain_digits(unmarked_line(_PHONE_LIMIT)(raw))
    if not _EXTENSION.fullmatch(text):
        raise InvalidValue("is not an extension such as 123 (at most 10 digits)")
    return text


def web_address(raw: object) -> str:
    """An address that a browser opens: http or https, with a host. A form may leave out ``https://``."""
    text = line(_URL_LIMIT)(unmarked_address(raw) if isinstance(raw, str) else raw)
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
