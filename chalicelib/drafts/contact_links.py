"""Links that open the phone (RFC 3966) or the mail program (RFC 6068) with everything filled in."""

from __future__ import annotations

import unicodedata
from functools import lru_cache, partial
from urllib.parse import quote

from msgspec import Struct

from chalicelib.drafts.number_ends import first_number
from chalicelib.drafts.phone_text import PhoneText, phone_text, plain_digits
from chalicelib.drafts.wording import one_line

LONGEST_MAILTO = 2000  # mail programs and browsers cut or refuse longer ones


class Dialled(Struct, frozen=True):
    """What a phone dials. ``number`` is E.164 where that is sure, else the digits that were given."""

    number: str
    extension: str
    is_sure: bool

    @property
    def tel(self) -> str | None:
        """A ``tel:`` link; None if there is no digit to dial."""
        if not _digits(self.number):
            return None
        return f"tel:{self.number}{f';ext={self.extension}' if self.extension else ''}"


def dialled(phone: str, extension: str | None, place: str) -> Dialled:
    """What is dialled for a phone field in ``place`` (ISO 3166): its first number.

    A number is made international only if it says its country (``+``), or if it is one of ``place`` and is written as
    numbers are there. A library takes 8 900 000 00 11, a Russian number, for one of Munich: so it is dialled as it is.
    """
    text = plain_digits(phone)
    read = phone_text(text) or PhoneText(text)
    first = first_number(read.number, partial(_international, region=place[:2]))
    number = _international(first, place[:2])
    return Dialled(number or _as_given(first), _digits(extension or read.extension or ""), bool(number))


def mailto(address: str, subject: str, body: str) -> str | None:
    """A ``mailto:`` link, None if it is longer than ``LONGEST_MAILTO`` characters."""
    lines = body.replace("\r\n", "\n").replace("\n", "\r\n")
    link = f"{mailto_empty(address, subject)}&body={quote(lines, safe='')}"
    return link if len(link) <= LONGEST_MAILTO else None


def mailto_address(address: str) -> str:
    """A link that begins an empty letter."""
    return f"mailto:{quote(one_line(address), safe='@')}"


def mailto_empty(address: str, subject: str) -> str:
    """A ``mailto:`` link without a body: the owner pastes the letter."""
    return f"{mailto_address(address)}?subject={quote(one_line(subject), safe='')}"


@lru_cache(maxsize=256)  # a digest asks several times for one number
def _international(number: str, region: str) -> str | None:
    """A number as E.164; None if it may be one of another country, or of none."""
    import phonenumbers

    if number.lstrip(" (").startswith("+"):
        return _with_its_country(number)
    found = next(iter(phonenumbers.PhoneNumberMatcher(number, region)), None)
    if found is None or _digits(found.raw_string) != _digits(number):
        return None
    return str(phonenumbers.format_number(found.number, phonenumbers.PhoneNumberFormat.E164))


def _with_its_country(number: str) -> str | None:
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return None
    is_possible = phonenumbers.is_possible_number(parsed)
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)) if is_possible else None


def _as_given(phone: str) -> str:
    plus = "+" if phone.lstrip(" (").startswith("+") else ""
    return plus + _digits(phone)


def _digits(text: str) -> str:
    """The decimal digits in ``text``, of any script, as 0 to 9."""
    return "".join(str(unicodedata.decimal(character)) for character in text if character.isdecimal())
