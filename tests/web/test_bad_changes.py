"""An event, a setting, a version and a query are refused by name as well, and all stays as it was."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.gateway import Gateway
from tests.web.given import happened, recorded


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
