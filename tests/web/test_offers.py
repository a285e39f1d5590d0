"""An offer while others are still deciding (M2), through the API and in the digest's page."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded


@pytest.fixture
def globex(alex: Gateway) -> dict[str, Any]:
    """Somebody who has met the owner and has not decided."""
    return recorded(alex, company="Globex")


@pytest.fixture
def acme(alex: Gateway) -> dict[str, Any]:
    """Somebody who is about to make an offer."""
    return recorded(alex)


def offered(alex: Gateway, record: dict[str, Any], **event: Any) -> dict[str, Any]:
    return happened(alex, record["id"], kind="heard_back", result="offer", **event)


def test_m2_an_offer_names_the_others_who_are_still_deciding(
    alex: Gateway, acme: dict[str, Any], globex: dict[str, Any]
) -> None:
    answer = offered(alex, acme, until="2026-08-14")

    assert (answer["status"], answer["outcome"]) == ("ended", "offer")
    assert answer["still_deciding"] == [
        {
            "id": globex["id"],
            "company": "Globex",
            "position": "Data Engineer",
            "round": 1,
            "stage": "waiting",
            "decide_by": "2026-08-13",
            "draft": f"/api/interviews/{globex['id']}/drafts/offer_letter",
        }
    ]


def test_m2_the_letter_tells_them_of_an_offer_and_asks_for_their_word_by_a_day(
    alex: Gateway, acme: dict[str, Any], globex: dict[str, Any]
) -> None:
    answer = offered(alex, acme, until="2026-08-14")

    letter = alex.get(answer["still_deciding"][0]["draft"].removeprefix("/api")).data

    assert "by Thursday 13 August" in letter["text"]
    assert "Acme" not in letter["text"]
    assert letter["rules"][0] == "M2"
    assert letter["eml"].endswith("/offer_letter.eml")


def test_m2_the_letter_is_among_the_drafts_only_while_there_is_an_offer_elsewhere(
    alex: Gateway, acme: dict[str, Any], globex: dict[str, Any]
) -> None:
    path = f"/interviews/{globex['id']}/drafts"
    before = [draft["kind"] for draft in alex.get(path).data["items"]]

    offered(alex, acme)

    assert "offer_letter" not in before
    assert [draft["kind"] for draft in alex.get(path).data["items"]] == [*before, "offer_letter"]
    assert alex.get(f"/interviews/{acme['id']}/drafts/offer_letter").status == 404


def test_m2_without_an_offer_there_is_no_such_letter(alex: Gateway, globex: dict[str, Any]) -> None:
    assert alex.get(f"/interviews/{globex['id']}/drafts/offer_letter").status == 404


def test_m2_the_agenda_and_the_digest_show_the_choice(
    alex: Gateway, acme: dict[str, Any], globex: dict[str, Any]
) -> None:
    offered(alex, acme, until="2026-08-14")

    (offer,) = alex.get("/agenda").data["offers"]
    page = alex.get("/digest").text

    assert (offer["company"], offer["until"]) == ("Acme", "2026-08-14")
    assert [one["company"] for one in offer["still_deciding"]] == ["Globex"]
    assert "You have an offer" in page
    assert "by Thursday 13 August" in page


def test_m2_an_offer_that_was_undone_is_forgotten(alex: Gateway, acme: dict[str, Any], globex: dict[str, Any]) -> None:
    offered(alex, acme)

    answer = alex.delete(f"/interviews/{acme['id']}/events/last").data

    assert "still_deciding" not in answer
    assert alex.get("/agenda").data["offers"] == []


def test_m2_an_offer_whose_record_was_removed_is_forgotten(
    alex: Gateway, acme: dict[str, Any], globex: dict[str, Any]
) -> None:
    offered(alex, acme)

    assert alex.delete(f"/interviews/{acme['id']}").status == 204

    assert alex.get("/agenda").data["offers"] == []


def test_m2_an_offer_is_a_choice_until_its_day(
    alex: Gateway, clock: Clock, acme: dict[str, Any], globex: dict[str, Any]
) -> None:
    offered(alex, acme, until="2026-08-05")
    clock.now += timedelta(days=3)

    assert alex.get("/agenda").data["offers"] == []
    assert "still_deciding" not in alex.get(f"/interviews/{acme['id']}").data


def test_m2_an_offer_with_nobody_else_deciding_is_no_choice(alex: Gateway, acme: dict[str, Any]) -> None:
    assert offered(alex, acme)["still_deciding"] == []
    assert alex.get("/agenda").data["offers"] == []


def test_m2_the_owner_s_settings_stay_as_they_are_beside_an_offer(alex: Gateway, acme: dict[str, Any]) -> None:
    alex.patch("/owner", {"tone": "friendly"})

    offered(alex, acme)

    assert alex.get("/owner").data["tone"] == "friendly"
    assert "offers" not in alex.get("/owner").data


def test_a_day_belongs_to_an_offer_but_not_to_a_refusal(alex: Gateway, acme: dict[str, Any]) -> None:
    path = f"/interviews/{acme['id']}/events"

    reply = alex.post(path, {"kind": "heard_back", "result": "refusal", "until": "2026-08-14"})

    assert reply.status == 422
    assert reply.data["problems"][0]["field"] == "until"
