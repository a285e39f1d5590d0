"""A record that breaks something shows by its id, and no text of a record ever becomes notation."""

from __future__ import annotations

from datetime import date
from typing import Any
from unicodedata import category

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from msgspec.structs import replace

from tests.calendar.given import TUESDAY_8_AM, a_thanked, ahead, everything, written
from tests.factories import a_contact, an_interview

POISON_ID = "01K1S0M3000000000000000009"
EVENT_PROPERTIES = {
    "UID", "SEQUENCE", "DTSTAMP", "SUMMARY", "DESCRIPTION", "CATEGORIES", "STATUS", "URL", "DTSTART",
    "DTEND", "TRANSP", "LOCATION",
}  # fmt: skip
NOTATION = ["END:VEVENT", "BEGIN:VEVENT", "BEGIN:VALARM", "X-EVIL:1", "ATTACH;VALUE=URI:file:///x", "{company}", "🌼"]
MARKS = ["\\n", "\\", ";", ",", ":", '"', "^n", "ё"]
CONTROLS = ["\r\n", "\n", "\r", "\t", " ", "\x00", "\x85", "\u2028", "\ud800", "\u202e"]
HOSTILE = st.text(min_size=1, max_size=120) | st.lists(st.sampled_from(NOTATION + MARKS + CONTROLS), max_size=20).map(
    "".join
)


def poisoned(**changes: Any) -> Any:
    return replace(a_thanked(id=POISON_ID, company="Poison"), **changes)


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(poisoned(employer_country=7), id="a country that is a number"),
        pytest.param(poisoned(interview_on="2026-08-03"), id="a day that is none"),
        pytest.param(poisoned(interview_on=date.max), id="the last day there is"),
        pytest.param(poisoned(contacts=(None,)), id="a contact that is none"),
        pytest.param(poisoned(events=("called",)), id="an event that is none"),
        pytest.param(poisoned(company=None), id="no company"),
        pytest.param(poisoned(version="2"), id="a version that is a text"),
        pytest.param(poisoned(created_at=None), id="no beginning"),
    ],
)
def test_a_record_that_breaks_shows_by_its_id_and_takes_nothing_from_the_others(record: Any) -> None:
    others = {one.uid: one.event.to_ical() for one in everything(a_thanked())}

    events = {one.uid: one for one in everything(record, a_thanked())}

    broken = events[f"record-{POISON_ID}@afterword.invalid"]
    assert broken.summary == f"Look into the record {POISON_ID}"
    assert (broken.is_all_day, broken.dtstart) == (True, date(2026, 8, 10))
    assert broken.url.endswith(POISON_ID)
    assert {uid: one.event.to_ical() for uid, one in events.items() if one is not broken} == others


def test_it_says_so_in_the_owner_s_language() -> None:
    (event,) = ahead(poisoned(company=None), language="ru")

    assert event.summary == f"Посмотреть запись {POISON_ID}"


def test_an_id_is_text_too() -> None:
    (event,) = ahead(poisoned(id="odd\r\nATTACH:x/../?y", company=None))

    assert event.summary == "Look into the record odd ATTACH:x/../?y"
    assert event.url.endswith("/interviews/odd%20ATTACH%3Ax%2F..%2F%3Fy")


def test_the_log_has_the_id_and_none_of_the_words(caplog: pytest.LogCaptureFixture) -> None:
    written(poisoned(interview_on="a secret day"))

    assert POISON_ID in caplog.text
    assert "secret" not in caplog.text


@settings(max_examples=60)
@given(company=HOSTILE, position=HOSTILE, name=HOSTILE, notes=HOSTILE, place=HOSTILE, when=st.sampled_from([3, 4, 5]))
def test_hostile_text_stays_text(company: str, position: str, name: str, notes: str, place: str, when: int) -> None:
    facts: dict[str, Any] = {
        "company": company, "position": position, "notes": f"touch: {notes}", "contacts": (a_contact(name=name),),
        "place": place, "meeting_url": f"https://example.org/{place}", "interview_on": date(2026, 8, when),
    }  # fmt: skip
    is_thanked = when == 3
    record = a_thanked(**facts) if is_thanked else an_interview(**facts)

    text = written(record, now=TUESDAY_8_AM)

    calendar = Calendar.from_ical(text)
    events = calendar.walk("VEVENT")
    assert len(events) == text.count("\r\nBEGIN:VEVENT\r\n") == (3 if is_thanked else 1)
    for event in events:
        assert set(event) <= EVENT_PROPERTIES
        assert not event.errors
    assert len(calendar.walk("VALARM")) == 1
    assert not any(category(character) in ("Cc", "Zl", "Zp", "Cs") for character in text.replace("\r\n", ""))
    again = vobject.readOne(text).vevent_list
    assert [one.summary.value for one in again] == [str(event["summary"]) for event in events]
    assert [one.description.value for one in again] == [str(event["description"]) for event in events]
