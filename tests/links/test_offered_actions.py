"""Which actions are offered at a step, and which of them are the likeliest (D4, W13)."""

from __future__ import annotations

import pytest

from chalicelib.links.action import ActionKind, likeliest_actions, offered_actions
from chalicelib.playbook.event import EventKind, Result
from chalicelib.playbook.interview import Interview
from tests.factories import an_answer, an_event
from tests.playbook.mails import morning_of, named, thanked
from tests.playbook.planning import day, planned

TODAY = day("10 Aug")
MOVED = named("moved", an_event(EventKind.INTERVIEW_MOVED, day("5 Aug")), interview_on=day("12 Aug"))
INVITED = thanked("invited", an_answer(day("5 Aug"), Result.NEXT_ROUND))
AHEAD = named("ahead", interview_on=day("11 Aug"), dated_on=day("3 Aug"))
SILENT = thanked("silent")


def offered(record: Interview) -> tuple[ActionKind, ...]:
    return offered_actions(planned(record, morning_of("10 Aug")), TODAY)


@pytest.mark.parametrize(
    ("record", "likeliest"),
    [
        (MOVED, (ActionKind.DAY_NAMED, ActionKind.NO_ANSWER)),
        (INVITED, (ActionKind.ROUND_NAMED, ActionKind.NO_ANSWER)),
        (AHEAD, (ActionKind.MOVED, ActionKind.CANCELLED)),
        (SILENT, (ActionKind.NO_ANSWER, ActionKind.NO_DECISION)),
    ],
    ids=["moved", "invited", "ahead", "silent"],
)
def test_d4_two_answers_are_the_likeliest(record: Interview, likeliest: tuple[ActionKind, ...]) -> None:
    assert likeliest_actions(planned(record, morning_of("10 Aug")), TODAY) == likeliest


@pytest.mark.parametrize("record", [MOVED, INVITED], ids=["moved", "invited"])
def test_w13_where_a_day_is_asked_for_nobody_is_asked_about_the_decision(record: Interview) -> None:
    assert ActionKind.NO_DAY in offered(record)
    assert not {ActionKind.NO_DECISION, ActionKind.NEXT_ROUND} & {*offered(record)}


def test_w11_an_interview_ahead_was_moved_or_cancelled_or_is_given_up() -> None:
    assert offered(AHEAD) == (ActionKind.MOVED, ActionKind.CANCELLED, ActionKind.STOP)
