"""Offers to their end, moves, days to come, thanks to each: an event of every kind, and what it makes of a record.

The API's tests send each of them, as JSON and as a form, and take it back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded

AHEAD = {"interview_on": "2026-08-12", "interview_time": "15:00"}
DANA = {"name": "Dana Winter", "phone": "+49 30 23125 021", "email": "dana.winter@acme.example", "met": True}
ROBIN = {"role": "supervisor", "name": "Robin Hale", "email": "robin.hale@acme.example", "met": True}
TWO_MET = {"contacts": [DANA, ROBIN]}
AN_OFFER = {"kind": "heard_back", "result": "offer", "until": "2026-08-16"}
MOVED = {"kind": "interview_moved"}
SENT = Mapping[str, Any]


@dataclass(frozen=True)
class Case:
    """``event`` is sent on the day ``on`` of August, after the events ``before`` on their days; then come the next step
    with its day, how it ended, and the day and hour of the interview.

    A ``contact`` is the number of one of the record's.
    """

    name: str
    on: int
    event: SENT
    then: tuple[str, str] | None
    outcome: str | None = None
    day: tuple[str, str | None] = ("2026-08-03", None)
    facts: SENT = field(default_factory=dict)
    before: tuple[tuple[int, SENT], ...] = ()

    def __str__(self) -> str:
        return self.name.replace(" ", "-")

    def given(self, alex: Gateway, clock: Clock) -> dict[str, Any]:
        """The record, recorded on 3 August, on the day and after the events that were before."""
        record = recorded(alex, **self.facts)
        for day, event in self.before:
            clock.now = datetime(2026, 8, day, 16, tzinfo=UTC)
            record = happened(alex, record["id"], **with_contact(event, record))
        clock.now = datetime(2026, 8, self.on, 16, tzinfo=UTC)
        return dict(alex.get(f"/interviews/{record['id']}").data)

    def fits(self, record: SENT) -> bool:
        """Whether a record is as it should be after the event."""
        return (step_of(record), record["outcome"], day_of(record)) == (self.then, self.outcome, self.day)


def with_contact(event: SENT, record: SENT) -> dict[str, Any]:
    """The event with the id of the contact of this number."""
    return {**event} | ({"contact": record["contacts"][event["contact"]]["id"]} if "contact" in event else {})


def step_of(record: SENT) -> tuple[str, str] | None:
    """The next step of a record, and its day."""
    step = record["next_step"]
    return (step["kind"], step["due_on"]) if step else None


def day_of(record: SENT) -> tuple[str, str | None]:
    """The day and the hour of a record's interview."""
    return record["interview_on"], record["interview_time"]


CASES = (
    Case(
        "moved to a day and an hour",
        10,
        MOVED | {"interview_on": "2026-08-20", "interview_time": "10:30"},
        ("closing_question", "2026-08-19"),
        day=("2026-08-20", "10:30"),
        facts=AHEAD,
    ),
    Case(
        "moved to a day without an hour",
        10,
        MOVED | {"interview_on": "2026-08-20"},
        ("closing_question", "2026-08-19"),
        day=("2026-08-20", None),
        facts=AHEAD,
    ),
    Case("moved without a day", 10, MOVED, ("status_call", "2026-08-13"), day=("2026-08-12", "15:00"), facts=AHEAD),
    Case(
        "moved without a day and then to one",
        13,
        MOVED | {"interview_on": "2026-08-20"},
        ("closing_question", "2026-08-19"),
        day=("2026-08-20", None),
        facts=AHEAD,
        before=((10, MOVED),),
    ),
    Case(
        "invited without a day",
        7,
        {"kind": "heard_back", "result": "next_round"},
        ("status_call", "2026-08-12"),
    ),
    Case("offered until a day", 6, AN_OFFER, ("answer_offer", "2026-08-16")),
    Case("offered without a day", 6, {"kind": "heard_back", "result": "offer"}, ("answer_offer", "2026-08-13")),
    Case("accepted", 7, {"kind": "offer_accepted"}, None, outcome="accepted", before=((6, AN_OFFER),)),
    Case("declined", 7, {"kind": "offer_declined"}, None, outcome="declined", before=((6, AN_OFFER),)),
    Case("closed at an offer", 7, {"kind": "closed"}, None, outcome="declined", before=((6, AN_OFFER),)),
    Case("withdrawn at an offer", 7, {"kind": "withdrawn"}, None, outcome="withdrawn", before=((6, AN_OFFER),)),
    Case(
        "they have the letter",
        5,
        {"kind": "called", "result": "arrived"},
        ("follow_up_call", "2026-08-07"),
        before=((4, {"kind": "letter_sent"}),),
    ),
    Case(
        "one of two thanked",
        4,
        {"kind": "thank_you_sent", "contact": 0},
        ("thank_you_letter", "2026-08-04"),
        facts=TWO_MET,
    ),
    Case(
        "the second of two thanked",
        4,
        {"kind": "thank_you_sent", "contact": 1},
        ("status_call", "2026-08-10"),
        facts=TWO_MET,
        before=((4, {"kind": "thank_you_sent", "contact": 0}),),
    ),
    Case("both thanked at once", 4, {"kind": "thank_you_sent"}, ("status_call", "2026-08-10"), facts=TWO_MET),
)
