"""Which column has which of our fields, guessed from its header in English, Russian, German or French.

The ways in are ``guess_columns`` and ``correct_columns``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import fields as struct_fields

from chalicelib.playbook.fields import fields_of
from chalicelib.request_errors import Fault, Invalid
from chalicelib.schemas.interview_fields import InterviewFields
from chalicelib.schemas.invisible_marks import unmarked
from chalicelib.schemas.text_values import printable_name

Columns = Mapping[str, str | None]

OUTCOME, RECORD_ID = "outcome", "id"
_OUTCOME_HEADERS = (
    "result, final result, status, application status, job status, current status, interview status, stage, "
    "application stage, current stage, pipeline stage, state, decision, итог, исход, результат, статус, "
    "статус отклика, состояние, стадия, ergebnis, stand, bewerbungsstatus, resultat, statut, résultat, état, "
    "estado, resultado, stato, wynik"
)
OURS_AND_DERIVED = ("status", "next_step", "next_due_on")  # of our own CSV: what follows from the rest
_FEWEST_HEADERS = 3  # that are known in a row, for a row to be one of headers
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_NOTHING = ("", "-")
_LONGEST_HEADER = 80  # characters

# The fields that a column can have, each with its headers besides its own name: the declared ones, and these two.
HEADERS: Mapping[str, str] = {
    **{name: field.headers for name, field in fields_of(InterviewFields).items()},
    OUTCOME: _OUTCOME_HEADERS,
    RECORD_ID: "",
}
REQUIRED = tuple(field.name for field in struct_fields(InterviewFields) if field.required)


def guess_columns(headers: Iterable[str]) -> dict[str, str | None]:
    """Each header with its field, None if it is not known. Of two headers for one field, the one that is the field's
    own name has it, or else the first."""
    guessed = {header: _BY_NAME.get(_plain(header)) for header in headers}
    holders: dict[str, str] = {}
    for header, field in guessed.items():
        if field and (field not in holders or (header == field and holders[field] != field)):
            holders[field] = header
    return {header: field if field and holders[field] == header else None for header, field in guessed.items()}


def is_header(cells: Sequence[str]) -> bool:
    """Whether a row of cells is one of headers: two of those that are required, or three of which one is."""
    known = {field for cell in cells if (field := _BY_NAME.get(_plain(cell)))}
    required = len(known.intersection(REQUIRED))
    return required > 1 or (required == 1 and len(known) >= _FEWEST_HEADERS)


def says_state(header: str) -> bool:
    """Whether a header is one for the state of an application."""
    return _BY_NAME.get(_plain(header)) == OUTCOME


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
    given = Counter(filter(None, corrected.values()))
    kept = {header: None if field in given else field for header, field in columns.items()}
    twice = {field for field, number in given.items() if number > 1}
    if twice:
        raise Invalid(*(Fault("columns", "give {field} to two columns", {"field": field}) for field in sorted(twice)))
    return {**kept, **corrected}


def _faults(columns: Columns, header: str, field: object) -> Iterable[Fault]:
    place = f"columns.{printable_name(header)}"
    if header not in columns:
        yield Fault(place, "is not a header of this file")
    elif field is not None and field not in (*HEADERS, *_NOTHING):
        yield Fault(place, "is not one of: {choices}", {"choices": ", ".join(sorted(HEADERS))})


def _plain(header: str) -> str:
    """A header for comparison: without regard to case, punctuation and spacing; nothing for one of many words."""
    if len(header) > _LONGEST_HEADER:
        return ""
    return " ".join(_BETWEEN_WORDS.split(unicodedata.normalize("NFKC", unmarked(header)).casefold())).strip()


_BY_NAME: Mapping[str, str] = {
    _plain(name): field
    for field, headers in sorted(HEADERS.items())
    for name in (field, *filter(None, headers.split(",")))
}
