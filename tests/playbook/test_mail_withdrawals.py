"""What the mail says to the others once an offer was accepted (D1, M2, S13)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.mail_group import MailGroup
from chalicelib.playbook.step import StepKind
from tests.factories import a_call, an_answer, an_event
from tests.playbook.mails import mail, named, names, thanked, whole
from tests.playbook.planning import day

STATUS = thanked("status")  # due on Monday 10 August


def answered(kind: EventKind, name: str = "ours") -> Interview:
    """A record whose offer was answered on Friday 7 August, at noon."""
    answer = an_event(kind, day("7 Aug"), recorded_at=datetime(2026, 8, 7, 12, tzinfo=UTC))
    return thanked(name, an_answer(day("6 Aug"), Result.OFFER), answer)


ACCEPTED = answered(EventKind.OFFER_ACCEPTED)


def test_m2_once_an_offer_was_accepted_the_others_are_offered_a_withdrawal_instead_of_their_routine() -> None:
    plan = mail(STATUS, named("thanks", interview_on=day("7 Aug")), ACCEPTED, on="10 Aug", last="7 Aug")

    assert {(entry.item.interview.id, entry.kind, entry.group) for entry in plan.entries} == {
        ("status", StepKind.WITHDRAWAL, MailGroup.OFFER),
        ("thanks", StepKind.WITHDRAWAL, MailGroup.OFFER),
    }


@pytest.mark.parametrize(
    ("on", "last", "kind", "is_whole", "is_quiet"),
    [
        ("8 Aug", "7 Aug", StepKind.WITHDRAWAL, True, False),  # a Saturday: a letter may be sent on any day
        ("10 Aug", "7 Aug", StepKind.WITHDRAWAL, True, False),
        ("11 Aug", "10 Aug", StepKind.WITHDRAWAL, False, True),
        ("14 Aug", "13 Aug", StepKind.WITHDRAWAL, False, True),  # the fifth working day
        ("17 Aug", "14 Aug", StepKind.STATUS_CALL, False, False),  # its routine again
    ],
)
def test_d1_withdrawals_stand_for_five_working_days_whole_on_the_first_and_make_one_digest_go_out(
    on: str, last: str, kind: StepKind, is_whole: bool, is_quiet: bool
) -> None:
    plan = mail(STATUS, ACCEPTED, on=on, last=last)

    assert [entry.kind for entry in plan.entries] == [kind]
    assert whole(plan) == ["status"] * is_whole
    assert plan.is_quiet is is_quiet


def test_m2_an_offer_that_was_declined_offers_no_withdrawal() -> None:
    plan = mail(STATUS, answered(EventKind.OFFER_DECLINED), on="10 Aug", last="7 Aug")

    assert [entry.kind for entry in plan.entries] == [StepKind.STATUS_CALL]


def test_m2_another_round_of_the_process_that_was_accepted_gets_no_withdrawal() -> None:
    second = replace(thanked("second"), process_id="ours")

    assert StepKind.WITHDRAWAL not in [entry.kind for entry in mail(second, ACCEPTED, on="10 Aug").entries]


@pytest.mark.parametrize(
    ("event", "kind"),
    [
        (an_answer(day("6 Aug"), Result.OFFER), StepKind.ANSWER_OFFER),
        (an_answer(day("6 Aug"), Result.REFUSAL), StepKind.REASONS_CALL),
    ],
)
def test_s13_an_offer_is_answered_and_a_refusal_has_its_own_steps_whatever_was_accepted(
    event: Event, kind: StepKind
) -> None:
    assert [entry.kind for entry in mail(thanked("other", event), ACCEPTED, on="10 Aug").entries] == [kind]


def test_m2_nobody_is_told_of_a_second_offer_while_withdrawals_are_offered() -> None:
    second = thanked("second", an_answer(day("6 Aug"), Result.OFFER))

    kinds = [entry.kind for entry in mail(STATUS, second, ACCEPTED, on="10 Aug", last="7 Aug").entries]

    assert kinds == [StepKind.ANSWER_OFFER, StepKind.WITHDRAWAL]


def test_d1_an_interview_keeps_its_place_beside_the_withdrawal_and_an_agreed_call_rests() -> None:
    tomorrow = named("tomorrow", interview_on=day("11 Aug"), dated_on=day("3 Aug"))
    agreed = thanked("agreed", a_call(day("6 Aug"), Result.NO_DECISION, call_again_on=day("10 Aug")))

    plan = mail(tomorrow, agreed, ACCEPTED, on="10 Aug", last="7 Aug")

    assert names(plan) == ["tomorrow", "agreed", "tomorrow"]
    assert [entry.group for entry in plan.entries] == [MailGroup.INTERVIEW, MailGroup.OFFER, MailGroup.OFFER]
