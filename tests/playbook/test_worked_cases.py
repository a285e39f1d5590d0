"""The worked cases of the timing table (T)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Outcome
from tests.factories import a_call, a_contact, a_letter, an_answer, an_event, an_interview, an_owner
from tests.playbook.planning import day, next_step, plan_after, with_events

MON_3_AUG = day("3 Aug")
THANKED = an_event(EventKind.THANK_YOU_SENT, day("4 Aug"))
ON_12_AUG: dict[str, Any] = {"interview_on": day("12 Aug"), "dated_on": MON_3_AUG}
MOVED = an_event(EventKind.INTERVIEW_MOVED, day("10 Aug"))
MOVED_TO_20_AUG = an_event(EventKind.INTERVIEW_MOVED, day("13 Aug"), interview_on=day("20 Aug"))
TWO_MET: dict[str, Any] = {"contacts": (a_contact(id="dana", met=True), a_contact(id="kim", name="Kim Po", met=True))}
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
    (
        "an offer with a day",
        "DE",
        {},
        [an_answer(day("6 Aug"), Result.OFFER, until=day("16 Aug"))],
        day("6 Aug"),
        "answer_offer",
        day("16 Aug"),
    ),
    (
        "invited without a day",
        "DE",
        {},
        [an_answer(day("7 Aug"), Result.NEXT_ROUND)],
        day("7 Aug"),
        "status_call",
        day("12 Aug"),
    ),
    ("moved without a day", "DE", ON_12_AUG, [MOVED], day("10 Aug"), "status_call", day("13 Aug")),
    ("and then to a day", "DE", ON_12_AUG, [MOVED, MOVED_TO_20_AUG], day("13 Aug"), "closing_question", day("19 Aug")),
    (
        "two were there and one is thanked",
        "DE",
        TWO_MET,
        [an_event(EventKind.THANK_YOU_SENT, day("4 Aug"), contact="dana")],
        day("4 Aug"),
        "thank_you_letter",
        day("4 Aug"),
    ),
    (
        "Midsummer Eve, on which nobody works",
        "SE",
        {"interview_on": day("12 Jun"), "dated_on": day("12 Jun")},
        [an_event(EventKind.THANK_YOU_SENT, day("13 Jun"))],
        day("13 Jun"),
        "status_call",
        day("22 Jun"),
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


def test_worked_case_an_offer_accepted_has_ended() -> None:
    plan = plan_after(
        an_answer(day("6 Aug"), Result.OFFER, until=day("16 Aug")), an_event(EventKind.OFFER_ACCEPTED, day("7 Aug"))
    )

    assert (plan.step, plan.outcome) == (None, Outcome.ACCEPTED)


def test_worked_case_of_two_who_were_there_the_other_is_left_to_thank() -> None:
    thanked = an_event(EventKind.THANK_YOU_SENT, day("4 Aug"), contact="dana")

    assert [contact.id for contact in plan_after(thanked, **TWO_MET).unthanked] == ["kim"]


def test_every_step_says_why_and_by_which_rules() -> None:
    step = next_step(an_interview(), MON_3_AUG)

    assert "thank-you letter" in step.reasons[0].sentence
    assert step.rules == ("W2", "W1")
