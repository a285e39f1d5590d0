"""Evidence (E): the survey's figures stand beside the advice that they support, and nowhere else."""

from __future__ import annotations

import pytest

from chalicelib.playbook.event import Result
from chalicelib.playbook.evidence import evidence
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.step import Step, StepKind
from tests.factories import a_call, a_contact, a_letter, an_answer, an_interview
from tests.playbook.planning import day, next_step, with_events


def figures(step: Step) -> list[tuple[str, set[object]]]:
    """The rule and the figures of each piece of evidence."""
    return [(reason.rules[0], set(reason.facts.values())) for reason in evidence(step)]


def test_e1_most_recruiters_expect_the_first_move_once_the_promised_date_has_passed() -> None:
    step = next_step(an_interview(answer_expected_on=day("6 Aug")), day("7 Aug"))

    assert ("E1", {"46", "14", "60"}) in figures(step)


def test_e1_with_nothing_agreed_almost_nobody_takes_a_week_of_silence_for_nothing() -> None:
    step = next_step(an_interview(), day("10 Aug"))

    assert ("E1", {"2"}) in figures(step)
    assert ("E1", {"46", "14", "60"}) not in figures(step)


def test_e1_silence_is_an_answer_stands_beside_giving_up() -> None:
    unanswered = (a_letter(day("11 Aug")), a_call(day("14 Aug"), Result.NO_ANSWER))
    closing = next_step(with_events(a_call(day("10 Aug"), Result.NO_ANSWER), *unanswered), day("24 Aug"))

    assert closing.kind is StepKind.CLOSING_CONTACT
    assert figures(closing) == [("E1", {"38"})]


def test_e2_a_call_stands_out_because_most_candidates_would_not_call() -> None:
    step = next_step(an_interview(), day("10 Aug"))

    assert step.kind is StepKind.STATUS_CALL
    assert ("E2", {"54", "35", "5"}) in figures(step)


def test_e2_is_not_said_of_a_letter() -> None:
    step = next_step(an_interview(contacts=(a_contact(phone=None),)), day("10 Aug"))

    assert step.kind is StepKind.STATUS_LETTER
    assert [rule for rule, _ in figures(step)] == ["E1"]


def test_e1_silence_is_no_answer_where_they_answered_each_call_without_deciding() -> None:
    undecided = [a_call(day(on), Result.NO_DECISION) for on in ("10 Aug", "17 Aug", "24 Aug")]
    closing = next_step(with_events(*undecided), day("24 Aug"))

    assert closing.kind is StepKind.CLOSING_CONTACT
    assert not evidence(closing)


def test_e1_whoever_asked_to_wait_has_not_been_silent_for_a_week() -> None:
    step = next_step(with_events(an_answer(day("10 Aug"), Result.TOLD_TO_WAIT)), day("17 Aug"))

    assert [rule for rule, _ in figures(step)] == ["E2"]


@pytest.mark.parametrize(
    ("record", "on", "kind"),
    [
        (an_interview(), "3 Aug", StepKind.THANK_YOU_LETTER),
        (an_interview(interview_on=day("20 Aug")), "4 Aug", StepKind.CLOSING_QUESTION),
        (with_events(a_letter(day("7 Aug"))), "8 Aug", StepKind.RECEIPT_CALL),
        (with_events(a_call(day("10 Aug"), Result.NO_DECISION)), "11 Aug", StepKind.AGREED_CALL),
    ],
)
def test_e_the_survey_is_silent_where_it_says_nothing_about_the_step(
    record: Interview, on: str, kind: StepKind
) -> None:
    step = next_step(record, day(on))

    assert step.kind is kind
    assert not evidence(step)
