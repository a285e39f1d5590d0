"""A body that cannot be read, is too large or of another kind is refused, whether JSON or a form."""

from __future__ import annotations

import json

import pytest

from tests.web.gateway import Gateway
from tests.web.given import ACME

LONG = "x" * 70_000
FORM = "application/x-www-form-urlencoded"


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
