"""An offer while others are still deciding (M2), through the API and in the digest's page."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from chalicelib.errors import StorageUnavailable
from chalicelib.records.interview_mapping import Record
from chalicelib.records.interviews import Interviews
from chalicelib.web.http.application import Afterword
from tests.web.browser import Browser
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

    assert (answer["status"], answer["outcome"]) == ("open", None)
    assert (answer["next_step"]["kind"], answer["next_step"]["due_on"]) == ("answer_offer", "2026-08-14")
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

    agenda = alex.get("/agenda").data
    page = alex.get("/digest").text

    assert agenda["offers"] == [{"id": acme["id"], "company": "Acme", "until": "2026-08-14"}]
    assert [one["company"] for one in agenda["still_deciding"]] == ["Globex"]
    assert "Weigh the offer from Acme" in page or "Answer the offer from Acme" in page
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


def test_m2_an_offer_is_a_choice_until_it_is_answered_also_after_its_day(
    alex: Gateway, clock: Clock, acme: dict[str, Any], globex: dict[str, Any]
) -> None:
    offered(alex, acme, until="2026-08-05")
    clock.now += timedelta(days=30)

    assert [one["id"] for one in alex.get("/agenda").data["offers"]] == [acme["id"]]
    assert "still_deciding" in alex.get(f"/interviews/{acme['id']}").data


@pytest.mark.parametrize("kind", ["offer_accepted", "offer_declined", "withdrawn", "closed"])
def test_m2_an_offer_that_was_answered_is_no_choice_any_more(
    alex: Gateway, acme: dict[str, Any], globex: dict[str, Any], kind: str
) -> None:
    offered(alex, acme)

    answer = happened(alex, acme["id"], kind=kind)

    assert "still_deciding" not in answer
    assert alex.get("/agenda").data["offers"] == []
    assert alex.get(f"/interviews/{globex['id']}/drafts/offer_letter").status == 404
    assert "offer from" not in alex.get("/digest").text


def test_m2_an_offer_with_nobody_else_deciding_is_shown_all_the_same(alex: Gateway, acme: dict[str, Any]) -> None:
    assert offered(alex, acme)["still_deciding"] == []
    assert alex.get("/agenda").data["still_deciding"] == []
    assert "Answer the offer from Acme" in alex.get("/digest").text


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


def test_m2_a_renamed_company_s_offer_goes_by_its_new_name(
    alex: Gateway, acme: dict[str, Any], globex: dict[str, Any]
) -> None:
    offered(alex, acme)

    answer = alex.patch(f"/interviews/{acme['id']}", {"company": "Renamed"}).data

    assert [one["company"] for one in answer["still_deciding"]] == ["Globex"]
    assert alex.get("/agenda").data["offers"][0]["company"] == "Renamed"


def test_m2_of_two_offers_the_one_to_be_answered_first_sets_the_day_and_each_other_is_told_once(
    alex: Gateway, acme: dict[str, Any], globex: dict[str, Any]
) -> None:
    offered(alex, recorded(alex, company="Initech"), until="2026-08-21")
    offered(alex, acme, until="2026-08-14")

    agenda = alex.get("/agenda").data

    assert [one["company"] for one in agenda["offers"]] == ["Acme", "Initech"]
    assert [(one["company"], one["decide_by"]) for one in agenda["still_deciding"]] == [("Globex", "2026-08-13")]
    assert alex.get("/digest").text.count("by Thursday 13 August") == 1


def test_m2_the_day_is_a_working_day_where_that_employer_is(alex: Gateway, acme: dict[str, Any]) -> None:
    recorded(alex, company="Abroad", employer_country="SA")  # Friday and Saturday are off

    answer = offered(alex, acme, until="2026-08-09")

    assert answer["still_deciding"][0]["decide_by"] == "2026-08-06"


def test_m2_with_no_working_day_left_there_is_no_letter(
    alex: Gateway, clock: Clock, acme: dict[str, Any], globex: dict[str, Any]
) -> None:
    answer = offered(alex, acme, until="2026-08-03")

    assert (answer["still_deciding"][0]["decide_by"], answer["still_deciding"][0]["draft"]) == (None, None)
    assert alex.get(f"/interviews/{globex['id']}/drafts/offer_letter").status == 404
    assert "Globex" not in alex.get("/digest").text.partition("Coming up")[0]


def test_m2_a_first_interview_ahead_gets_no_letter_and_a_second_one_gets_one_that_looks_forward(
    alex: Gateway, acme: dict[str, Any]
) -> None:
    ahead = recorded(alex, company="Ahead", interview_on="2026-08-20")
    second = recorded(alex, company="Second", interview_on="2026-08-20", round=2)
    offered(alex, acme, until="2026-08-14")

    letter = alex.get(f"/interviews/{second['id']}/drafts/offer_letter")

    assert alex.get(f"/interviews/{ahead['id']}/drafts/offer_letter").status == 404
    assert "looking forward to the interview on Thursday 20 August" in letter.data["text"]


def test_m2_who_refused_is_not_asked_for_a_decision(
    alex: Gateway, acme: dict[str, Any], globex: dict[str, Any]
) -> None:
    happened(alex, globex["id"], kind="heard_back", result="refusal")
    offered(alex, acme)

    assert alex.get(f"/interviews/{globex['id']}/drafts/offer_letter").status == 404


def test_m2_an_offer_is_recorded_and_shown_though_those_who_are_still_deciding_cannot_be_read(
    app: Afterword, alex: Gateway, token: str, acme: dict[str, Any], globex: dict[str, Any]
) -> None:
    class Unreachable(Interviews):
        def open(self, owner_id: str) -> list[Record]:
            raise StorageUnavailable

    parts = replace(app.services(), interviews=Unreachable())
    app.services = lambda: parts

    answer = offered(alex, acme)
    page = Browser(Gateway(app)).sign_in(token, f"/interviews/{acme['id']}")

    assert answer["next_step"]["kind"] == "answer_offer"
    assert "still_deciding" not in answer
    assert page.status == 200
    assert "Globex" not in page.text
