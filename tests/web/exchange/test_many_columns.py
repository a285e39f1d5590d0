"""F25: a table with very many columns is read in linear time, or refused; blank ones at the end are none."""

from __future__ import annotations

import pytest

from chalicelib.exchange.csv_reader import MOST_COLUMNS, read_csv
from chalicelib.request_errors import Malformed

HEADERS, ROW = ["company", "position", "interview_on"], ["Acme", "Engineer", "2026-08-03"]


@pytest.mark.parametrize("blank", ["", " ", '""'])
@pytest.mark.parametrize("more", [1, 297, 16_381])
def test_f25_blank_columns_at_the_end_are_left_out(more: int, blank: str) -> None:
    text = "\n".join(",".join([*cells, *[blank] * more]) for cells in (HEADERS, ROW))

    assert read_csv(text.encode()).headers == tuple(HEADERS)


@pytest.mark.parametrize("name", ["Phone", "x{number}", "Телефон"])
def test_f25_more_columns_than_anybody_has_are_refused(name: str) -> None:
    named = [name.format(number=number) for number in range(MOST_COLUMNS)]

    assert len(read_csv(",".join(named).encode()).headers) == MOST_COLUMNS
    with pytest.raises(Malformed):
        read_csv(",".join([*named, "one more"]).encode())


def test_a_blank_column_between_others_keeps_its_number_and_a_second_name_gets_one() -> None:
    assert read_csv(b"company,,Phone,phone,Phone,,\n").headers == ("company", "#2", "Phone", "phone", "Phone (2)")
