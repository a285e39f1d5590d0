"""The drafts of thanks to each, and of a day that is to come, as the API has them."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest

from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded
from tests.web.new_events import AHEAD, MOVED, TWO_MET, Case


def addressed(alex: Gateway, path: str) -> tuple[str, str, str]:
    """Whom a letter is for: as the draft says, as its link has it, and as the message file has it."""
    draft = alex.get(path).data
    message = message_from_bytes(alex.get(f"{path}.eml").text.encode(), policy=default)
    return draft["to"]["name"], draft["mailto"].partition("?")[0], str(message["To"])


def test_w2_the_thank_you_goes_to_the_next_person_who_is_owed_one(alex: Gateway) -> None:
    record = recorded(alex, **TWO_MET)
    path = f"/interviews/{record['id']}/drafts/thank_you_letter"

    first = addressed(alex, path)
    happened(alex, record["id"], kind="thank_you_sent", contact=record["contacts"][0]["id"])
    second = addressed(alex, path)

    assert first == (
        "Dana Winter",
        "mailto:dana.winter@acme.example",
        "Dana Winter <dana.winter@acme.example>",
    )
    assert second == ("Robin Hale", "mailto:robin.hale@acme.example", "Robin Hale <robin.hale@acme.example>")


def test_w2_who_was_thanked_out_of_turn_is_left_out(alex: Gateway) -> None:
    record = recorded(alex, **TWO_MET)

    happened(alex, record["id"], kind="thank_you_sent", contact=record["contacts"][1]["id"])

    assert addressed(alex, f"/interviews/{record['id']}/drafts/thank_you_letter")[0] == "Dana Winter"


def test_c4_the_draft_says_why_this_person(alex: Gateway) -> None:
    letter = alex.get(f"/interviews/{recorded(alex, **TWO_MET)['id']}/drafts/thank_you_letter").data

    assert letter["rung_reason"] == (
        "Dana Winter was at the interview, and each who was there gets a letter of their own (C4)."
    )


def test_c_the_status_steps_still_go_to_the_highest_rung(alex: Gateway) -> None:
    record = recorded(alex, **TWO_MET)
    happened(alex, record["id"], kind="thank_you_sent", contact=record["contacts"][0]["id"])

    assert alex.get(f"/interviews/{record['id']}/drafts/status_letter").data["to"]["name"] == "Dana Winter"


OPEN_DAYS = [
    (
        Case("moved", 10, MOVED, None, facts=AHEAD),
        "had to be moved",
        "A new day for our",
    ),
    (
        Case("invited", 7, {"kind": "heard_back", "result": "next_round"}, None),
        "invit",
        "A day for our next meeting",
    ),
]


@pytest.fixture(params=OPEN_DAYS, ids=[str(case) for case, *_ in OPEN_DAYS])
def open_day(request: pytest.FixtureRequest, alex: Gateway, clock: Clock) -> tuple[str, str, str]:
    """The drafts' address of a record without a day, and what its letter and its subject say."""
    case, said, subject = request.param
    record: dict[str, Any] = case.given(alex, clock)
    happened(alex, record["id"], **case.event)
    return f"/interviews/{record['id']}/drafts", said, subject


@pytest.mark.parametrize("kind", ["status_call", "status_letter"])
def test_w13_what_is_due_asks_for_the_day(alex: Gateway, open_day: tuple[str, str, str], kind: str) -> None:
    path, said, _ = open_day
    listed = {draft["kind"]: draft for draft in alex.get(path).data["items"]}

    assert said in " ".join(alex.get(f"{path}/{kind}").data["text"].split())
    assert said in " ".join(listed[kind]["text"].split())


def test_w13_its_message_file_says_in_the_subject_which_day(alex: Gateway, open_day: tuple[str, str, str]) -> None:
    path, said, subject = open_day

    message = message_from_bytes(alex.get(f"{path}/status_letter.eml").text.encode(), policy=default)
    body = message.get_body()

    assert str(message["Subject"]).startswith(subject)
    assert body is not None
    assert said in " ".join(body.get_content().split())


def test_w13_once_the_day_is_named_the_drafts_ask_for_the_decision_again(alex: Gateway) -> None:
    record = recorded(alex, **AHEAD)
    happened(alex, record["id"], **MOVED)
    happened(alex, record["id"], **MOVED, interview_on="2026-08-20")

    letter = alex.get(f"/interviews/{record['id']}/drafts/status_letter").data

    assert "due to meet" not in letter["text"]
    assert "Thursday 20 August" in letter["text"]
