"""A body that cannot be read, is too large or of another kind is refused, whether JSON or a form."""

from __future__ import annotations

import json

import pytest

from chalicelib.web.http.body import MOST_BYTES
from tests.web.bad_input.refused import problem
from tests.web.gateway import Gateway
from tests.web.given import ACME

JSON, FORM, PARTS = "application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b"
LONG = "x" * (MOST_BYTES + 1)
PART = b'--b\r\nContent-Disposition: form-data; name="company"\r\n\r\nAcme\r\n'
END = b"--b--\r\n"
NO_JSON, NO_OBJECT, NO_UTF_8 = "is not JSON", "is not a JSON object", "is not UTF-8"
TWICE, TOO_DEEP, TOO_LONG = "comes twice", "is nested too deeply", f"is longer than {MOST_BYTES} bytes"
TOO_MANY = "holds more than 100 fields"
NO_BOUNDARY = "names no boundary"
NO_END, NO_LINE, NO_NAME = (
    f"is not multipart: {what}"
    for what in ("the last delimiter is missing", "a delimiter does not end its line", "a part has no name")
)
NO_KIND = "is none of application/json, application/x-www-form-urlencoded and multipart/form-data"
LOOKS_LIKE_JSON = "says that this is a form, but it looks like JSON: send application/json"


@pytest.mark.parametrize(
    ("kind", "body", "status", "field", "reason"),
    [
        (JSON, b"{", 400, "body", NO_JSON),
        (JSON, b"{'company': 'Acme'}", 400, "body", NO_JSON),
        (JSON, b'{"company": "Acme"} {"company": "Acme"}', 400, "body", NO_JSON),
        (JSON, b"[]", 400, "body", NO_OBJECT),
        (JSON, b'"Acme"', 400, "body", NO_OBJECT),
        (JSON, b"null", 400, "body", NO_OBJECT),
        (JSON, b'{"company": "\xff"}', 400, "body", NO_UTF_8),
        (JSON, '{"company": "Acme"}'.encode("utf-16"), 400, "body", NO_UTF_8),
        (JSON, b'{"company": "Acme", "company": "Globex"}', 400, "company", TWICE),
        (JSON, b'{"contacts": [{"name": "a", "name": "b"}]}', 400, "name", TWICE),
        (JSON, b'{"contacts": ' + b"[" * 30_000, 400, "body", TOO_DEEP),
        (JSON, b'{"contacts": ' + b'{"a":' * 10_000 + b"1" + b"}" * 10_001, 400, "body", TOO_DEEP),
        ("", json.dumps({"notes": LONG}), 413, "body", TOO_LONG),
        ("", LONG.encode(), 413, "body", TOO_LONG),
        (FORM, b"company=%ff", 400, "body", NO_UTF_8),
        (FORM, b"company=\xff", 400, "body", NO_UTF_8),
        (FORM, b"company=Acme&company=Globex", 422, "company", TWICE),
        (FORM, b"a=1&" * 200, 400, "body", TOO_MANY),
        (FORM, json.dumps(ACME).encode(), 415, "Content-Type", LOOKS_LIKE_JSON),
        ("multipart/form-data", PART + END, 400, "Content-Type", NO_BOUNDARY),
        ("multipart/form-data; boundary=", PART + END, 400, "Content-Type", NO_BOUNDARY),
        ("multipart/form-data; boundary=" + "b" * 71, PART + END, 400, "Content-Type", NO_BOUNDARY),
        (PARTS, b"", 400, "body", NO_END),
        (PARTS, PART, 400, "body", NO_END),
        (PARTS, b"--bb\r\n" + PART[5:] + b"--b--", 400, "body", NO_LINE),
        (PARTS, (PART + END).replace(b"\r\n", b"\n"), 400, "body", NO_LINE),
        (PARTS, b"--b\r\n\r\nAcme\r\n" + END, 400, "body", NO_NAME),
        (PARTS, PART.replace(b"Acme", b"\xff") + END, 400, "company", NO_UTF_8),
        (PARTS, PART + PART + END, 422, "company", TWICE),
        (PARTS, PART * 101 + END, 400, "body", TOO_MANY),
        (
            PARTS,
            PART.replace(b'"company"', b'"cv"; filename="cv.pdf"') + b"--b--",
            422,
            "cv",
            "is a file; only texts are taken",
        ),
    ],
)
def test_a_body_that_cannot_be_read_is_refused(
    alex: Gateway, kind: str, body: bytes | str, status: int, field: str, reason: str
) -> None:
    reply = alex.send("POST", "/interviews", body, Content_Type=kind)

    assert problem(reply) == (status, {field: reason})


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("text/plain", NO_KIND),
        ("text/csv", NO_KIND),
        ("application/xml", NO_KIND),
        ("image/png", NO_KIND),
        ("json", NO_KIND),
        ("application/json; charset=utf-16", "names a character set other than UTF-8"),
    ],
)
def test_a_body_of_another_kind_is_not_read(alex: Gateway, kind: str, reason: str) -> None:
    reply = alex.send("POST", "/interviews", json.dumps(ACME), Content_Type=kind)

    assert problem(reply) == (415, {"Content-Type": reason})


@pytest.mark.parametrize("body", ["\ud800", "eyJ", "ü"])
def test_a_body_that_is_not_what_its_encoding_says_is_refused(alex: Gateway, token: str, body: str) -> None:
    event = alex.event("POST", "/interviews", body, {"Authorization": f"Bearer {token}"}) | {"isBase64Encoded": True}

    assert problem(alex.deliver(event)) == (400, {"body": "is not what its encoding says"})
