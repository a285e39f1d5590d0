"""H5, W7, W9, W10: 10,000 whole processes, the employer answering at random."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.step import StepKind
from chalicelib.playbook.step_kinds import STEP_KINDS
from tests.playbook.attempt_counter import UNANSWERED
from tests.playbook.lives import ANSWERS, MAILS, Life, Moment
from tests.playbook.planning import DUE_ON_ANY_DAY

SEEDS = range(10)
LIVES = 1_000  # with each seed
PAUSE, ATTEMPTS = 3, 4
PLANNED = {kind for kind, facts in STEP_KINDS.items() if facts.is_ever_next and not facts.is_at_the_interview}


@cache
def variety() -> list[Moment]:
    """The moments of a thousand lives."""
    return [moment for number in range(LIVES) for moment in Life(f"variety/{number}").live().moments]


@pytest.mark.parametrize("seed", SEEDS)
def test_h5_w7_whatever_the_employer_answers_every_process_ends_moderate_and_keeps_its_word(seed: int) -> None:
    for number in range(LIVES):
        life = Life(f"{seed}/{number}").live()

        assert life.plan().step is None, "it does not end"
        for moment in life.moments:
            assert moment.before.used == moment.used_by_plan <= ATTEMPTS
            assert_nothing_falls_on_a_day_off(moment)
            assert_the_pause_has_passed(moment)
        assert_what_letters_promised_was_kept(life.moments)


def test_the_lives_meet_every_step_and_every_answer() -> None:
    met = {moment.plan.step.kind for moment in variety() if moment.plan.step}
    assert met >= PLANNED, f"the lives in tests/playbook/lives.py never meet {sorted(PLANNED - met)}"
    assert {moment.event.result for moment in variety()} >= set(Result)
    assert {moment.event.kind for moment in variety()} >= set(EventKind) - {EventKind.NOTE}


@pytest.mark.parametrize("kind", [EventKind.INTERVIEW_MOVED, EventKind.HEARD_BACK])
def test_w13_the_lives_meet_moves_and_next_rounds_with_a_day_and_without_one(kind: EventKind) -> None:
    events = [moment.event for moment in variety() if is_about_an_interview(moment.event) and moment.event.kind is kind]

    assert {event.interview_on is None for event in events} == {True, False}


def test_w13_the_lives_ask_for_a_day_that_is_to_come_by_call_and_by_letter() -> None:
    steps = [moment.plan.step for moment in variety() if moment.plan.step]

    asked = {step.kind for step in steps if step.is_for_the_day}
    assert asked == {StepKind.STATUS_CALL, StepKind.STATUS_LETTER}


def test_m2_the_lives_answer_offers_in_every_way_and_hear_of_more_while_one_stands() -> None:
    at_an_offer = [moment.event for moment in variety() if moment.plan.is_offered]

    assert {event.kind for event in at_an_offer} >= {*ANSWERS, EventKind.SNOOZED, EventKind.INTERVIEW_MOVED}
    assert {event.result for event in at_an_offer} >= {*MAILS}


def test_w2_the_lives_thank_everybody_at_once_and_one_by_one() -> None:
    thanks = [moment.event.contact for moment in variety() if moment.event.kind is EventKind.THANK_YOU_SENT]

    assert {contact is None for contact in thanks} == {True, False}


def is_about_an_interview(event: Event) -> bool:
    """Whether it says something about the day of an interview."""
    return event.kind is EventKind.INTERVIEW_MOVED or event.result is Result.NEXT_ROUND


def assert_nothing_falls_on_a_day_off(moment: Moment) -> None:
    """W10, H5: no call and no status or closing letter on a day off where the employer is."""
    step = moment.plan.step
    assert step is None or step.kind in DUE_ON_ANY_DAY or moment.days.is_working(step.due_on), moment


def assert_the_pause_has_passed(moment: Moment) -> None:
    """H5: three working days since the last call or letter, unless the step is exempt."""
    last = moment.before.last_contact
    if last is not None and moment.plan.step is not None and not is_exempt(moment, last):
        assert moment.plan.step.due_on >= moment.days.after(last.on, PAUSE), moment


def is_exempt(moment: Moment, last: Event) -> bool:
    """H5: what they asked for, what a letter announced, and the one letter after an unanswered call."""
    step = moment.plan.step
    if step is None or step.kind not in (StepKind.STATUS_CALL, StepKind.STATUS_LETTER, StepKind.CLOSING_CONTACT):
        return True
    is_the_letter_after_a_call = step.kind is StepKind.STATUS_LETTER and last.result in UNANSWERED
    return is_the_letter_after_a_call or moment.before.is_asked_for(step)


def assert_what_letters_promised_was_kept(moments: list[Moment]) -> None:
    """W7: the day that a letter promised is the day of a step, if nothing is heard before it."""
    for number, moment in enumerate(moments):
        promised_on = moment.plan.promised_call_on if moment.event.kind is EventKind.LETTER_SENT else None
        if promised_on is not None:
            assert_kept(promised_on, moments[number + 1 :])


def assert_kept(promised_on: date, moments: list[Moment]) -> None:
    """The promised day is that of the receipt call, or of the call after it."""
    for moment in moments:
        step = moment.plan.step
        if step is None or step.due_on == promised_on or step.snoozed_until or not moment.plan.is_call_possible:
            return
        assert (step.kind, step.due_on < promised_on) == (StepKind.RECEIPT_CALL, True), moment
        if moment.event.result not in UNANSWERED or moment.event.on >= promised_on:
            return
