"""Whatever arrives is refused by the name of its field, and nothing is recorded."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.web.gateway import Gateway
from tests.web.given import ACME, happened, recorded

LONG = "x" * 70_000
FORM = "application/x-www-form-urlencoded"


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
        ("notes", "株" * 1366),
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


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (b"{", "body"),
        (b"[]", "body"),
        (b'"Acme"', "body"),
        (b"null", "body"),
        (b"{'company': 'Acme'}", "body"),
        (b'{"company": "Acme"} {"company": "Acme"}', "body"),
        (b'{"company": "\xff"}', "body"),
        ('{"company": "Acme"}'.encode("utf-16"), "body"),
        (b'{"company": "Acme", "company": "Globex"}', "company"),
        (b'{"contacts": [{"name": "a", "name": "b"}]}', "name"),
        (b'{"contacts": ' + b"[" * 30_000, "body"),
        (b'{"contacts": ' + b'{"a":' * 10_000 + b"1" + b"}" * 10_001, "body"),
    ],
)
def test_a_body_that_is_not_a_json_object_is_refused(alex: Gateway, body: bytes, field: str) -> None:
    reply = alex.send("POST", "/interviews", body, Content_Type="application/json")

    assert reply.status == 400
    assert list(reply.faults) == [field]


def test_what_is_no_json_but_common_is_refused_by_its_field(alex: Gateway) -> None:
    body = '{"company": "Acme", "position": "x", "interview_on": "2026-08-03", "round": NaN, "may_call": -Infinity}'

    reply = alex.send("POST", "/interviews", body)

    assert reply.status == 422
    assert set(reply.faults) == {"round", "may_call"}


@pytest.mark.parametrize("body", [json.dumps({"notes": LONG}), LONG.encode()])
def test_a_body_beyond_64_kilobytes_is_refused_as_such(alex: Gateway, body: str | bytes) -> None:
    reply = alex.send("POST", "/interviews", body)

    assert reply.status == 413
    assert "body" in reply.faults


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        (b"company=%ff", 400, "body"),
        (b"company=\xff", 400, "body"),
        (b"company=Acme&company=Globex", 422, "company"),
        (b"company=Acme&position=x&interview_on=2026-08-03&company%5B%5D=y", 422, "company[]"),
        (b"a=1&" * 200, 400, "body"),
        (b"company=A&position=x&interview_on=2026-08-03&may_call=maybe", 422, "may_call"),
        (b"company=A&position=x&interview_on=2026-08-03&round=two", 422, "round"),
        (b"company=A&position=x&interview_on=2026-08-03&contacts=Dana", 422, "contacts"),
        (b"company=A%00&position=x&interview_on=2026-08-03", 422, "company"),
    ],
)
def test_a_form_is_refused_by_name_too(alex: Gateway, body: bytes, status: int, field: str) -> None:
    reply = alex.send("POST", "/interviews", body, Content_Type=FORM)

    assert (reply.status, list(reply.faults)) == (status, [field])


PART = b'--b\r\nContent-Disposition: form-data; name="company"\r\n\r\nAcme\r\n'


@pytest.mark.parametrize(
    ("kind", "body", "status", "field"),
    [
        ("multipart/form-data", PART + b"--b--\r\n", 400, "Content-Type"),
        ("multipart/form-data; boundary=", PART + b"--b--\r\n", 400, "Content-Type"),
        ("multipart/form-data; boundary=" + "b" * 71, PART + b"--b--\r\n", 400, "Content-Type"),
        ("multipart/form-data; boundary=b", b"", 400, "body"),
        ("multipart/form-data; boundary=b", PART, 400, "body"),
        ("multipart/form-data; boundary=b", b"--bb\r\n" + PART[5:] + b"--b--", 400, "body"),
        ("multipart/form-data; boundary=b", PART.replace(b"\r\n", b"\n") + b"--b--\n", 400, "body"),
        ("multipart/form-data; boundary=b", b"--b\r\n\r\nAcme\r\n--b--\r\n", 400, "body"),
        ("multipart/form-data; boundary=b", PART.replace(b"Acme", b"\xff") + b"--b--\r\n", 400, "company"),
        ("multipart/form-data; boundary=b", PART + PART + b"--b--\r\n", 422, "company"),
        ("multipart/form-data; boundary=b", PART * 101 + b"--b--\r\n", 400, "body"),
        (
            "multipart/form-data; boundary=b",
            PART.replace(b'"company"', b'"cv"; filename="cv.pdf"') + b"--b--",
            422,
            "cv",
        ),
        (
            "multipart/form-data; boundary=b",
            PART.replace(b"\r\n\r\n", b"\r\nContent-Transfer-Encoding: base64\r\n\r\n") + b"--b--",
            400,
            "company",
        ),
    ],
)
def test_a_form_of_several_parts_is_read_strictly(
    alex: Gateway, kind: str, body: bytes, status: int, field: str
) -> None:
    reply = alex.send("POST", "/interviews", body, Content_Type=kind)

    assert (reply.status, list(reply.faults)) == (status, [field])


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/xml", "image/png", "json", "application/json; charset=utf-16"]
)
def test_other_kinds_of_content_are_not_read(alex: Gateway, kind: str) -> None:
    reply = alex.send("POST", "/interviews", json.dumps(ACME), Content_Type=kind)

    assert (reply.status, list(reply.faults)) == (415, ["Content-Type"])
    assert reply.headers["Content-Type"] == "application/problem+json"


def test_markup_is_text_like_any_other(alex: Gateway) -> None:
    record = recorded(alex, company="<script>alert(1)</script>", position="=?utf-8?q?x=0d=0aBcc:all?= {{ 7*7 }}")

    assert record["company"] == "<script>alert(1)</script>"
    assert record["position"] == "=?utf-8?q?x=0d=0aBcc:all?= {{ 7*7 }}"
    assert alex.get(f"/interviews/{record['id']}/drafts").status == 200
    assert "<script>" not in alex.get("/digest").text


@pytest.mark.parametrize("version", ["abc", '"', '"1', "1.5", "-1", '"1", "2"', "9" * 30, "W/1", "١"])
def test_a_version_that_is_none_is_refused(alex: Gateway, version: str) -> None:
    record = recorded(alex)

    reply = alex.patch(f"/interviews/{record['id']}", {"round": 2}, If_Match=version)

    assert (reply.status, list(reply.faults)) == (400, ["If-Match"])


@pytest.mark.parametrize(
    ("event", "field"),
    [
        ({}, "kind"),
        ({"kind": "danced"}, "kind"),
        ({"kind": "called"}, "result"),
        ({"kind": "called", "result": "offer"}, "result"),
        ({"kind": "heard_back", "result": "no_answer"}, "result"),
        ({"kind": "heard_back", "result": "next_round"}, "interview_on"),
        ({"kind": "heard_back", "result": "offer", "reasons_given": True}, "reasons_given"),
        ({"kind": "snoozed"}, "until"),
        ({"kind": "note", "until": "2026-08-04"}, "until"),
        ({"kind": "called", "result": "no_answer", "call_again_on": "2026-08-05"}, "call_again_on"),
        ({"kind": "called", "result": "no_decision", "call_again_time": "15:00"}, "call_again_on"),
        ({"kind": "note", "on": "2026-08-04"}, "on"),
        ({"kind": "note", "on": "1999-01-01"}, "on"),
        ({"kind": "note", "note": "x" * 1001}, "note"),
        ({"kind": "note", "phone": "030 1234"}, "phone"),
        ({"kind": "note", "recorded_at": "2020-01-01T00:00:00Z"}, "recorded_at"),
        ({"kind": "note", "next_interview_id": "x"}, "next_interview_id"),
    ],
)
def test_an_event_takes_the_fields_of_its_kind_and_no_other(alex: Gateway, event: dict[str, Any], field: str) -> None:
    record = recorded(alex)

    reply = alex.post(f"/interviews/{record['id']}/events", event)

    assert (reply.status, list(reply.faults)) == (422, [field])
    assert alex.get(f"/interviews/{record['id']}").data == record


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", None),
        ("name", " "),
        ("email", None),
        ("email", "Alex <alex@example.org>"),
        ("phone", "none"),
        ("language", None),
        ("tone", "rude"),
        ("time_zone", None),
        ("time_zone", "Berlin"),
        ("time_zone", "localtime"),
        ("time_zone", "posixrules"),
        ("time_zone", "Factory"),
        ("time_zone", "../../etc/passwd"),
        ("time_zone", "Europe/berlin"),
        ("country", "XX"),
        ("country", None),
        ("digest_at", "8"),
        ("digest_at", None),
        ("digest_days", []),
        ("digest_days", "mon"),
        ("digest_days", ["monday"]),
        ("digest_days", [1]),
        ("digest_days", [["mon"]]),
        ("paused_until", "tomorrow"),
        ("attempts_at_most", 0),
        ("attempts_at_most", 11),
        ("days_between_attempts", 0),
        ("days_between_attempts", 6),
        ("days_between_attempts", "3"),
        ("token_hash", "x"),
        ("id", "kim"),
    ],
)
def test_a_setting_that_does_not_fit_is_refused_by_name(alex: Gateway, field: str, value: Any) -> None:
    before = alex.get("/owner").data

    reply = alex.patch("/owner", {field: value})

    assert (reply.status, list(reply.faults)) == (422, [field])
    assert alex.get("/owner").data == before


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("status=closed", "status"),
        ("due=someday", "due"),
        ("due=today&status=ended", "due"),
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("limit=ten", "limit"),
        ("limit=1&limit=2", "limit"),
        ("page=2", "page"),
        ("cursor=x", "cursor"),
        ("cursor=01K1S0M3000000000000000001", "cursor"),
        ("status=all&cursor=2026-08-03_01K1S0M3000000000000000001", "cursor"),
        ("status=ended&cursor=INTERVIEW%23x", "cursor"),
        ("cursor=a&next=b", "next"),
    ],
)
def test_a_query_is_read_as_strictly(alex: Gateway, query: str, field: str) -> None:
    reply = alex.get(f"/interviews?{query}")

    assert (reply.status, list(reply.faults)) == (422, [field])


def test_a_refused_event_or_change_leaves_the_record_as_it_was(alex: Gateway) -> None:
    record = happened(alex, recorded(alex)["id"], kind="thank_you_sent")

    alex.patch(f"/interviews/{record['id']}", {"company": "Globex", "round": 99})

    assert alex.get(f"/interviews/{record['id']}").data == record


def _with(field: str, value: Any) -> dict[str, Any]:
    """Acme's interview with one field changed, which may be one of its first contact."""
    if field == "contacts[0]":
        return ACME | {"contacts": [value]}
    if field.startswith("contacts[0]."):
        return ACME | {"contacts": [{field.removeprefix("contacts[0]."): value}]}
    return ACME | {field: value}
