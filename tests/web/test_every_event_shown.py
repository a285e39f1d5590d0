"""Whatever has happened to a record is shown by every page, draft and file that tells of it."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from typing import Any

import pytest

from chalicelib.drafts.event_text import event_text
from chalicelib.drafts.language import ENGLISH
from chalicelib.playbook.event import Event, Result
from chalicelib.playbook.event_kinds import EVENTS, EventSpec, OfferedWhen
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.moves import with_event
from chalicelib.playbook.rules import plan
from chalicelib.records.interviews import Interviews
from chalicelib.schemas.event_fields import EventFields, read_event
from chalicelib.web.openapi.examples import examples_of
from chalicelib.work_calendars import planning_context
from tests.factories import MONDAY, THAT_EVENING, an_answer, an_owner
from tests.web.browser import Browser
from tests.web.conftest import WRITER, Clock
from tests.web.feed import opened
from tests.web.gateway import Gateway

# A value for every field of every event, as the examples of the API have it.
VALUES = {name: value for example in examples_of(EventFields).values() for name, value in example.sent.items()}
A_WEEK_LATER = MONDAY + timedelta(days=7)


def an_event_of(spec: EventSpec, record: dict[str, Any], on: date = A_WEEK_LATER) -> Event:
    """One that happened a week after the interview, with all fields that it takes."""
    values = VALUES | {"contact": record["contacts"][0]["id"]}
    sent = {name: values[name] for name in spec.fields} | {"kind": spec.kind, "result": spec.result, "on": f"{on}"}
    return read_event(sent, on, THAT_EVENING + timedelta(days=7))


def before(spec: EventSpec) -> tuple[Event, ...]:
    """What must have happened before it."""
    needed = {OfferedWhen.AFTER_A_REFUSAL: Result.REFUSAL, OfferedWhen.WHILE_AN_OFFER_STANDS: Result.OFFER}
    return (an_answer(A_WEEK_LATER, needed[spec.when]),) if spec.when in needed else ()


def has_happened(interviews: Interviews, record: dict[str, Any], *events: Event) -> Interview:
    """Write the events into the record, as any other."""
    interview, now = interviews.get("alex", record["id"]), THAT_EVENING + timedelta(days=7)
    for event in events:
        interview = with_event(interview, event, plan(interview, planning_context(an_owner(), interview), now))
    return interviews.save(an_owner(), interview, now).interview


@pytest.mark.parametrize("spec", EVENTS, ids=lambda spec: spec.choice.replace(" ", "-"))
@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_record_is_shown_after_each_of_them(
    alex: Gateway,
    alexs_browser: Browser,
    anybody: Gateway,
    clock: Clock,
    interviews: Interviews,
    record: dict[str, Any],
    spec: EventSpec,
    language: str,
) -> None:
    event = an_event_of(spec, record)
    alex.patch("/owner", {"language": language})
    interview = has_happened(interviews, record, *before(spec), event)
    clock.now += timedelta(days=7)

    page = alexs_browser.open(f"/interviews/{record['id']}")
    read = [alex.get(f"/interviews/{record['id']}{of}") for of in ("", "/plan", "/drafts")]

    assert (page.status, [reply.status for reply in read]) == (200, [200, 200, 200])
    language_then = WRITER.languages.of(language).as_of(clock.now.date(), "DE")
    assert event_text(event, language_then, interview.contacts) in page.text
    assert anybody.get(opened(alex)).status == 200


def test_a_record_that_has_all_of_them_is_shown_and_taken_out(
    alex: Gateway,
    alexs_browser: Browser,
    clock: Clock,
    interviews: Interviews,
    record: dict[str, Any],
) -> None:
    events = [an_event_of(spec, record) for spec in EVENTS]
    interview = has_happened(interviews, record, *events)
    clock.now += timedelta(days=7)

    page = alexs_browser.open(f"/interviews/{record['id']}").text
    paths = (f"/interviews/{record['id']}/plan", f"/interviews/{record['id']}/drafts", opened(alex))
    exported = alex.get("/export.json").data["interviews"]
    (row,) = csv.DictReader(io.StringIO(alex.get("/export.csv").text))

    language = ENGLISH.as_of(clock.now.date(), "DE")
    assert [event for event in events if event_text(event, language, interview.contacts) not in page] == []
    assert [alex.get(path).status for path in paths] == [200, 200, 200]
    assert [(event["kind"], event.get("result")) for event in exported[0]["events"]] == [
        (spec.kind, spec.result) for spec in EVENTS
    ]
    assert row["company"] == "Acme"
