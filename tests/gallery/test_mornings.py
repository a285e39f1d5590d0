"""The telling mornings of the screenshots are what their names say."""

from __future__ import annotations

from datetime import date, datetime, time

from chalicelib.playbook.agenda import Section
from chalicelib.playbook.mail_group import MailGroup
from chalicelib.playbook.step import StepKind
from chalicelib.view_models.day_view import DayView, read_day
from infra.gallery.cast import an_owner
from tests.browser.mornings import IN_RUSSIAN, MORNINGS, Morning

BY_NAME = {morning.name: morning for morning in MORNINGS}
OWNER = an_owner()


def eight_on(day: date) -> datetime:
    return datetime.combine(day, time(8), OWNER.zone)


def day_of(name: str) -> DayView:
    """What there is to tell on the morning of this name."""
    morning: Morning = BY_NAME[name]
    day = read_day(OWNER, morning.records, eight_on(morning.on), eight_on(morning.last) if morning.last else None)
    assert not day.unreadable
    return day


def groups(name: str) -> list[MailGroup]:
    return [entry.group for entry in day_of(name).plan.entries]


def overdue(name: str) -> int:
    return sum(item.section is Section.OVERDUE for item in day_of(name).agenda.items)


def test_every_morning_has_a_name_of_its_own_and_some_are_shown_in_russian() -> None:
    assert len(BY_NAME) == len(MORNINGS)
    assert [morning.name for morning in MORNINGS if "ru" in morning.languages] == list(IN_RUSSIAN)


def test_on_the_first_day_the_one_record_has_its_thank_you_due() -> None:
    (entry,) = day_of("first day").plan.entries

    assert (entry.kind, entry.item.step.due_on) == (StepKind.THANK_YOU_LETTER, BY_NAME["first day"].on)


def test_the_interview_of_today_leads_nine_that_are_overdue() -> None:
    first, *others = day_of("interview today").plan.entries

    assert (first.group, first.item.interview.interview_on) == (MailGroup.INTERVIEW, BY_NAME["interview today"].on)
    assert {entry.group for entry in others} == {MailGroup.STATUS}
    assert len(others) == 9
    assert {entry.item.section for entry in others} == {Section.OVERDUE}


def test_on_an_offer_s_last_day_others_are_still_deciding() -> None:
    name = "an offer's last day"
    plan = day_of(name).plan

    assert plan.entries[0].kind is StepKind.ANSWER_OFFER
    assert plan.entries[0].item.step.due_on == BY_NAME[name].on
    assert len(BY_NAME[name].records) > len(plan.offers)


def test_a_panel_is_three_people_to_thank() -> None:
    (entry,) = day_of("panel thanks").plan.entries

    assert len(entry.item.plan.unthanked) == 3


def test_on_a_saturday_there_is_the_thank_you_only_though_more_is_overdue() -> None:
    assert BY_NAME["saturday"].on.isoweekday() == 6
    assert groups("saturday") == [MailGroup.THANKS]
    assert overdue("saturday") == 3


def test_after_a_week_away_what_is_overdue_is_picked_up_again() -> None:
    assert groups("back after a week away") == [MailGroup.PICK_UP] * 6 + [MailGroup.STATUS]


def test_forty_are_due_of_which_the_first_three_are_whole() -> None:
    entries = day_of("forty due").plan.entries

    assert [entry.group for entry in entries] == [MailGroup.STATUS] * 40
    assert [entry.is_whole for entry in entries] == [True] * 3 + [False] * 37


def test_a_quiet_monday_has_nothing_to_do() -> None:
    assert BY_NAME["a quiet monday"].on.isoweekday() == 1
    assert day_of("a quiet monday").is_quiet


def test_on_the_morning_after_an_offer_was_accepted_the_others_are_offered_a_withdrawal() -> None:
    plan = day_of("an offer was accepted").plan

    assert {entry.kind for entry in plan.entries} == {StepKind.CLOSING_QUESTION, StepKind.WITHDRAWAL}
    assert len(plan.withdrawals) == 4
