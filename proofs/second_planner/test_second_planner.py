"""The worked cases of section T, one test for each, and a case for each row that they leave out."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from proofs.second_planner.second_planner import Facts, Happening, Person, Planned, World, may_follow, plan

DAYS_OFF = {
    "DE": {date(2026, 10, 3), date(2026, 12, 25), date(2026, 12, 26)},
    "US": {date(2026, 11, 26), date(2026, 12, 25)},
    "RU": {date(2026, 5, 1), date(2026, 5, 9), date(2026, 5, 11)},
    "SE": {date(2026, 6, 6), date(2026, 6, 19), date(2026, 6, 20)},
}
ZONES = {"DE": "Europe/Berlin", "US": "America/New_York", "RU": "Europe/Moscow", "SE": "Europe/Stockholm"}
ANN = Person("ann", "recruiter", "+49 1", "ann@example.org", met=False)


def world(country: str = "DE", **settings: Any) -> World:
    off = DAYS_OFF[country]
    is_working: Callable[[date], bool] = lambda day: day.weekday() < 5 and day not in off  # noqa: E731
    return World(ZONES[country], is_working, **settings)


def facts(interview_on: date, dated_on: date | None = None, people: tuple[Person, ...] = (ANN,), **more: Any) -> Facts:
    names = ("interview_time", "interview_minutes", "interview_time_zone", "answer_expected_on", "may_call")
    values: dict[str, Any] = dict.fromkeys(names) | {"is_persistent": False, "background_check": False}
    return Facts(interview_on=interview_on, dated_on=dated_on or interview_on, people=people, **{**values, **more})


def aug(day: int, hour: int = 18) -> datetime:
    return at(date(2026, 8, day), hour)


def at(day: date, hour: int = 18, zone: str = "Europe/Berlin") -> datetime:
    return datetime.combine(day, time(hour), ZoneInfo(zone)).astimezone(UTC)


def event(kind: str, day: int | date, result: str | None = None, hour: int = 12, **more: Any) -> Happening:
    on = day if isinstance(day, date) else date(2026, 8, day)
    return Happening(kind, on, at(on, hour), result, **more)


def step(planned: Planned) -> tuple[str | None, date | None]:
    return planned.step_kind, planned.due_on


def next_step(events: list[Happening], day: int, record: Facts | None = None, **settings: Any) -> Planned:
    return plan(record or facts(date(2026, 8, 3)), events, world(**settings), aug(day))


def d(day: int) -> date:
    return date(2026, 8, day)


# --- the worked cases ------------------------------------------------------------------------


def test_de_recorded_that_evening() -> None:
    assert step(next_step([], 3)) == ("thank_you_letter", d(4))
    assert step(next_step([event("thank_you_sent", 4)], 4)) == ("status_call", d(10))


def test_de_sales_role() -> None:
    record = facts(d(3), is_persistent=True)
    assert step(next_step([event("thank_you_sent", 4)], 4, record)) == ("status_call", d(6))


def test_de_answer_promised() -> None:
    record = facts(d(3), answer_expected_on=d(14))
    assert step(next_step([event("thank_you_sent", 4)], 4, record)) == ("status_call", d(17))


def test_us_thanksgiving() -> None:
    record, there = facts(date(2026, 11, 20)), world("US")
    evening = at(date(2026, 11, 20), 18, "America/New_York")
    assert step(plan(record, [], there, evening)) == ("thank_you_letter", date(2026, 11, 21))
    thanks = event("thank_you_sent", date(2026, 11, 21), hour=18)
    assert step(plan(record, [thanks], there, evening + timedelta(days=1))) == ("status_call", date(2026, 11, 30))


def test_ru_may_day() -> None:
    planned = plan(facts(date(2026, 4, 27)), [], world("RU"), at(date(2026, 5, 5), 12, "Europe/Moscow"))
    assert step(planned) == ("status_call", date(2026, 5, 5))


def test_de_letter_sent() -> None:
    planned = next_step([event("letter_sent", 7)], 7)
    assert step(planned) == ("receipt_call", d(10))
    settled = next_step([event("letter_sent", 7), event("called", 10, "no_answer")], 10)
    assert (settled.step_kind, settled.attempts) == ("closing_contact", 2)


def test_de_nobody_answered() -> None:
    assert step(next_step([event("called", 10, "no_answer")], 10)) == ("status_letter", d(11))


def test_de_call_again() -> None:
    call = event("called", 10, "no_decision", call_again_on=d(15))
    assert step(next_step([call], 10)) == ("agreed_call", d(17))


def unanswered_history() -> list[Happening]:
    return [
        event("called", 10, "no_answer"),
        event("letter_sent", 11),
        event("called", 12, "no_answer"),
        event("called", 14, "voicemail"),
        event("called", 24, "no_answer"),
    ]


def test_de_closing_call_unanswered() -> None:
    events = unanswered_history()
    assert step(next_step(events[:2], 11)) == ("receipt_call", d(12))
    assert step(next_step(events[:3], 12)) == ("follow_up_call", d(14))
    assert step(next_step(events[:4], 14)) == ("closing_contact", d(24))
    planned = next_step(events, 24)
    assert (step(planned), planned.attempts) == (("move_on", d(31)), 4)


def test_de_offer() -> None:
    offer = event("heard_back", 6, "offer", until=d(16))
    assert step(next_step([offer], 6)) == ("answer_offer", d(16))
    assert next_step([offer, event("offer_accepted", 10)], 10).outcome == "accepted"


def test_de_invited_without_a_day() -> None:
    assert step(next_step([event("heard_back", 7, "next_round")], 7)) == ("status_call", d(12))


def test_de_moved() -> None:
    record = facts(d(12), dated_on=d(1))
    moved = [event("interview_moved", 10)]
    assert step(next_step(moved, 10, record)) == ("status_call", d(13))
    moved.append(event("interview_moved", 13, interview_on=d(20)))
    assert step(next_step(moved, 13, record)) == ("closing_question", d(19))


def test_de_two_met() -> None:
    people = (replace(ANN, met=True), Person("bob", "supervisor", None, "bob@example.org", met=True))
    planned = next_step([event("thank_you_sent", 4, contact="ann")], 4, facts(d(3), people=people))
    assert step(planned) == ("thank_you_letter", d(4))
    assert planned.owed_thanks == ("bob",)


def test_se_midsummer() -> None:
    record = facts(date(2026, 6, 12))
    thanks = event("thank_you_sent", date(2026, 6, 13))
    assert step(plan(record, [thanks], world("SE"), at(date(2026, 6, 13)))) == ("status_call", date(2026, 6, 22))


# --- the other rows --------------------------------------------------------------------------


def test_over_with_a_time() -> None:
    record = facts(d(3), dated_on=d(1), interview_time=time(10), interview_minutes=180)
    assert plan(record, [], world(), aug(3, 12)).step_kind == "closing_question"
    assert plan(record, [], world(), aug(3, 13)).step_kind == "thank_you_letter"


def test_background_check_is_not_added_to_an_answer_date() -> None:
    assert step(next_step([], 9, facts(d(3), background_check=True))) == ("status_call", d(17))
    checked = facts(d(3), background_check=True, answer_expected_on=d(14))
    assert step(next_step([], 17, checked)) == ("status_call", d(17))


def test_no_phone_and_no_address() -> None:
    mute = replace(ANN, phone=None)
    assert step(next_step([event("letter_sent", 10)], 10, facts(d(3), people=(mute,)))) == ("status_letter", d(17))
    nobody = next_step([], 10, facts(d(3), people=()))
    assert (nobody.step_kind, nobody.missing) == ("status_call", "phone")
    unwelcome = next_step([], 10, facts(d(3), people=(), may_call=False))
    assert (unwelcome.step_kind, unwelcome.missing) == ("status_letter", "address")


def test_further_call_without_an_address() -> None:
    record = facts(d(3), people=(replace(ANN, email=None),))
    assert step(next_step([event("called", 10, "wrong_number")], 10, record)) == ("status_call", d(13))
    assert next_step([event("called", 10, "wrong_number")], 10, record).missing == "phone"


def test_wait_until() -> None:
    assert step(next_step([event("called", 10, "told_to_wait", until=d(21))], 10)) == ("status_call", d(24))
    assert step(next_step([event("heard_back", 10, "told_to_wait")], 10)) == ("status_call", d(17))


def test_third_undecided_call() -> None:
    calls = [event("called", day, "no_decision") for day in (10, 17, 24)]
    assert step(next_step(calls, 24)) == ("closing_contact", date(2026, 9, 7))


def test_refusal_and_reasons() -> None:
    no = event("heard_back", 10, "refusal")
    assert step(next_step([no], 10)) == ("reasons_call", d(11))
    call = event("called", 11, "no_answer")
    assert step(next_step([no, call], 11)) == ("reasons_call", d(14))
    assert next_step([no, call, event("called", 14, "no_answer")], 14).outcome == "refusal"
    asked = [no, event("reasons_requested", 12)]
    assert step(next_step(asked, 12, reasons_term=7)) == ("reasons_deadline", d(21))
    assert next_step(asked, 12).outcome == "refusal"


def test_all_used_up_in_earlier_rounds() -> None:
    assert step(next_step([], 10, facts(d(3), attempts_elsewhere=4))) == ("move_on", d(17))


def test_a_fourth_letter_gets_no_receipt_call() -> None:
    planned = next_step([event("letter_sent", 10)], 10, facts(d(3), attempts_elsewhere=3))
    assert (step(planned), planned.attempts, planned.attempts_used) == (("move_on", d(17)), 3, 4)


def test_snooze() -> None:
    snooze = event("snoozed", 10, until=d(15))
    assert step(next_step([snooze], 10)) == ("status_call", d(17))
    assert step(next_step([snooze, event("called", 12, "no_answer")], 12)) == ("status_letter", d(13))
    thanks = event("snoozed", 4, until=d(20))
    assert step(next_step([thanks], 4)) == ("thank_you_letter", d(8))


@pytest.mark.parametrize(
    ("before", "new", "is_taken"),
    [
        ([], event("offer_accepted", 10), False),
        ([event("heard_back", 10, "offer")], event("offer_accepted", 11), True),
        ([], event("reasons_requested", 10), False),
        ([event("closed", 10)], event("called", 11, "no_answer"), False),
        ([event("closed", 10)], event("note", 11), True),
        ([event("closed", 10)], event("heard_back", 11, "offer"), True),
        ([event("called", 10, "no_answer")], event("interview_moved", 11), False),
        ([event("called", 10, "no_decision")], event("interview_moved", 11), True),
        ([], event("note", 29), False),
    ],
)
def test_may_follow(before: list[Happening], new: Happening, is_taken: bool) -> None:
    assert may_follow(facts(d(3)), before, world(), new, aug(28)) is is_taken


# --- random histories ------------------------------------------------------------------------

RESULTS = {
    "called": ["no_decision", "no_answer", "voicemail", "wrong_number", "told_to_wait", "arrived"],
    "heard_back": ["told_to_wait", "offer", "refusal", "next_round"],
}
ALL_KINDS = [
    "thank_you_sent", "letter_sent", "called", "called", "called", "heard_back", "heard_back", "reasons_requested",
    "reasons_received", "snoozed", "withdrawn", "closed", "note", "offer_accepted", "offer_declined", "interview_moved",
]  # fmt: skip
ANSWERS = {
    "thank_you_letter": ("thank_you_sent", None),
    "status_letter": ("letter_sent", None),
    "move_on": ("closed", None),
    "reasons_deadline": ("reasons_received", None),
    "answer_offer": ("offer_declined", None),
}


def some_day(dice: random.Random, around: date) -> date | None:
    return dice.choice([None, around + timedelta(days=dice.randint(-5, 15))])


def random_history(dice: random.Random) -> tuple[Facts, list[Happening], World]:
    day = d(3) + timedelta(days=dice.randint(-3, 12))
    people = tuple(
        Person(f"p{number}", dice.choice(["recruiter", "interviewer", "supervisor", "ceo", "office"]),
               dice.choice([None, "1", "2"]), dice.choice([None, "a@example.org"]), dice.random() < 0.3)
        for number in range(dice.randint(0, 3))
    )  # fmt: skip
    record = facts(
        day, dated_on=day + timedelta(days=dice.randint(-6, 3)), people=people,
        interview_time=dice.choice([None, time(15)]), answer_expected_on=some_day(dice, day),
        may_call=dice.choice([None, True, False]), is_persistent=dice.random() < 0.3,
        background_check=dice.random() < 0.2, attempts_elsewhere=dice.choice([0, 0, 0, 2, 3, 4]),
    )  # fmt: skip
    events = []
    for number in range(dice.randint(0, 30)):
        kind, on = dice.choice(ALL_KINDS), d(1) + timedelta(days=dice.randint(0, 29))
        events.append(
            Happening(
                kind,
                on,
                aug(31) + timedelta(minutes=number),
                dice.choice(RESULTS.get(kind, [None])),
                some_day(dice, on),
                some_day(dice, on),
                some_day(dice, on),
                None,
                dice.choice([None, True, False]),
                dice.choice([None, "1"]),
                dice.choice([None, "p0", "p1"]),
            )
        )
    return record, events, world(reasons_term=dice.choice([None, 7]))


@pytest.mark.parametrize("seed", range(400))
def test_every_history_ends_if_nobody_answers(seed: int) -> None:
    record, events, there = random_history(random.Random(seed))
    now = datetime(2026, 8, 31, 20, tzinfo=UTC)
    previous: Planned | None = None
    for _ in range(60):
        planned = plan(record, events, there, now)
        assert (planned.step_kind is None) == (planned.outcome is not None) == (planned.due_on is None)
        assert planned.attempts <= planned.attempts_used
        if planned.outcome:
            return
        assert planned.due_on is not None
        # reading 12: a reasons call before the interview day has no effect; the owner calls again the next day
        wait = timedelta(days=1) if planned == previous else timedelta(minutes=5)
        now, previous = max(now + wait, at(planned.due_on, 12)), planned
        if planned.step_kind == "closing_question":
            now = max(now, at(planned.due_on + timedelta(days=2), 12))
            continue
        kind, result = ANSWERS.get(planned.step_kind or "", ("called", "no_answer"))
        if planned.step_kind == "closing_contact" and planned.call_id is None:
            kind, result = "letter_sent", None
        new = Happening(kind, now.astimezone(ZoneInfo(there.zone)).date(), now, result)
        assert may_follow(record, events, there, new, now)
        events = [*events, new]
    raise AssertionError(f"does not end: {planned}")
