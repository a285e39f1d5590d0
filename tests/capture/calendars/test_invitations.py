"""What a calendar file says: when, where and who, however its program writes it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time

import pytest

from chalicelib.capture.calendars.components import calendars_in
from chalicelib.capture.calendars.event_fields import contacts_of, event_fields, is_for_somebody_else
from chalicelib.capture.calendars.event_title import EventTitle, read_title
from chalicelib.capture.calendars.invitation import Invitation, invitations_in
from chalicelib.playbook.interview_facts import Format
from tests.capture.given import OWN, a_calendar
from tests.factories import an_owner

NOTHING = EventTitle(is_interview=False)


def event_in(raw: bytes, charset: str | None = None) -> Invitation:
    """The one event of a file."""
    (event,) = [event for calendar in calendars_in(raw, charset) for event in invitations_in(calendar)]
    return event


def an_event(changes: Mapping[str, str | None] | None = None) -> Invitation:
    """The event at Acme, with other lines."""
    return event_in(a_calendar(changes))


def starting(value: str, tzid: str | None = None, zones: str = "") -> Invitation:
    """The event at Acme, with another start."""
    name = f"DTSTART;TZID={tzid}" if tzid else "DTSTART"
    without = {"DTSTART;TZID=Europe/Berlin": None, "DTEND;TZID=Europe/Berlin": None}
    return event_in(a_calendar({**without, name: value}, zones=zones))


def recorded(event: Invitation) -> tuple[date | None, time | None, str | None]:
    """Day, hour and zone as Alex in Berlin gets them."""
    fields = event_fields(event, NOTHING, an_owner())
    return tuple(fields[name].value if name in fields else None for name in _WHEN)  # type: ignore[return-value]


_WHEN = ("interview_on", "interview_time", "interview_time_zone")
CUSTOM = (
    "BEGIN:VTIMEZONE\r\nTZID:Customized Time Zone\r\n"
    "BEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n"
    "BEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"
)


@pytest.mark.parametrize(
    ("tzid", "zone"),
    [
        ("America/New_York", "America/New_York"),
        ("Eastern Standard Time", "America/New_York"),
        ("/freeassociation.sourceforge.net/America/New_York", "America/New_York"),
        ('"(UTC+03:00) Moscow, St. Petersburg"', "Europe/Moscow"),
        ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"),
        ("(UTC+00:00) Dublin, Edinburgh, Lisbon, London", "Europe/Dublin"),
        ("(GMT+03.00) Moscow / St. Petersburg / Volgograd", "Europe/Moscow"),
        ("(UTC+05:00) Ekaterinburg", "Asia/Yekaterinburg"),
        ("Russian Standard Time", "Europe/Moscow"),
        ("Tokyo Standard Time", "Asia/Tokyo"),
    ],
)
def test_a_zone_is_known_by_any_of_its_names(tzid: str, zone: str) -> None:
    assert recorded(starting("20260812T150000", tzid)) == (date(2026, 8, 12), time(15, 0), zone)


@pytest.mark.parametrize(
    "tzid", ["W. Europe Standard Time", "(UTC+01:00) Amsterdam, Berlin, Bern, Rome", "Europe/Vienna"]
)
def test_a_zone_with_the_owners_hour_needs_no_name(tzid: str) -> None:
    assert recorded(starting("20260812T150000", tzid)) == (date(2026, 8, 12), time(15, 0), None)


def test_a_zone_that_only_the_file_defines_is_read_by_its_rules() -> None:
    summer = starting("20260812T150000", "Customized Time Zone", CUSTOM)
    winter = starting("20261112T150000", "Customized Time Zone", CUSTOM)

    assert recorded(summer) == (date(2026, 8, 12), time(15, 0), None)
    assert recorded(winter) == (date(2026, 11, 12), time(15, 0), None)


def test_the_zones_of_one_file_are_not_those_of_the_next() -> None:
    moved = CUSTOM.replace("TZOFFSETTO:+0200", "TZOFFSETTO:+0500")

    starting("20260812T150000", "Customized Time Zone", moved)

    assert recorded(starting("20260812T150000", "Customized Time Zone", CUSTOM))[1] == time(15, 0)


def test_an_instant_is_recorded_in_the_owners_zone() -> None:
    assert recorded(starting("20260812T220000Z")) == (date(2026, 8, 13), time(0, 0), None)


def test_a_floating_hour_is_the_owners_and_no_certain_one() -> None:
    event = starting("20260812T150000")

    assert recorded(event) == (date(2026, 8, 12), time(15, 0), None)
    assert not event_fields(event, NOTHING, an_owner())["interview_time"].is_certain


def test_a_whole_day_has_no_hour() -> None:
    assert recorded(starting("20260812")) == (date(2026, 8, 12), None, None)


def test_an_unknown_zone_gives_no_certain_hour() -> None:
    event = starting("20260812T150000", "Nowhere Standard Time")

    assert event.start is not None
    assert event.start.is_unknown
    assert not event_fields(event, NOTHING, an_owner())["interview_time"].is_certain


def test_a_letter_that_is_folded_in_two_is_whole() -> None:
    raw = a_calendar({"SUMMARY": "Собеседование"})
    begin = raw.index("Собеседование".encode())

    folded = raw[: begin + 3] + b"\r\n " + raw[begin + 3 :]

    assert event_in(folded).summary == "Собеседование"


@pytest.mark.parametrize("ending", [b"\n", b"\r"])
def test_lines_may_end_in_any_way(ending: bytes) -> None:
    assert event_in(a_calendar().replace(b"\r\n", ending)).summary == "Interview at Acme: Data Engineer"


@pytest.mark.parametrize("charset", ["koi8-r", "cp1251"])
def test_a_file_is_read_in_the_character_set_that_is_declared(charset: str) -> None:
    raw = a_calendar({"SUMMARY": "Собеседование"}).decode().encode(charset)

    assert event_in(raw, charset).summary == "Собеседование"


def test_robots_rooms_groups_and_the_owner_are_no_contacts() -> None:
    event = an_event(
        {
            "ORGANIZER;CN=Interviews": "mailto:c_1@group.calendar.google.com",
            "ORGANIZER;CN=Dana Winter": None,
            "ATTENDEE;CN=Alex Example": f"mailto:{OWN}",
            "ATTENDEE;CUTYPE=RESOURCE;CN=Maple": "mailto:maple@acme.example",
            'ATTENDEE;CN="Okafor, Tom"': "mailto:tom@acme.example",
            "ATTENDEE;CN=noreply@acme.example": "mailto:noreply@acme.example",
        }
    )

    assert contacts_of(event, an_owner()) == (
        {"role": "interviewer", "name": "Tom Okafor", "email": "tom@acme.example"},
    )


@pytest.mark.parametrize(
    ("location", "found"),
    [
        ("Ring 5\\, Berlin", {"place": "Ring 5, Berlin", "format": Format.IN_PERSON}),
        ("Acme\\nRing 5\\, Berlin", {"place": "Acme, Ring 5, Berlin", "format": Format.IN_PERSON}),
        ("https://meet.example/room/1", {"meeting_url": "https://meet.example/room/1", "format": Format.VIDEO}),
        ("Microsoft Teams Meeting", {"format": Format.VIDEO}),
        ("By phone", {"format": Format.PHONE}),
        ("", {}),
    ],
)
def test_a_location_is_a_place_or_a_link_or_says_how_it_is_held(location: str, found: dict[str, object]) -> None:
    fields = event_fields(an_event({"LOCATION": location}), NOTHING, an_owner())

    assert {name: fields[name].value for name in ("place", "meeting_url", "format") if name in fields} == found


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("Interview at Acme: Data Engineer", (True, "Acme", "Data Engineer")),
        ("Interview - Data Engineer - Acme", (True, "Acme", "Data Engineer")),
        ("Acme: hiring manager interview (Data Engineer), Alex Example", (True, "Acme", "Data Engineer")),
        ("Vorstellungsgespräch Acme GmbH – Data Engineer", (True, "Acme GmbH", "Data Engineer")),
        ("Собеседование: инженер", (True, "", "")),
        ("Team lunch", (False, "", "")),
    ],
)
def test_a_title_names_the_employer_after_whom_the_mail_domain_is_named(
    title: str, parts: tuple[bool, str, str]
) -> None:
    found = read_title(title, "Alex Example", ["dana@acme.example"])

    assert (found.is_interview, found.company, found.position) == parts


def test_an_invitation_of_somebody_else_is_known_as_theirs() -> None:
    theirs: dict[str, str | None] = {
        "ATTENDEE;CN=Alex Example": None,
        "ATTENDEE;CN=Sam Porter": "mailto:sam@mail.example",
    }

    assert is_for_somebody_else(an_event(theirs), an_owner()) == "Sam Porter"
    assert is_for_somebody_else(an_event(), an_owner()) == ""


@pytest.mark.parametrize(
    ("line", "value", "minutes"),
    [("DTEND;TZID=Europe/Berlin", "20260812T160000", 60), ("DURATION", "PT1H30M", 90), ("DURATION", "P1D", 1440)],
)
def test_its_length_is_told_by_its_end_or_by_its_duration(line: str, value: str, minutes: int) -> None:
    assert an_event({"DTEND;TZID=Europe/Berlin": None, line: value}).minutes == minutes
