"""The day's agenda: overdue, today, this week, waiting."""

from __future__ import annotations

from datetime import date

import pytest

from chalicelib.playbook.agenda import Section, agenda
from chalicelib.playbook.event import EventKind, Result
from tests.factories import an_answer, an_event, an_interview
from tests.playbook.planning import day, planned

THANKED = an_event(EventKind.THANK_YOU_SENT, day("4 Aug"))


@pytest.mark.parametrize(
    ("today", "section"),
    [
        (day("11 Aug"), Section.OVERDUE),
        (day("10 Aug"), Section.TODAY),
        (day("9 Aug"), Section.WEEK),
        (day("3 Aug"), Section.WEEK),
        (day("2 Aug"), Section.WAITING),
    ],
)
def test_an_open_interview_stands_in_one_section(today: date, section: Section) -> None:
    interview = an_interview(events=(THANKED,))
    plan = planned(interview, day("4 Aug"))  # the status call of 10 Aug

    assert [item.section for item in agenda([(interview, plan)], today).items] == [section]


def test_what_has_ended_is_not_on_the_agenda() -> None:
    ended = an_interview(events=(an_answer(day("5 Aug"), Result.REFUSAL, reasons_given=True),))

    assert agenda([(ended, planned(ended, day("5 Aug")))], day("5 Aug")).items == ()


def test_m2_an_offer_that_stands_is_on_the_agenda_on_the_day_of_its_answer() -> None:
    offered = an_interview(events=(an_answer(day("5 Aug"), Result.OFFER, until=day("10 Aug")),))
    pairs = [(offered, planned(offered, day("5 Aug")))]

    assert [item.step.kind for item in agenda(pairs, day("10 Aug")).section(Section.TODAY)] == ["answer_offer"]
    assert [item.step.kind for item in agenda(pairs, day("11 Aug")).section(Section.OVERDUE)] == ["answer_offer"]


def test_the_most_pressing_comes_first() -> None:
    late = an_interview(id="late", events=(THANKED,), background_check=True)
    soon = an_interview(id="soon", events=(THANKED,))
    pairs = [(one, planned(one, day("5 Aug"))) for one in (late, soon)]

    on_the_day = agenda(pairs, day("20 Aug"))

    assert [item.interview.id for item in on_the_day.due] == ["soon", "late"]


def test_a_section_holds_its_own_by_day_and_those_of_one_day_by_their_age() -> None:
    late, second, first = (
        an_interview(id="late", events=(THANKED,), background_check=True),
        an_interview(id="02", events=(THANKED,)),
        an_interview(id="01", events=(THANKED,)),
    )
    pairs = [(one, planned(one, day("5 Aug"))) for one in (late, second, first)]

    on_the_day = agenda(pairs, day("10 Aug"))

    assert [item.interview.id for item in on_the_day.section(Section.TODAY)] == ["01", "02"]
    assert [item.interview.id for item in on_the_day.section(Section.WEEK)] == ["late"]
    assert on_the_day.section(Section.OVERDUE) == ()
