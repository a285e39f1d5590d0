"""T, the steps: each on its day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from chalicelib.places import circumstances
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.pacing import Pacing
from chalicelib.playbook.road import road_ahead
from chalicelib.playbook.step import Missing
from tests.factories import a_call, a_contact, a_letter, an_answer, an_event, an_interview, an_owner
from tests.playbook.planning import after, day, next_step, plan_after, planned, with_events

MON = day("3 Aug")
NO_ADDRESS: dict[str, Any] = {"contacts": (a_contact(email=None),)}
NO_PHONE: dict[str, Any] = {"contacts": (a_contact(phone=None),)}
CALLED = a_call(day("10 Aug"), Result.NO_ANSWER)
WROTE = a_letter(day("11 Aug"))
FOLLOWED_UP = a_call(day("14 Aug"), Result.NO_ANSWER)


@pytest.mark.parametrize(
    ("dated_on", "due_on"),
    [
        (day("1 Aug"), day("22 Aug")),  # a Saturday: the closing question keeps to no working days
        (day("22 Aug"), day("22 Aug")),
        (day("23 Aug"), day("23 Aug")),
    ],
)
def test_w1_the_closing_question_is_due_on_the_eve_or_on_the_day_if_recorded_later(
    dated_on: date, due_on: date
) -> None:
    interview = an_interview(interview_on=day("23 Aug"), dated_on=dated_on, interview_time=time(15))

    step = next_step(interview, datetime(2026, 8, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin")))

    assert (step.kind, step.due_on) == ("closing_question", due_on)


def test_w1_the_closing_question_is_gone_once_the_interview_is_over() -> None:
    interview = an_interview(interview_on=day("5 Aug"), dated_on=MON, interview_time=time(15))
    over_at = datetime(2026, 8, 5, 17, 0, tzinfo=ZoneInfo("Europe/Berlin"))

    assert next_step(interview, over_at - timedelta(minutes=1)).kind == "closing_question"
    assert next_step(interview, over_at).kind == "thank_you_letter"


@pytest.mark.parametrize(
    ("on", "kind"),
    [
        (day("4 Aug"), "thank_you_letter"),
        (day("8 Aug"), "thank_you_letter"),
        (day("9 Aug"), "status_call"),
    ],
)
def test_w2_the_thank_you_letter_lapses_five_days_after_the_interview(on: date, kind: str) -> None:
    assert next_step(an_interview(), on).kind == kind


@pytest.mark.parametrize(("on", "kind"), [(day("5 Aug"), "thank_you_letter"), (day("6 Aug"), "status_call")])
def test_w2_the_thank_you_letter_lapses_when_the_status_step_falls_due(on: date, kind: str) -> None:
    assert next_step(an_interview(position="Sales Manager"), on).kind == kind


def test_w2_the_thank_you_letter_is_due_the_next_day_even_on_a_holiday() -> None:
    new_years_eve = date(2026, 12, 31)

    step = next_step(an_interview(interview_on=new_years_eve, dated_on=new_years_eve), new_years_eve)

    assert (step.kind, step.due_on) == ("thank_you_letter", date(2027, 1, 1))


def test_w2_a_thank_you_letter_without_an_address_says_so() -> None:
    assert next_step(an_interview(**NO_ADDRESS), MON).missing is Missing.ADDRESS


@pytest.mark.parametrize(
    ("events", "facts", "expected"),
    [
        ([CALLED], {}, ("status_letter", day("11 Aug"))),
        ([CALLED], NO_ADDRESS, ("status_call", day("13 Aug"))),
        ([CALLED], NO_ADDRESS | {"may_call": False}, ("status_letter", day("13 Aug"))),
        ([a_call(day("4 Aug"), Result.VOICEMAIL)], {}, ("status_letter", day("10 Aug"))),
        ([a_call(day("4 Aug"), Result.VOICEMAIL)], NO_ADDRESS, ("status_call", day("10 Aug"))),
        ([a_call(day("10 Aug"), Result.WRONG_NUMBER)], NO_ADDRESS, ("status_call", day("13 Aug"))),
    ],
)
def test_h5_an_unanswered_call_is_followed_by_one_letter_or_a_later_call_and_not_before_b(
    events: list[Event], facts: dict[str, Any], expected: tuple[str, date]
) -> None:
    assert after(*events, **facts) == expected


def test_h5_the_pause_between_attempts_is_the_owners_setting() -> None:
    patient = an_owner(pacing=Pacing(days=7))

    assert after(CALLED, owner=patient, **NO_ADDRESS) == ("status_call", day("19 Aug"))


@pytest.mark.parametrize(
    ("call", "due_on"),
    [
        (a_call(day("10 Aug"), Result.NO_DECISION, call_again_on=day("12 Aug")), day("12 Aug")),
        (a_call(day("10 Aug"), Result.NO_DECISION, call_again_on=day("16 Aug")), day("17 Aug")),
        (a_call(day("10 Aug"), Result.NO_DECISION), day("17 Aug")),
        (a_call(day("10 Aug"), Result.NO_DECISION, call_again_on=day("10 Aug")), day("17 Aug")),
        (a_call(day("10 Aug"), Result.NO_DECISION, call_again_on=day("7 Aug")), day("17 Aug")),
    ],
)
def test_h6_w8_the_agreed_call_is_on_the_agreed_day_rolled_or_after_five_working_days(
    call: Event, due_on: date
) -> None:
    assert after(call) == ("agreed_call", due_on)


def test_w8_an_agreed_time_is_kept() -> None:
    agreed = a_call(day("10 Aug"), Result.NO_DECISION, call_again_on=day("12 Aug"), call_again_time=time(15, 30))

    assert next_step(with_events(agreed), day("10 Aug")).at == time(15, 30)


@pytest.mark.parametrize(
    ("event", "due_on"),
    [
        (a_call(day("10 Aug"), Result.TOLD_TO_WAIT, until=day("20 Aug")), day("21 Aug")),
        (an_answer(day("10 Aug"), Result.TOLD_TO_WAIT, until=day("21 Aug")), day("24 Aug")),
        (an_answer(day("10 Aug"), Result.TOLD_TO_WAIT, until=day("5 Aug")), day("11 Aug")),
        (an_answer(day("10 Aug"), Result.TOLD_TO_WAIT), day("17 Aug")),
    ],
)
def test_w3_wait_until_u_moves_the_status_step_to_the_working_day_after(event: Event, due_on: date) -> None:
    assert after(event) == ("status_call", due_on)


def test_w3_the_last_word_on_a_day_wins_over_the_first_answer_date() -> None:
    waited = an_answer(day("5 Aug"), Result.TOLD_TO_WAIT, until=day("6 Aug"))

    assert after(waited, answer_expected_on=day("28 Aug")) == ("status_call", day("7 Aug"))


@pytest.mark.parametrize(
    ("letter_on", "receipt", "follow_up"),
    [
        (day("10 Aug"), day("11 Aug"), day("13 Aug")),
        (day("12 Aug"), day("13 Aug"), day("17 Aug")),
        (day("13 Aug"), day("14 Aug"), day("17 Aug")),
        (day("15 Aug"), day("17 Aug"), day("18 Aug")),
    ],
)
def test_h4_w7_a_letter_is_checked_the_next_working_day_and_followed_up_after_three_days(
    letter_on: date, receipt: date, follow_up: date
) -> None:
    letter = a_letter(letter_on)

    assert after(letter) == ("receipt_call", receipt)
    assert after(letter, a_call(receipt, Result.NO_ANSWER)) == ("follow_up_call", follow_up)


def test_w7_where_both_days_meet_one_call_settles_both_and_counts_once() -> None:
    friday_letter = a_letter(day("7 Aug"))
    plan = plan_after(friday_letter, a_call(day("10 Aug"), Result.NO_ANSWER))

    assert plan.step is not None
    assert plan.step.kind == "closing_contact"
    assert plan.attempts == 2  # the letter and the one call


@pytest.mark.parametrize("facts", [NO_PHONE, {"may_call": False}])
def test_w7_without_calls_a_second_shorter_letter_follows_after_five_working_days(facts: dict[str, Any]) -> None:
    step = next_step(with_events(a_letter(day("10 Aug")), **facts), day("10 Aug"))

    assert (step.kind, step.due_on, step.is_second_letter) == ("status_letter", day("17 Aug"), True)


def test_w9_the_closing_word_comes_two_weeks_after_b() -> None:
    assert after(CALLED, WROTE, FOLLOWED_UP) == ("closing_contact", day("24 Aug"))


def test_w9_h5_the_closing_word_keeps_three_working_days_from_the_last_contact() -> None:
    late = a_call(day("24 Aug"), Result.NO_ANSWER)

    assert after(CALLED, WROTE, late) == ("closing_contact", day("27 Aug"))


def test_w9_the_third_call_in_a_row_without_decision_or_day_leads_to_the_closing_word() -> None:
    calls = [a_call(day(on), Result.NO_DECISION) for on in ("10 Aug", "17 Aug", "24 Aug")]

    assert after(*calls[:2]) == ("agreed_call", day("24 Aug"))
    assert after(*calls) == ("closing_contact", day("7 Sep"))  # B was 24 Aug before that call


def test_w9_unanswered_calls_neither_count_nor_break_the_row_and_then_it_starts_anew() -> None:
    undecided = [a_call(day(on), Result.NO_DECISION) for on in ("10 Aug", "18 Aug", "26 Aug")]
    missed = a_call(day("17 Aug"), Result.NO_ANSWER)

    assert after(missed, *undecided)[0] == "closing_contact"
    anew = [a_call(day(on), Result.NO_DECISION) for on in ("9 Sep", "16 Sep", "23 Sep")]
    assert after(missed, *undecided, *anew[:1]) == ("agreed_call", day("16 Sep"))
    assert after(missed, *undecided, *anew[:2]) == ("agreed_call", day("23 Sep"))
    assert after(missed, *undecided, *anew)[0] == "closing_contact"


def test_w9_a_day_agreed_breaks_the_row() -> None:
    calls = [
        a_call(day("10 Aug"), Result.NO_DECISION),
        a_call(day("17 Aug"), Result.NO_DECISION),
        a_call(day("24 Aug"), Result.NO_DECISION, call_again_on=day("26 Aug")),
        a_call(day("26 Aug"), Result.NO_DECISION),
    ]

    assert after(*calls) == ("agreed_call", day("2 Sep"))
    assert after(*calls, a_call(day("2 Sep"), Result.NO_DECISION)) == ("agreed_call", day("9 Sep"))


@pytest.mark.parametrize(
    ("second", "third", "expected"),
    [
        # "Please wait", on the phone and without a day, is a call without decision or day: the third in the row.
        (Result.NO_DECISION, Result.TOLD_TO_WAIT, ("closing_contact", day("7 Sep"))),
        (Result.TOLD_TO_WAIT, Result.TOLD_TO_WAIT, ("closing_contact", day("7 Sep"))),
    ],
)
def test_w9_a_call_that_ended_with_please_wait_and_no_day_belongs_to_the_row(
    second: Result, third: Result, expected: tuple[str, date]
) -> None:
    calls = [a_call(day("10 Aug"), Result.NO_DECISION), a_call(day("17 Aug"), second), a_call(day("24 Aug"), third)]

    assert after(*calls) == expected


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        (an_answer(day("18 Aug"), Result.TOLD_TO_WAIT), "closing_contact"),  # a mail is no call
        (a_call(day("18 Aug"), Result.TOLD_TO_WAIT, until=day("21 Aug")), "agreed_call"),  # they named a day
    ],
)
def test_w9_mail_leaves_the_row_as_it_is_and_a_day_named_on_the_phone_breaks_it(between: Event, expected: str) -> None:
    before = [a_call(day(on), Result.NO_DECISION) for on in ("10 Aug", "17 Aug")]

    assert after(*before, between, a_call(day("25 Aug"), Result.NO_DECISION))[0] == expected


def test_w9_the_row_outlasts_an_unanswered_follow_up() -> None:
    history = [
        a_call(day("10 Aug"), Result.NO_DECISION),
        a_call(day("17 Aug"), Result.NO_DECISION),
        a_call(day("24 Aug"), Result.NO_ANSWER),
        a_letter(day("25 Aug")),
        a_call(day("28 Aug"), Result.NO_ANSWER),
    ]

    assert after(*history, a_call(day("7 Sep"), Result.NO_DECISION)) == ("closing_contact", day("10 Sep"))


@pytest.mark.parametrize("facts", [{}, {"call_again_on": day("19 Aug")}])
@pytest.mark.parametrize("result", [Result.NO_DECISION, Result.TOLD_TO_WAIT])
def test_w9_an_early_receipt_call_neither_counts_nor_breaks_the_row(result: Result, facts: dict[str, Any]) -> None:
    undecided = [a_call(day(on), Result.NO_DECISION) for on in ("4 Aug", "5 Aug")]
    waited = an_answer(day("6 Aug"), Result.TOLD_TO_WAIT, until=day("6 Aug"))
    early_receipt_call = a_call(day("11 Aug"), result, **facts)

    events = [*undecided, waited, a_letter(day("10 Aug")), early_receipt_call]

    assert after(*events)[0] != "closing_contact"
    assert after(*events, a_call(day("20 Aug"), Result.NO_DECISION))[0] == "closing_contact"


def test_w9_the_closing_word_is_a_letter_where_nobody_can_be_called() -> None:
    letters = [a_letter(day("10 Aug")), a_letter(day("17 Aug"))]
    plan = plan_after(*letters, **NO_PHONE)

    assert plan.step is not None
    assert (plan.step.kind, plan.step.due_on, plan.is_call_possible) == ("closing_contact", day("24 Aug"), False)


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({}, None),
        (NO_PHONE, None),
        (NO_ADDRESS, None),
        ({"contacts": ()}, Missing.PHONE),
        ({"contacts": (), "may_call": False}, Missing.ADDRESS),
        (NO_ADDRESS | {"may_call": False}, Missing.ADDRESS),
    ],
)
def test_w9_the_closing_word_says_what_is_missing_for_it(facts: dict[str, Any], missing: Missing | None) -> None:
    undecided = [a_call(day(on), Result.NO_DECISION) for on in ("10 Aug", "17 Aug", "24 Aug")]

    step = plan_after(*undecided, **facts).step

    assert step is not None
    assert (step.kind, step.missing) == ("closing_contact", missing)


def test_m1_moving_on_comes_five_working_days_after_the_unanswered_closing_word() -> None:
    closing_letter = a_letter(day("25 Aug"))

    assert after(CALLED, WROTE, FOLLOWED_UP, closing_letter) == ("move_on", day("1 Sep"))


def test_m1_m3_moving_on_says_that_the_process_counts_as_refused_and_closes_politely() -> None:
    step = next_step(with_events(CALLED, WROTE, FOLLOWED_UP, a_letter(day("25 Aug"))), day("25 Aug"))

    assert {"W9", "M1", "M3"} <= set(step.rules)


def test_a_closing_question_is_not_put_off_past_the_interview() -> None:
    snoozed = an_event(EventKind.SNOOZED, day("2 Aug"), until=day("20 Aug"))

    assert after(snoozed, dated_on=day("1 Aug")) == ("closing_question", MON)


@pytest.mark.parametrize("letter_on", ["7 Aug", "11 Aug"])
def test_w7_the_step_says_when_one_call_settles_both(letter_on: str) -> None:
    step = plan_after(a_letter(day(letter_on))).step

    assert step is not None
    assert (len(step.reasons) == 2) is (letter_on == "7 Aug")


def test_steps_overdue_stay_due_until_something_happens() -> None:
    interview = with_events(CALLED, WROTE)

    for later in (0, 30, 300):
        assert planned(interview, day("12 Aug") + timedelta(days=later)).step == next_step(interview, day("12 Aug"))


@pytest.mark.parametrize("began", [time(21, 30), time(22), time(22, 30), time(23, 59)])
def test_the_road_ahead_goes_on_after_an_interview_late_in_the_evening(began: time) -> None:
    interview = an_interview(interview_on=day("20 Aug"), dated_on=MON, interview_time=began)
    noon = datetime(2026, 8, 3, 12, 0, tzinfo=ZoneInfo("Europe/Berlin"))

    road = road_ahead(interview, circumstances(an_owner(), interview), noon)

    assert [step.kind for step in road][:3] == ["closing_question", "thank_you_letter", "status_call"]
    assert road[-1].kind == "move_on"


def test_w10_a_step_moved_off_a_day_off_says_so() -> None:
    saturday = a_call(day("10 Aug"), Result.NO_DECISION, call_again_on=day("15 Aug"))
    snoozed = an_event(EventKind.SNOOZED, day("10 Aug"), until=day("15 Aug"))

    for step in (next_step(with_events(saturday), day("10 Aug")), next_step(with_events(snoozed), day("10 Aug"))):
        assert step.due_on == day("17 Aug")
        assert step.reasons[-1].sentence.startswith("That day is off where they are")


def test_c1_a_wrong_number_with_no_other_left_asks_for_the_right_one() -> None:
    step = plan_after(a_call(day("10 Aug"), Result.WRONG_NUMBER)).step

    assert step is not None
    assert any("The number was wrong" in reason.sentence for reason in step.reasons)
