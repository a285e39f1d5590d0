"""T, the steps around the interview, each on its day: the closing question and the thank-you letter."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from chalicelib.playbook.event import EventKind
from chalicelib.playbook.forecast import forecast
from chalicelib.playbook.step import Missing
from chalicelib.work_calendars import planning_context
from tests.factories import an_event, an_interview, an_owner
from tests.playbook.planning import after, day, next_step
from tests.playbook.usual import NO_ADDRESS

MON = day("3 Aug")


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


def test_a_closing_question_is_not_put_off_past_the_interview() -> None:
    snoozed = an_event(EventKind.SNOOZED, day("2 Aug"), until=day("20 Aug"))

    assert after(snoozed, dated_on=day("1 Aug")) == ("closing_question", MON)


@pytest.mark.parametrize("began", [time(21, 30), time(22), time(22, 30), time(23, 59)])
def test_the_road_ahead_goes_on_after_an_interview_late_in_the_evening(began: time) -> None:
    interview = an_interview(interview_on=day("20 Aug"), dated_on=MON, interview_time=began)
    noon = datetime(2026, 8, 3, 12, 0, tzinfo=ZoneInfo("Europe/Berlin"))

    road = forecast(interview, planning_context(an_owner(), interview), noon)

    assert [step.kind for step in road][:3] == ["closing_question", "thank_you_letter", "status_call"]
    assert road[-1].kind == "move_on"
