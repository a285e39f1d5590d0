"""An optional cell that its field does not take refuses no row: the row is taken, and the cell is asked about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.exchange.column_mapping import HEADERS, OUTCOME, RECORD_ID, REQUIRED
from tests.exchange.given import HEAD, asked, parsed

OPTIONAL = sorted(set(HEADERS) - {OUTCOME, RECORD_ID, "process_id", *REQUIRED})


@pytest.mark.parametrize(
    ("field", "cell"),
    [
        ("contact_phone", "call them"),
        ("contact_email", "unknown"),
        ("contact_role", "somebody"),
        ("interview_time", "in the afternoon"),
        ("round", "first"),
        ("answer_expected_on", "soon"),
        ("answer_expected_on", "2026-07-01"),
        ("answer_channel", "pigeon"),
        ("may_call", "perhaps"),
        ("test_task", "half"),
        ("employer_country", "Atlantis"),
        ("language", "1"),
        ("url", "see the mail"),
        ("format", "on the moon"),
        ("interview_minutes", "long"),
        ("notes", "x" * 5000),
        ("salary", "x" * 300),
    ],
)
def test_a_cell_that_does_not_fit_is_left_out_and_asked_about(field: str, cell: str) -> None:
    [row] = parsed(f"{HEAD},{field}\nA,E,2026-07-01,{cell}\n").candidates

    assert row.record is not None
    assert asked(row) == [field]
    assert row.sent[field] == cell


@pytest.mark.parametrize("field", ["company", "position", "interview_on", "id", "process_id"])
def test_what_makes_a_record_is_required(field: str) -> None:
    cells = {"company": "A", "position": "E", "interview_on": "2026-07-01", "id": "", "process_id": ""} | {
        field: "\u200b!"
    }
    cells[field] = "x" * 300

    [row] = parsed(f"{','.join(cells)}\n{','.join(cells.values())}\n").candidates

    assert row.record is None
    assert field in asked(row)


def test_a_row_that_is_refused_names_all_its_faults() -> None:
    [row] = parsed(f"{HEAD},phone,round\n,E,2026-07-01,call them,first\n").candidates

    assert asked(row) == ["company", "round", "contact_phone"]


@given(
    st.dictionaries(
        st.sampled_from(OPTIONAL),
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters='"')),
    )
)
def test_any_optional_cells_are_taken_or_asked_about(cells: dict[str, str]) -> None:
    names = "".join(f",{name}" for name in cells)
    texts = "".join(f',"{" ".join(cell.split())}"' for cell in cells.values())

    [row] = parsed(f"{HEAD}{names}\nA,E,2026-07-01{texts}\n").candidates

    assert row.record is not None
