"""Offers to their end, moves, days to come, thanks to each: what the API says after each of them, and after undo."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded
from tests.web.new_events import AHEAD, AN_OFFER, CASES, MOVED, TWO_MET, Case, day_of, step_of, with_contact

every_one = pytest.mark.parametrize("case", CASES, ids=str)


@every_one
@pytest.mark.parametrize("is_form", [False, True], ids=["json", "form"])
def test_t_it_is_taken_and_the_record_says_what_is_next(alex: Gateway, clock: Clock, case: Case, is_form: bool) -> None:
    record = case.given(alex, clock)
    path, event = f"/interviews/{record['id']}/events", with_contact(case.event, record)

    reply = alex.post_form(path, event) if is_form else alex.post(path, event)

    assert reply.status == 201, reply.text
    assert case.fits(reply.data), reply.text
    assert alex.get(f"/interviews/{record['id']}").data == reply.data


@every_one
def test_t_the_plan_and_the_agenda_go_by_it(alex: Gateway, clock: Clock, case: Case) -> None:
    record = case.given(alex, clock)
    happened(alex, record["id"], **with_contact(case.event, record))

    plan = alex.get(f"/interviews/{record['id']}/plan").data["items"]
    agenda = alex.get("/agenda").data

    listed = [item for section in ("overdue", "today", "week", "waiting") for item in agenda[section]]
    planned = [(step["kind"], step["due_on"]) for step in plan][:1]
    assert planned == [(item["step"]["kind"], item["step"]["due_on"]) for item in listed]
    assert planned == ([case.then] if case.then else [])
    assert [one["id"] for one in agenda["offers"]] == [record["id"] for kind, _ in planned if kind == "answer_offer"]


@every_one
def test_t_undo_gives_the_record_before_with_the_day_that_it_had(alex: Gateway, clock: Clock, case: Case) -> None:
    before = case.given(alex, clock)
    happened(alex, before["id"], **with_contact(case.event, before))

    reply = alex.delete(f"/interviews/{before['id']}/events/last")

    assert reply.data == before | {"version": before["version"] + 2}


@pytest.mark.parametrize(
    "event",
    [
        {"kind": "called", "result": "no_answer"},
        {"kind": "letter_sent"},
        {"kind": "thank_you_sent"},
        {"kind": "heard_back", "result": "told_to_wait", "until": "2026-08-20"},
        {"kind": "heard_back", "result": "next_round"},
        {"kind": "snoozed", "until": "2026-08-30"},
        {"kind": "interview_moved"},
        {"kind": "interview_moved", "interview_on": "2026-08-20"},
        {"kind": "note"},
    ],
    ids=lambda event: "-".join(map(str, event.values())),
)
def test_m2_while_an_offer_stands_what_else_happens_is_kept_and_changes_nothing(
    alex: Gateway, event: dict[str, str]
) -> None:
    offered = happened(alex, recorded(alex)["id"], **AN_OFFER)

    after = happened(alex, offered["id"], **event)

    assert after == offered | {"version": offered["version"] + 1, "events": after["events"]}
    assert after["events"][-1]["kind"] == event["kind"]


def test_m2_a_next_round_with_a_day_opens_beside_an_offer_that_stands(alex: Gateway) -> None:
    offered = happened(alex, recorded(alex)["id"], **AN_OFFER)

    after = happened(alex, offered["id"], kind="heard_back", result="next_round", interview_on="2026-08-20")

    opened = alex.get(f"/interviews/{after['events'][-1]['next_interview_id']}").data
    assert step_of(after) == ("answer_offer", "2026-08-16")
    assert (opened["round"], step_of(opened)) == (2, ("closing_question", "2026-08-19"))


def test_m2_a_later_offer_replaces_the_day_and_a_refusal_takes_it_back(alex: Gateway) -> None:
    record = happened(alex, recorded(alex)["id"], **AN_OFFER)

    later = happened(alex, record["id"], **AN_OFFER | {"until": "2026-08-21"})
    refused = happened(alex, record["id"], kind="heard_back", result="refusal", reasons_given=True)

    assert step_of(later) == ("answer_offer", "2026-08-21")
    assert (refused["status"], refused["outcome"]) == ("ended", "refusal")


def test_w2_somebody_who_was_not_there_may_be_thanked_and_both_others_still_are_owed(alex: Gateway) -> None:
    office = {"role": "office", "name": "Reception", "email": "office@acme.example"}
    record = recorded(alex, contacts=[*TWO_MET["contacts"], office])

    after = happened(alex, record["id"], kind="thank_you_sent", contact=record["contacts"][2]["id"])

    assert after == record | {"version": 2, "events": after["events"]}


def test_t_a_move_drops_the_old_hour_and_an_answer_day_that_is_no_longer_after_it(alex: Gateway) -> None:
    record = recorded(alex, **AHEAD, answer_expected_on="2026-08-18")

    nearer = happened(alex, record["id"], **MOVED, interview_on="2026-08-14")
    beyond = happened(alex, record["id"], **MOVED, interview_on="2026-08-20")
    back = alex.delete(f"/interviews/{record['id']}/events/last").data

    assert [one["answer_expected_on"] for one in (nearer, beyond, back)] == ["2026-08-18", None, "2026-08-18"]
    assert [day_of(one) for one in (nearer, beyond, back)] == [
        ("2026-08-14", None),
        ("2026-08-20", None),
        ("2026-08-14", None),
    ]


def test_the_day_that_a_move_replaced_is_no_field_of_the_answer(alex: Gateway) -> None:
    moved: Any = happened(alex, recorded(alex, **AHEAD)["id"], **MOVED, interview_on="2026-08-14")

    assert "moved_from" not in moved["events"][0]
    assert moved["events"][0]["interview_on"] == "2026-08-14"
