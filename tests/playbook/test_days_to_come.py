"""T, W13: they moved the interview or invite to a next round and named no day; the owner asks for it."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.forecast import forecast
from chalicelib.playbook.interview import Outcome
from chalicelib.playbook.process_state import DayToCome
from chalicelib.playbook.silence import causes
from chalicelib.playbook.step import StepKind
from tests.factories import a_call, a_letter, an_answer, an_event, an_owner
from tests.playbook.planning import ZONE, after, context_at, day, next_step, plan_after, planned, with_events
from tests.playbook.usual import CALLED, FOLLOWED_UP, INVITED, MISSED, NO_ADDRESS, NO_PHONE, OFFERED, REFUSED, WROTE

MOVED = an_event(EventKind.INTERVIEW_MOVED, day("7 Aug"))
ON_12_AUG: dict[str, Any] = {"interview_on": day("12 Aug"), "dated_on": day("3 Aug")}
ASKED_ON = day("12 Aug")  # the third working day
ASKED = a_call(ASKED_ON, MISSED)
LATE = day("17 Aug")

without_a_day = pytest.mark.parametrize("said", [INVITED, MOVED], ids=["invited", "moved"])


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        ({}, "status_call"),
        (NO_PHONE, "status_letter"),
        (NO_ADDRESS, "status_call"),
        ({"may_call": False}, "status_letter"),
    ],
)
@without_a_day
def test_w13_where_no_day_was_named_the_status_step_is_due_on_the_third_working_day_and_asks_for_the_day(
    said: Event, facts: dict[str, Any], kind: str
) -> None:
    step = plan_after(said, **facts).step

    assert step
    assert (step.kind, step.due_on, step.is_for_the_day) == (kind, ASKED_ON, True)


@pytest.mark.parametrize(
    ("said", "which"),
    [(INVITED, DayToCome.NEXT_ROUND), (MOVED, DayToCome.INTERVIEW), (CALLED, None), (OFFERED, None)],
)
def test_w13_the_plan_tells_which_day_is_to_come(said: Event, which: DayToCome | None) -> None:
    assert plan_after(said).day_to_come is which


@pytest.mark.parametrize("on", ["7 Aug", "11 Aug", "12 Aug", "13 Aug", "20 Aug"])
@without_a_day
def test_w13_until_a_day_is_named_there_is_no_closing_question_and_no_thank_you(said: Event, on: str) -> None:
    step = next_step(with_events(said, **ON_12_AUG), day(on))

    assert (step.kind, step.due_on) == ("status_call", ASKED_ON)


@without_a_day
def test_w13_asking_for_the_day_has_an_effect_before_the_old_day_of_the_interview(said: Event) -> None:
    early = a_call(day("10 Aug"), MISSED)

    assert after(said, early, **ON_12_AUG) == ("status_letter", ASKED_ON)  # not before the new B


@without_a_day
def test_w13_the_first_asking_step_does_not_count_and_the_next_does(said: Event) -> None:
    call, letter = [said, ASKED], [said, a_letter(ASKED_ON)]

    assert plan_after(*call).attempts_used == 0
    assert plan_after(*letter).attempts_used == 0
    assert plan_after(*call, a_letter(day("13 Aug"))).attempts_used == 1
    assert plan_after(*letter, a_call(day("17 Aug"), MISSED)).attempts_used == 1


@without_a_day
def test_w13_with_four_used_up_the_day_may_still_be_asked_for_once(said: Event) -> None:
    assert after(said, attempts_elsewhere=4) == ("status_call", ASKED_ON)
    assert after(said, ASKED, attempts_elsewhere=4) == ("move_on", day("19 Aug"))


@without_a_day
def test_w13_until_a_day_is_named_no_attempt_stands_in_the_way_of_a_move(said: Event) -> None:
    for attempts in ([ASKED], [ASKED, a_letter(day("13 Aug"))], [ASKED, a_letter(day("13 Aug")), a_call(LATE, MISSED)]):
        assert plan_after(said, *attempts).may_move


@without_a_day
def test_w13_the_asking_day_is_the_new_base_day_of_what_follows(said: Event) -> None:
    asked = [said, ASKED, a_letter(day("13 Aug")), a_call(LATE, MISSED)]

    assert after(*asked) == ("closing_contact", day("26 Aug"))  # two weeks after 12 Aug


@without_a_day
def test_w13_what_was_said_before_is_void_where_the_day_is_to_come(said: Event) -> None:
    waited = an_answer(day("5 Aug"), Result.TOLD_TO_WAIT, until=day("28 Aug"))
    undecided = [a_call(day(on), Result.NO_DECISION) for on in ("4 Aug", "5 Aug")]

    assert after(waited, said, answer_expected_on=day("28 Aug")) == ("status_call", ASKED_ON)
    assert plan_after(waited, said).promised_on is None
    assert after(*undecided, said, a_call(ASKED_ON, Result.NO_DECISION)) == ("agreed_call", day("19 Aug"))
    assert plan_after(a_letter(day("6 Aug")), said).attempts_used == 0


@without_a_day
def test_w13_a_refusal_before_an_open_day_is_not_recorded_any_more(said: Event) -> None:
    refused = an_answer(day("6 Aug"), Result.REFUSAL)
    asked = an_event(EventKind.REASONS_REQUESTED, day("10 Aug"))

    assert not plan_after(refused, said).is_refused
    assert after(refused, said, asked, employer_country="RU") == ("status_call", ASKED_ON)
    assert plan_after(refused, said, an_event(EventKind.CLOSED, day("10 Aug"))).outcome is Outcome.NO_ANSWER


@pytest.mark.parametrize("end", [[REFUSED], [CALLED, WROTE, FOLLOWED_UP], [an_event(EventKind.CLOSED, day("10 Aug"))]])
def test_w13_an_invitation_without_a_day_asks_for_it_also_after_a_refusal_after_attempts_and_after_the_end(
    end: list[Event],
) -> None:
    assert after(*end, an_answer(day("14 Aug"), Result.NEXT_ROUND)) == ("status_call", day("19 Aug"))


def test_w13_an_invitation_with_its_day_ends_the_round_that_was_invited_without_one() -> None:
    named = an_answer(day("12 Aug"), Result.NEXT_ROUND, interview_on=day("20 Aug"))

    plan = plan_after(INVITED, named)

    assert (plan.step, plan.outcome) == (None, Outcome.NEXT_ROUND)


def test_w13_an_interview_that_is_moved_again_without_a_day_is_asked_about_anew() -> None:
    again = an_event(EventKind.INTERVIEW_MOVED, day("13 Aug"))

    assert after(MOVED, ASKED, again) == ("status_call", day("18 Aug"))
    assert plan_after(MOVED, ASKED, again, a_call(day("18 Aug"), MISSED)).attempts_used == 0


@pytest.mark.parametrize(("expected_on", "due_on"), [("28 Aug", "31 Aug"), ("20 Aug", "27 Aug")])
def test_w13_the_answer_date_waits_for_the_day_that_is_named_later(expected_on: str, due_on: str) -> None:
    named = an_event(EventKind.INTERVIEW_MOVED, day("13 Aug"), interview_on=day("20 Aug"))
    record = with_events(MOVED, named, answer_expected_on=day(expected_on), **ON_12_AUG)

    assert next_step(record, day("31 Aug")).due_on == day(due_on)


@without_a_day
def test_w13_a_snooze_puts_off_the_asking_step_and_not_the_one_before_it(said: Event) -> None:
    before, since = (an_event(EventKind.SNOOZED, day(on), until=day("14 Aug")) for on in ("6 Aug", "10 Aug"))

    assert after(before, said) == ("status_call", ASKED_ON)
    assert after(said, since) == ("status_call", day("14 Aug"))


@without_a_day
def test_w13_a_snoozed_status_step_on_the_same_day_is_another_step_and_its_snooze_is_over(said: Event) -> None:
    waited = an_answer(day("5 Aug"), Result.TOLD_TO_WAIT, until=day("11 Aug"))
    snoozed = an_event(EventKind.SNOOZED, day("6 Aug"), until=day("14 Aug"))

    assert after(waited, snoozed) == ("status_call", day("14 Aug"))
    assert after(waited, snoozed, said) == ("status_call", ASKED_ON)


@without_a_day
def test_w13_while_the_day_is_to_come_no_silence_is_explained(said: Event) -> None:
    record = with_events(said)

    assert causes(record, planned(record, day("20 Aug")), an_owner(), day("20 Aug")) == ()


@without_a_day
def test_w13_if_nobody_names_the_day_it_ends_like_any_other(said: Event) -> None:
    road = forecast(with_events(said), context_at("DE"), datetime.combine(date(2026, 8, 7), time(13), ZONE))

    assert [step.kind for step in road if step.is_for_the_day] == [StepKind.STATUS_CALL, StepKind.STATUS_LETTER]
    assert road[-1].kind is StepKind.MOVE_ON
