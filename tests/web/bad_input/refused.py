"""Helpers of this folder's tables: expand rows, write reasons, and read an error response."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.web.gateway import Reply

Rows = Sequence[tuple[str, str, Sequence[Any]]]

REQUIRED = "is required"
NO_FIELD = "is not a field here"
NO_TEXT = "is not a text"
NO_DAY = "is not a day such as 2026-08-03"
NO_YEAR_OF_OURS = "is not between 2000-01-01 and 2099-12-31"
NO_TIME = "is not a time such as 15:00"
NOT_IN_FULL = "is not the full name of a time zone: send Europe/Berlin"
NO_ZONE = "is not a time zone such as Europe/Berlin (IANA)"
NO_SWITCH = "is neither true nor false"
NO_COUNTRY = "is not a country code that is known here, such as DE, US or GB, or a region such as DE-BY"
NO_EMAIL = "is not one plain mail address such as dana@acme.example"
NO_PHONE = "is not a phone number such as +49 30 23125 020 (3 to 15 digits)"
NO_LINK = "is not a web address that begins with http:// or https://"


def one_by_one(rows: Rows) -> list[tuple[str, str, Any]]:
    """A (field, reason, value) case for each value of the rows."""
    return [(field, reason, value) for field, reason, values in rows for value in values]


def no_number(lowest: int, highest: int) -> str:
    """The reason for a value that is no number, or is out of bounds."""
    return f"is not a whole number from {lowest} to {highest}"


def none_of(*choices: str) -> str:
    """The reason for a value that is none of the choices."""
    return f"is not one of: {', '.join(choices)}"


def holds(character: str) -> str:
    """The reason for a text with a character that is not allowed in a line."""
    return f"holds a control character (U+{ord(character):04X})"


def problem(reply: Reply) -> tuple[int, dict[str, str]]:
    """The status of an error response and its reasons by field; asserts that it is a well-formed problem."""
    assert reply.headers["Content-Type"] == "application/problem+json"
    assert {"type", "title", "status", "detail"} <= reply.data.keys()
    assert reply.data["status"] == reply.status
    return reply.status, reply.faults
