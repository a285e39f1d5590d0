"""Links that open the phone (RFC 3966) or the mail program (RFC 6068) with everything filled in."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote

from chalicelib.drafts.wording import one_line

LONGEST_MAILTO = 2000  # mail programs and browsers cut or refuse longer ones


def tel(phone: str, extension: str | None, place: str) -> str | None:
    """A ``tel:`` link for a number as dialed in ``place`` (ISO 3166): as E.164 where that is possible, else its digits.

    None if there is no digit to dial.
    """
    number, own_extension = _parsed(phone, place[:2])
    number = number or _as_given(phone)
    extension_digits = _digits(extension or own_extension or "")
    return f"tel:{number}{f';ext={extension_digits}' if extension_digits else ''}" if _digits(number) else None


def mailto(address: str, subject: str, body: str) -> str | None:
    """A ``mailto:`` link, None if it is longer than ``LONGEST_MAILTO`` characters."""
    lines = body.replace("\r\n", "\n").replace("\n", "\r\n")
    link = f"{mailto_empty(address, subject)}&body={quote(lines, safe='')}"
    return link if len(link) <= LONGEST_MAILTO else None


def mailto_empty(address: str, subject: str) -> str:
    """A ``mailto:`` link without a body: the owner pastes the letter."""
    return f"mailto:{quote(one_line(address), safe='@')}?subject={quote(one_line(subject), safe='')}"


def _parsed(phone: str, region: str) -> tuple[str | None, str | None]:
    """The number to dial and its extension, each None if it cannot be told."""
    import phonenumbers

    try:
        number = phonenumbers.parse(phone, region)
    except phonenumbers.NumberParseException:
        return None, None
    extension, number.extension = number.extension, None
    match phonenumbers.is_possible_number_with_reason(number):
        case phonenumbers.ValidationResult.IS_POSSIBLE:
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), extension
        case phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY:  # no area code: E.164 could not name it
            return _digits(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)), extension
        case _:
            return None, None


def _as_given(phone: str) -> str:
    plus = "+" if phone.strip().startswith("+") else ""
    return plus + _digits(phone)


def _digits(text: str) -> str:
    """The decimal digits in ``text``, of any script, as 0 to 9."""
    return "".join(str(unicodedata.decimal(character)) for character in text if character.isdecimal())
