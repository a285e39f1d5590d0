"""The words for a main line (S5): what the desk hears, and who is put through."""

from __future__ import annotations

import re
from datetime import date

import pytest
from msgspec.structs import replace

from chalicelib.playbook.contact import Role
from chalicelib.playbook.event import Result
from chalicelib.playbook.step import StepKind
from tests.drafts.given import CALLS, OFFICE, a_script, branch, opening
from tests.factories import a_call, a_contact, a_letter, an_interview

FRIDAY = date(2026, 8, 7)
NEXT_FRIDAY = date(2026, 8, 14)
THEIR_WORD = r"\b[Ww]e (spoke|last spoke|said|agreed)\b|\byou (asked|told)\b"
WHY_THE_OFFICE_IS_CALLED = {
    StepKind.STATUS_CALL: "I had an interview on Monday the 3rd for the Data Engineer role",
    StepKind.RECEIPT_CALL: "I sent an email about my interview for the Data Engineer role",
    StepKind.FOLLOW_UP_CALL: "I had an interview for the Data Engineer role and wrote about it",
    StepKind.AGREED_CALL: "I was asked to call again about my interview for the Data Engineer role",
    StepKind.CLOSING_CONTACT: "I had an interview for the Data Engineer role",
    StepKind.OFFER_TIME_CALL: "You've offered me the Data Engineer role",
    StepKind.REASONS_CALL: "I heard back about the Data Engineer role",
}


@pytest.mark.parametrize("kind", CALLS)
def test_c3_the_main_line_hears_why_and_is_asked_who_decides_and_how_to_reach_them(kind: StepKind) -> None:
    script = a_script(kind, an_interview(contacts=(OFFICE,)))

    assert opening(script).startswith("Hello, this is Alex Example. ")
    assert WHY_THE_OFFICE_IS_CALLED[kind] in opening(script)
    assert opening(script).endswith("Who is handling it, please? How can I reach them?")
    assert script.rung == "C3"
    assert "S5" in script.rules


@pytest.mark.parametrize("kind", CALLS)
def test_s5_the_call_itself_comes_once_they_put_you_through(kind: StepKind) -> None:
    sam = a_contact(name="Sam Stone", email=None, met=True)
    direct = a_script(kind, an_interview(contacts=(sam,)))
    script = a_script(kind, an_interview(contacts=(OFFICE, replace(sam, phone=None))))

    (asked_for, through), (_, the_call) = (
        words.split("(Wait for the answer.)", 1)
        for words in (branch(script, "If they put you through"), opening(direct))
    )
    assert asked_for == "Hello, this is Alex Example. Is this Sam Stone?\n\n"
    assert through == the_call
    assert script.passages[-len(direct.passages) + 1 :][0].heading == direct.passages[1].heading


def test_s5_nobody_is_told_that_they_had_an_interview_with_themselves() -> None:
    sam = a_contact(name="Sam Stone", phone=None, email=None, met=True)

    through = branch(a_script(StepKind.STATUS_CALL, an_interview(contacts=(OFFICE, sam))), "If they put you through")

    assert "We met on Monday the 3rd" in through
    assert "with Sam Stone" not in through


def test_s5_whoever_is_thought_to_decide_is_named() -> None:
    known = a_contact(phone=None)

    script = a_script(StepKind.STATUS_CALL, an_interview(contacts=(OFFICE, known)))

    assert opening(script).endswith("I believe Dana Winter is handling it. Could you put me through?")
    assert "Is this Dana Winter?" in branch(script, "If they put you through")


def test_w8_without_an_agreed_day_no_agreement_is_claimed_at_the_main_line() -> None:
    talked, agreed = (
        an_interview(contacts=(OFFICE,), events=(a_call(FRIDAY, Result.NO_DECISION, call_again_on=day),))
        for day in (None, NEXT_FRIDAY)
    )

    assert "I was asked on Friday the 7th to call again" in opening(a_script(StepKind.AGREED_CALL, agreed))
    said = opening(a_script(StepKind.AGREED_CALL, talked))
    assert "on Friday the 7th" in said
    assert "asked" not in said


@pytest.mark.parametrize("again_on", [None, NEXT_FRIDAY])
@pytest.mark.parametrize("kind", [StepKind.AGREED_CALL, StepKind.STATUS_CALL, StepKind.CLOSING_CONTACT])
@pytest.mark.parametrize("talks", [1, 2, 3, 4])
def test_s5_who_is_put_through_is_not_told_of_a_talk_that_another_may_have_had(
    talks: int, kind: StepKind, again_on: date | None
) -> None:
    events = tuple(a_call(FRIDAY, Result.NO_DECISION, call_again_on=again_on) for _ in range(talks))

    script = a_script(kind, an_interview(contacts=(OFFICE, a_contact(phone=None)), events=events))

    for heading in ("If they put you through", "If you get the voicemail"):
        assert not re.search(THEIR_WORD, branch(script, heading))


def test_s5_the_desk_and_who_is_put_through_hear_the_same() -> None:
    talked = a_call(FRIDAY, Result.NO_DECISION, call_again_on=NEXT_FRIDAY)

    script = a_script(StepKind.AGREED_CALL, an_interview(contacts=(OFFICE, a_contact(phone=None)), events=(talked,)))

    for said in (opening(script), branch(script, "If they put you through")):
        assert "I was asked on Friday the 7th to call again about" in said


@pytest.mark.parametrize(("employer", "team"), [("US", "recruiting"), ("GB", "recruitment")])
def test_c3_where_nobody_is_named_the_team_is_asked_for_as_it_is_called_there(employer: str, team: str) -> None:
    script = a_script(StepKind.STATUS_CALL, an_interview(contacts=(OFFICE,), employer_country=employer))

    assert f"Is this the {team} team?" in branch(script, "If they put you through")
    assert f"Could I speak to {team}, please?" in branch(script, "If somebody else answers")


@pytest.mark.parametrize("kind", [StepKind.STATUS_CALL, StepKind.OFFER_TIME_CALL])
def test_c3_a_team_is_neither_ill_nor_has_it_left(kind: StepKind) -> None:
    person, team, nobody = (
        a_script(kind, an_interview(contacts=(a_contact(name=name, email=None),)))
        for name in ("Dana Winter", "Recruiting Team", None)
    )

    assert branch(person, "If they are on leave, ill or have left")
    for script in (team, nobody):
        assert "have left" not in script.text
        assert "How can I reach them?" in branch(script, "If somebody else handles it now")


def test_s5_whoever_is_at_the_main_line_is_not_taken_for_who_decides() -> None:
    script = a_script(StepKind.STATUS_CALL, an_interview(contacts=(a_contact(role=Role.OFFICE),)))

    assert "Who is handling it" in opening(script)
    assert "Dana Winter" not in script.text


def test_s5_the_office_is_told_of_the_letter_that_went_out() -> None:
    interview = an_interview(contacts=(OFFICE,), events=(a_letter(FRIDAY),))

    said = opening(a_script(StepKind.FOLLOW_UP_CALL, interview, letter_sent_on=FRIDAY))

    assert "wrote about it on Friday the 7th" in said
