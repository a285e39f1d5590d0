"""How ``POST /interviews`` reads what is sent: JSON and forms, texts, contacts, numbers and links."""

from __future__ import annotations

import pytest

from tests.web.gateway import Gateway
from tests.web.given import ACME, FLAT, recorded


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


def test_flat_contact_fields_are_the_first_contact(alex: Gateway) -> None:
    flat = {
        "contact_name": "Kim",
        "contact_role": "ceo",
        "contact_phone": "030 1234",
        "contact_email": "kim@acme.example",
    }

    names = [contact["name"] for contact in recorded(alex, **flat)["contacts"]]
    (alone,) = alex.post_form("/interviews", {**FLAT, **flat}).data["contacts"]

    assert names == ["Kim", "Dana Winter"]
    assert {name: alone[name.removeprefix("contact_")] for name in flat} == flat


def test_a_role_alone_makes_no_contact(alex: Gateway) -> None:
    reply = alex.post_form("/interviews", {**FLAT, "contact_role": "recruiter"})

    assert reply.data["contacts"] == []


def test_a_phone_keeps_its_shape_but_its_digits_become_plain(alex: Gateway) -> None:
    record = recorded(alex, contact_phone="+４９\u00a0(30) 90\u20131820 ext. 5")

    assert record["contacts"][0]["phone"] == "+49 (30) 90-1820 ext. 5"


def test_a_country_is_written_in_capitals(alex: Gateway) -> None:
    assert recorded(alex, employer_country="de-by")["employer_country"] == "DE-BY"


def test_a_plus_that_a_form_turned_into_a_space_is_a_plus_again(alex: Gateway) -> None:
    sent = "company=Acme&position=Analyst&interview_on=2026-08-03&contact_phone=+49 30 23125 021"

    reply = alex.send("POST", "/interviews", sent, Content_Type="application/x-www-form-urlencoded")

    assert reply.data["contacts"][0]["phone"] == "+49 30 23125 021"


@pytest.mark.parametrize("link", ["acme.example/jobs", "Acme.example:8080", "пример.рф?id=1"])
def test_a_form_s_link_may_leave_out_how_it_begins(alex: Gateway, link: str) -> None:
    reply = alex.post_form("/interviews", {"company": "A", "position": "B", "interview_on": "2026-08-03", "url": link})

    assert reply.data["url"] == f"https://{link}"
