"""What the mail asks an owner who is back after an absence (D9)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from chalicelib.playbook.event import EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.mail_group import MailGroup
from tests.factories import an_answer, an_event, an_owner
from tests.playbook.mails import RECORDED_AT, mail, named, names, thanked, whole
from tests.playbook.planning import day

FIVE = tuple(thanked(f"overdue {number}") for number in range(5))  # due on Monday 10 August


def recorded(text: str) -> datetime:
    return datetime.combine(day(text), datetime.min.time(), UTC).replace(hour=9)


def groups(*records: Interview, on: str = "17 Aug") -> list[MailGroup]:
    return [entry.group for entry in mail(*records, on=on, last="14 Aug").entries]


def test_d9_five_overdue_and_nothing_recorded_are_picked_up_again_in_lines() -> None:
    plan = mail(*FIVE, on="17 Aug", last="14 Aug")

    assert [entry.group for entry in plan.entries] == [MailGroup.PICK_UP] * 5
    assert whole(plan) == []
    assert not plan.is_quiet


def test_d9_four_overdue_are_no_absence() -> None:
    assert MailGroup.PICK_UP not in groups(*FIVE[:4])


@pytest.mark.parametrize(
    ("recorded_on", "is_back"),
    [
        ("10 Aug", True),  # the fifth working day since is today, Monday 17 August
        ("11 Aug", False),
        ("17 Aug", False),
    ],
)
def test_d9_it_takes_five_working_days_without_a_record(recorded_on: str, is_back: bool) -> None:
    note = an_event(EventKind.NOTE, day(recorded_on), recorded_at=recorded(recorded_on))
    noted = replace(FIVE[0], events=(*FIVE[0].events, note))

    assert (MailGroup.PICK_UP in groups(noted, *FIVE[1:])) is is_back


def test_d9_a_new_record_counts_as_recorded() -> None:
    assert MailGroup.PICK_UP not in groups(*FIVE, replace(thanked("new"), created_at=recorded("14 Aug")))


def test_d9_the_days_are_those_of_the_owner_s_country() -> None:
    note = an_event(EventKind.NOTE, day("7 Aug"), recorded_at=recorded("7 Aug"))
    records = (replace(FIVE[0], events=(*FIVE[0].events, note)), *FIVE[1:])

    for country, is_back in (("DE", True), ("JP", False)):  # Mountain Day was off in Japan
        plan = mail(*records, on="14 Aug", last="13 Aug", owner=an_owner(country=country))
        assert any(entry.group is MailGroup.PICK_UP for entry in plan.entries) is is_back


def test_d9_it_stands_below_interviews_and_offers_and_above_what_is_due_today() -> None:
    offer = thanked("offer", an_answer(day("3 Aug"), Result.OFFER, until=day("17 Aug"), recorded_at=RECORDED_AT))
    ahead = named("ahead", interview_on=day("18 Aug"), dated_on=day("3 Aug"))
    thanks = an_event(EventKind.THANK_YOU_SENT, day("11 Aug"), recorded_at=RECORDED_AT)
    today = named("today", thanks, interview_on=day("10 Aug"))

    found = groups(*FIVE, offer, ahead, today)

    assert found[:2] == [MailGroup.INTERVIEW, MailGroup.OFFER]
    assert found[-1] is MailGroup.STATUS
    assert found.count(MailGroup.PICK_UP) == 5


def test_d9_what_the_employer_s_day_off_leaves_out_stays_out() -> None:
    abroad = replace(thanked("abroad"), employer_country="US")
    everyone = (*FIVE, abroad)

    assert "abroad" not in names(mail(*everyone, on="7 Sep", last="4 Sep"))  # Labor Day
