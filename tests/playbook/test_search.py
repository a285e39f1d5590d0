"""The search as a whole (M1): processes alive, at which stage, and a nudge below three."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from chalicelib.playbook.agenda import agenda
from chalicelib.playbook.event import EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.search import Search, Stage, search
from tests.factories import a_call, a_letter, an_answer, an_event, an_interview
from tests.playbook.planning import day, planned, with_events


def seen(*interviews: Interview, on: str = "12 Aug", at_least: int = 3) -> Search:
    """The search on a day."""
    pairs = [(one, planned(one, day(on))) for one in interviews]
    return search(agenda(pairs, day(on)).items, at_least)


def a_process(number: int, *events: object, **facts: object) -> Interview:
    """A record in a process of its own."""
    return replace(with_events(*events, **facts), id=f"i{number}", process_id=f"p{number}")  # type: ignore[arg-type]


THANKED = an_event(EventKind.THANK_YOU_SENT, day("4 Aug"))


@pytest.mark.parametrize(
    ("interview", "stage"),
    [
        (an_interview(interview_on=day("20 Aug")), Stage.AHEAD),
        (an_interview(interview_on=day("11 Aug"), dated_on=day("11 Aug")), Stage.WAITING),
        (with_events(THANKED), Stage.WAITING),
        (with_events(THANKED, a_letter(day("10 Aug"))), Stage.ASKED),
        (with_events(a_call(day("10 Aug"), Result.NO_DECISION)), Stage.ASKED),
        (
            with_events(
                a_call(day("6 Aug"), Result.NO_ANSWER), a_letter(day("7 Aug")), a_call(day("10 Aug"), Result.NO_ANSWER)
            ),
            Stage.CLOSING,
        ),
        (with_events(an_answer(day("10 Aug"), Result.OFFER)), Stage.OFFER),
    ],
)
def test_m1_a_process_stands_at_the_stage_that_its_plan_tells(interview: Interview, stage: Stage) -> None:
    assert [process.stage for process in seen(interview).processes] == [stage]


@pytest.mark.parametrize(
    "over",
    [
        with_events(an_answer(day("10 Aug"), Result.REFUSAL)),
        with_events(an_answer(day("10 Aug"), Result.OFFER), an_event(EventKind.OFFER_ACCEPTED, day("11 Aug"))),
        with_events(an_answer(day("10 Aug"), Result.OFFER), an_event(EventKind.OFFER_DECLINED, day("11 Aug"))),
        with_events(an_event(EventKind.WITHDRAWN, day("10 Aug"))),
        with_events(a_letter(day("4 Aug")), *(a_call(day(f"{on} Aug"), Result.NO_ANSWER) for on in (7, 10, 11))),
    ],
    ids=["refused", "accepted", "declined", "withdrawn", "only moving on is left"],
)
def test_m1_what_is_over_is_not_alive(over: Interview) -> None:
    assert seen(over).alive == 0


def test_m1_two_open_rounds_are_one_process_at_the_stage_of_the_later() -> None:
    first = replace(with_events(THANKED), id="first", process_id="p")
    second = replace(an_interview(interview_on=day("20 Aug"), round=2), id="second", process_id="p")

    assert [(one.interview.id, one.stage) for one in seen(second, first).processes] == [("second", Stage.AHEAD)]


def test_m1_below_three_it_is_time_for_a_nudge() -> None:
    three = [a_process(number, THANKED) for number in range(3)]

    assert seen(*three[:2]).is_thin
    assert not seen(*three).is_thin


def test_m1_how_many_is_a_setting_and_none_is_never_too_few() -> None:
    assert not seen(a_process(1), at_least=1).is_thin
    assert not seen(at_least=0).is_thin


def test_m1_the_stages_add_up_to_all_that_are_alive() -> None:
    found = seen(
        a_process(1, THANKED),
        a_process(2, a_letter(day("10 Aug"))),
        a_process(3, interview_on=day("20 Aug")),
        a_process(4, an_answer(day("10 Aug"), Result.OFFER)),
    )

    assert [found.at(stage) for stage in Stage] == [1, 1, 1, 0, 1]
    assert found.alive == 4
