"""Which offers stand, as their records tell, and when they make a digest go out (M2)."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any

import pytest
from msgspec.structs import replace

from chalicelib.playbook.agenda import agenda
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.offers import Offer, offer_in, offers_among
from tests.factories import an_answer, an_event, an_interview, an_offer
from tests.playbook.planning import day, planned, with_events

NOON = datetime(2026, 8, 10, 12, tzinfo=UTC)


def offered(*events: Event, name: str = "offered", **facts: Any) -> Interview:
    """A record of that name, with an offer of 10 August and what came after it."""
    record = with_events(an_answer(day("10 Aug"), Result.OFFER, **facts), *events)
    return replace(record, id=name, process_id=name, company="Umbrella")


def standing(*interviews: Interview, on: str = "12 Aug") -> tuple[Offer, ...]:
    """The offers that stand in these records on a day."""
    return offers_among(agenda([(one, planned(one, day(on))) for one in interviews], day(on)).items)


def test_m2_an_offer_is_read_from_its_record_with_the_day_of_its_answer() -> None:
    named, unnamed = offered(until=day("21 Aug")), offered()

    assert offer_in(named, planned(named, day("12 Aug"))) == an_offer(recorded_at=NOON, answer_on=day("21 Aug"))
    assert offer_in(unnamed, planned(unnamed, day("12 Aug"))) == an_offer(
        recorded_at=NOON, answer_on=day("17 Aug"), until=None
    )


@pytest.mark.parametrize("on", ["10 Aug", "21 Aug", "22 Aug", "31 Dec"])
def test_m2_an_offer_stands_until_it_is_answered_and_is_never_forgotten(on: str) -> None:
    assert len(standing(offered(until=day("21 Aug")), on=on)) == 1


@pytest.mark.parametrize(
    "word",
    [
        an_event(EventKind.OFFER_ACCEPTED, day("12 Aug")),
        an_event(EventKind.OFFER_DECLINED, day("12 Aug")),
        an_event(EventKind.CLOSED, day("12 Aug")),
        an_event(EventKind.WITHDRAWN, day("12 Aug")),
        an_answer(day("12 Aug"), Result.REFUSAL),
    ],
)
def test_m2_an_offer_that_was_answered_or_taken_back_stands_no_more(word: Event) -> None:
    record = offered(word)

    assert standing(record) == ()
    assert offer_in(record, planned(record, day("12 Aug"))) is None


def test_m2_an_interview_without_an_offer_has_none() -> None:
    assert offer_in(an_interview(), planned(an_interview(), day("12 Aug"))) is None
    assert standing(an_interview()) == ()


def test_m2_the_offer_that_has_to_be_answered_first_comes_first() -> None:
    late, soon = offered(name="late", until=day("28 Aug")), offered(name="soon", until=day("19 Aug"))
    in_between = offered(name="in between", until=day("20 Aug"))

    assert [offer.interview_id for offer in standing(late, soon, in_between)] == ["soon", "in between", "late"]


def test_m2_of_two_to_be_answered_on_one_day_the_older_record_comes_first() -> None:
    newer, older = (offered(name=name, until=day("19 Aug")) for name in ("b", "a"))

    assert [offer.interview_id for offer in standing(newer, older)] == ["a", "b"]


def test_m2_a_record_tells_of_its_last_offer_by_its_day() -> None:
    earlier = an_answer(day("9 Aug"), Result.OFFER, until=day("30 Aug"))
    record = offered(an_answer(day("11 Aug"), Result.OFFER, until=day("18 Aug")), earlier)

    assert [(offer.on, offer.until) for offer in standing(record)] == [(day("11 Aug"), day("18 Aug"))]


@pytest.mark.parametrize(
    ("today", "last", "presses"),
    [
        ("10 Aug", None, True),
        ("11 Aug", "10 Aug", True),  # it was recorded after that day's digest
        ("12 Aug", "11 Aug", False),
        ("13 Aug", "10 Aug", True),  # there was no digest since
        ("19 Aug", "18 Aug", False),
        ("20 Aug", "19 Aug", True),
        ("30 Aug", "29 Aug", True),
    ],
)
def test_m2_an_offer_presses_in_the_first_digest_and_from_the_day_before_its_answer_until_it_is_answered(
    today: str, last: str | None, presses: bool
) -> None:
    last_at = datetime.combine(day(last), time(6), UTC) if last else None

    assert an_offer().is_pressing(day(today), last_at) is presses
