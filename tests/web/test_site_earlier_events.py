"""The history on a record's page: each event can be changed or taken back, after a look at what that does."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.web.browser import Browser
from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded

CALLED = {"kind": "called", "result": "no_answer", "on": "2026-08-10"}
OFFER = {"kind": "heard_back", "result": "offer"}


def a_week_later(alex: Gateway, clock: Clock, *events: dict[str, Any]) -> dict[str, Any]:
    """The record of 3 August, on the 11th, with these events."""
    record = recorded(alex)
    clock.now += timedelta(days=8)
    for event in events:
        record = happened(alex, record["id"], **event)
    return record


def path_of(record: dict[str, Any], place: int, ending: str) -> str:
    """The address of an event's page."""
    return f"/interviews/{record['id']}/events/{record['events'][place]['id']}/{ending}"


def typed(**changes: str) -> dict[str, str]:
    """The form of that call, with these changes."""
    return {"what": "called no_answer", "on": "2026-08-10", "day": "", "hour": "", "note": ""} | changes


def test_each_event_of_the_history_has_its_two_links(alex: Gateway, alexs_browser: Browser, clock: Clock) -> None:
    record = a_week_later(alex, clock, {"kind": "thank_you_sent", "on": "2026-08-04"}, CALLED)

    text = alexs_browser.open(f"/interviews/{record['id']}").text

    for place in (0, 1):
        assert f'href="/api{path_of(record, place, "edit")}"' in text
        assert f'href="/api{path_of(record, place, "remove")}"' in text


def test_before_an_event_is_taken_back_the_page_says_what_is_next_then(
    alex: Gateway, alexs_browser: Browser, clock: Clock
) -> None:
    record = a_week_later(alex, clock, CALLED, {"kind": "note"})

    page = alexs_browser.open(path_of(record, 0, "remove"))

    assert "Then the next step is: Call Acme" in page.text
    assert "Monday 10 August" in page.text
    assert alex.get(f"/interviews/{record['id']}").data == record

    page = alexs_browser.send(path_of(record, 0, "remove"))
    assert "Taken back." in page.text
    assert "You called, and nobody answered." in page.text
    assert [one["kind"] for one in alex.get(f"/interviews/{record['id']}").data["events"]] == ["note"]


def test_before_an_event_is_changed_the_page_says_what_is_next_then(
    alex: Gateway, alexs_browser: Browser, clock: Clock
) -> None:
    record = a_week_later(alex, clock, CALLED, {"kind": "note"})
    path = path_of(record, 0, "edit")
    form = alexs_browser.open(path)
    assert 'value="2026-08-10"' in form.text

    change = typed(what="called no_decision", day="2026-08-20", note="ask for Kim")
    looked = alexs_browser.send(path, change | {"look": "yes"})

    assert "Then the next step is: Call Acme" in looked.text
    assert "Thursday 20 August." in looked.text
    assert "ask for Kim" in looked.text
    assert alex.get(f"/interviews/{record['id']}").data == record

    assert "Saved." in alexs_browser.send(path, change).text
    event = alex.get(f"/interviews/{record['id']}").data["events"][0]
    assert (event["result"], event["call_again_on"], event["note"]) == ("no_decision", "2026-08-20", "ask for Kim")


def test_a_change_that_changes_no_step_says_so(alex: Gateway, alexs_browser: Browser, clock: Clock) -> None:
    record = a_week_later(alex, clock, CALLED)
    path = path_of(record, 0, "edit")
    alexs_browser.open(path)

    assert "The next step stays: " in alexs_browser.send(path, typed(note="rang twice", look="yes")).text


@pytest.mark.parametrize("look", [{}, {"look": "yes"}])
def test_what_does_not_fit_stands_at_its_field_and_what_was_typed_stays(
    alex: Gateway, alexs_browser: Browser, clock: Clock, look: dict[str, str]
) -> None:
    record = a_week_later(alex, clock, CALLED)
    path = path_of(record, 0, "edit")
    alexs_browser.open(path)

    page = alexs_browser.send(path, typed(what="called no_decision", day="2026-08-09", note="keep me") | look)

    assert page.status == 422
    assert 'id="day-fault"' in page.text
    assert "keep me" in page.text
    assert 'value="2026-08-09"' in page.text
    assert alex.get(f"/interviews/{record['id']}").data == record


@pytest.mark.parametrize("look", [{}, {"look": "yes"}])
def test_what_a_later_event_needs_is_named_and_what_was_typed_stays(
    alex: Gateway, alexs_browser: Browser, clock: Clock, look: dict[str, str]
) -> None:
    record = a_week_later(alex, clock, OFFER, {"kind": "offer_accepted"})
    alexs_browser.open(path_of(record, 0, "edit"))

    change = typed(what="heard_back refusal", on="2026-08-11", note="keep me")
    page = alexs_browser.send(path_of(record, 0, "edit"), change | look)

    assert (page.status, "keep me" in page.text) == (409, True)
    assert "“You accepted the offer.”" in page.text
    removal = alexs_browser.open(path_of(record, 0, "remove"))
    assert "“You accepted the offer.”" in removal.text
    assert "<button" not in removal.text


