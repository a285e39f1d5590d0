"""T, W10: the owner's clock decides what day it is, the employer's calendar on which days one works.

A row reads: what it is about, the owner's zone, where the employer is, the interview's day and time (recorded a
week before), the instant in UTC at which one looks, and the step that is next then.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest

from tests.factories import an_interview, an_owner
from tests.playbook.planning import next_step, on

# In 2026 the clocks change on 8 March and 1 November in the United States, on 29 March and 25 October in Europe.
BERLIN, NEW_YORK, TOKYO, JERUSALEM = "Europe/Berlin", "America/New_York", "Asia/Tokyo", "Asia/Jerusalem"
ASK_SAT_7, THANK_MON_9 = "closing_question Sat 2026-03-07", "thank_you_letter Mon 2026-03-09"
ASK_SAT_31, THANK_MON_2 = "closing_question Sat 2026-10-31", "thank_you_letter Mon 2026-11-02"
ASK_SAT_28, THANK_MON_30 = "closing_question Sat 2026-03-28", "thank_you_letter Mon 2026-03-30"
ASK_SAT_24, THANK_MON_26 = "closing_question Sat 2026-10-24", "thank_you_letter Mon 2026-10-26"
CASES = [
    # With a time: two real hours, whatever the clock shows.
    ("spring", NEW_YORK, "DE", "Sun 2026-03-08", time(1, 30), "2026-03-08 08:29", ASK_SAT_7),
    ("spring, over", NEW_YORK, "DE", "Sun 2026-03-08", time(1, 30), "2026-03-08 08:30", THANK_MON_9),
    ("autumn", NEW_YORK, "DE", "Sun 2026-11-01", time(1, 30), "2026-11-01 07:29", ASK_SAT_31),
    ("autumn, over", NEW_YORK, "DE", "Sun 2026-11-01", time(1, 30), "2026-11-01 07:30", THANK_MON_2),
    ("spring", BERLIN, "US", "Sun 2026-03-29", time(0, 30), "2026-03-29 01:29", ASK_SAT_28),
    ("spring, over", BERLIN, "US", "Sun 2026-03-29", time(0, 30), "2026-03-29 01:30", THANK_MON_30),
    ("a time that is skipped", BERLIN, "US", "Sun 2026-03-29", time(2, 30), "2026-03-29 03:29", ASK_SAT_28),
    ("the same, over", BERLIN, "US", "Sun 2026-03-29", time(2, 30), "2026-03-29 03:30", THANK_MON_30),
    ("a time that comes twice", BERLIN, "US", "Sun 2026-10-25", time(2, 30), "2026-10-25 02:29", ASK_SAT_24),
    ("the first of them, over", BERLIN, "US", "Sun 2026-10-25", time(2, 30), "2026-10-25 02:30", THANK_MON_26),
    # With a date only: midnight where the owner is, after a day of 23 or of 25 hours.
    ("23 hours", BERLIN, "US", "Sun 2026-03-29", None, "2026-03-29 21:59", ASK_SAT_28),
    ("23 hours, over", BERLIN, "US", "Sun 2026-03-29", None, "2026-03-29 22:00", THANK_MON_30),
    ("25 hours", BERLIN, "US", "Sun 2026-10-25", None, "2026-10-25 22:59", ASK_SAT_24),
    ("25 hours, over", BERLIN, "US", "Sun 2026-10-25", None, "2026-10-25 23:00", THANK_MON_26),
    ("23 hours", NEW_YORK, "JP", "Sun 2026-03-08", None, "2026-03-09 03:59", ASK_SAT_7),
    ("23 hours, over", NEW_YORK, "JP", "Sun 2026-03-08", None, "2026-03-09 04:00", THANK_MON_9),
    ("25 hours", NEW_YORK, "JP", "Sun 2026-11-01", None, "2026-11-02 04:59", ASK_SAT_31),
    ("25 hours, over", NEW_YORK, "JP", "Sun 2026-11-01", None, "2026-11-02 05:00", THANK_MON_2),
    # The thank-you letter lapses five days after the interview, at the owner's midnight.
    ("not lapsed", NEW_YORK, "US", "Tue 2026-03-03", None, "2026-03-09 03:59", "thank_you_letter Wed 2026-03-04"),
    ("lapsed an hour early", NEW_YORK, "US", "Tue 2026-03-03", None, "2026-03-09 04:00", "status_call Tue 2026-03-10"),
    ("not lapsed", BERLIN, "DE", "Tue 2026-10-20", None, "2026-10-25 22:59", "thank_you_letter Wed 2026-10-21"),
    ("lapsed an hour late", BERLIN, "DE", "Tue 2026-10-20", None, "2026-10-25 23:00", "status_call Tue 2026-10-27"),
    ("not lapsed", TOKYO, "US", "Mon 2026-03-02", None, "2026-03-07 14:59", "thank_you_letter Tue 2026-03-03"),
    (
        "lapsed half a world ahead",
        TOKYO,
        "US",
        "Mon 2026-03-02",
        None,
        "2026-03-07 15:00",
        "status_call Mon 2026-03-09",
    ),
    # The days off are the employer's, not the owner's.
    ("Culture Day", NEW_YORK, "JP", "Mon 2026-11-02", None, "2026-11-08 17:00", "status_call Tue 2026-11-10"),
    ("no Labor Day", NEW_YORK, "DE", "Tue 2026-09-01", None, "2026-09-07 17:00", "status_call Tue 2026-09-08"),
    ("Labor Day", BERLIN, "US", "Tue 2026-09-01", None, "2026-09-07 17:00", "status_call Wed 2026-09-09"),
    ("another weekend", JERUSALEM, "DE", "Wed 2026-08-05", None, "2026-08-11 17:00", "status_call Wed 2026-08-12"),
    (
        "a Sunday is worked there",
        BERLIN,
        "IL",
        "Thu 2026-08-06",
        None,
        "2026-08-12 17:00",
        "status_call Thu 2026-08-13",
    ),
]


@pytest.mark.parametrize(
    ("zone", "place", "interview_on", "began", "seen_at", "expected"),
    [case[1:] for case in CASES],
    ids=[f"{case[1]}, employer in {case[2]}: {case[0]}" for case in CASES],
)
def test_w10_the_owners_clock_and_the_employers_calendar(
    zone: str, place: str, interview_on: str, began: time | None, seen_at: str, expected: str
) -> None:
    day = on(interview_on)
    record = an_interview(
        interview_on=day, dated_on=day - timedelta(days=7), interview_time=began, employer_country=place
    )

    step = next_step(record, datetime.fromisoformat(seen_at).replace(tzinfo=UTC), an_owner(time_zone=zone))

    assert f"{step.kind} {step.due_on:%a %Y-%m-%d}" == expected
