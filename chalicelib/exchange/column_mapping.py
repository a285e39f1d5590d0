"""Which column holds which of our fields, guessed from its header in English or Russian."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from chalicelib.playbook.fields import fields_of
from chalicelib.request_errors import Fault, Invalid
from chalicelib.schemas.interview_fields import InterviewFields
from chalicelib.schemas.text_values import shown

Columns = Mapping[str, str | None]

OUTCOME, RECORD_ID = "outcome", "id"
_OUTCOME_HEADERS = "result, final result, итог, исход, результат"
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_NOTHING = ("", "-")

# What a column can hold, and the headers that it answers to beside its own name: the declared fields, and these two.
HEADERS: Mapping[str, str] = {
    **{name: field.headers for name, field in fields_of(InterviewFields).items()},
    OUTCOME: _OUTCOME_HEADERS,
    RECORD_ID: "",
}


def guess_columns(headers: Iterable[str]) -> dict[str, str | None]:
    """Each header with its field, None where it tells nothing; of two for one field the first has it."""
    columns: dict[str, str | None] = {}
    for header in headers:
        field = _BY_NAME.get(_plain(header))
        columns[header] = None if field in columns.values() else field
    return columns


def correct_columns(columns: Columns, corrections: Mapping[str, object]) -> dict[str, str | None]:
    """The guess with what the sender says instead: a field's name, or null (in a form ``-``) for a column that is to be
    left out. A field that is given to another column is taken from the one it was guessed for. Raises ``Invalid``."""
    faults = [fault for header, field in corrections.items() for fault in _faults(columns, header, field)]
    if faults:
        raise Invalid(*faults)
    said = {header: None if field in (None, *_NOTHING) else str(field) for header, field in corrections.items()}
    kept = {header: None if field in said.values() else field for header, field in columns.items()}
    settled = {**kept, **said}
    twice = {field for field in said.values() if field and list(settled.values()).count(field) > 1}
    if twice:
        raise Invalid(*(Fault("columns", "give {field} to two columns", {"field": field}) for field in sorted(twice)))
    return settled


def _faults(columns: Columns, header: str, field: object) -> Iterable[Fault]:
    place = f"columns.{shown(header)}"
    if header not in columns:
        yield Fault(place, "is not a header of this file")
    elif field is not None and field not in (*HEADERS, *_NOTHING):
        yield Fault(place, "is not one of: {choices}", {"choices": ", ".join(sorted(HEADERS))})


def _plain(header: str) -> str:
    """A header as it is looked up: case, punctuation, and how its spaces are written make no difference."""
    return " ".join(_BETWEEN_WORDS.split(unicodedata.normalize("NFKC", header).casefold())).strip()


_BY_NAME: Mapping[str, str] = {
    _plain(name): field
    for field, headers in sorted(HEADERS.items())
    for name in (field, *filter(None, headers.split(",")))
}