def test_a_form_from_before_another_change_takes_nothing_back_and_shows_what_it_does_now(
    alex: Gateway, alexs_browser: Browser, clock: Clock
) -> None:
    record = a_week_later(alex, clock, CALLED, {"kind": "note"})
    alexs_browser.open(path_of(record, 0, "remove"))
    changed = happened(alex, record["id"], kind="letter_sent")

    page = alexs_browser.send(path_of(record, 0, "remove"))

    assert page.status == 409
    assert "The record was changed meanwhile" in page.text
    assert alex.get(f"/interviews/{record['id']}").data == changed


def test_a_form_from_before_another_change_saves_nothing_until_it_was_looked_at(
    alex: Gateway, alexs_browser: Browser, clock: Clock
) -> None:
    record = a_week_later(alex, clock, CALLED)
    path = path_of(record, 0, "edit")
    alexs_browser.open(path)
    changed = happened(alex, record["id"], kind="note")

    page = alexs_browser.send(path, typed(note="keep me"))
    assert (page.status, "keep me" in page.text) == (422, True)
    assert "This was changed elsewhere" in page.text
    assert alex.get(f"/interviews/{record['id']}").data == changed

    alexs_browser.send(path, typed(note="keep me"))
    assert alex.get(f"/interviews/{record['id']}").data["events"][0]["note"] == "keep me"


def test_buttons_that_are_pressed_twice_do_it_once(alex: Gateway, alexs_browser: Browser, clock: Clock) -> None:
    record = a_week_later(alex, clock, CALLED, {"kind": "note"})
    path, version = path_of(record, 0, "edit"), {"made_from": str(record["version"])}
    alexs_browser.open(path)

    alexs_browser.send(path, typed(note="once") | version)
    once = alex.get(f"/interviews/{record['id']}").data
    alexs_browser.send(path, typed(note="once") | version)
    assert alex.get(f"/interviews/{record['id']}").data == once

    version = {"made_from": str(once["version"])}
    alexs_browser.send(path_of(record, 0, "remove"), version)
    gone = alex.get(f"/interviews/{record['id']}").data
    assert alexs_browser.send(path_of(record, 0, "remove"), version).status == 200
    assert alex.get(f"/interviews/{record['id']}").data == gone
    assert len(gone["events"]) == 1


def test_what_was_typed_for_an_event_that_is_gone_can_be_recorded_anew(
    alex: Gateway, alexs_browser: Browser, clock: Clock
) -> None:
    record = a_week_later(alex, clock, CALLED)
    path = path_of(record, 0, "edit")
    alexs_browser.open(path)
    alex.delete(f"/interviews/{record['id']}/events/last")

    page = alexs_browser.send(path, typed(note="keep me"))

    assert (page.status, "keep me" in page.text) == (422, True)
    assert f'action="/api/interviews/{record["id"]}/events"' in page.text


@pytest.mark.parametrize(
    ("event", "form", "kept"),
    [
        ({"kind": "snoozed", "until": "2026-08-14"}, {"what": "snoozed", "day": "2026-08-17"}, {"until": "2026-08-17"}),
        (
            {"kind": "heard_back", "result": "refusal", "reasons_given": True},
            {"what": "heard_back refusal", "reasons_given": "on", "note": "too far"},
            {"reasons_given": True, "note": "too far"},
        ),
        (
            {"kind": "heard_back", "result": "refusal", "reasons_given": True},
            {"what": "heard_back refusal"},
            {"reasons_given": False},
        ),
        ({"kind": "note", "note": "x"}, {"what": "note", "note": ""}, {"note": None}),
    ],
)
def test_every_field_of_an_event_is_in_its_form(
    alex: Gateway, alexs_browser: Browser, clock: Clock, event: Any, form: Any, kept: Any
) -> None:
    record = a_week_later(alex, clock, event)
    path = path_of(record, 0, "edit")
    alexs_browser.open(path)

    alexs_browser.send(path, typed(on="2026-08-11") | form)

    changed = alex.get(f"/interviews/{record['id']}").data["events"][0]
    assert {name: changed[name] for name in kept} == kept


def test_the_next_round_that_goes_with_its_event_is_spoken_of(alex: Gateway, alexs_browser: Browser) -> None:
    record = recorded(alex)
    ended = happened(alex, record["id"], kind="heard_back", result="next_round", interview_on="2026-08-20")

    goes = alexs_browser.open(path_of(ended, 0, "remove")).text
    alex.patch(f"/interviews/{ended['next_interview_id']}", {"notes": "mine"})
    stays = alexs_browser.open(path_of(ended, 0, "remove")).text

    assert "The record of the next round goes with it" in goes
    assert "The record of the next round stays" in stays


def test_an_event_of_somebody_else_has_no_page(alex: Gateway, browser: Browser) -> None:
    record = happened(alex, recorded(alex)["id"], kind="note")
    browser.open("/settings")

    for ending in ("edit", "remove"):
        assert browser.send(path_of(record, 0, ending), typed()).status == 404
        browser.open("/settings")
    for ending in ("edit", "remove"):
        assert browser.open(path_of(record, 0, ending)).status == 404
    assert alex.get(f"/interviews/{record['id']}").data == record
