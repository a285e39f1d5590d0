"""W13: where a process stands once they have left a day open: since when it is silent, and what may still be moved."""

from __future__ import annotations

import pytest

from chalicelib.playbook.event import Event, EventKind, Result
from tests.factories import a_call, an_answer, an_event
from tests.playbook.planning import day, plan_after
from tests.playbook.usual import MISSED, REFUSED

MOVED = an_event(EventKind.INTERVIEW_MOVED, day("7 Aug"))
INVITED = an_answer(day("7 Aug"), Result.NEXT_ROUND)
without_a_day = pytest.mark.parametrize("said", [MOVED, INVITED], ids=["moved", "invited"])


@without_a_day
def test_w13_that_they_left_the_day_open_is_their_last_word_and_the_last_contact(said: Event) -> None:
    planned = plan_after(said)

    assert (planned.silent_since, planned.last_contact_on, planned.promised_on) == (day("7 Aug"), day("7 Aug"), None)


def test_w13_attempts_from_before_an_open_day_stand_in_the_way_of_no_move_after_a_refusal_either() -> None:
    tried = a_call(day("6 Aug"), MISSED)

    assert plan_after(tried, INVITED, REFUSED).may_move
    assert not plan_after(tried, REFUSED).may_move
