"""Whatever arrives as an interview is refused by the name of its field, and nothing is recorded."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.gateway import Gateway
from tests.web.given import ACME, recorded


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("company", None),
        ("company", ""),
        ("company", " \t\u00a0\u3000"),
        ("company", "\u200b"),
        ("company", 7),
        ("company", ["Acme"]),
        ("company", "Ac\x00me"),
        ("company", "Ac\nme"),
        ("company", "Ac\u2028me"),
        ("company", "Ac\ud800me"),
        ("company", "\x1b[31mAcme"),
        ("company", "x" * 201),
        ("position", "x" * 201),
        ("interview_on", "yesterday"),
        ("interview_on", "03.08.2026"),
        ("interview_on", "2026-02-30"),
        ("interview_on", "2026-W32-1"),
        ("interview_on", "20260803"),
        ("interview_on", "２０２６-08-03"),
        ("interview_on", "0000-01-01"),
        ("interview_on", "1999-12-31"),
        ("interview_on", "2100-01-01"),
        ("interview_on", "9999-12-31"),
        ("interview_on", "2026-08-03T15:00:00"),
        ("interview_on", 1785715200),
        ("interview_time", "25:00"),
        ("interview_time", "15"),
        ("interview_time", "15:00:30"),
        ("interview_time", "15:00+02:00"),
        ("interview_time", "3 pm"),
        ("round", 0),
        ("round", 21),
        ("round", 1.5),
        ("round", "2"),
        ("round", True),
        ("round", float("nan")),
        ("round", float("inf")),
        ("round", 10**400),
        ("answer_expected_on", "2026-08-03"),
        ("answer_expected_on", "2026-08-02"),
        ("answer_channel", "fax"),
        ("may_call", "yes"),
        ("may_call", 1),
        ("background_check", {}),
        ("employer_country", "XX"),
        ("employer_country", "DE-ZZ"),
        ("employer_country", "Deutschland"),
        ("employer_country", "__class__"),
        ("language", "english please"),
        ("notes", "x" * 4097),
        ("notes", "株" * 4097),
        ("notes", "bell \x07"),
        ("url", "javascript:alert(1)"),
        ("url", "ftp://acme.example"),
        ("url", "//acme.example"),
        ("url", "https://"),
        ("url", "https://[::1"),
        ("url", "https://acme.example/a b"),
        ("url", "https://acme.example/" + "x" * 2000),
        ("process_id", "../other"),
        ("process_id", "x" * 41),
        ("contacts", {}),
        ("contacts", "Dana"),
        ("contacts", [{}] * 11),
        ("contacts[0]", ["Dana"]),
        ("contacts[0].role", "boss"),
        ("contacts[0].name", "x" * 201),
        ("contacts[0].fax", "1"),
        ("contacts[0].extension", "12345678901"),
        ("contacts[0].id", "no spaces"),
        ("contacts[0].met", "perhaps"),
        ("contacts[0].salutation", "x" * 201),
        ("contacts[0].title", ["Head"]),
        ("contacts[0].notes", "x" * 1001),
        ("contact_met", "perhaps"),
        ("contact_notes", "bell \x07"),
        ("format", "fax"),
        ("place", "x" * 201),
        ("meeting_url", "ftp://acme.example"),
        ("meeting_url", "javascript:alert(1)"),
        ("interview_minutes", 4),
        ("interview_minutes", 721),
        ("interview_minutes", "an hour"),
        ("interview_time_zone", "Berlin"),
        ("referred_by", "two\nlines"),
        ("salary", 90000),
        ("position_short", {}),
        ("contact_email", "not an address"),
        ("contact_phone", "call me"),
        ("Company", "Acme"),
        ("id", "01K1S0M3000000000000000001"),
        ("version", 1),
        ("__proto__", {}),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(alex: Gateway, field: str, value: Any) -> None:
    reply = alex.post("/interviews", _with(field, value))

    assert reply.status == 422
    assert reply.headers["Content-Type"] == "application/problem+json"
    assert list(reply.faults) == [field]
    assert alex.get("/interviews").data["items"] == []


@pytest.mark.parametrize(
    "email",
    [
        "dana",
        "dana@",
        "@acme.example",
        "dana@acme",
        "Dana <dana@acme.example>",
        '"Dana W"@acme.example',
        "dana@acme.example,kim@acme.example",
        "dana@acme.example?bcc=all@acme.example",
        "dana&x@acme.example",
        "dana%0d%0aBcc:x@acme.example",
        "dana@acme.example\r\nBcc: x@acme.example",
        "=?utf-8?q?dana=0d=0aBcc:x?=@acme.example",
        "da..na@acme.example",
        "dana@-acme.example",
        "dana@acme..example",
        "дана@acme.example",
        "x" * 65 + "@acme.example",
        "x@" + "y" * 64 + ".example",
        "x@" + "acme." * 50 + "example",
    ],
)
def test_only_one_plain_mail_address_fits(alex: Gateway, email: str) -> None:
    reply = alex.post("/interviews", _with("contacts[0].email", email))

    assert reply.status == 422
    assert list(reply.faults) == ["contacts[0].email"]


@pytest.mark.parametrize(
    "phone", ["12", "1" * 16, "+", "++49 30 1234", "030-12a4", "tel:0301234", "0301234;x=1", "()", "1" * 61]
)
def test_only_a_phone_number_fits(alex: Gateway, phone: str) -> None:
    reply = alex.post("/interviews", _with("contacts[0].phone", phone))

    assert reply.status == 422
    assert list(reply.faults) == ["contacts[0].phone"]


def test_one_answer_names_all_that_is_wrong(alex: Gateway) -> None:
    sent = {
        "company": " ",
        "interview_on": "2026-13-01",
        "round": 99,
        "contacts": [{"email": "x"}, {"phone": "y", "fax": "z"}],
        "contact_email": "q",
        "nonsense": 1,
    }

    reply = alex.post("/interviews", sent)

    assert set(reply.faults) == {
        "company",
        "position",
        "interview_on",
        "round",
        "contacts[0].email",
        "contacts[1].phone",
        "contacts[1].fax",
        "contact_email",
        "nonsense",
    }
    assert (reply.data["status"], reply.data["title"]) == (422, reply.data["title"])
    assert {"type", "title", "status", "detail"} <= set(reply.data)


def test_eleven_contacts_are_too_many_when_the_eleventh_came_flat(alex: Gateway) -> None:
    reply = alex.post("/interviews", ACME | {"contacts": [{"name": "Kim"}] * 10, "contact_name": "Dana"})

    assert list(reply.faults) == ["contacts"]


def test_markup_is_text_like_any_other(alex: Gateway) -> None:
    record = recorded(alex, company="<script>alert(1)</script>", position="=?utf-8?q?x=0d=0aBcc:all?= {{ 7*7 }}")

    assert record["company"] == "<script>alert(1)</script>"
    assert record["position"] == "=?utf-8?q?x=0d=0aBcc:all?= {{ 7*7 }}"
    assert alex.get(f"/interviews/{record['id']}/drafts").status == 200
    assert "<script>" not in alex.get("/digest").text


def _with(field: str, value: Any) -> dict[str, Any]:
    """Acme's interview with one field changed, which may be one of its first contact."""
    if field == "contacts[0]":
        return ACME | {"contacts": [value]}
    if field.startswith("contacts[0]."):
        return ACME | {"contacts": [{field.removeprefix("contacts[0]."): value}]}
    return ACME | {field: value}
