"""Whatever arrives as an interview is refused by the name of its field, with the reason, and nothing is recorded.

How long a text may be is in its declaration: test_every_field.py. What may stand in a contact: test_contact_fields.py.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.bad_input.refused import (
    NO_COUNTRY,
    NO_DAY,
    NO_EMAIL,
    NO_FIELD,
    NO_LINK,
    NO_PHONE,
    NO_SWITCH,
    NO_TEXT,
    NO_TIME,
    NO_YEAR_OF_OURS,
    NO_ZONE,
    NOT_IN_FULL,
    REQUIRED,
    Rows,
    holds,
    no_number,
    none_of,
    one_by_one,
    problem,
)
from tests.web.gateway import Gateway
from tests.web.given import ACME, FLAT, recorded

NO_DAYS = ["yesterday", "03.08.2026", "2026-02-30", "2026-W32-1", "20260803", "２０２６-08-03", "0000-01-01"]
NO_ROUNDS = [0, 21, 1.5, "2", True, float("nan"), float("inf"), 10**400]
NO_LINKS = [
    "javascript:alert(1)",
    "ftp://acme.example",
    "//acme.example",
    "acme.example/jobs",
    "https://",
    "https://[::1",
    "https://acme.example/a b",
]
NOT_AFTER = "is not after the day of the interview"
NO_TAG = "holds more than letters, digits, - and _"

IN_JSON: Rows = [
    ("company", REQUIRED, [None, "", " \t\u00a0\u3000"]),
    ("company", "is required", ["\u200b", "\u3164", "\u2800 \u00ad"]),
    ("company", "is empty", ["\ue000"]),
    ("company", NO_TEXT, [7, ["Acme"]]),
    ("company", holds("\x00"), ["Ac\x00me"]),
    ("company", holds("\n"), ["Ac\nme"]),
    ("company", holds("\u2028"), ["Ac\u2028me"]),
    ("company", holds("\x1b"), ["\x1b[31mAcme"]),
    ("company", "holds half a character (a lone surrogate)", ["Ac\ud800me"]),
    ("position", REQUIRED, [None]),
    ("interview_on", REQUIRED, [None]),
    ("interview_on", NO_DAY, [*NO_DAYS, "2026-08-03T15:00:00", 1785715200]),
    ("interview_on", NO_YEAR_OF_OURS, ["1999-12-31", "2100-01-01", "9999-12-31"]),
    ("interview_time", NO_TIME, ["25:00", "15", "15:00:30", "15:00+02:00", "3 pm"]),
    ("interview_time_zone", NO_ZONE, ["Nowhere"]),
    ("interview_time_zone", NOT_IN_FULL, ["Berlin"]),
    ("interview_minutes", no_number(5, 720), [4, 721, "an hour"]),
    ("format", none_of("in_person", "video", "phone"), ["fax"]),
    ("round", no_number(1, 20), NO_ROUNDS),
    ("answer_expected_on", NOT_AFTER, ["2026-08-03", "2026-08-02"]),
    ("answer_channel", none_of("phone", "email"), ["fax"]),
    ("may_call", NO_SWITCH, ["yes", 1, float("-inf")]),
    ("background_check", NO_SWITCH, [{}]),
    ("employer_country", NO_COUNTRY, ["XX", "DE-ZZ", "Deutschland", "__class__"]),
    ("language", "is not a language tag such as en or pt-BR", ["english please"]),
    ("notes", holds("\x07"), ["bell \x07"]),
    ("referred_by", holds("\n"), ["two\nlines"]),
    ("salary", NO_TEXT, [90000]),
    ("position_short", NO_TEXT, [{}]),
    ("url", NO_LINK, NO_LINKS),
    ("url", "is longer than 2000 characters", ["https://acme.example/" + "x" * 2000]),
    ("meeting_url", NO_LINK, ["ftp://acme.example", "javascript:alert(1)"]),
    ("process_id", NO_TAG, ["../other"]),
    ("process_id", "is longer than 40 characters", ["x" * 41]),
    ("contacts", "is not a list", [{}, "Dana"]),
    ("contacts", "holds more than 10", [[{}] * 11]),
    ("contact_email", NO_EMAIL, ["not an address"]),
    ("contact_phone", NO_PHONE, ["call me"]),
    ("contact_met", NO_SWITCH, ["perhaps"]),
    ("contact_notes", holds("\x07"), ["bell \x07"]),
    ("Company", NO_FIELD, ["Acme"]),
    ("id", NO_FIELD, ["01K1S0M3000000000000000001"]),
    ("version", NO_FIELD, [1]),
    ("__proto__", NO_FIELD, [{}]),
]
IN_A_FORM: Rows = [
    ("company", holds("\x00"), ["A\x00"]),
    ("company[]", NO_FIELD, ["y"]),
    ("may_call", NO_SWITCH, ["maybe"]),
    ("round", no_number(1, 20), ["two"]),
    ("contacts", "is not a list", ["Dana"]),
    ("url", NO_LINK, ["nowhere", "dana@acme.example", "see acme.example", "javascript:alert(1)", "3.8.2026"]),
]
CHANGES: list[tuple[dict[str, Any], str, str]] = [
    ({"company": "Globex", "round": 99}, "round", no_number(1, 20)),
    ({"interview_on": "2026-08-14"}, "answer_expected_on", NOT_AFTER),
    ({"contacts": [{"id": "a"}, {"id": "b"}, {"id": "a"}]}, "contacts[2].id", "is that of another contact"),
]
FAULTY: dict[str, Any] = {
    "company": " ",
    "interview_on": "2026-13-01",
    "round": 99,
    "contacts": [{"email": "x"}, {"phone": "y", "fax": "z"}],
    "contact_email": "q",
    "nonsense": 1,
}


@pytest.mark.parametrize(("field", "reason", "value"), one_by_one(IN_JSON))
def test_a_field_that_does_not_fit_is_refused_by_name(alex: Gateway, field: str, reason: str, value: Any) -> None:
    reply = alex.post("/interviews", ACME | {field: value})

    assert problem(reply) == (422, {field: reason})
    assert alex.get("/interviews").data["items"] == []


@pytest.mark.parametrize(("field", "reason", "value"), one_by_one(IN_A_FORM))
def test_a_field_of_a_form_is_refused_by_name_too(alex: Gateway, field: str, reason: str, value: str) -> None:
    assert problem(alex.post_form("/interviews", FLAT | {field: value})) == (422, {field: reason})


@pytest.mark.parametrize(("change", "field", "reason"), CHANGES)
def test_a_change_that_does_not_fit_changes_nothing(
    alex: Gateway, change: dict[str, Any], field: str, reason: str
) -> None:
    record = recorded(alex, answer_expected_on="2026-08-14")

    reply = alex.patch(f"/interviews/{record['id']}", change)

    assert problem(reply) == (422, {field: reason})
    assert alex.get(f"/interviews/{record['id']}").data == record


def test_one_answer_names_all_that_is_wrong(alex: Gateway) -> None:
    reply = alex.post("/interviews", FAULTY)

    in_contacts = {"contacts[0].email", "contacts[1].phone", "contacts[1].fax"}
    assert problem(reply)[0] == 422
    assert reply.faults.keys() == {"position"} | in_contacts | FAULTY.keys() - {"contacts"}


def test_eleven_contacts_are_too_many_when_the_eleventh_came_flat(alex: Gateway) -> None:
    reply = alex.post("/interviews", ACME | {"contacts": [{"name": "Kim"}] * 10, "contact_name": "Dana"})

    assert problem(reply) == (422, {"contacts": "holds more than 10"})
