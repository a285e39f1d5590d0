"""An iPhone's Shortcuts: record an interview, and say what happened."""

from __future__ import annotations

from typing import Any

import pytest

from tests.infra.local_server import LocalServer
from tests.shortcuts.conftest import Cook
from tests.shortcuts.iphone import action, as_json, as_multipart, as_urlencoded, sent

THAT_EVENING, NEXT_DAY = "2026-08-03T18:00:00+02:00", "2026-08-04T10:00:00+02:00"
WRITERS = {
    "JSON": as_json,
    "urlencoded": as_urlencoded,
    "multipart": as_multipart("Boundary+6A1F2C3D4E5B6978"),
    "multipart with a UUID": as_multipart("Boundary-0B3C2B5A-6C62-4A53-9E5B-3C9D3C8F9A11"),
}


def answered(company: str, **changes: str) -> dict[str, str]:
    """What was typed into the questions."""
    typed = {"Company": company, "Position": "Data Engineer", "Day": "2026-08-03", "Contact": "", "Phone": ""}
    return typed | changes


def recorded(recipe_for: Cook, company: str) -> Any:
    """The record of an interview at this company."""
    table = recipe_for("Record an interview").tables()[0]
    return sent(action(table, answered(company)), now=THAT_EVENING).json


@pytest.mark.parametrize("written", WRITERS)
def test_an_interview_is_recorded_and_the_phone_shows_why_something_is_next(recipe_for: Cook, written: str) -> None:
    recipe = recipe_for("Record an interview")
    typed = answered(f"Søren & Söhne / {written}", Contact="Dana Winter", Phone="+49 30 23125 021")

    reply = sent(action(recipe.tables()[0], typed), WRITERS[written], now=THAT_EVENING)

    assert reply.status == 201, reply.body
    assert reply.headers["content-type"] == "application/json"
    assert reply.json["company"] == typed["Company"]
    assert reply.json["contacts"][0]["phone"] == typed["Phone"]
    assert "`id`" in recipe.text
    assert "`next_step.why`" in recipe.text
    assert reply.json["next_step"]["why"]


@pytest.mark.parametrize("written", WRITERS)
def test_a_question_left_empty_is_a_fact_not_known(recipe_for: Cook, written: str) -> None:
    table = recipe_for("Record an interview").tables()[0]

    reply = sent(action(table, answered(f"Empty by {written}")), WRITERS[written])

    assert reply.status == 201, reply.body
    assert reply.json["contacts"] == []


def test_a_double_tap_records_once_whichever_body_was_chosen(recipe_for: Cook) -> None:
    tapped = action(recipe_for("Record an interview").tables()[0], answered("Tapped twice"))

    replies = [sent(tapped, write, now=THAT_EVENING) for write in WRITERS.values()]

    assert {reply.status for reply in replies} == {201}
    assert len({reply.json["id"] for reply in replies}) == 1


def test_an_error_has_no_id_and_names_what_is_wrong(recipe_for: Cook) -> None:
    table = recipe_for("Record an interview").tables()[0]

    reply = sent(action(table, answered("Acme", Day="yesterday")))

    assert reply.status == 422
    assert "id" not in reply.json
    assert reply.json["problems"][0]["field"] == "interview_on"


def test_the_open_interviews_can_be_chosen_from(recipe_for: Cook, local: LocalServer) -> None:
    record = recorded(recipe_for, "Chosen")

    reply = sent(action(recipe_for("What happened").tables()[0], {}))

    lines = [f"{one['company']}, {one['position']} # {one['id']}" for one in reply.json["items"]]
    assert record["id"] in [line.split("# ")[-1] for line in lines]


def test_every_item_of_the_menu_is_taken(recipe_for: Cook) -> None:
    _, menu, table = recipe_for("What happened").tables()

    for item, kind, result in menu:
        record = recorded(recipe_for, f"Menu: {item}")
        if kind.startswith("offer_"):  # there has to be one to answer
            sent(action(table, {"Record": record["id"], "Kind": "heard_back", "Result": "offer"}), now=NEXT_DAY)
        chosen = {"Record": record["id"], "Kind": kind, "Result": result}
        reply = sent(action(table, chosen), now=NEXT_DAY)

        assert reply.status == 201, (item, reply.body)
        assert reply.json["id"] == record["id"]
        assert (reply.json["events"][-1]["kind"], reply.json["events"][-1]["result"]) == (kind, result or None)


def test_a_letter_is_a_letter_also_where_the_form_leaves_the_empty_result_out(recipe_for: Cook) -> None:
    table = [row for row in recipe_for("What happened").tables()[2] if row[0] != "`result`"]
    record = recorded(recipe_for, "Left out")

    reply = sent(action(table, {"Record": record["id"], "Kind": "letter_sent"}), as_urlencoded)

    assert reply.status == 201, reply.body


def test_without_the_right_token_nothing_is_recorded(recipe_for: Cook, local: LocalServer) -> None:
    table = [
        [name, value.replace(local.token, "me.wrong")] for name, value in recipe_for("Record an interview").tables()[0]
    ]

    reply = sent(action(table, answered("Stranger")))

    assert reply.status == 401
    assert reply.json["detail"]
