"""T, `thank_you_letter`: everybody who was there gets a letter of their own (W2, C4)."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.playbook import step_reasons
from chalicelib.playbook.contact import Contact, Role
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.step import Missing
from tests.factories import a_call, a_contact, a_letter, an_answer, an_event, an_interview
from tests.playbook.planning import after, day, next_step, plan_after, planned, with_events

DANA = a_contact(id="dana", met=True)
KIM = a_contact(id="kim", name="Kim Po", role=Role.SUPERVISOR, email="kim@acme.example", met=True)
LEE = a_contact(id="lee", name="Lee", role=Role.CEO, email="lee@acme.example")  # was not there
BOTH: dict[str, Any] = {"contacts": (DANA, KIM, LEE)}
TUE = day("4 Aug")


def thanked(contact: str | None = None, on: str = "4 Aug") -> Event:
    """A thank-you letter to one of them, or to all."""
    return an_event(EventKind.THANK_YOU_SENT, day(on), contact=contact)


def owed(*events: Event, contacts: tuple[Contact, ...]) -> list[str]:
    """The ids of those who are owed a letter after these events."""
    return [contact.id for contact in planned(with_events(*events, contacts=contacts), TUE).unthanked]


def without(contact: Contact, **changes: Any) -> Contact:
    """The same contact with other details."""
    return a_contact(id=contact.id, **({"role": contact.role, "met": contact.met} | changes))


@pytest.mark.parametrize(
    ("contacts", "expected"),
    [
        ((DANA, KIM, LEE), ["dana", "kim"]),
        ((DANA, without(KIM, email=None), LEE), ["dana"]),
        ((without(DANA, email=None), KIM, LEE), ["kim"]),
        ((without(DANA, met=False), without(KIM, met=False), LEE), ["dana"]),  # nobody marked: the highest rung
        ((without(DANA, met=False), without(KIM, email=None), LEE), ["dana"]),  # none of them with an address
        ((without(DANA, met=False), KIM), ["kim"]),
        ((without(DANA, email=None), without(KIM, email=None)), []),
        ((), []),
    ],
)
def test_c4_w2_everybody_who_was_there_and_has_an_address_is_owed_thanks_or_else_the_highest_rung(
    contacts: tuple[Contact, ...], expected: list[str]
) -> None:
    assert owed(contacts=contacts) == expected
    step = next_step(an_interview(contacts=contacts), TUE)
    assert (step.kind, step.missing) == ("thank_you_letter", None if expected else Missing.ADDRESS)


@pytest.mark.parametrize("order", [("dana", "kim"), ("kim", "dana")])
def test_w2_the_step_ends_when_everybody_who_is_owed_has_been_thanked(order: tuple[str, str]) -> None:
    first, second = (thanked(contact) for contact in order)

    assert after(first, **BOTH) == ("thank_you_letter", TUE)
    assert owed(first, **BOTH) == [order[1]]
    assert after(first, second, **BOTH) == ("status_call", day("10 Aug"))
    assert owed(first, second, **BOTH) == []


def test_w2_without_a_contact_all_are_thanked() -> None:
    assert after(thanked(), **BOTH) == ("status_call", day("10 Aug"))


def test_w2_where_one_is_owed_their_thanks_end_the_step() -> None:
    assert after(thanked("dana"), contacts=(DANA, LEE)) == ("status_call", day("10 Aug"))


@pytest.mark.parametrize("contact", ["lee", "nobody"])
def test_w2_thanks_to_somebody_who_is_not_owed_any_have_no_effect(contact: str) -> None:
    assert after(thanked(contact), **BOTH) == ("thank_you_letter", TUE)
    assert owed(thanked(contact), **BOTH) == ["dana", "kim"]


def test_w2_where_nobody_has_an_address_thanks_to_one_of_them_have_no_effect() -> None:
    nobody = (without(DANA, email=None), without(KIM, email=None))

    assert after(thanked("dana"), contacts=nobody) == ("thank_you_letter", TUE)
    assert after(thanked(), contacts=nobody) == ("status_call", day("10 Aug"))


def test_w2_m2_thanks_to_one_of_them_while_an_offer_stands_have_no_effect() -> None:
    offer = an_answer(TUE, Result.OFFER)

    assert owed(offer, thanked("dana"), **BOTH) == ["dana", "kim"]


def test_w2_thanking_one_of_them_twice_thanks_nobody_else() -> None:
    assert owed(thanked("dana"), thanked("dana"), **BOTH) == ["kim"]
    assert after(thanked("dana"), thanked("dana"), **BOTH) == ("thank_you_letter", TUE)


@pytest.mark.parametrize("contact", ["dana", None])
def test_w2_thanks_dated_before_the_interview_day_have_no_effect(contact: str | None) -> None:
    record = with_events(thanked(contact, "2 Aug"), **BOTH)

    assert next_step(record, TUE) == next_step(an_interview(**BOTH), TUE)


@pytest.mark.parametrize("contact", ["dana", "lee", None])
def test_w2_thanks_dated_on_the_interview_day_show_that_it_is_over(contact: str | None) -> None:
    record = with_events(thanked(contact, "3 Aug"), dated_on=day("1 Aug"), **BOTH)

    assert next_step(record, day("3 Aug")).kind != "closing_question"


@pytest.mark.parametrize("event", [a_call(TUE, Result.NO_ANSWER), a_letter(TUE), an_answer(TUE, Result.TOLD_TO_WAIT)])
def test_w2_what_is_left_of_the_thanks_is_ended_by_a_call_a_letter_or_an_answer(event: Event) -> None:
    assert after(thanked("dana"), event, **BOTH)[0] != "thank_you_letter"


def test_w2_what_is_left_of_the_thanks_lapses_like_all_of_them() -> None:
    record = with_events(thanked("dana"), **BOTH)

    assert [next_step(record, day(on)).kind for on in ("8 Aug", "9 Aug")] == ["thank_you_letter", "status_call"]


def test_c4_the_status_steps_still_go_to_the_highest_rung() -> None:
    office = a_contact(id="office", role=Role.OFFICE, phone="+49 30 1", email=None, met=True)
    selected = plan_after(thanked(), contacts=(LEE, KIM, office)).selected_contacts

    assert (selected.to_call, selected.to_write) == (KIM, KIM)


def test_w2_c4_the_step_says_how_many_are_left_to_thank() -> None:
    def reasons(*events: Event) -> tuple[object, ...]:
        return next_step(with_events(*events, **BOTH), TUE).reasons

    assert step_reasons.thank_each(2) in reasons()
    assert step_reasons.thank_each(1) in reasons(thanked("dana"))
    assert {rule for reason in next_step(an_interview(contacts=(DANA,)), TUE).reasons for rule in reason.rules} == {
        "W1",
        "W2",
    }
