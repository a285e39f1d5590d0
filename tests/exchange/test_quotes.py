"""A quote that is not closed swallows no rows: the file is refused by the row in which it stands."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.exchange import csv_reader
from chalicelib.exchange.csv_reader import read_csv
from chalicelib.request_errors import Malformed
from tests.exchange.given import HEAD, asked, parsed

NOTES = f"{HEAD},notes\n"
CELLS = st.text(st.sampled_from('ab,;\t"\n é'), max_size=6)


@pytest.mark.parametrize(
    ("rows", "row", "shown"),
    [
        ('A,E,2026-08-03,"hi\nB,E,2026-08-04,x\n', 2, "hi"),
        ('A,E,2026-08-03,x\nB,E,2026-08-04,"hi', 3, "hi"),
        ('"A,E,2026-08-03,x\nB,E,2026-08-04,y\n', 2, "A,E"),
        ('A,E,2026-08-03,"hi" there\nB,E,2026-08-04,x\n', 2, '"hi" there'),
        ('A,E,2026-08-03,"hi\nB,E,2026-08-04,"x"\n', 2, '"hi'),
        ('A,E,2026-08-03,"5"" pipes\nB,E,2026-08-04,x\n', 2, '5" pipes'),
        ('A,E,2026-08-03,"a\\"b"\n', 2, '"a\\"b"'),
        ('A,E,2026-08-03,x\n\n\n"B"x,E,2026-08-04,y\n', 5, '"B"x'),
    ],
)
def test_a_quote_that_is_never_closed_is_named_with_its_row(rows: str, row: int, shown: str) -> None:
    with pytest.raises(Malformed) as refused:
        parsed(NOTES + rows)

    [fault] = refused.value.faults
    assert "quote" in fault.reason
    assert fault.facts is not None
    assert fault.facts["row"] == row
    assert shown in str(fault.facts["text"])


def test_quotes_within_a_cell_that_does_not_begin_with_one_are_letters() -> None:
    [row] = parsed(f'{NOTES}A,E,2026-08-03,5" pipes and "more"\n').candidates

    assert row.record is not None
    assert row.record.notes == '5" pipes and "more"'


def test_a_row_that_two_stray_quotes_have_swallowed_is_asked_about() -> None:
    rows = parsed(
        f'{NOTES}A,E,2026-08-03,"hi\nB,E,2026-08-04,x\nC,E,2026-08-05,"\nD,E,2026-08-06,"two\nlines, or so"\n'
    )

    assert [asked(row) for row in rows.candidates] == [["notes"], []]


@pytest.mark.parametrize("parted", [", ", ",  ", "; ", "\t "])
def test_a_space_after_the_comma_keeps_no_quotes(parted: str) -> None:
    rows = [("company", "position", "interview_on", "notes"), ("Acme", "Engineer", "2026-08-03", f"hi{parted}you")]
    file = "".join(parted.join(f'"{cell}"' for cell in row) + "\n" for row in rows)

    [row] = parsed(file).candidates

    assert row.record is not None
    assert (row.record.company, row.record.position) == ("Acme", "Engineer")
    assert (row.record.notes or "").split() == f"hi{parted}you".split()


def test_a_quote_after_a_space_may_stand_in_one_cell_alone() -> None:
    [row] = parsed(f'{NOTES}A,E,2026-08-03, "hi, you"\n').candidates

    assert row.record is not None
    assert row.record.notes == "hi, you"


def test_cells_parted_by_spaces_may_be_empty() -> None:
    assert read_csv(b"sep= \na b c\n1  3\n").lines[0].cells == ("1", "", "3")


@pytest.mark.parametrize("stated", ['sep="\r\n', "sep=\r\r\n", "sep=\r\n", "sep=\n\n", 'sep="\n'])
def test_what_cannot_part_cells_is_not_taken_as_the_delimiter(stated: str) -> None:
    try:
        read = read_csv(f"{stated}{HEAD}\nA,E,2026-08-03\n".encode())
    except Malformed as refused:
        assert refused.faults[0].field == "file"  # noqa: PT017 (both ends are right)
        return
    assert read.delimiter == ","


@pytest.mark.parametrize("stated", [*"|;^:~\t ", "é", "😀"])
def test_what_excel_states_to_part_cells_is_obeyed(stated: str) -> None:
    read = read_csv(f"sep={stated}\r\na{stated}b\r\n1{stated}2\r\n".encode())

    assert read.headers == ("a", "b")


def test_a_delimiter_that_the_reader_does_not_take_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which it takes differs among the releases of Python."""
    monkeypatch.setattr(csv_reader, "_STATED_DELIMITER", re.compile("sep=(.*)\n"))

    with pytest.raises(Malformed) as refused:
        read_csv(b"sep=||\na||b\n1||2\n")

    assert refused.value.faults[0].reason == "states a delimiter that is none: “{delimiter}”"


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=4))
def test_what_is_written_with_its_quotes_is_read_as_it_was(table: list[list[str]]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows([["a", "b", "c", "d", "e"], *table])

    lines = read_csv(text.getvalue().encode()).lines

    assert [list(line.cells) for line in lines] == [cells for cells in table if any(map(str.strip, cells))]


@given(st.lists(st.text(st.sampled_from("ab é"), max_size=6), min_size=1, max_size=4), st.data())
def test_a_quote_left_open_anywhere_never_loses_a_row_in_silence(cells: list[str], data: st.DataObject) -> None:
    rows = [f'"{cell}","x"' for cell in cells]
    broken = data.draw(st.integers(0, len(rows) - 1))
    rows[broken] = rows[broken][:-1]  # the last quote of the row

    with pytest.raises(Malformed):
        read_csv("\n".join(["a,b", *rows]).encode())
