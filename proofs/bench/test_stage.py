"""The stage has something due on whatever day it is set up."""

from __future__ import annotations

from datetime import date, timedelta

from chalicelib.work_calendars import working_days
from proofs.bench.stage import at_work_on

FIRST = date(2026, 12, 1)


def test_d5_somebody_works_on_every_day_of_five_years() -> None:
    days = [FIRST + timedelta(days=number) for number in range(1_826)]

    assert all(working_days(at_work_on(day)).is_working(day) for day in days)
