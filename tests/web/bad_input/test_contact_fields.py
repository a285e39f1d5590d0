"""What stands in a contact is refused by its place in the list: ``contacts[0].email``."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.bad_input.refused import (
    NO_EMAIL,
    NO_FIELD,
    NO_PHONE,
    NO_SWITCH,
    NO_TEXT,
    Rows,
    holds,
    none_of,
    one_by_one,
    problem,
)
from tests.web.gateway import Gateway
from tests.web.given import ACME

NO_EMAILS = [
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
    "=?utf-8?q?dana=0d=0aBcc:x?=@acme.example",
    "da..na@acme.example",
    "dana@-acme.example",
    "dana@acme..example",
    "дана@acme.example",
    "x" * 65 + "@acme.example",
    "x@" + "y" * 64 + ".example",
]
NO_PHONES = ["12", "1" * 16, "+", "++49 30 1234", "030-12a4", "0301234;x=1", "()"]
OF_A_CONTACT: Rows = [
    ("id", "holds more than letters, digits, - and _", ["no spaces"]),
    ("role", none_of("recruiter", "interviewer", "supervisor", "ceo", "office"), ["boss"]),
    ("title", NO_TEXT, [["Head"]]),
    ("met", NO_SWITCH, ["perhaps"]),
    ("email", NO_EMAIL, NO_EMAILS),
    ("email", holds("\n"), ["dana@acme.example\r\nBcc: x@acme.example"]),
    ("email", "is longer than 254 characters", ["x@" + "acme." * 50 + "example"]),
    ("phone", NO_PHONE, NO_PHONES),
    ("phone", "is longer than 60 characters", ["1" * 61]),
    ("extension", "is not an extension such as 123 (at most 10 digits)", ["12345678901"]),
    ("fax", NO_FIELD, ["1"]),
]


@pytest.mark.parametrize(("field", "reason", "value"), one_by_one(OF_A_CONTACT))
def test_a_field_of_a_contact_is_refused_by_its_place(alex: Gateway, field: str, reason: str, value: Any) -> None:
    reply = alex.post("/interviews", ACME | {"contacts": [{field: value}]})

    assert problem(reply) == (422, {f"contacts[0].{field}": reason})


def test_a_contact_is_an_object(alex: Gateway) -> None:
    reply = alex.post("/interviews", ACME | {"contacts": [["Dana"]]})

    assert problem(reply) == (422, {"contacts[0]": "is not an object"})
