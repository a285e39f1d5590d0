"""``POST /interviews``."""

from __future__ import annotations

from datetime import timedelta

import pytest

from chalicelib.records.interviews import Interviews
from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import ACME, recorded

FLAT = {"company": "Acme", "position": "Data Engineer", "interview_on": "2026-08-03"}
EVERYTHING = {
    "company": "Acme",
    "position": "Data Engineer",
    "interview_on": "2026-08-03",
    "interview_time": "15:00",
    "round": 2,
    "contacts": [
        {
            "role": "ceo",
            "name": "Dana Winter",
            "phone": "+49 30 23125 021",
            "extension": "12",
            "email": "dana@acme.example",
        }
    ],
    "answer_expected_on": "2026-08-14",
    "answer_channel": "email",
    "may_call": True,
    "persistence_expected": False,
    "background_check": True,
    "test_task": True,
    "employer_country": "DE-BY",
    "language": "de",
    "notes": "Talked about\n\tPython <b>and</b> AWS.",
    "url": "https://acme.example/jobs/1?a=b",
    "process_id": "acme-2026",
}


def test_a_record_comes_back_with_its_address_and_its_next_step(alex: Gateway) -> None:
    reply = alex.post("/interviews", ACME)

    record = reply.data
    assert reply.status == 201
    assert reply.headers["Location"] == f"/api/interviews/{record['id']}"
    assert reply.headers["ETag"] == '"1"'
    assert (record["status"], record["outcome"], record["version"]) == ("open", None, 1)
    assert record["process_id"] == record["id"]
    assert record["next_step"]["kind"] == "thank_you_letter"
    assert record["next_step"]["due_on"] == "2026-08-04"
    assert "Monday 3 August" in record["next_step"]["why"]
    assert "W2" in record["next_step"]["rules"]


def test_every_field_comes_back_as_it_was_sent(alex: Gateway) -> None:
    record = alex.post("/interviews", EVERYTHING).data

    assert {name: record[name] for name in EVERYTHING} == EVERYTHING
    assert set(record) - set(EVERYTHING) == {
        "id",
        "created_at",
        "events",
        "version",
        "status",
        "outcome",
        "attempts",
        "next_step",
        "why_silent",
        "next_interview_id",
    }


def test_the_address_answers_with_the_same_record(alex: Gateway) -> None:
    record = recorded(alex)

    reply = alex.get(f"/interviews/{record['id']}")

    assert reply.data == record
    assert reply.headers["ETag"] == '"1"'


def test_json_and_both_kinds_of_forms_make_the_same_record(alex: Gateway) -> None:
    fields = {"may_call": True, "background_check": False, "round": 2, "interview_time": "15:00"}
    texts = {"may_call": "on", "background_check": "no", "round": " 2 ", "interview_time": "15:00:00"}

    records = [
        recorded(alex, company="A", contacts=None, **fields),
        alex.post_form("/interviews", {**FLAT, "company": "B", **texts}).data,
        alex.post_multipart("/interviews", {**FLAT, "company": "C", **texts}).data,
    ]

    for record in records:
        assert {name: record[name] for name in fields} == fields


@pytest.mark.parametrize("kind", ["", "APPLICATION/JSON", "application/json; charset=UTF-8"])
def test_json_is_read_whatever_the_case_of_its_type_and_without_one(alex: Gateway, kind: str) -> None:
    reply = alex.post("/interviews", ACME, **{"Content-Type": kind})

    assert reply.status == 201


def test_a_json_body_in_base64_is_read_too(alex: Gateway) -> None:
    body = '{"company": "Ácme 株式会社", "position": "x", "interview_on": "2026-08-03"}'.encode()

    assert alex.send("POST", "/interviews", body).data["company"] == "Ácme 株式会社"


def test_an_empty_field_of_a_form_is_an_absent_one(alex: Gateway) -> None:
    reply = alex.post_form("/interviews", {**FLAT, "notes": "", "contact_phone": "  ", "answer_expected_on": ""})

    assert reply.status == 201
    assert reply.data["notes"] is None
    assert reply.data["contacts"] == []


def test_texts_are_stripped_and_composed(alex: Gateway) -> None:
    record = recorded(alex, company="  Cafe\u0301 ", notes=" one\r\ntwo ")

    assert (record["company"], record["notes"]) == ("Caf\u00e9", "one\ntwo")


def test_two_hundred_characters_of_any_script_fit(alex: Gateway) -> None:
    record = recorded(alex, company="株" * 200, position="\N{GRINNING FACE}" * 200)

    assert len(record["company"]) == len(record["position"]) == 200


def test_flat_contact_fields_are_the_first_contact(alex: Gateway) -> None:
    flat = {
        "contact_name": "Kim",
        "contact_role": "ceo",
        "contact_phone": "030 1234",
        "contact_email": "kim@acme.example",
    }

    names = [contact["name"] for contact in recorded(alex, **flat)["contacts"]]
    alone = alex.post_form("/interviews", {**FLAT, **flat}).data["contacts"]

    assert names == ["Kim", "Dana Winter"]
    assert alone == [
        {"role": "ceo", "name": "Kim", "phone": "030 1234", "extension": None, "email": "kim@acme.example"}
    ]


