"""``/act/{token}``: GET only shows, POST acts once, a stale link explains what happened and offers what fits now."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from chalicelib.actions.action import ActionKind
from chalicelib.actions.keyring import keyring_of
from chalicelib.actions.links import LIFETIME, ActionLinks
from tests.web.conftest import LINKS, Clock
from tests.web.gateway import Gateway, Reply
from tests.web.given import happened, recorded

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture
def record(alex: Gateway) -> dict[str, Any]:
    """Acme, interviewed today."""
    return recorded(alex)


def link(kind: ActionKind, record: dict[str, Any], clock: Clock, links: ActionLinks = LINKS) -> str:
    return f"/act/{links.token(kind, 'alex', clock.now, record['id'], record['version'])}"


def pressed(gateway: Gateway, path: str, body: str = "", **headers: str) -> Reply:
    return gateway.send("POST", path, body, **(FORM | headers))


def events(alex: Gateway, record: dict[str, Any]) -> list[dict[str, Any]]:
    return list(alex.get(f"/interviews/{record['id']}").data["events"])


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_looking_at_a_link_changes_nothing(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any], method: str
) -> None:
    for kind in ActionKind:
        assert anybody.send(method, link(kind, record, clock)).status == 200

    assert alex.get(f"/interviews/{record['id']}").data == record
    assert alex.get("/owner").data["paused_until"] is None


def test_a_link_is_a_page_whatever_accept_says(anybody: Gateway, clock: Clock, record: dict[str, Any]) -> None:
    page = anybody.get(link(ActionKind.OFFER, record, clock), Accept="application/json")

    assert page.headers["Content-Type"].startswith("text/html")
    assert "Acme made you an offer." in page.text
    assert '<form class="card" method="post">' in page.text
    assert "<script>" not in page.text


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


BROWSER = {"Sec-Fetch-Mode": "navigate", "Accept": "text/html"}


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
        assert "Undo" in page.text


def test_a_page_says_that_something_was_recorded_only_while_it_is_so(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    path = f"{link(ActionKind.THANKED, record, clock)}?done=yes"
    assert "Recorded." not in anybody.get(path).text

    happened(alex, record["id"], kind="note", note="one")
    happened(alex, record["id"], kind="note", note="two")

    assert "Recorded." not in anybody.get(path).text


def test_undo_takes_it_back_and_undo_twice_takes_back_no_more(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    happened(alex, record["id"], kind="note", note="before")
    now = alex.get(f"/interviews/{record['id']}").data
    page = pressed(anybody, link(ActionKind.STOP, now, clock))
    undo = "/act/" + page.text.split('action="./')[1].split('"')[0]

    pressed(anybody, undo)
    pressed(anybody, undo)

    assert [event["kind"] for event in events(alex, record)] == ["note"]


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
    pressed(anybody, link(ActionKind.STOP, record, clock), "kind=withdrawn&note=x")

    assert [(event["kind"], event["note"]) for event in events(alex, record)] == [("closed", None)]


def test_a_link_lasts_for_its_lifetime_and_not_a_second_longer(
    anybody: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    path = link(ActionKind.STOP, record, clock)
    clock.now += LIFETIME - timedelta(seconds=1)
    assert anybody.get(path).status == 200

    clock.now += timedelta(seconds=1)

    assert anybody.get(path).status == 410
    assert pressed(anybody, path).status == 410


def test_a_link_signed_with_an_older_key_is_still_good_and_one_with_a_foreign_key_is_not(
    anybody: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    older, foreign = (ActionLinks(keyring_of([key])) for key in ("older-" + "o" * 32, "foreign-" + "f" * 32))

    assert anybody.get(link(ActionKind.STOP, record, clock, older)).status == 200
    assert anybody.get(link(ActionKind.STOP, record, clock, foreign)).status == 404


@pytest.mark.parametrize("change", [lambda token: token[:-1], lambda token: token + "A", lambda token: "A" + token[1:]])
def test_a_link_that_was_tampered_with_leads_nowhere(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any], change: Any
) -> None:
    token = link(ActionKind.STOP, record, clock).removeprefix("/act/")

    assert pressed(anybody, f"/act/{change(token)}").status == 404
    assert events(alex, record) == []


def test_the_record_behind_a_link_may_be_gone(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    alex.delete(f"/interviews/{record['id']}")

    page = anybody.get(link(ActionKind.STOP, record, clock))

    assert page.status == 404
    assert "has been removed" in page.text


def test_one_click_unsubscribe_pauses_the_digest_and_it_can_be_resumed(
    anybody: Gateway, alex: Gateway, clock: Clock
) -> None:
    pause = f"/act/{LINKS.token(ActionKind.PAUSE, 'alex', clock.now)}"

    page = pressed(anybody, pause, "List-Unsubscribe=One-Click")

    assert page.status == 200
    assert alex.get("/owner").data["paused_until"] == "2099-12-31"
    resume = "/act/" + page.text.split('action="./')[1].split('"')[0]
    pressed(anybody, resume)
    assert alex.get("/owner").data["paused_until"] is None


def test_the_page_speaks_the_owner_s_language(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    alex.patch("/owner", {"language": "ru"})

    page = anybody.get(link(ActionKind.REFUSAL, record, clock))

    assert '<html lang="ru">' in page.text
    assert "Компания «Acme» отказала." in page.text


def test_the_digest_s_page_holds_links_that_work(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    clock.now += timedelta(days=1)
    page = alex.get("/digest").text

    hrefs = [
        part.split('"')[0] for part in page.split('href="https://afterword.example/api')[1:] if part.startswith("/act/")
    ]

    assert len(hrefs) == 8  # sent, three answers, three snoozes, stop
    assert all(anybody.get(href).status == 200 for href in hrefs)
    pressed(anybody, hrefs[0])
    assert [event["kind"] for event in events(alex, record)] == ["thank_you_sent"]


def test_an_offer_that_was_recorded_is_to_be_weighed_and_the_others_told(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    globex = recorded(alex, company="Globex")

    page = pressed(anybody, link(ActionKind.OFFER, record, clock), "until=2026-08-14").text

    assert "Weigh the offer" in page
    assert "They want your answer by Friday 14 August" in page
    assert f'href="/api/interviews/{globex["id"]}/drafts/offer_letter"' in page
    assert "nothing left to do" not in page


def test_after_the_invitation_to_the_next_round_that_round_is_next(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    page = pressed(anybody, link(ActionKind.NEXT_ROUND, record, clock), "interview_on=2026-08-20").text

    opened = alex.get(f"/interviews/{record['id']}").data["next_interview_id"]
    assert "At the interview, ask Acme when they will decide" in page
    assert f'<a href="/api/interviews/{opened}">The record of round 2</a>' in page
    assert "nothing left to do" not in page


@pytest.mark.parametrize("kind", [ActionKind.THANKED, ActionKind.SENT])
def test_it_is_the_owner_who_sent_a_letter(
    anybody: Gateway, clock: Clock, record: dict[str, Any], kind: ActionKind
) -> None:
    assert '<p class="lead">You sent the ' in anybody.get(link(kind, record, clock)).text


@pytest.mark.parametrize("headers", [{}, BROWSER])
def test_undo_says_what_was_taken_back_and_what_is_next(
    anybody: Gateway, clock: Clock, record: dict[str, Any], headers: dict[str, str]
) -> None:
    done = pressed(anybody, link(ActionKind.NEXT_ROUND, record, clock), "interview_on=2026-08-20").text

    page = pressed(anybody, "/act/" + done.split('action="./')[1].partition('"')[0], **headers)
    if headers:
        page = anybody.get(page.headers["Location"].removeprefix("/api"))

    assert "<h1>Taken back.</h1>" in page.text
    assert "They invited you to the next round on Thursday 20 August." in page.text
    assert "Thank Acme" in page.text
    assert "Recorded." not in page.text


def test_a_link_that_was_pressed_before_says_so_until_something_else_is_recorded(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    path, other = link(ActionKind.SNOOZE_7, record, clock), link(ActionKind.SNOOZE_3, record, clock)
    pressed(anybody, path)

    assert "This is recorded already." in anybody.get(path).text
    assert "so it changed nothing" in anybody.get(other).text

    happened(alex, record["id"], kind="note", note="one")
    assert "so it changed nothing" in anybody.get(path).text
