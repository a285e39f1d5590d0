"""``/act/{token}``: what its page says, in whose words, what is next, and how it is taken back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from chalicelib.links.action import ActionKind
from tests.web.conftest import LINKS, Clock
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded
from tests.web.links import BROWSER, events, link, pressed


def test_a_link_is_a_page_whatever_accept_says(anybody: Gateway, clock: Clock, record: dict[str, Any]) -> None:
    page = anybody.get(link(ActionKind.OFFER, record, clock), Accept="application/json")

    assert page.headers["Content-Type"].startswith("text/html")
    assert "Acme made you an offer." in page.text
    assert '<form class="card" method="post">' in page.text
    assert "<script>" not in page.text


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


class TestAMailProgramThatUnsubscribes:
    """It shows no page, so its answer's status alone says whether the digest goes on coming."""

    def test_with_an_old_mail_is_told_that_nothing_came_of_it(
        self, anybody: Gateway, alex: Gateway, clock: Clock
    ) -> None:
        pause = f"/act/{LINKS.token(ActionKind.PAUSE, 'alex', clock.now)}"
        clock.now += timedelta(days=30)

        page = pressed(anybody, pause, "List-Unsubscribe=One-Click")

        assert (page.status, alex.get("/owner").data["paused_until"]) == (410, None)

    @pytest.mark.parametrize("until", ["2026-09-01", "2099-12-31"])
    def test_with_a_mail_from_before_the_last_pause_too(
        self, anybody: Gateway, alex: Gateway, clock: Clock, until: str
    ) -> None:
        pause = f"/act/{LINKS.token(ActionKind.PAUSE, 'alex', clock.now)}"
        for paused_until in (until, None):
            alex.patch("/owner", {"paused_until": paused_until})

        page = pressed(anybody, pause, "List-Unsubscribe=One-Click")

        assert (page.status, alex.get("/owner").data["paused_until"]) == (410, None)
        assert "so the link changed nothing" in page.text
        assert pressed(anybody, pause).status == 200  # a person reads the page

    def test_twice_is_told_that_no_digest_comes(self, anybody: Gateway, alex: Gateway, clock: Clock) -> None:
        pause = f"/act/{LINKS.token(ActionKind.PAUSE, 'alex', clock.now)}"

        pages = [pressed(anybody, pause, "List-Unsubscribe=One-Click") for _ in range(2)]

        assert [page.status for page in pages] == [200, 200]
        assert alex.get("/owner").data["paused_until"] == "2099-12-31"


def test_the_page_speaks_the_owner_s_language(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    alex.patch("/owner", {"language": "ru"})

    page = anybody.get(link(ActionKind.REFUSAL, record, clock))

    assert '<html lang="ru">' in page.text
    assert "Компания «Acme» отказала." in page.text


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
    assert "They invited you to the next round. The date is Thursday 20 August." in page.text
    assert "Thank Acme" in page.text
    assert "Recorded." not in page.text
