"""T, counting: which attempts are unanswered, and what comes when four are used up (H5)."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.planning_context import Pacing
from tests.factories import a_call, a_contact, a_letter, an_answer, an_event, an_owner
from tests.playbook.planning import after, day, plan_after, planned, with_events
from tests.playbook.usual import MISSED, NO_ADDRESS

THREE_USED: dict[str, Any] = {"attempts_elsewhere": 3}
FOUR_USED: dict[str, Any] = {"attempts_elsewhere": 4}


@pytest.mark.parametrize("result", [Result.NO_ANSWER, Result.VOICEMAIL, Result.WRONG_NUMBER])
def test_h5_a_status_call_that_reached_nobody_is_an_attempt(result: Result) -> None:
    assert plan_after(a_call(day("10 Aug"), result)).attempts == 1


@pytest.mark.parametrize(
    ("events", "attempts"),
    [
        ([an_event(EventKind.THANK_YOU_SENT, day("4 Aug"))], 0),
        ([a_letter(day("10 Aug")), a_call(day("11 Aug"), MISSED)], 1),  # an early receipt call is none
        ([a_letter(day("10 Aug")), a_letter(day("11 Aug"))], 1),  # sent again
        ([a_letter(day("10 Aug")), a_call(day("13 Aug"), MISSED)], 2),
        ([a_call(day("10 Aug"), Result.NO_DECISION), a_call(day("17 Aug"), MISSED)], 0),  # an agreed call
        ([an_answer(day("10 Aug"), Result.TOLD_TO_WAIT), a_call(day("17 Aug"), MISSED)], 0),  # they asked
        ([an_answer(day("10 Aug"), Result.TOLD_TO_WAIT), a_letter(day("17 Aug"))], 0),
        ([a_call(day("10 Aug"), Result.NO_DECISION), a_letter(day("12 Aug"))], 1),  # at the agreed call: counted
        ([a_letter(day("10 Aug")), an_answer(day("12 Aug"), Result.TOLD_TO_WAIT)], 0),  # heard before it counted
        ([a_letter(day("10 Aug")), a_call(day("12 Aug"), Result.TOLD_TO_WAIT)], 0),
        ([a_letter(day("10 Aug")), an_answer(day("13 Aug"), Result.TOLD_TO_WAIT)], 1),  # its follow-up was due
        ([an_answer(day("10 Aug"), Result.REFUSAL), a_call(day("11 Aug"), MISSED)], 0),  # a reasons call
        (
            [a_letter(day("10 Aug")), a_letter(day("11 Aug")), an_answer(day("13 Aug"), Result.TOLD_TO_WAIT)],
            0,  # sent again on the 11th, so its follow-up was not due yet
        ),
    ],
)
def test_h5_what_counts_as_an_unanswered_attempt(events: list[Event], attempts: int) -> None:
    assert plan_after(*events).attempts_used == attempts


def test_h5_the_second_letter_where_nobody_can_be_called_counts() -> None:
    letters = [a_letter(day("10 Aug")), a_letter(day("17 Aug"))]

    assert plan_after(*letters, contacts=(a_contact(phone=None),)).attempts_used == 2


@pytest.mark.parametrize(("on", "attempts"), [("10 Aug", 0), ("12 Aug", 0), ("13 Aug", 1), ("1 Sep", 1)])
def test_h5_a_letter_counts_once_its_follow_up_is_due(on: str, attempts: int) -> None:
    assert planned(with_events(a_letter(day("10 Aug"))), day(on)).attempts == attempts


def test_h5_the_fourth_unanswered_call_leads_to_moving_on() -> None:
    calls = [a_call(day(on), MISSED) for on in ("10 Aug", "13 Aug", "18 Aug", "21 Aug")]

    assert after(*calls[:3], **NO_ADDRESS) == ("status_call", day("21 Aug"))
    assert after(*calls, **NO_ADDRESS) == ("move_on", day("28 Aug"))


def test_h5_a_letter_that_is_the_fourth_gets_no_receipt_call() -> None:
    assert after(a_letter(day("10 Aug")), **THREE_USED) == ("move_on", day("17 Aug"))


def test_h5_how_many_attempts_is_the_owners_setting() -> None:
    hasty = an_owner(pacing=Pacing(attempts=1))

    assert after(a_call(day("10 Aug"), MISSED), owner=hasty) == ("move_on", day("17 Aug"))


def test_four_used_up_in_earlier_rounds_leave_the_thank_you_letter_and_then_moving_on() -> None:
    thanked = an_event(EventKind.THANK_YOU_SENT, day("4 Aug"))

    assert after(an_event(EventKind.NOTE, day("3 Aug")), **FOUR_USED) == ("thank_you_letter", day("4 Aug"))
    assert after(thanked, **FOUR_USED) == ("move_on", day("17 Aug"))  # five working days after B


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (an_answer(day("10 Aug"), Result.TOLD_TO_WAIT, until=day("20 Aug")), ("status_call", day("21 Aug"))),
        (
            a_call(day("10 Aug"), Result.NO_DECISION, call_again_on=day("20 Aug")),
            ("agreed_call", day("20 Aug")),
        ),
    ],
)
def test_h5_with_four_used_up_only_what_they_asked_for_may_come(event: Event, expected: tuple[str, Any]) -> None:
    assert after(event, **FOUR_USED) == expected


@pytest.mark.parametrize("answer", [Result.NO_DECISION, Result.TOLD_TO_WAIT])
def test_h5_m1_with_four_used_up_and_nothing_open_that_they_asked_for_it_is_time_to_move_on(answer: Result) -> None:
    asked = a_call(day("10 Aug"), answer)

    assert after(asked, a_call(day("17 Aug"), MISSED), **FOUR_USED) == ("move_on", day("24 Aug"))


def test_with_four_used_up_the_third_undecided_call_leads_to_moving_on_and_not_to_closing() -> None:
    calls = [a_call(day(on), Result.NO_DECISION) for on in ("10 Aug", "17 Aug", "24 Aug")]

    assert after(*calls, **FOUR_USED) == ("move_on", day("31 Aug"))


def test_h5_the_whole_ladder_of_attempts_is_four() -> None:
    history = [
        a_call(day("10 Aug"), MISSED),
        a_letter(day("11 Aug")),
        a_call(day("14 Aug"), MISSED),
        a_call(day("24 Aug"), MISSED),
    ]

    assert [plan_after(*history[:n]).attempts_used for n in (1, 2, 3, 4)] == [1, 2, 3, 4]


def test_a_closing_letter_is_an_attempt_and_one_more_letter_while_moving_on_is_none() -> None:
    undecided = [a_call(day(on), Result.NO_DECISION) for on in ("10 Aug", "17 Aug", "24 Aug")]
    closing_letter, one_more = a_letter(day("7 Sep")), a_letter(day("9 Sep"))

    assert plan_after(*undecided, closing_letter).attempts_used == 1
    assert plan_after(*undecided, closing_letter, one_more).attempts_used == 1
