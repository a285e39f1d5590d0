"""Why they may be silent (R): what fits the facts, at most three, each with what it means for what to do."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from chalicelib.playbook import silence
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_facts import Channel
from chalicelib.playbook.silence import causes
from tests.factories import a_call, a_contact, a_letter, an_answer, an_event, an_interview, an_owner
from tests.playbook.planning import day, planned, with_events

THANKED = an_event(EventKind.THANK_YOU_SENT, day("4 Aug"))


def rules(interview: Interview, on: str, **owner: Any) -> list[str]:
    """The ids of the causes on a day, the likeliest first."""
    owner_ = an_owner(**owner)
    return [cause.rule for cause in causes(interview, planned(interview, day(on), owner_), owner_, day(on))]


def record(*events: Event, **facts: Any) -> Interview:
    """The usual record, thanked for, with these facts and events."""
    return with_events(THANKED, *events, **facts)


def test_r1_the_recruiter_does_not_decide_alone_fits_every_silence() -> None:
    assert rules(record(), "10 Aug")[-1] == "R1"


def test_r2_a_security_check_comes_first_while_it_may_be_running() -> None:
    checked = record(background_check=True)

    assert rules(checked, "17 Aug")[0] == "R2"
    assert "R2" not in rules(checked, "18 Aug")


def test_r3_many_candidates_are_a_matter_of_the_first_round_and_of_two_weeks() -> None:
    assert "R3" in rules(record(), "10 Aug")
    assert "R3" not in rules(record(round=2), "10 Aug")
    assert "R3" not in rules(record(), "20 Aug")


def test_r4_somebody_may_be_away_once_an_attempt_has_gone_unanswered() -> None:
    assert "R4" not in rules(record(), "11 Aug")
    assert "R4" in rules(record(a_call(day("10 Aug"), Result.NO_ANSWER)), "11 Aug")


def test_r5_the_date_came_too_early_once_it_has_passed() -> None:
    promised = record(answer_expected_on=day("7 Aug"))

    assert "R5" in rules(promised, "10 Aug")
    assert "R5" not in rules(record(), "10 Aug")


def test_r6_they_wait_for_a_call_where_persistence_is_part_of_the_job() -> None:
    sales = record(position="Sales Manager")

    assert rules(sales, "6 Aug")[0] == "R6"
    assert "R6" not in rules(record(position="Sales Manager", persistence_expected=False), "6 Aug")
    assert "R6" not in rules(record(a_call(day("6 Aug"), Result.VOICEMAIL), position="Sales Manager"), "7 Aug")


def test_r6_nobody_waits_for_a_call_who_would_rather_not_be_called_or_when_a_letter_is_next() -> None:
    uncalled = record(a_letter(day("11 Aug")), a_letter(day("18 Aug")), position="Sales Manager", may_call=False)
    assert "R6" not in rules(record(position="Sales Manager", may_call=False), "6 Aug")
    assert "R6" not in rules(uncalled, "28 Aug")  # a closing word, which can only be a letter
    assert "R6" not in rules(record(a_call(day("6 Aug"), Result.NO_ANSWER), position="Sales Manager"), "7 Aug")


def test_r7_they_may_have_forgotten_after_more_than_a_week() -> None:
    assert "R7" not in rules(record(), "10 Aug")
    assert "R7" in rules(record(), "11 Aug")


def test_r8_they_could_not_reach_an_owner_without_a_phone() -> None:
    assert rules(record(), "10 Aug", phone=None)[0] == "R8"
    assert "R8" not in rules(record(), "10 Aug")


def test_r8_they_may_have_called_in_vain_if_a_call_was_promised() -> None:
    promised = record(answer_expected_on=day("7 Aug"), answer_channel=Channel.PHONE)

    assert "R8" in rules(promised, "10 Aug")
    assert "R8" not in rules(replace(promised, answer_channel=Channel.EMAIL), "10 Aug")


def test_r9_it_may_be_a_refusal_when_one_last_word_is_left() -> None:
    closing = record(
        a_call(day("10 Aug"), Result.NO_ANSWER), a_letter(day("11 Aug")), a_call(day("14 Aug"), Result.NO_ANSWER)
    )

    assert rules(closing, "24 Aug")[0] == "R9"
    assert "R9" not in rules(record(), "10 Aug")


def test_r9_it_may_be_a_refusal_after_three_unanswered_attempts() -> None:
    calls = [a_call(day(on), Result.NO_ANSWER) for on in ("10 Aug", "13 Aug", "18 Aug")]
    nobody_to_write_to = {"contacts": (a_contact(email=None),)}

    assert "R9" in rules(record(*calls, **nobody_to_write_to), "19 Aug")
    assert "R9" not in rules(record(*calls[:2], **nobody_to_write_to), "14 Aug")


def test_r_nothing_is_explained_any_more_when_it_is_time_to_move_on() -> None:
    calls = [a_call(day(on), Result.NO_ANSWER) for on in ("10 Aug", "13 Aug", "18 Aug", "21 Aug")]

    assert rules(record(*calls, contacts=(a_contact(email=None),)), "24 Aug") == []


@pytest.mark.parametrize(
    ("silent", "on"),
    [
        (an_interview(interview_on=day("20 Aug")), "4 Aug"),
        (an_interview(), "4 Aug"),
        (record(answer_expected_on=day("14 Aug")), "14 Aug"),
        (record(a_call(day("10 Aug"), Result.NO_DECISION, call_again_on=day("20 Aug"))), "12 Aug"),
        (record(an_answer(day("10 Aug"), Result.TOLD_TO_WAIT, until=day("20 Aug"))), "18 Aug"),
        (record(an_answer(day("10 Aug"), Result.REFUSAL)), "12 Aug"),
        (record(an_answer(day("10 Aug"), Result.OFFER)), "12 Aug"),
    ],
    ids=["interview ahead", "day after", "promise ahead", "call agreed", "told to wait", "refused", "offered"],
)
def test_r_there_is_nothing_to_explain_before_there_is_a_silence(silent: Interview, on: str) -> None:
    assert rules(silent, on) == []


def test_r_never_more_than_three() -> None:
    everything = record(
        a_call(day("6 Aug"), Result.NO_ANSWER),
        position="Sales Manager",
        background_check=True,
        answer_expected_on=day("5 Aug"),
        answer_channel=Channel.PHONE,
    )

    assert len(rules(everything, "12 Aug", phone=None)) == silence.MOST_CAUSES == 3


def test_r_a_contact_without_a_phone_changes_nothing_about_why() -> None:
    assert rules(record(contacts=(a_contact(phone=None),)), "10 Aug") == rules(record(), "10 Aug")


def test_r_each_cause_says_what_it_means_for_what_to_do() -> None:
    all_of_them = [value for value in vars(silence).values() if isinstance(value, silence.Cause)]

    assert {cause.rule for cause in all_of_them} == {f"R{number}" for number in range(1, 10)}
    assert all(cause.sentence.endswith(".") and cause.so.endswith(".") for cause in all_of_them)
