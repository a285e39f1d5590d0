"""What stands where in the mail (D1), and what of it is whole (D2)."""

from __future__ import annotations

from datetime import time

import pytest
from msgspec.structs import replace

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.mail_group import MailGroup
from chalicelib.playbook.owner import EVERY_DAY, Weekday
from chalicelib.playbook.step import StepKind
from chalicelib.playbook.step_kinds import STEP_KINDS
from tests.factories import a_call, a_letter, an_answer, an_event, an_owner
from tests.playbook.mails import mail, morning_of, named, names, only, thanked, whole
from tests.playbook.planning import day

# On Monday 10 August, each in its group.
INTERVIEW = named("interview", interview_on=day("10 Aug"), interview_time=time(15))
TOMORROW = named("tomorrow", interview_on=day("11 Aug"))
OFFER = thanked("offer", an_answer(day("7 Aug"), Result.OFFER, until=day("10 Aug")))
AGREED = thanked("agreed", a_call(day("7 Aug"), Result.NO_DECISION, call_again_on=day("10 Aug")))
WAITED = thanked("waited", an_answer(day("5 Aug"), Result.TOLD_TO_WAIT, until=day("7 Aug")))
FRESH = named("fresh", interview_on=day("9 Aug"))
STATUS = thanked("status")
OVERDUE = thanked("overdue", interview_on=day("31 Jul"))
OLDER = thanked("older", interview_on=day("30 Jul"))
CLOSING = thanked(
    "closing",
    a_letter(day("20 Jul")),
    a_call(day("23 Jul"), Result.NO_ANSWER),
    interview_on=day("20 Jul"),
)
OVER = thanked(
    "over", *(a_call(day(f"{on} Jul"), Result.NO_ANSWER) for on in (8, 14, 20, 27)), interview_on=day("1 Jul")
)


def dated(record: Interview, *, before: str = "3 Aug") -> Interview:
    """The record of an interview whose day was set before."""
    return replace(record, dated_on=day(before))


MORNING = (
    dated(INTERVIEW),
    dated(TOMORROW),
    OFFER,
    AGREED,
    FRESH,
    STATUS,
    OVERDUE,
    OLDER,
    CLOSING,
    OVER,
)
ORDER = ["interview", "tomorrow", "offer", "agreed", "fresh", "status", "overdue", "older", "closing", "over"]


def test_d1_what_waiting_would_lose_stands_first() -> None:
    assert names(mail(*MORNING, on="10 Aug")) == ORDER
    assert names(mail(*reversed(MORNING), on="10 Aug")) == ORDER


@pytest.mark.parametrize(
    ("kind", "group"),
    [
        (StepKind.CLOSING_QUESTION, MailGroup.INTERVIEW),
        (StepKind.ANSWER_OFFER, MailGroup.OFFER),
        (StepKind.OFFER_LETTER, MailGroup.OFFER),
        (StepKind.AGREED_CALL, MailGroup.ASKED),
        (StepKind.REASONS_DEADLINE, MailGroup.ASKED),
        (StepKind.THANK_YOU_LETTER, MailGroup.THANKS),
        (StepKind.STATUS_CALL, MailGroup.STATUS),
        (StepKind.STATUS_LETTER, MailGroup.STATUS),
        (StepKind.RECEIPT_CALL, MailGroup.STATUS),
        (StepKind.FOLLOW_UP_CALL, MailGroup.STATUS),
        (StepKind.REASONS_CALL, MailGroup.STATUS),
        (StepKind.CLOSING_CONTACT, MailGroup.CLOSING),
        (StepKind.MOVE_ON, MailGroup.TO_CLOSE),
    ],
)
def test_d1_each_kind_of_step_has_its_group(kind: StepKind, group: MailGroup) -> None:
    assert STEP_KINDS[kind].mail_group is group


@pytest.mark.parametrize(
    "asked",
    [
        an_answer(day("5 Aug"), Result.TOLD_TO_WAIT, until=day("7 Aug")),
        an_answer(day("5 Aug"), Result.NEXT_ROUND),
        an_event(EventKind.INTERVIEW_MOVED, day("5 Aug")),
    ],
    ids=["told to wait", "invited without a day", "moved without a day"],
)
def test_d1_what_they_asked_for_stands_with_the_agreed_calls(asked: Event) -> None:
    assert only(mail(named("asked", asked), on="10 Aug")).group is MailGroup.ASKED