def test_a_role_alone_makes_no_contact(alex: Gateway) -> None:
    reply = alex.post_form("/interviews", {**FLAT, "contact_role": "recruiter"})

    assert reply.data["contacts"] == []


def test_a_phone_keeps_its_shape_but_its_digits_become_plain(alex: Gateway) -> None:
    record = recorded(alex, contact_phone="+４９\u00a0(30) 90\u20131820 ext. 5")

    assert record["contacts"][0]["phone"] == "+49 (30) 90-1820 ext. 5"


def test_a_country_is_written_in_capitals(alex: Gateway) -> None:
    assert recorded(alex, employer_country="de-by")["employer_country"] == "DE-BY"


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


@pytest.mark.parametrize("key", ["x" * 256, "a b", "ключ", "a\x7f"])
def test_a_key_of_odd_characters_is_refused_by_name(alex: Gateway, key: str) -> None:
    reply = alex.post("/interviews", ACME, Idempotency_Key=key)

    assert reply.status == 422
    assert "Idempotency-Key" in reply.faults


def test_a_deleted_record_s_content_and_key_make_a_new_record(alex: Gateway) -> None:
    by_content = recorded(alex)
    by_key = alex.post("/interviews", ACME, Idempotency_Key="one").data
    for record in (by_content, by_key):
        alex.delete(f"/interviews/{record['id']}")

    again = [recorded(alex), alex.post("/interviews", ACME, Idempotency_Key="one").data]

    assert not {record["id"] for record in again} & {by_content["id"], by_key["id"]}


def test_a_browser_s_form_is_sent_on_to_a_page_that_says_so(alex: Gateway, anybody: Gateway) -> None:
    sent = alex.post_form("/interviews", FLAT, Accept="text/html,application/xhtml+xml,*/*;q=0.8")
    interview_id = alex.get("/interviews").data["items"][0]["id"]

    page = anybody.get(sent.headers["Location"].removeprefix("/api"))

    assert (sent.status, sent.headers["Location"]) == (303, f"/api/?recorded={interview_id}")
    assert "Recorded." in page.text
    assert "Acme" not in page.text.partition("2. Record an interview")[0]


def test_a_repeated_request_that_joined_a_process_gets_the_first_answer_to_the_letter(alex: Gateway) -> None:
    first = recorded(alex)
    alex.post(f"/interviews/{first['id']}/events", {"kind": "called", "result": "no_answer"})
    round_two = ACME | {"round": 2, "process_id": first["id"]}

    answers = [alex.post("/interviews", round_two).text for _ in range(2)]

    assert answers[0] == answers[1]


def test_a_further_round_of_a_process_knows_its_attempts(alex: Gateway, interviews: Interviews) -> None:
    first = recorded(alex)

    second = recorded(alex, round=2, process_id=first["id"])

    assert second["process_id"] == first["process_id"]
    assert alex.get(f"/interviews/{second['id']}").data == second


def test_the_day_of_recording_is_the_owner_s(alex: Gateway, clock: Clock, interviews: Interviews) -> None:
    clock.now = clock.now.replace(hour=23)  # past midnight in Berlin

    record = recorded(alex)

    assert interviews.get("alex", record["id"]).dated_on.isoformat() == "2026-08-04"


def test_a_plus_that_a_form_turned_into_a_space_is_a_plus_again(alex: Gateway) -> None:
    sent = "company=Acme&position=Analyst&interview_on=2026-08-03&contact_phone=+49 30 23125 021"

    reply = alex.send("POST", "/interviews", sent, Content_Type="application/x-www-form-urlencoded")

    assert reply.data["contacts"][0]["phone"] == "+49 30 23125 021"


@pytest.mark.parametrize("link", ["acme.example/jobs", "Acme.example:8080", "пример.рф?id=1"])
def test_a_form_s_link_may_leave_out_how_it_begins(alex: Gateway, link: str) -> None:
    reply = alex.post_form("/interviews", {"company": "A", "position": "B", "interview_on": "2026-08-03", "url": link})

    assert reply.data["url"] == f"https://{link}"


@pytest.mark.parametrize(
    "link", ["nowhere", "dana@acme.example", "see acme.example", "javascript:alert(1)", "3.8.2026"]
)
def test_what_is_no_link_is_refused_in_a_form_too(alex: Gateway, link: str) -> None:
    reply = alex.post_form("/interviews", {"company": "A", "position": "B", "interview_on": "2026-08-03", "url": link})

    assert list(reply.faults) == ["url"]


def test_in_json_a_link_is_a_whole_one(alex: Gateway) -> None:
    assert alex.post("/interviews", ACME | {"url": "acme.example/jobs"}).status == 422
