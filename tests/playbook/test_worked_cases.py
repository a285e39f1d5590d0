"""The worked cases of the timing table (T)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from chalicelib.playbook.event import Event, EventKind, Result
from tests.factories import a_call, a_letter, an_event, an_interview, an_owner
from tests.playbook.planning import day, next_step, with_events

MON_3_AUG = day("3 Aug")
THANKED = an_event(EventKind.THANK_YOU_SENT, day("4 Aug"))
CASES: list[tuple[str, str, dict[str, Any], list[Event], date, str, date]] = [
    ("interview recorded that evening", "DE", {}, [], MON_3_AUG, "thank_you_letter", day("4 Aug")),
    ("once thanked", "DE", {}, [THANKED], day("4 Aug"), "status_call", day("10 Aug")),
    ("a sales role", "DE", {"position": "Sales Manager"}, [THANKED], day("4 Aug"), "status_call", day("6 Aug")),
    (
        "an answer promised",
        "DE",
        {"answer_expected_on": day("14 Aug")},
        [THANKED],
        day("4 Aug"),
        "status_call",
        day("17 Aug"),
    ),
    (
        "Thanksgiving ahead",
        "US",
        {"interview_on": day("20 Nov"), "dated_on": day("20 Nov")},
        [],
        day("20 Nov"),
        "thank_you_letter",
        day("21 Nov"),
    ),
    (
        "Thanksgiving between",
        "US",
        {"interview_on": day("20 Nov"), "dated_on": day("20 Nov")},
        [an_event(EventKind.THANK_YOU_SENT, day("21 Nov"))],
        day("21 Nov"),
        "status_call",
        day("30 Nov"),
    ),
    (
        "1 May is a day off",
        "RU",
        {"interview_on": day("27 Apr"), "dated_on": day("27 Apr")},
        [an_event(EventKind.THANK_YOU_SENT, day("28 Apr"))],
        day("28 Apr"),
        "status_call",
        day("5 May"),
    ),
    ("letter on a Friday", "DE", {}, [a_letter(day("7 Aug"))], day("7 Aug"), "receipt_call", day("10 Aug")),
    (
        "nobody answered",
        "DE",
        {},
        [a_call(day("10 Aug"), Result.NO_ANSWER)],
        day("10 Aug"),
        "status_letter",
        day("11 Aug"),
    ),
    (
        "call again on a Saturday",
        "DE",
        {},
        [a_call(day("10 Aug"), Result.NO_DECISION, call_again_on=day("15 Aug"))],
        day("10 Aug"),
        "agreed_call",
        day("17 Aug"),
    ),
    (
        "the closing call was not answered",
        "DE",
        {},
        [
            a_call(day("10 Aug"), Result.NO_ANSWER),
            a_letter(day("11 Aug")),
            a_call(day("14 Aug"), Result.NO_ANSWER),
            a_call(day("24 Aug"), Result.NO_ANSWER),
        ],
        day("24 Aug"),
        "move_on",
        day("31 Aug"),
    ),
]


@pytest.mark.parametrize(
    ("country", "facts", "events", "on", "kind", "due_on"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_worked_case(
    country: str, facts: dict[str, Any], events: list[Event], on: date, kind: str, due_on: date
) -> None:
    step = next_step(with_events(*events, **facts), on, an_owner(country=country))

    assert (step.kind, step.due_on) == (kind, due_on)


def test_every_step_says_why_and_by_which_rules() -> None:
    step = next_step(an_interview(), MON_3_AUG)

    assert "thank-you letter" in step.reasons[0].sentence
    assert step.rules == ("W2", "W1")
