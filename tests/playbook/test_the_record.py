"""T, the record: when the interview is over, who can be reached, and what the facts change."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from chalicelib.playbook.contact import Role
from chalicelib.playbook.contact_selection import select_contacts
from chalicelib.playbook.event import EventKind, Result
from chalicelib.playbook.interview_end import is_over
from chalicelib.playbook.interview_facts import Channel
from chalicelib.playbook.step import Missing
from tests.factories import a_call, a_contact, a_letter, an_event, an_interview, an_owner
from tests.playbook.planning import after, day, next_step, plan_after, planned

BERLIN = ZoneInfo("Europe/Berlin")
MON = day("3 Aug")
BEFORE = MON - timedelta(days=7)
THANKED = an_event(EventKind.THANK_YOU_SENT, day("4 Aug"))


@pytest.mark.parametrize(
    ("facts", "now", "expected"),
    [
        ({"interview_time": time(15)}, datetime(2026, 8, 3, 16, 59, tzinfo=BERLIN), False),
        ({"interview_time": time(15)}, datetime(2026, 8, 3, 17, 0, tzinfo=BERLIN), True),
        ({"interview_time": time(15), "interview_minutes": 45}, datetime(2026, 8, 3, 16, 59, tzinfo=BERLIN), False),
        ({"interview_time": time(15), "interview_minutes": 180}, datetime(2026, 8, 3, 17, 59, tzinfo=BERLIN), False),
        ({"interview_time": time(15), "interview_minutes": 180}, datetime(2026, 8, 3, 18, 0, tzinfo=BERLIN), True),
        ({"interview_time": time(15), "dated_on": MON}, datetime(2026, 8, 3, 9, 0, tzinfo=BERLIN), False),
        ({"interview_time": time(23)}, datetime(2026, 8, 4, 0, 59, tzinfo=BERLIN), False),
        ({"interview_time": time(23)}, datetime(2026, 8, 4, 1, 0, tzinfo=BERLIN), True),
        ({"dated_on": BEFORE}, datetime(2026, 8, 3, 23, 59, tzinfo=BERLIN), False),
        ({"dated_on": BEFORE}, datetime(2026, 8, 4, 0, 0, tzinfo=BERLIN), True),
        ({"dated_on": MON}, datetime(2026, 8, 3, 0, 1, tzinfo=BERLIN), True),
        ({"dated_on": day("5 Aug")}, datetime(2026, 8, 5, 0, 1, tzinfo=BERLIN), True),
    ],
)
def test_an_interview_is_over_two_hours_after_it_began_or_with_its_day(
    facts: dict[str, Any], now: datetime, expected: bool
) -> None:
    assert is_over(an_interview(**({"dated_on": BEFORE} | facts)), now) is expected


@pytest.mark.parametrize(
    ("on", "began", "over_at"),
    [
        # 29 March: 2:00 becomes 3:00. An interview at 1:30 is over two real hours later, at 4:30 by the clock.
        (date(2026, 3, 29), time(1, 30), datetime(2026, 3, 29, 2, 30, tzinfo=UTC)),
        # 25 October: 3:00 becomes 2:00. One at 1:30 is over at 2:30, the second time that the clock shows it.
        (date(2026, 10, 25), time(1, 30), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
    ],
)
def test_two_hours_are_two_hours_when_the_clocks_change(on: date, began: time, over_at: datetime) -> None:
    interview = an_interview(interview_on=on, dated_on=on - timedelta(days=3), interview_time=began)

    assert not is_over(interview, (over_at - timedelta(minutes=1)).astimezone(BERLIN))
    assert is_over(interview, over_at.astimezone(BERLIN))


def test_w10_a_day_is_a_day_in_the_owners_zone() -> None:
    interview = an_interview(dated_on=BEFORE)
    late_in_honolulu = datetime(2026, 8, 4, 9, 0, tzinfo=UTC)  # still 3 August, 23:00

    assert next_step(interview, late_in_honolulu, an_owner(time_zone="Pacific/Honolulu")).kind == "closing_question"
    assert next_step(interview, late_in_honolulu).kind == "thank_you_letter"


def test_recorded_weeks_late_the_status_step_is_overdue_and_nothing_jumps_to_closing() -> None:
    step = next_step(an_interview(dated_on=day("31 Aug")), day("31 Aug"))

    assert (step.kind, step.due_on) == ("status_call", day("10 Aug"))


def test_w3_an_answer_date_already_past_when_recorded_keeps_its_base_day() -> None:
    step = next_step(an_interview(dated_on=day("20 Aug"), answer_expected_on=day("7 Aug")), day("20 Aug"))

    assert (step.kind, step.due_on) == ("status_call", day("10 Aug"))


def test_c1_c3_each_channel_takes_its_own_highest_rung() -> None:
    office = a_contact(role=Role.OFFICE, name=None, phone="+49 30 1", email=None)
    recruiter = a_contact(role=Role.RECRUITER, phone=None)

    reached = select_contacts((office, recruiter))

    assert (reached.to_call, reached.to_write) == (office, recruiter)


def test_c1_c2_c3_the_ladder_goes_recruiter_then_whoever_interviewed_then_the_office() -> None:
    ladder = [a_contact(role=role, name=role) for role in ("recruiter", "interviewer", "supervisor", "ceo", "office")]

    for first, contact in enumerate(ladder):
        assert select_contacts(reversed(ladder[first:])).to_call == contact


def test_c1_c3_a_wrong_number_strikes_that_phone_and_silence_changes_no_rung() -> None:
    contacts = (a_contact(phone="+49 30 1"), a_contact(role=Role.OFFICE, phone="+49 30 2", email=None))

    silent = plan_after(a_call(day("10 Aug"), Result.NO_ANSWER), contacts=contacts)
    wrong = plan_after(a_call(day("10 Aug"), Result.WRONG_NUMBER, phone="+49 30 1"), contacts=contacts)

    assert silent.selected_contacts.to_call == contacts[0]
    assert wrong.selected_contacts.to_call == contacts[1]


def test_a_number_mended_after_a_wrong_one_is_usable() -> None:
    wrong = a_call(day("10 Aug"), Result.WRONG_NUMBER, phone="+49 30 1")

    mended = plan_after(wrong, contacts=(a_contact(phone="+49 30 9"),))

    assert mended.selected_contacts.to_call == a_contact(phone="+49 30 9")


@pytest.mark.parametrize(
    ("facts", "kind", "missing"),
    [
        ({}, "status_call", None),
        ({"may_call": True}, "status_call", None),
        ({"may_call": False}, "status_letter", None),
        ({"contacts": (a_contact(phone=None),)}, "status_letter", None),
        ({"contacts": (a_contact(email=None),)}, "status_call", None),
        ({"contacts": (a_contact(email=None),), "may_call": False}, "status_letter", Missing.ADDRESS),
        ({"contacts": ()}, "status_call", Missing.PHONE),
        ({"contacts": (), "may_call": False}, "status_letter", Missing.ADDRESS),
    ],
)
def test_h1_h2_the_status_step_is_a_call_where_one_is_possible_and_says_what_is_missing(
    facts: dict[str, Any], kind: str, missing: Missing | None
) -> None:
    step = next_step(an_interview(events=(THANKED,), **facts), day("10 Aug"))

    assert (step.kind, step.missing, step.due_on) == (kind, missing, day("10 Aug"))


@pytest.mark.parametrize("channel", Channel)
def test_w1_the_channel_of_the_answer_changes_no_step(channel: Channel) -> None:
    told = an_interview(events=(THANKED,), answer_channel=channel, answer_expected_on=day("14 Aug"))

    assert next_step(told, day("10 Aug")) == next_step(replace(told, answer_channel=None), day("10 Aug"))


def test_w8_an_agreed_call_is_allowed_where_calls_are_unwelcome() -> None:
    call = a_call(day("10 Aug"), Result.NO_DECISION, call_again_on=day("12 Aug"))

    assert after(call, may_call=False) == ("agreed_call", day("12 Aug"))


@pytest.mark.parametrize(
    ("facts", "due_on"),
    [
        ({"persistence_expected": True}, day("6 Aug")),
        ({"persistence_expected": False, "position": "Sales Manager"}, day("10 Aug")),
        ({"position": "Менеджер по продажам"}, day("6 Aug")),
        ({"background_check": True}, day("17 Aug")),
        ({"background_check": True, "persistence_expected": True}, day("13 Aug")),
        ({"background_check": True, "answer_expected_on": day("7 Aug")}, day("10 Aug")),
        ({"answer_expected_on": day("8 Aug")}, day("10 Aug")),
        ({"answer_expected_on": day("4 Aug")}, day("5 Aug")),
    ],
)
def test_w3_w4_w5_w6_the_base_day(facts: dict[str, Any], due_on: date) -> None:
    step = next_step(an_interview(events=(THANKED,), **facts), due_on)

    assert (step.kind, step.due_on) == ("status_call", due_on)


def test_w10_the_employers_region_decides_what_a_working_day_is() -> None:
    # 6 January is a holiday in Bavaria, not in Berlin.
    facts = {"interview_on": date(2026, 12, 30), "dated_on": date(2026, 12, 30)}
    thanked = an_event(EventKind.THANK_YOU_SENT, date(2026, 12, 31))

    berlin = planned(an_interview(events=(thanked,), employer_country="DE-BE", **facts), date(2026, 12, 31))
    bavaria = planned(an_interview(events=(thanked,), employer_country="DE-BY", **facts), date(2026, 12, 31))

    assert berlin.step is not None
    assert bavaria.step is not None
    assert (berlin.step.due_on, bavaria.step.due_on) == (date(2027, 1, 7), date(2027, 1, 8))


def test_the_owner_is_told_since_when_they_are_silent() -> None:
    waiting = plan_after(a_letter(day("10 Aug")))
    answered = plan_after(a_call(day("10 Aug"), Result.NO_DECISION))

    assert waiting.silent_since == MON
    assert answered.silent_since == day("10 Aug")


def test_w1_what_is_recorded_of_the_answer_already_is_only_to_be_confirmed() -> None:
    said: dict[str, Any] = {"answer_expected_on": day("14 Aug"), "answer_channel": Channel.PHONE, "may_call": True}
    ahead: dict[str, Any] = {"dated_on": day("1 Aug")}

    assert "make sure" in next_step(an_interview(**ahead, **said), day("2 Aug")).reasons[0].sentence
    for left_out in said:
        known = {name: value for name, value in said.items() if name != left_out}
        assert "ask when" in next_step(an_interview(**ahead, **known), day("2 Aug")).reasons[0].sentence
