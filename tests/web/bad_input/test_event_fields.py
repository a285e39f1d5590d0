"""An event takes the fields of its kind and no other; what does not fit is refused, and all stays as it was.

How long a note may be is in its declaration: test_every_field.py. Days that mean nothing: test_event_days.py.
"""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.playbook.event import EventKind
from tests.web.bad_input.refused import (
    NO_DAY,
    NO_FIELD,
    NO_TEXT,
    NO_TIME,
    NO_YEAR_OF_OURS,
    REQUIRED,
    none_of,
    problem,
)
from tests.web.gateway import Gateway

OF_A_CALL = none_of("no_decision", "no_answer", "voicemail", "wrong_number", "told_to_wait", "arrived")
OF_AN_ANSWER = none_of("told_to_wait", "offer", "refusal", "next_round")
NO_CONTACT = "is that of no contact of this record"
WHAT_CALLED = "does not belong to called with the result no_answer"
WHAT_HEARD = "does not belong to heard_back with the result offer"


@pytest.mark.parametrize(
    ("event", "field", "reason"),
    [
        ({}, "kind", REQUIRED),
        ({"kind": "danced"}, "kind", none_of(*EventKind)),
        ({"kind": "called"}, "result", REQUIRED),
        ({"kind": "called", "result": "offer"}, "result", OF_A_CALL),
        ({"kind": "called", "result": "no_answer", "call_again_on": "2026-08-05"}, "call_again_on", WHAT_CALLED),
        (
            {"kind": "called", "result": "no_decision", "call_again_time": "15:00"},
            "call_again_on",
            "is required with call_again_time",
        ),
        ({"kind": "heard_back", "result": "no_answer"}, "result", OF_AN_ANSWER),
        (
            {"kind": "heard_back", "result": "next_round", "interview_time": "15:00"},
            "interview_on",
            "is required with interview_time",
        ),
        ({"kind": "interview_moved", "interview_time": "15:00"}, "interview_on", "is required with interview_time"),
        ({"kind": "interview_moved", "interview_on": "2026-08-32"}, "interview_on", NO_DAY),
        ({"kind": "interview_moved", "interview_on": "tomorrow"}, "interview_on", NO_DAY),
        ({"kind": "interview_moved", "interview_on": "2100-01-01"}, "interview_on", NO_YEAR_OF_OURS),
        (
            {"kind": "interview_moved", "interview_on": "2026-08-20", "interview_time": "25:00"},
            "interview_time",
            NO_TIME,
        ),
        ({"kind": "interview_moved", "until": "2026-08-20"}, "until", "does not belong to interview_moved"),
        ({"kind": "interview_moved", "result": "offer"}, "result", "does not belong to interview_moved"),
        ({"kind": "offer_accepted", "until": "2026-08-20"}, "until", "does not belong to offer_accepted"),
        ({"kind": "offer_declined", "interview_on": "2026-08-20"}, "interview_on", "does not belong to offer_declined"),
        ({"kind": "offer_declined", "reasons_given": True}, "reasons_given", "does not belong to offer_declined"),
        (
            {"kind": "called", "result": "arrived", "call_again_on": "2026-08-20"},
            "call_again_on",
            "does not belong to called with the result arrived",
        ),
        ({"kind": "letter_sent", "contact": "4f7a09c2d1"}, "contact", "does not belong to letter_sent"),
        ({"kind": "thank_you_sent", "contact": "4f7a09c2d1"}, "contact", NO_CONTACT),
        ({"kind": "thank_you_sent", "contact": 7}, "contact", NO_TEXT),
        ({"kind": "note", "moved_from": {"interview_on": "2026-08-01"}}, "moved_from", NO_FIELD),
        ({"kind": "note", "debrief": {"may_call": True}}, "debrief", NO_FIELD),
        ({"kind": "heard_back", "result": "offer", "reasons_given": True}, "reasons_given", WHAT_HEARD),
        ({"kind": "snoozed"}, "until", REQUIRED),
        ({"kind": "note", "until": "2026-08-04"}, "until", "does not belong to note"),
        ({"kind": "note", "on": "1999-01-01"}, "on", NO_YEAR_OF_OURS),
        ({"kind": "note", "phone": "030 1234"}, "phone", NO_FIELD),
        ({"kind": "note", "recorded_at": "2020-01-01T00:00:00Z"}, "recorded_at", NO_FIELD),
        ({"kind": "note", "next_interview_id": "x"}, "next_interview_id", NO_FIELD),
    ],
)
def test_an_event_takes_the_fields_of_its_kind_and_no_other(
    alex: Gateway, record: dict[str, Any], event: dict[str, Any], field: str, reason: str
) -> None:
    reply = alex.post(f"/interviews/{record['id']}/events", event)

    assert problem(reply) == (422, {field: reason})
    assert alex.get(f"/interviews/{record['id']}").data == record
