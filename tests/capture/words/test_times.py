"""The day and the hour are read as people write them; what can be meant in two ways is asked, and never picked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from chalicelib.playbook.owner import Owner
from tests.capture.words.given import JONAS, JORDAN, MARIA, PRIYA, Message, faults

_TABLES = Path(__file__).parent / "times"
_WRITERS = {"en": PRIYA, "de": JONAS, "ru": MARIA}


def _rows() -> Iterator[tuple[Owner, str, str, str, str]]:
    for language, owner in _WRITERS.items():
        for line in (_TABLES / f"{language}.txt").read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                text, day, hour, asked = (cell.strip() for cell in line.split("|"))
                yield owner, text, day, hour, asked


@pytest.mark.parametrize(("owner", "text", "day", "hour", "asked"), [pytest.param(*row, id=row[1]) for row in _rows()])
def test_a_day_and_an_hour_as_written(owner: Owner, text: str, day: str, hour: str, asked: str) -> None:
    told = {"interview_on": day, "interview_time": hour}
    expected = {name: value for name, value in told.items() if value != "-"}
    message = Message(
        name=text,
        owner=owner,
        text=text,
        kind="new_interview",
        fields=expected,
        absent=tuple(set(told) - set(expected)),
    )

    assert list(faults(message)) == []
    assert {doubt.field for doubt in message.read().doubts} == ({asked} if asked else set())


@pytest.mark.parametrize(
    ("owner", "text", "day"),
    [
        (JORDAN, "Interview on 9/10 at 2 PM.", "2026-09-10"),
        (PRIYA, "Interview on 9/10 at 2 PM.", "2026-10-09"),
        (JORDAN, "Interview on 8/25 at 2 PM.", "2026-08-25"),
        (PRIYA, "Interview on 8/25 at 2 PM.", "2026-08-25"),
        (PRIYA, "Interview on 9/9 at 2 PM EST.", "2026-09-09"),
    ],
)
def test_which_number_is_the_month_follows_the_owners_country(owner: Owner, text: str, day: str) -> None:
    read = Message(name=text, owner=owner, text=text, kind="new_interview").read()

    assert str(read.fields["interview_on"].value) == day


def test_where_two_customs_meet_the_day_is_asked() -> None:
    read = Message(name="", owner=PRIYA, text="Interview on 9/10 at 2 PM EST.", kind="new_interview").read()

    assert "interview_on" not in read.fields
    assert [doubt.field for doubt in read.doubts] == ["interview_on"]


@pytest.mark.parametrize(
    ("owner", "hour", "read", "zone"),
    [
        (PRIYA, "2 PM EST", "14:00", "America/New_York"),
        (JORDAN, "2 PM EST", "14:00", ""),
        (PRIYA, "10:30 AM ET", "10:30", "America/New_York"),
        (JONAS, "15:00 CET", "15:00", ""),
        (PRIYA, "15:00 CET", "15:00", "Europe/Berlin"),
        (MARIA, "15:00 MSK", "15:00", ""),
        (JONAS, "15:00 MSK", "15:00", "Europe/Moscow"),
        (JONAS, "15:00 Moscow time", "15:00", "Europe/Moscow"),
        (JONAS, "15:00 (МСК)", "15:00", "Europe/Moscow"),
        (JONAS, "15:00 по московскому времени", "15:00", "Europe/Moscow"),
        (JONAS, "15 Uhr Londoner Zeit", "15:00", "Europe/London"),
        (JONAS, "9 am Pacific time", "09:00", "America/Los_Angeles"),
        (JONAS, "9 am New York time", "09:00", "America/New_York"),
        (JONAS, "15:00 (UTC+01:00) Amsterdam, Berlin, Bern, Rome", "15:00", ""),
        (MARIA, "12:00 UTC", "12:00", "UTC"),
        (JONAS, "15:00 your time", "15:00", ""),
        (PRIYA, "15:00 BST", "15:00", ""),
    ],
)
def test_the_hour_is_meant_in_the_zone_that_is_named(owner: Owner, hour: str, read: str, zone: str) -> None:
    text = f"Your interview is on Tuesday 25 August at {hour}."
    fields = Message(name=text, owner=owner, text=text, kind="new_interview").read().fields

    assert str(fields["interview_time"].value)[:5] == read
    assert (fields["interview_time_zone"].value if "interview_time_zone" in fields else "") == zone


@pytest.mark.parametrize(
    ("hour", "day", "read"),
    [
        ("15:00 UTC+3", "2026-08-25", "14:00"),
        ("15:00 GMT-4", "2026-08-25", "21:00"),
        ("12:00 (МСК+2)", "2026-08-25", "09:00"),
        ("22:00 GMT-8", "2026-08-26", "08:00"),
    ],
)
def test_a_distance_from_utc_is_reckoned_to_the_owners_clock(hour: str, day: str, read: str) -> None:
    text = f"Your interview is on Tuesday 25 August at {hour}."
    fields = Message(name=text, owner=JONAS, text=text, kind="new_interview").read().fields

    assert (str(fields["interview_on"].value), str(fields["interview_time"].value)[:5]) == (day, read)
    assert "interview_time_zone" not in fields


def test_letters_that_stand_for_several_zones_are_asked_about() -> None:
    text = "Your interview is on Tuesday 25 August at 15:00 IST."
    read = Message(name=text, owner=JONAS, text=text, kind="new_interview").read()

    assert "interview_time_zone" not in read.fields
    assert "interview_time_zone" in {doubt.field for doubt in read.doubts}


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("It will take about 45 minutes.", 45),
        ("Please allow fifty minutes.", 50),
        ("A 30-minute call.", 30),
        ("Expect it to last an hour and a half, it takes an hour and a half.", 90),
        ("Dauer ca. 60 Minuten.", 60),
        ("Das Gespräch dauert eine Stunde.", 60),
        ("Bitte planen Sie anderthalb Stunden ein.", 90),
        ("Займёт около часа.", 60),
        ("Встреча продлится полтора часа.", 90),
        ("Разговор займёт минут 20, рассчитывайте на 20 минут.", 20),
        ("Please arrive ten minutes before.", None),
        ("We are a 15 minutes' walk from the station.", None),
        ("В 10 минутах от метро.", None),
        ("Bitte kommen Sie 10 Minuten vorher.", None),
    ],
)
def test_how_long_it_takes(text: str, minutes: int | None) -> None:
    whole = f"Your interview is on Tuesday 25 August at 15:00. {text}"
    fields = Message(name=text, owner=JONAS, text=whole, kind="new_interview").read().fields

    assert (fields["interview_minutes"].value if "interview_minutes" in fields else None) == minutes
