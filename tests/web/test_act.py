"""``/act/{token}``: GET only shows, POST acts once, a stale link explains what happened and offers what fits now."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.links.action import ActionKind
from tests.web.conftest import LINKS, Clock
from tests.web.gateway import Gateway
from tests.web.given import happened
from tests.web.links import BROWSER, events, link, pressed


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_looking_at_a_link_changes_nothing(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any], method: str
) -> None:
    for kind in ActionKind:
        assert anybody.send(method, link(kind, record, clock)).status == 200

    assert alex.get(f"/interviews/{record['id']}").data == record
    assert alex.get("/owner").data["paused_until"] is None


@pytest.mark.parametrize(
    ("kind", "body", "event"),
    [
        (ActionKind.THANKED, "", {"kind": "thank_you_sent"}),
        (ActionKind.SENT, "", {"kind": "letter_sent"}),
        (ActionKind.NO_ANSWER, "", {"kind": "called", "result": "no_answer"}),
        (
            ActionKind.NO_DECISION,
            "call_again_on=2026-08-10&call_again_time=11:00",
            {"kind": "called", "result": "no_decision", "call_again_on": "2026-08-10", "call_again_time": "11:00"},
        ),
        (ActionKind.WAIT, "until=2026-08-12", {"kind": "called", "result": "told_to_wait", "until": "2026-08-12"}),
        (ActionKind.OFFER, "until=2026-08-12", {"kind": "heard_back", "result": "offer", "until": "2026-08-12"}),
        (ActionKind.REFUSAL, "reasons_given=on", {"kind": "heard_back", "result": "refusal", "reasons_given": True}),
        (
            ActionKind.NEXT_ROUND,
            "interview_on=2026-08-20",
            {"kind": "heard_back", "result": "next_round", "interview_on": "2026-08-20"},
        ),
        (ActionKind.SNOOZE_1, "", {"kind": "snoozed", "until": "2026-08-04"}),
        (ActionKind.SNOOZE_3, "", {"kind": "snoozed", "until": "2026-08-06"}),
        (ActionKind.SNOOZE_7, "", {"kind": "snoozed", "until": "2026-08-10"}),
        (ActionKind.STOP, "", {"kind": "closed"}),
    ],
)
def test_pressing_the_button_writes_it_down_says_what_is_next_and_offers_undo(
    anybody: Gateway,
    alex: Gateway,
    clock: Clock,
    record: dict[str, Any],
    kind: ActionKind,
    body: str,
    event: dict[str, Any],
) -> None:
    page = pressed(anybody, link(kind, record, clock), body)

    (written,) = events(alex, record)
    assert page.status == 200
    assert {name: written[name] for name in event} == event
    assert "Recorded." in page.text
    assert "Undo" in page.text


def test_a_second_press_changes_nothing_and_says_how_things_stand(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    path = link(ActionKind.THANKED, record, clock)
    pressed(anybody, path)

    page = pressed(anybody, path)

    assert len(events(alex, record)) == 1
    assert "This is recorded already." in page.text
    assert "You sent the thank-you letter." in page.text
    assert "Call Acme and ask for the decision" in page.text
    assert "I called: nobody answered" in page.text


@pytest.mark.parametrize(("kind", "says"), [(ActionKind.THANKED, "thank-you letter"), (ActionKind.PAUSE, "digest")])
def test_a_browser_is_sent_on_to_a_page_that_says_what_was_done_and_can_be_opened_again(
    anybody: Gateway, clock: Clock, record: dict[str, Any], kind: ActionKind, says: str
) -> None:
    about = (record["id"], record["version"]) if kind is ActionKind.THANKED else ()
    path = f"/act/{LINKS.token(kind, 'alex', clock.now, *about)}"

    sent_on = pressed(anybody, path, **BROWSER)

    assert (sent_on.status, sent_on.headers["Location"]) == (303, f"/api{path}?done=yes")
    for _ in range(2):
        page = anybody.get(f"{path}?done=yes", **BROWSER)
        assert page.status == 200
        assert "Recorded." in page.text
        assert says in page.text
        assert ("Undo" if kind is ActionKind.THANKED else "Resume the digest") in page.text


def test_a_page_says_that_something_was_recorded_only_while_it_is_so(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    path = f"{link(ActionKind.THANKED, record, clock)}?done=yes"
    assert "Recorded." not in anybody.get(path).text

    happened(alex, record["id"], kind="note", note="one")
    happened(alex, record["id"], kind="note", note="two")

    assert "Recorded." not in anybody.get(path).text


def test_five_presses_at_once_act_once(anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any]) -> None:
    path = link(ActionKind.NO_ANSWER, record, clock)

    pages = [pressed(anybody, path) for _ in range(5)]

    assert len(events(alex, record)) == 1
    assert sorted("Recorded." in page.text for page in pages) == [False] * 4 + [True]


def test_what_does_not_fit_is_said_and_nothing_is_written(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    page = pressed(anybody, link(ActionKind.NEXT_ROUND, record, clock), "interview_on=yesterday")

    assert page.status == 422
    assert "Is not a day such as 2026-08-03." in page.text
    assert events(alex, record) == []


def test_a_field_that_was_not_asked_for_is_not_heeded(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    pressed(anybody, link(ActionKind.STOP, record, clock), "kind=withdrawn&until=2026-09-01")

    assert [(event["kind"], event["until"]) for event in events(alex, record)] == [("closed", None)]


def test_what_they_said_can_be_kept_with_every_answer(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    path = link(ActionKind.STOP, record, clock)
    assert '<textarea id="note" name="note"' in anybody.get(path).text

    pressed(anybody, path, "note=Budget+frozen.%0D%0ATry+in+spring.")

    assert [(event["kind"], event["note"]) for event in events(alex, record)] == [
        ("closed", "Budget frozen.\nTry in spring.")
    ]


def test_the_note_of_the_owner_stands_below_what_the_link_itself_says_was_done(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    pressed(anybody, link(ActionKind.STILL_ON, record, clock), "note=Robin+is+back+in+May.")

    assert [(event["kind"], event["note"]) for event in events(alex, record)] == [
        ("note", "Still on.\nRobin is back in May.")
    ]


def test_a_note_that_is_too_long_is_refused_by_its_name_and_nothing_is_recorded(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    page = pressed(anybody, link(ActionKind.STOP, record, clock), "note=" + "x" * 1001)

    assert page.status == 422
    assert "1,000" in page.text or "1000" in page.text
    assert "x" * 1001 in page.text
    assert events(alex, record) == []


def test_a_link_that_was_pressed_before_says_so_until_something_else_is_recorded(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    path, other = link(ActionKind.SNOOZE_7, record, clock), link(ActionKind.SNOOZE_3, record, clock)
    pressed(anybody, path)

    assert "This is recorded already." in anybody.get(path).text
    assert "so it changed nothing" in anybody.get(other).text

    happened(alex, record["id"], kind="note", note="one")
    assert "so it changed nothing" in anybody.get(path).text
