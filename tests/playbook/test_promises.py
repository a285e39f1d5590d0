"""W7: a letter promises a call only where one follows, and on its day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from chalicelib.playbook.event import Event, Result
from tests.factories import a_call, a_letter, an_answer
from tests.playbook.planning import day, next_step, plan_after, with_events
from tests.playbook.usual import CALLED, FOLLOWED_UP, NO_PHONE, WROTE


def test_w7_a_letter_promises_the_day_of_its_follow_up() -> None:
    promised = plan_after(CALLED).promised_call_on
    assert promised is not None

    sent = with_events(CALLED, a_letter(day("10 Aug")), a_call(day("11 Aug"), Result.NO_ANSWER))
    assert next_step(sent, day("11 Aug")).due_on == promised == day("13 Aug")


@pytest.mark.parametrize(
    ("events", "facts", "promised_on"),
    [
        ([CALLED], {"attempts_elsewhere": 1}, day("13 Aug")),  # the letter would be the third
        ([CALLED], {"attempts_elsewhere": 2}, None),  # the fourth: no call follows
        ([CALLED, WROTE], {}, day("14 Aug")),  # sent again at the receipt call
        ([CALLED, WROTE], {"attempts_elsewhere": 1}, day("14 Aug")),  # and it does not count anew
        ([CALLED, WROTE], {"attempts_elsewhere": 2}, None),  # it was the fourth
        ([CALLED, WROTE, a_call(day("12 Aug"), Result.NO_ANSWER)], {}, None),  # it would be the follow-up itself
        ([CALLED, WROTE, FOLLOWED_UP], {}, None),
        ([an_answer(day("10 Aug"), Result.TOLD_TO_WAIT)], {"attempts_elsewhere": 3}, day("13 Aug")),  # they asked
        ([a_call(day("10 Aug"), Result.NO_DECISION)], {}, None),  # a call is agreed
    ],
)
def test_w7_a_letter_promises_a_call_only_where_one_follows(
    events: list[Event], facts: dict[str, Any], promised_on: date | None
) -> None:
    assert plan_after(*events, **facts).promised_call_on == promised_on


@pytest.mark.parametrize("facts", [NO_PHONE, {"may_call": False}, {"attempts_elsewhere": 2}])
def test_w7_nothing_is_promised_where_no_follow_up_call_is_possible(facts: dict[str, Any]) -> None:
    assert plan_after(CALLED, **facts).promised_call_on is None
