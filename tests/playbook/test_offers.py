"""An offer while others are in a late stage is a choice (M2)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from msgspec.structs import replace

from chalicelib.playbook.agenda import agenda
from chalicelib.playbook.event import EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.offers import Offer, OfferChoice, decide_by, last_offer, offer_choice, standing_offers
from chalicelib.playbook.search import search
from chalicelib.work_calendars import working_days
from tests.factories import a_call, a_letter, an_answer, an_event, an_interview
from tests.playbook.planning import day, planned, with_events

GERMANY = working_days("DE")


def an_offer(**changes: Any) -> Offer:
    """An offer of Monday 10 August 2026 that is to be answered by Friday 21."""
    facts: dict[str, Any] = {
        "interview_id": "offered",
        "process_id": "offered",
        "company": "Umbrella",
        "on": day("10 Aug"),
        "recorded_at": datetime(2026, 8, 10, 11, tzinfo=UTC),
        "until": day("21 Aug"),
    }
    return Offer(**(facts | changes))


def told(*interviews: Interview, offer: Offer | None = None) -> list[str]:
    """The ids of the records whose employers are to be told on 12 August."""
    items = agenda([(one, planned(one, day("12 Aug"))) for one in interviews], day("12 Aug")).items
    there_is = offer_choice([offer or an_offer()], search(items, 3).processes, day("12 Aug"))
    return [process.interview.id for process in there_is.undecided]


def test_m2_an_offer_stands_until_it_has_to_be_answered() -> None:
    assert standing_offers([an_offer()], day("21 Aug"))
    assert not standing_offers([an_offer()], day("22 Aug"))


def test_m2_an_offer_without_a_day_stands_for_two_weeks() -> None:
    assert standing_offers([an_offer(until=None)], day("24 Aug"))
    assert not standing_offers([an_offer(until=None)], day("25 Aug"))


def test_m2_the_offer_that_has_to_be_answered_first_comes_first() -> None:
    late, soon = an_offer(until=day("28 Aug")), an_offer(until=day("19 Aug"))

    assert standing_offers([late, soon], day("12 Aug")) == (soon, late)


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


def test_m2_a_record_tells_of_its_last_offer() -> None:
    record = with_events(
        an_answer(day("10 Aug"), Result.OFFER), an_answer(day("11 Aug"), Result.OFFER, until=day("18 Aug"))
    )

    offer = last_offer(record)

    assert offer
    assert (offer.company, offer.on, offer.until) == ("Acme", day("11 Aug"), day("18 Aug"))
    assert last_offer(an_interview()) is None


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


def test_m2_whoever_gets_the_last_word_already_is_not_told() -> None:
    unanswered = (a_letter(day("7 Aug")), a_call(day("10 Aug"), Result.NO_ANSWER))
    closing = with_events(a_call(day("6 Aug"), Result.NO_ANSWER), *unanswered)

    assert told(replace(closing, process_id="closing")) == []


@pytest.mark.parametrize(
    ("today", "presses"), [("10 Aug", True), ("11 Aug", True), ("12 Aug", False), ("19 Aug", False), ("20 Aug", True)]
)
def test_m2_an_offer_presses_while_it_is_new_and_when_it_has_to_be_answered(today: str, presses: bool) -> None:
    assert _choice(an_offer()).is_pressing(day(today)) is presses


def test_m2_an_offer_without_a_day_presses_while_it_is_new_only() -> None:
    offer = an_offer(until=None)

    assert [_choice(offer).is_pressing(day(on)) for on in ("11 Aug", "12 Aug", "24 Aug")] == [True, False, False]


def test_m2_with_nobody_left_to_tell_an_offer_does_not_press() -> None:
    assert not OfferChoice((an_offer(),), ()).is_pressing(day("10 Aug"))


def _choice(offer: Offer) -> OfferChoice:
    thanked = with_events(an_event(EventKind.THANK_YOU_SENT, day("4 Aug")))
    items = agenda([(thanked, planned(thanked, day("10 Aug")))], day("10 Aug")).items
    return OfferChoice((offer,), search(items, 3).processes)