def test_d1_a_status_step_of_today_stands_before_the_overdue_and_of_these_the_newest_first() -> None:
    assert names(mail(OLDER, OVERDUE, STATUS, on="10 Aug")) == ["status", "overdue", "older"]


def test_d1_of_two_interviews_the_earlier_stands_first() -> None:
    morning = dated(named("at nine", interview_on=day("10 Aug"), interview_time=time(9)))

    assert names(mail(dated(TOMORROW), dated(INTERVIEW), morning, on="10 Aug")) == ["at nine", "interview", "tomorrow"]


def test_d1_of_two_calls_of_today_the_one_with_an_hour_stands_first() -> None:
    at_ten = a_call(day("7 Aug"), Result.NO_DECISION, call_again_on=day("10 Aug"), call_again_time=time(10))

    assert names(mail(AGREED, thanked("at ten", at_ten), on="10 Aug")) == ["at ten", "agreed"]


def test_d1_an_offer_that_stands_is_in_the_mail_before_its_day() -> None:
    ahead = thanked("offer", an_answer(day("4 Aug"), Result.OFFER, until=day("28 Aug")))

    assert names(mail(STATUS, ahead, on="10 Aug", last="7 Aug")) == ["offer", "status"]


def test_d1_what_is_not_due_yet_is_not_in_the_mail() -> None:
    assert names(mail(STATUS, named("ahead", interview_on=day("20 Aug")), on="7 Aug")) == []


def test_d2_the_first_three_are_whole_and_all_others_are_lines() -> None:
    assert whole(mail(*MORNING, on="10 Aug")) == ORDER[:3]
    assert whole(mail(STATUS, OVERDUE, OLDER, CLOSING, on="10 Aug")) == ["status", "overdue", "older"]


def test_d2_an_entry_whose_day_it_is_not_leaves_its_place_to_the_next() -> None:
    plan = mail(STATUS, OVERDUE, OLDER, CLOSING, on="11 Aug", last="10 Aug")

    assert names(plan) == ["status", "overdue", "older", "closing"]
    assert "closing" not in whole(plan)
    assert whole(mail(STATUS, FRESH, OVERDUE, OLDER, on="10 Aug", last="7 Aug")) == ["fresh", "status"]


def test_d2_what_is_to_be_closed_is_never_whole() -> None:
    assert whole(mail(OVER, on="10 Aug")) == []


def test_d5_w10_on_the_employer_s_day_off_only_what_may_be_done_on_any_day_is_in_the_mail() -> None:
    plan = mail(*MORNING, replace(WAITED, created_at=morning_of("14 Aug")), on="15 Aug")  # a Saturday

    assert {entry.group for entry in plan.entries} == {MailGroup.OFFER, MailGroup.THANKS, MailGroup.TO_CLOSE}
    assert names(mail(named("fresh", interview_on=day("14 Aug")), on="15 Aug")) == ["fresh"]
    assert names(mail(dated(named("ahead", interview_on=day("16 Aug"))), on="15 Aug")) == ["ahead"]


def test_d5_the_day_off_is_the_employer_s_not_the_owner_s() -> None:
    abroad = thanked("abroad", interview_on=day("27 Aug"), employer_country="US")
    at_home = thanked("at home", interview_on=day("27 Aug"))

    assert names(mail(abroad, at_home, on="7 Sep")) == ["at home"]  # Labor Day


@pytest.mark.parametrize(
    ("digest_days", "on", "is_there"),
    [
        ((Weekday.SAT, Weekday.SUN), "15 Aug", True),
        ((Weekday.SAT, Weekday.SUN), "16 Aug", True),
        ((Weekday.FRI, Weekday.SAT), "15 Aug", False),
        (EVERY_DAY, "15 Aug", False),
        ((Weekday.MON,), "17 Aug", True),
    ],
)
def test_d5_what_no_digest_would_ever_hold_is_in_it_on_a_day_off(
    digest_days: tuple[Weekday, ...], on: str, is_there: bool
) -> None:
    owner = an_owner(digest_days=digest_days)

    assert names(mail(thanked("Acme"), on=on, owner=owner)) == (["Acme"] if is_there else [])


def test_d5_if_nothing_is_left_it_is_a_quiet_day() -> None:
    assert mail(STATUS, OVERDUE, CLOSING, on="15 Aug").is_quiet
    assert not mail(STATUS, on="10 Aug").is_quiet
    assert mail(on="10 Aug").is_quiet
