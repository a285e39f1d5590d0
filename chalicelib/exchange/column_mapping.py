"""Which column has which of our fields, guessed from its header in English or Russian.

The ways in are ``guess_columns`` and ``correct_columns``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from chalicelib.playbook.fields import fields_of
from chalicelib.request_errors import Fault, Invalid
from chalicelib.schemas.interview_fields import InterviewFields
from chalicelib.schemas.text_values import printable_name

Columns = Mapping[str, str | None]

OUTCOME, RECORD_ID = "outcome", "id"
_OUTCOME_HEADERS = "result, final result, итог, исход, результат"
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_NOTHING = ("", "-")

# The fields that a column can have, each with its headers besides its own name: the declared ones, and these two.
HEADERS: Mapping[str, str] = {
    **{name: field.headers for name, field in fields_of(InterviewFields).items()},
    OUTCOME: _OUTCOME_HEADERS,
    RECORD_ID: "",
}


def guess_columns(headers: Iterable[str]) -> dict[str, str | None]:
    """Each header with its field, None if it is not known; of two headers for one field the first has it."""
    columns: dict[str, str | None] = {}
    for header in headers:
        field = _BY_NAME.get(_plain(header))
        columns[header] = None if field in columns.values() else field
    return columns


def correct_columns(columns: Columns, corrections: Mapping[str, object]) -> dict[str, str | None]:
    """The guessed columns with the sender's corrections, by header.

    - The name of a field: the column has that field; the column for which the field was guessed loses it.
    - Null (in a form also ``-``, or nothing): the column is left out.

    Raises Invalid for an unknown header or field, and for a field that is given to two columns.
    """
    faults = [fault for header, field in corrections.items() for fault in _faults(columns, header, field)]
    if faults:
        raise Invalid(*faults)
    corrected = {header: None if field in (None, *_NOTHING) else str(field) for header, field in corrections.items()}
    kept = {header: None if field in corrected.values() else field for header, field in columns.items()}
    merged = {**kept, **corrected}
    twice = {field for field in corrected.values() if field and list(merged.values()).count(field) > 1}
    if twice:
        raise Invalid(*(Fault("columns", "give {field} to two columns", {"field": field}) for field in sorted(twice)))
    return merged


def _faults(columns: Columns, header: str, field: object) -> Iterable[Fault]:
    place = f"columns.{printable_name(header)}"
    if header not in columns:
        yield Fault(place, "is not a header of this file")
    elif field is not None and field not in (*HEADERS, *_NOTHING):
        yield Fault(place, "is not one of: {choices}", {"choices": ", ".join(sorted(HEADERS))})


def _plain(header: str) -> str:
    """A header for comparison: without regard to case, punctuation and spacing."""
    return " ".join(_BETWEEN_WORDS.split(unicodedata.normalize("NFKC", header).casefold())).strip()


_BY_NAME: Mapping[str, str] = {
    _plain(name): field
    for field, headers in sorted(HEADERS.items())
    for name in (field, *filter(None, headers.split(",")))
}
