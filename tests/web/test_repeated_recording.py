"""``POST /interviews`` once more: the same content or the same key gets the first answer."""

from __future__ import annotations

from datetime import timedelta

from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import ACME, FLAT, recorded


def test_the_same_content_within_ten_minutes_gets_the_first_answer(alex: Gateway, clock: Clock) -> None:
    first = alex.post("/interviews", ACME)
    clock.now += timedelta(minutes=9)

    again = alex.post("/interviews", dict(reversed(ACME.items())))

    assert again == first
    assert len(alex.get("/interviews").data["items"]) == 1


def test_the_same_content_as_a_form_gets_the_first_answer_too(alex: Gateway) -> None:
    first = alex.post("/interviews", {**FLAT, "contact_name": "Kim"})

    again = alex.post_form("/interviews", {**FLAT, "contact_name": "Kim"})

    assert again == first


def test_after_ten_minutes_the_same_content_is_another_interview(alex: Gateway, clock: Clock) -> None:
    first = recorded(alex)
    clock.now += timedelta(minutes=11)

    assert recorded(alex)["id"] != first["id"]


def test_the_same_key_gets_the_first_answer_for_a_week(alex: Gateway, clock: Clock) -> None:
    first = alex.post("/interviews", ACME, Idempotency_Key="one")
    clock.now += timedelta(days=6)

    assert alex.post("/interviews", ACME, Idempotency_Key="one") == first
    assert alex.post("/interviews", ACME, Idempotency_Key="two").data["id"] != first.data["id"]


def test_a_key_that_came_with_another_content_is_refused(alex: Gateway) -> None:
    alex.post("/interviews", ACME, Idempotency_Key="one")

    reply = alex.post("/interviews", ACME | {"company": "Globex"}, Idempotency_Key="one")

    assert reply.status == 422
    assert "Idempotency-Key" in reply.faults


def test_a_deleted_record_s_content_and_key_make_a_new_record(alex: Gateway) -> None:
    by_content = recorded(alex)
    by_key = alex.post("/interviews", ACME, Idempotency_Key="one").data
    for record in (by_content, by_key):
        alex.delete(f"/interviews/{record['id']}")

    again = [recorded(alex), alex.post("/interviews", ACME, Idempotency_Key="one").data]

    assert not {record["id"] for record in again} & {by_content["id"], by_key["id"]}


def test_a_repeated_request_that_joined_a_process_gets_the_first_answer_to_the_letter(alex: Gateway) -> None:
    first = recorded(alex)
    alex.post(f"/interviews/{first['id']}/events", {"kind": "called", "result": "no_answer"})
    round_two = ACME | {"round": 2, "process_id": first["id"]}

    answers = [alex.post("/interviews", round_two).text for _ in range(2)]

    assert answers[0] == answers[1]
