"""On which days an entry of the mail is whole, a line, or left out (D6, D10, M2), and its figure and cause (D7)."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest
from msgspec.structs import replace

from chalicelib.playbook.event import EventKind, Result
from chalicelib.playbook.step import StepKind
from tests.factories import a_call, a_contact, a_letter, an_answer, an_event
from tests.playbook.mails import mail, named, names, only, thanked, whole
from tests.playbook.planning import day

STATUS = thanked("status")  # due on Monday 10 August


@pytest.mark.parametrize(
    ("on", "last", "is_whole"),
    [
        ("10 Aug", "7 Aug", True),  # its due day
        ("11 Aug", "10 Aug", False),
        ("12 Aug", "11 Aug", False),
        ("13 Aug", "12 Aug", True),  # the third working day
        ("14 Aug", "13 Aug", False),
        ("17 Aug", "14 Aug", False),  # the weekend does not count
        ("18 Aug", "17 Aug", True),
        ("11 Aug", "7 Aug", True),  # no digest on the due day: the first after it
        ("12 Aug", "7 Aug", True),
        ("12 Aug", None, True),
    ],
)
def test_d6_an_entry_is_whole_in_its_first_digest_and_then_on_every_third_working_day(
    on: str, last: str | None, is_whole: bool
) -> None:
    plan = mail(STATUS, on=on, last=last)

    assert names(plan) == ["status"]
    assert whole(plan) == ["status"] * is_whole


def test_d6_the_third_day_is_counted_where_the_employer_is() -> None:
    abroad = thanked("abroad", interview_on=day("27 Aug"), employer_country="US")  # due on Thursday 3 September

    assert whole(mail(abroad, on="8 Sep", last="7 Sep")) == []  # Labor Day was off
    assert whole(mail(abroad, on="9 Sep", last="8 Sep")) == ["abroad"]
    assert whole(mail(replace(abroad, employer_country=None), on="8 Sep", last="7 Sep")) == ["abroad"]


def test_d6_what_was_recorded_after_the_last_digest_is_whole_though_it_was_due_before() -> None:
    late = replace(STATUS, created_at=datetime(2026, 8, 11, 9, tzinfo=UTC))

    assert whole(mail(late, on="12 Aug", last="11 Aug")) == ["status"]
    assert whole(mail(late, on="14 Aug", last="12 Aug")) == []


def test_d6_a_step_that_what_was_recorded_late_made_next_is_whole() -> None:
    call = a_call(day("10 Aug"), Result.NO_ANSWER, recorded_at=datetime(2026, 8, 13, 9, tzinfo=UTC))

    assert whole(mail(thanked("late", call), on="14 Aug", last="13 Aug")) == ["late"]


@pytest.mark.parametrize("kind", [EventKind.NOTE, EventKind.SNOOZED])
def test_d6_a_note_makes_no_entry_new(kind: EventKind) -> None:
    noted = thanked("noted", an_event(kind, day("10 Aug"), until=day("11 Aug")))

    assert whole(mail(noted, on="12 Aug", last="11 Aug")) == []


def test_d6_an_interview_and_an_agreed_call_are_whole_until_they_are_done() -> None:
    ahead = named("ahead", interview_on=day("11 Aug"), dated_on=day("3 Aug"))
    agreed = thanked("agreed", a_call(day("5 Aug"), Result.NO_DECISION, call_again_on=day("7 Aug")))

    for on, last in (("10 Aug", "7 Aug"), ("11 Aug", "10 Aug")):
        assert whole(mail(replace(ahead, dated_on=day("3 Aug")), agreed, on=on, last=last)) == ["ahead", "agreed"]


@pytest.mark.parametrize(
    ("on", "last", "is_whole", "is_quiet"),
    [
        ("11 Aug", "10 Aug", True, False),  # the first digest after it was heard
        ("12 Aug", "11 Aug", False, True),
        ("17 Aug", "14 Aug", False, True),
        ("20 Aug", "19 Aug", True, False),  # the day before its answer is due
        ("21 Aug", "20 Aug", True, False),
        ("22 Aug", "21 Aug", True, False),  # a Saturday: it is never forgotten
        ("30 Sep", "29 Sep", True, False),
    ],
)
def test_m2_d6_an_offer_is_whole_once_and_from_the_day_before_its_answer_and_makes_a_digest_go_out(
    on: str, last: str, is_whole: bool, is_quiet: bool
) -> None:
    plan = mail(thanked("offer", an_answer(day("10 Aug"), Result.OFFER, until=day("21 Aug"))), on=on, last=last)

    assert names(plan) == ["offer"]
    assert whole(plan) == ["offer"] * is_whole
    assert plan.is_quiet is is_quiet


def test_m2_d1_those_who_are_to_be_told_of_an_offer_stand_behind_it_and_their_routine_gives_way() -> None:
    offer = thanked("offer", an_answer(day("7 Aug"), Result.OFFER, until=day("21 Aug")))

    plan = mail(STATUS, offer, on="10 Aug", last="7 Aug")

    assert [(entry.item.interview.id, entry.kind) for entry in plan.entries] == [
        ("offer", StepKind.ANSWER_OFFER),
        ("status", StepKind.OFFER_LETTER),
    ]
    assert whole(plan) == ["offer", "status"]


def test_m2_who_was_told_of_it_has_their_own_step_again() -> None:
    offer = thanked("offer", an_answer(day("7 Aug"), Result.OFFER, until=day("21 Aug")))
    told = thanked("told", a_letter(day("7 Aug"), recorded_at=datetime(2026, 8, 7, 15, tzinfo=UTC)))

    assert [entry.kind for entry in mail(told, offer, on="10 Aug").entries] == [
        StepKind.ANSWER_OFFER,
        StepKind.RECEIPT_CALL,
    ]


def test_m2_where_no_working_day_is_left_for_the_letter_their_own_step_stays() -> None:
    offer = thanked("offer", an_answer(day("7 Aug"), Result.OFFER, until=day("10 Aug")))

    assert [entry.kind for entry in mail(STATUS, offer, on="10 Aug").entries] == [
        StepKind.ANSWER_OFFER,
        StepKind.STATUS_CALL,
    ]


@pytest.mark.parametrize(
    ("on", "last", "is_there", "is_quiet"),
    [
        ("3 Aug", "31 Jul", True, False),  # its first day
        ("4 Aug", "3 Aug", False, True),
        ("7 Aug", "6 Aug", False, True),
        ("10 Aug", "7 Aug", True, True),  # the first digest of a week: it is no reason for one
        ("11 Aug", "10 Aug", False, True),
        ("12 Aug", "7 Aug", True, True),  # there was none on Monday and Tuesday
    ],
)
def test_d10_what_is_to_be_closed_is_a_line_on_its_first_day_and_in_the_first_digest_of_a_week(
    on: str, last: str, is_there: bool, is_quiet: bool
) -> None:
    calls = (a_call(day(f"{text} Jul"), Result.NO_ANSWER) for text in (8, 14, 20, 27))
    plan = mail(thanked("over", *calls, interview_on=day("1 Jul")), on=on, last=last)

    assert names(plan) == ["over"] * is_there
    assert plan.is_quiet is is_quiet


def test_d7_a_cause_stands_on_whole_status_steps_and_closing_words_only() -> None:
    fresh = named("fresh", interview_on=day("9 Aug"))
    agreed = thanked("agreed", a_call(day("7 Aug"), Result.NO_DECISION, call_again_on=day("10 Aug")))

    causes = {entry.item.interview.id: entry.has_cause for entry in mail(STATUS, fresh, agreed, on="10 Aug").entries}

    assert causes == {"status": True, "fresh": False, "agreed": False}
    assert not only(mail(STATUS, on="11 Aug", last="10 Aug")).has_cause


def test_d7_no_cause_stands_there_before_b() -> None:
    early = thanked("early", a_letter(day("5 Aug")))  # the receipt call is due before B, Monday 10 August

    assert not only(mail(early, on="6 Aug")).has_cause
    assert only(mail(early, on="10 Aug")).has_cause


def test_d7_a_figure_belongs_to_the_first_day_of_an_entry() -> None:
    assert only(mail(STATUS, on="10 Aug", last="7 Aug")).is_first
    again = only(mail(STATUS, on="13 Aug", last="12 Aug"))
    assert (again.is_whole, again.is_first) == (True, False)


def test_w2_who_is_still_to_be_thanked_is_whole_again_after_the_other_was() -> None:
    people = (a_contact(id="dana", met=True), a_contact(id="robin", met=True, email="robin@acme.example"))
    thanks = an_event(
        EventKind.THANK_YOU_SENT, day("4 Aug"), contact="dana", recorded_at=datetime(2026, 8, 4, 15, tzinfo=UTC)
    )
    plan = mail(named("two", thanks, contacts=people, interview_time=time(9)), on="5 Aug", last="4 Aug")

    assert whole(plan) == ["two"]


def test_m2_who_cannot_be_written_to_is_not_to_be_told_by_letter_and_keeps_their_step() -> None:
    offer = thanked("offer", an_answer(day("7 Aug"), Result.OFFER, until=day("21 Aug")))
    by_phone = replace(STATUS, contacts=(a_contact(email=None),))

    assert [entry.kind for entry in mail(by_phone, offer, on="10 Aug", last="7 Aug").entries] == [
        StepKind.ANSWER_OFFER,
        StepKind.STATUS_CALL,
    ]


@pytest.mark.parametrize(("on", "last", "is_quiet"), [("7 Aug", "6 Aug", True), ("12 Aug", "11 Aug", False)])
def test_m2_the_letter_about_an_offer_makes_a_digest_go_out_where_what_it_replaces_would(
    on: str, last: str, is_quiet: bool
) -> None:
    offer = thanked("offer", an_answer(day("5 Aug"), Result.OFFER, until=day("21 Aug")))

    plan = mail(STATUS, offer, on=on, last=last)  # the status step is due on the 10th

    assert [entry.kind for entry in plan.entries] == [StepKind.ANSWER_OFFER, StepKind.OFFER_LETTER]
    assert plan.is_quiet is is_quiet
