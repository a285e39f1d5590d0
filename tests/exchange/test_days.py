"""The order of day, month and year is decided once for a whole file, whatever stands between them, or asked for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.exchange.date_formats import AmbiguousDates, date_format_of
from chalicelib.schemas.written_days import DateFormat, read_day, split
from tests.exchange.given import HEAD, TODAY, parsed

DAY, MONTH, YEAR = DateFormat
SEPARATORS = st.sampled_from("-./")


def days_of(*cells: str) -> list[str]:
    """The days of rows with these cells, in a file that asks for nothing."""
    seen = parsed(f"{HEAD}\n" + "".join(f'A{n},E,"{cell}"\n' for n, cell in enumerate(cells)))
    assert seen.problems == ()
    return [str(row.record.interview_on) if row.record else "refused" for row in seen.candidates]


@pytest.mark.parametrize(
    ("cells", "days"),
    [
        (["08-25-2026", "08-03-2026"], ["2026-08-25", "2026-08-03"]),
        (["08.25.2026", "08.03.2026"], ["2026-08-25", "2026-08-03"]),
        (["25-08-2026", "03/08/2026"], ["2026-08-25", "2026-08-03"]),
        (["8/25/2026", "08.03.2026", "8-4-2026"], ["2026-08-25", "2026-08-03", "2026-08-04"]),
        (["03.08.2026"], ["2026-08-03"]),
        (["03.08.26", "13.08.26"], ["2026-08-03", "2026-08-13"]),
        (["8/13/26", "8/3/26"], ["2026-08-13", "2026-08-03"]),
        (["26-08-03", "26-08-13"], ["2026-08-03", "2026-08-13"]),
        (["13/08/2026", "TBD", "01/02/2026"], ["2026-08-13", "refused", "2026-02-01"]),
        (["2026-08-03", "13/08/2026"], ["2026-08-03", "2026-08-13"]),
        (["3 August 2026", "Aug 4, 2026"], ["2026-08-03", "2026-08-04"]),
        (
            ["3. August 2026", "4 août 2026", "5 августа 2026 г.", "6-Aug-26"],
            ["2026-08-03", "2026-08-04", "2026-08-05", "2026-08-06"],
        ),
    ],
)
def test_one_order_is_found_for_the_whole_file(cells: list[str], days: list[str]) -> None:
    assert days_of(*cells) == days


@pytest.mark.parametrize(
    "cells",
    [
        ["03/04/2026"],
        ["03-04-2026"],
        ["08-03-2026", "09-04-2026"],
        ["23/08/24"],
        ["24-08-23"],
        ["03/04/25"],
        ["13/08/2026", "08/13/2026"],
        ["13.08.2026", "08-13-2026"],
        ["13.08.26", "26-08-13"],
    ],
)
def test_an_order_that_the_file_does_not_tell_is_asked_for(cells: list[str]) -> None:
    with pytest.raises(AmbiguousDates):
        date_format_of(cells, TODAY)


@pytest.mark.parametrize(
    ("told", "day"), [("DD/MM/YYYY", "2026-04-03"), ("MM/DD/YYYY", "2026-03-04"), ("YY/MM/DD", "refused")]
)
def test_the_order_can_be_told_for_any_separator(told: str, day: str) -> None:
    for cell in ("03/04/2026", "03-04-2026", "03.04.2026"):
        [row] = parsed(f"{HEAD}\nA,E,{cell}\n", date_format=told).candidates

        assert (str(row.record.interview_on) if row.record else "refused") == day


@pytest.mark.parametrize(
    ("cell", "day", "time"),
    [
        ("August 3, 2026 2:30 PM", "August 3, 2026", "2:30 PM"),
        ("8/3/2026 14:30:25", "8/3/2026", "14:30:25"),
        ("8/3/26, 2:30 PM", "8/3/26", "2:30 PM"),
        ("03.08.2026 9.30", "03.08.2026", "9.30"),
        ("2026-08-03T14:30", "2026-08-03", "14:30"),
        ("3 août 2026 à 14h30", "3 août 2026", "14h30"),
        ("2026-08-03 at 3 pm", "2026-08-03", "3 pm"),
        ("3 August 2026", "3 August 2026", ""),
        ("x" * 200, "x" * 200, ""),
    ],
)
def test_a_time_behind_the_day_is_told_apart(cell: str, day: str, time: str) -> None:
    assert split(cell) == (day, time)


@given(
    st.lists(st.dates(TODAY - timedelta(days=700), TODAY + timedelta(days=300)), min_size=1, max_size=6),
    st.sampled_from(
        [("{d:02}{s}{m:02}{s}{y}", DAY), ("{m:02}{s}{d:02}{s}{y}", MONTH), ("{y2:02}{s}{m:02}{s}{d:02}", YEAR)]
    ),
    st.lists(SEPARATORS, min_size=6, max_size=6),
)
def test_days_of_one_order_are_read_right_or_asked_for(
    days: list[date], written: tuple[str, DateFormat], separators: list[str]
) -> None:
    """Points are the exception: with them the day comes first, unless the file shows that it does not."""
    form, order = written
    cells = [
        form.format(d=day.day, m=day.month, y=day.year, y2=day.year % 100, s=separator if order is DAY else "-")
        for day, separator in zip(days, separators, strict=False)
    ]
    try:
        found = date_format_of(cells, TODAY)
    except AmbiguousDates:
        return

    assert [read_day(cell, found) for cell in cells] == days
