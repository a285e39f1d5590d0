"""A whole calendar or mailbox is brought in by the same preview as a table: its new interviews are rows."""

from __future__ import annotations

from typing import Any

import pytest

from tests.capture.given import a_calendar, a_mail
from tests.web.exchange.given import companies, states
from tests.web.gateway import Gateway, Reply

FILE = {"Content-Type": "application/octet-stream"}
INVITED = (
    "Hello Alex, we would like to interview you for the Analyst position at Globex on Wednesday, 12 August at 3 pm."
)


def a_whole_calendar(*events: bytes) -> bytes:
    """The events of these files in one."""
    inner = [event.partition(b"BEGIN:VEVENT")[2].partition(b"END:VEVENT")[0] for event in events]
    body = b"".join(b"BEGIN:VEVENT" + one + b"END:VEVENT\r\n" for one in inner)
    return b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:PUBLISH\r\n" + body + b"END:VCALENDAR\r\n"


CALENDAR = a_whole_calendar(
    a_calendar(),
    a_calendar({"UID": "2", "SUMMARY": "Dentist", "ORGANIZER;CN=Dana Winter": None}),
    a_calendar({"UID": "3", "SUMMARY": "Interview at Initech: Clerk", "ORGANIZER;CN=Dana Winter": None}),
    a_calendar({"SEQUENCE": "1", "DTSTART;TZID=Europe/Berlin": "20260813T150000", "DTEND;TZID=Europe/Berlin": None}),
)
MAILS = (
    a_mail(INVITED, From="Kim Moss <kim.moss@globex.example>", Subject="Your interview"),
    a_mail("Our newsletter: ten recipes.\n\n>From the kitchen of a friend.", Subject="Ten recipes"),
)
MAILBOX = b"\r\n".join(b"From x@example.org Mon Aug  3 09:00:00 2026\r\n" + mail + b"\r\n" for mail in MAILS)


def sent(gateway: Gateway, path: str, raw: bytes) -> Reply:
    """The answer to a file."""
    return gateway.send("POST", path, raw, **FILE)


def previewed(gateway: Gateway, raw: bytes) -> Any:
    """What an import of this file would do."""
    reply = sent(gateway, "/import/preview", raw)
    assert reply.status == 200, reply.text
    return reply.data


def test_each_new_interview_of_a_calendar_is_a_row_once_in_its_newest_version(alex: Gateway) -> None:
    seen = previewed(alex, CALENDAR)

    assert seen["kind"] == "ics"
    assert states(seen) == ["create", "refused", "create"]
    assert [row["company"] for row in seen["rows"]] == ["Acme", "Dentist", "Initech"]
    assert seen["rows"][0]["interview_on"] == "2026-08-13"
    assert companies(alex) == []


def test_what_is_none_says_why_not(alex: Gateway) -> None:
    (problem,) = previewed(alex, CALENDAR)["rows"][1]["problems"]

    assert problem["reason"] == "is an event, but nothing in it says that it is an interview"


def test_they_are_recorded_once(alex: Gateway) -> None:
    reports = [sent(alex, "/import", CALENDAR).data for _ in range(2)]

    assert [report["created"] for report in reports] == [2, 0]
    assert sorted(companies(alex)) == ["Acme", "Initech"]


def test_a_later_version_of_what_was_imported_is_known_by_its_uid(alex: Gateway) -> None:
    sent(alex, "/import", CALENDAR)

    later = a_calendar({"SEQUENCE": "2", "DTSTART;TZID=Europe/Berlin": "20260814T110000"})
    read = alex.send("POST", "/capture", later, Content_Type="text/calendar").data

    assert read["proposal"] == "moved"


def test_each_invitation_of_a_mailbox_is_a_row(alex: Gateway) -> None:
    seen = previewed(alex, MAILBOX)

    assert seen["kind"] == "mbox"
    assert states(seen) == ["create", "refused"]
    assert [row["company"] for row in seen["rows"]] == ["Globex", "Ten recipes"]


def test_what_is_about_a_record_is_left_to_be_brought_in_by_itself(alex: Gateway) -> None:
    sent(alex, "/import", MAILBOX)
    (problem,) = previewed(alex, MAILBOX)["rows"][0]["problems"]

    assert problem["reason"] == "is about an interview that is recorded: bring it in by itself"


@pytest.mark.parametrize(
    "raw", [b"\r\n".join([MAILBOX] * 51), a_whole_calendar(*(a_calendar({"UID": str(n)}) for n in range(101)))]
)
def test_too_many_are_refused(alex: Gateway, raw: bytes) -> None:
    reply = sent(alex, "/import/preview", raw)

    assert reply.status == 422
    assert "more than the 100 that are read at once" in reply.text


def test_what_is_broken_is_a_row_that_says_so_or_nothing(alex: Gateway) -> None:
    assert previewed(alex, CALENDAR[:-40])["rows"] == []
    assert previewed(alex, MAILBOX[: len(MAILBOX) // 3])["create"] == 0
