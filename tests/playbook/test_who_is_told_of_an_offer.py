"""An offer while others are in a late stage is a choice: who is told of it, and by when they are to decide (M2)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from chalicelib.playbook.agenda import agenda
from chalicelib.playbook.event import EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.offers import Offer, decide_by, offer_choice
from chalicelib.playbook.search import search
from chalicelib.work_calendars import working_days
from tests.factories import a_call, a_letter, an_event, an_interview, an_offer
from tests.playbook.planning import day, planned, with_events

GERMANY = working_days("DE")


def told(*interviews: Interview, offers: tuple[Offer, ...] = (an_offer(),)) -> list[str]:
    """The ids of the records whose employers are to be told on 12 August."""
    items = agenda([(one, planned(one, day("12 Aug"))) for one in interviews], day("12 Aug")).items
    choice = offer_choice(offers, search(items, 3).processes)
    assert choice.offers == offers
    return [process.interview.id for process in choice.undecided]


def test_m2_those_who_have_met_the_owner_are_told() -> None:
    thanked = with_events(an_event(EventKind.THANK_YOU_SENT, day("4 Aug")))

    assert told(replace(thanked, id="met", process_id="met")) == ["met"]


def test_m2_a_first_interview_that_is_still_ahead_is_no_late_stage_but_a_second_round_is() -> None:
    ahead = an_interview(interview_on=day("20 Aug"), id="ahead", process_id="ahead")

    assert told(ahead) == []
    assert told(replace(ahead, round=2)) == ["ahead"]


def test_m2_the_employer_who_made_the_offer_is_not_asked() -> None:
    same = replace(with_events(an_event(EventKind.THANK_YOU_SENT, day("4 Aug"))), process_id="offered")

    assert told(same) == []


def test_m2_who_was_written_to_since_the_offer_need_not_be_told_again() -> None:
    thanked = replace(with_events(an_event(EventKind.THANK_YOU_SENT, day("4 Aug"))), process_id="met")
    earlier_that_day = a_letter(day("10 Aug"), recorded_at=datetime(2026, 8, 10, 10, tzinfo=UTC))
    before, same_day, since = (
        replace(thanked, events=(*thanked.events, letter))
        for letter in (a_letter(day("7 Aug")), earlier_that_day, a_letter(day("10 Aug")))
    )

    assert told(before) == [before.id]
    assert told(same_day) == [same_day.id]
    assert told(since) == []


def test_m2_of_several_offers_the_first_is_the_one_that_a_letter_has_told_of() -> None:
    thanked = replace(with_events(an_event(EventKind.THANK_YOU_SENT, day("4 Aug"))), process_id="met")
    written = replace(thanked, events=(*thanked.events, a_letter(day("11 Aug"))))
    offers = tuple(an_offer(recorded_at=datetime(2026, 8, on, 12, tzinfo=UTC)) for on in (12, 10))

    assert told(written, offers=offers) == []


def test_m2_whoever_gets_the_last_word_already_is_not_told() -> None:
    unanswered = (a_letter(day("7 Aug")), a_call(day("10 Aug"), Result.NO_ANSWER))
    closing = with_events(a_call(day("6 Aug"), Result.NO_ANSWER), *unanswered)

    assert told(replace(closing, process_id="closing")) == []


def test_m2_with_no_offer_nobody_is_told() -> None:
    thanked = replace(with_events(an_event(EventKind.THANK_YOU_SENT, day("4 Aug"))), process_id="met")

    assert told(thanked, offers=()) == []


@pytest.mark.parametrize(
    ("until", "today", "by"),
    [
        ("21 Aug", "12 Aug", "20 Aug"),  # the day before
        ("24 Aug", "12 Aug", "21 Aug"),  # a Monday: the Friday before
        ("23 Aug", "12 Aug", "21 Aug"),
        ("13 Aug", "12 Aug", "13 Aug"),  # tomorrow: nothing sooner is fair
        ("12 Aug", "12 Aug", None),  # today: too late for a letter
        ("15 Aug", "14 Aug", None),  # tomorrow is a Saturday
        ("17 Aug", "14 Aug", "17 Aug"),  # over the weekend
        (None, "12 Aug", "19 Aug"),  # five working days
        (None, "14 Aug", "21 Aug"),
    ],
)
def test_m2_the_others_are_asked_to_decide_before_the_offer_has_to_be_answered(
    until: str | None, today: str, by: str | None
) -> None:
    offer = an_offer(until=day(until) if until else None)

    assert decide_by(offer, day(today), GERMANY) == (day(by) if by else None)
