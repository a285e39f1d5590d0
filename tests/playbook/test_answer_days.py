"""W12: the days that one tap names for the answer, in the employer's calendar (W10)."""

from __future__ import annotations

import pytest

from chalicelib.playbook.answer_days import answer_days
from chalicelib.work_calendars import working_days
from tests.playbook.planning import on

TOMORROW, THIS_WEEK, NEXT_WEEK, TWO_WEEKS = "Tomorrow", "This week", "Next week", "In two weeks"


@pytest.mark.parametrize(
    ("country", "today", "named"),
    [
        (
            "DE",
            "Mon 2026-08-03",
            {
                TOMORROW: "Tue 2026-08-04",
                THIS_WEEK: "Fri 2026-08-07",
                NEXT_WEEK: "Fri 2026-08-14",
                TWO_WEEKS: "Mon 2026-08-17",
            },
        ),
        # on Thursday tomorrow is this week's Friday, and stands once
        (
            "DE",
            "Thu 2026-08-06",
            {TOMORROW: "Fri 2026-08-07", NEXT_WEEK: "Fri 2026-08-14", TWO_WEEKS: "Thu 2026-08-20"},
        ),
        # on Friday nobody works tomorrow, and this week is over
        ("DE", "Fri 2026-08-07", {NEXT_WEEK: "Fri 2026-08-14", TWO_WEEKS: "Fri 2026-08-21"}),
        ("DE", "Sat 2026-08-08", {NEXT_WEEK: "Fri 2026-08-14", TWO_WEEKS: "Mon 2026-08-24"}),
        # Good Friday: this week ends on Thursday
        (
            "DE",
            "Mon 2026-03-30",
            {
                TOMORROW: "Tue 2026-03-31",
                THIS_WEEK: "Thu 2026-04-02",
                NEXT_WEEK: "Fri 2026-04-10",
                TWO_WEEKS: "Mon 2026-04-13",
            },
        ),
        # a weekend of Friday and Saturday
        (
            "IL",
            "Mon 2026-08-03",
            {
                TOMORROW: "Tue 2026-08-04",
                THIS_WEEK: "Thu 2026-08-06",
                NEXT_WEEK: "Thu 2026-08-13",
                TWO_WEEKS: "Mon 2026-08-17",
            },
        ),
    ],
)
def test_w12_w10_each_day_is_a_working_day_after_today_and_stands_once(
    country: str, today: str, named: dict[str, str]
) -> None:
    days = answer_days(on(today), on(today), working_days(country))

    assert {one.label: one.day for one in days} == {label: on(text) for label, text in named.items()}


def test_w12_no_day_is_named_that_is_not_after_the_interview() -> None:
    """An interview is over by its own clock: where it is tomorrow already, tomorrow is its day."""
    days = answer_days(on("Mon 2026-08-03"), on("Tue 2026-08-04"), working_days("DE"))

    assert [one.label for one in days] == [THIS_WEEK, NEXT_WEEK, TWO_WEEKS]
