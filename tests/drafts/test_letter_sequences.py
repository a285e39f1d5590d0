"""Letters to one person know of each other: a second one goes on from the first, and introduces nobody again."""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations
from typing import Any

import pytest

from chalicelib.drafts.draft import Draft
from chalicelib.playbook.contact import Contact, Role
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_facts import Channel
from chalicelib.playbook.owner import Tone
from chalicelib.playbook.step import StepKind
from tests.drafts.given import a_letter_to_send, a_script, body, opening, the_second_letter
from tests.factories import a_call, a_contact, a_letter, an_answer, an_event, an_interview, an_owner

TUESDAY = date(2026, 8, 4)
THURSDAY = date(2026, 8, 6)
FRIDAY = date(2026, 8, 7)
BOTH_TONES = pytest.mark.parametrize("tone", Tone)
INTRODUCTION = re.compile(r"\b(My name is|It's|I'm|This is) Alex Example")
THANKED = an_event(EventKind.THANK_YOU_SENT, TUESDAY)
WROTE = a_letter(FRIDAY)
WHOEVER_WAS_THERE = a_contact(id="dana", met=True)
HOST = a_contact(id="sam", name="Sam Stone", role=Role.SUPERVISOR, email="sam@acme.example", met=True)


def a_record(*events: Event, to: Contact = WHOEVER_WAS_THERE, **changes: Any) -> Interview:
    return an_interview(**({"contacts": (to,), "events": events} | changes))


def the_status_letter(record: Interview, tone: Tone, **plan: Any) -> str:
    return a_letter_to_send(StepKind.STATUS_LETTER, record, owner=an_owner(tone=tone), **plan).text


@BOTH_TONES
class TestWhoIsIntroduced:
    def test_s2_a_letter_after_a_thank_you_goes_on_from_it_and_introduces_nobody(self, tone: Tone) -> None:
        text = the_status_letter(a_record(THANKED, to=a_contact()), tone)

        assert text.split("\n\n")[1].startswith("I wrote ")
        assert "thank" in text
        assert "on Tuesday 4 August" in text
        assert not INTRODUCTION.search(text)

    def test_s2_whoever_was_there_and_had_no_letter_is_not_introduced_again(self, tone: Tone) -> None:
        text = the_status_letter(a_record(), tone)

        assert not INTRODUCTION.search(text)
        assert "again" in text
        assert "on Monday 3 August" in text

    def test_s2_a_stranger_gets_who_the_date_the_position_and_with_whom(self, tone: Tone) -> None:
        text = the_status_letter(a_record(contacts=(a_contact(), HOST)), tone)

        assert INTRODUCTION.search(text)
        assert "on Monday 3 August I had an interview with Sam Stone for the Data Engineer" in text

    def test_s2_thanks_to_somebody_else_do_not_make_a_stranger_known(self, tone: Tone) -> None:
        thanked = an_event(EventKind.THANK_YOU_SENT, TUESDAY, contact="sam")

        text = the_status_letter(a_record(thanked, contacts=(a_contact(id="dana"), HOST)), tone)

        assert INTRODUCTION.search(text)
        assert "4 August" not in text

    def test_s2_a_stranger_hears_who_had_the_idea(self, tone: Tone) -> None:
        referred: dict[str, Any] = {"referred_by": "Kim Berg"}

        stranger = the_status_letter(a_record(contacts=(a_contact(), HOST), **referred), tone)
        known = the_status_letter(a_record(**referred), tone)

        assert "Kim Berg had suggested" in stranger
        assert "Kim Berg" not in known

    def test_s2_a_further_status_letter_goes_on_from_the_last(self, tone: Tone) -> None:
        text = the_status_letter(a_record(THANKED, WROTE), tone, letter_sent_on=FRIDAY)

        assert "I last wrote" in text
        assert "on Friday 7 August" in text
        assert "4 August" not in text
        assert not INTRODUCTION.search(text)

    def test_s4_a_receipt_call_names_the_interview_only_to_whoever_does_not_know_it(self, tone: Tone) -> None:
        known, stranger = (
            opening(a_script(StepKind.RECEIPT_CALL, record, owner=an_owner(tone=tone), letter_sent_on=FRIDAY))
            for record in (a_record(), a_record(contacts=(a_contact(), HOST)))
        )

        assert "after my interview on Monday the 3rd" in stranger
        assert "interview" not in known

    def test_m2_the_letter_about_an_offer_goes_on_from_what_went_before(self, tone: Tone) -> None:
        thanked, wrote, stranger = (
            a_letter_to_send(StepKind.OFFER_LETTER, record, owner=an_owner(tone=tone), letter_sent_on=FRIDAY).text
            for record in (a_record(THANKED), a_record(THANKED, WROTE), a_record(to=a_contact()))
        )

        assert "on Tuesday 4 August" in thanked
        assert "I last wrote to you on Friday 7 August" in wrote
        assert INTRODUCTION.search(stranger)
        assert not INTRODUCTION.search(thanked + wrote)


@BOTH_TONES
class TestTheSequence:
    def test_h5_the_letter_after_an_unanswered_call_says_so_without_reproach(self, tone: Tone) -> None:
        text = the_status_letter(a_record(a_call(THURSDAY, Result.VOICEMAIL)), tone)

        assert re.search(r"I called on Thursday 6 August and did(n't| not) get through", text)
        assert "writing instead" in text

    def test_no_sentence_comes_twice_to_one_person(self, tone: Tone) -> None:
        letters = the_sequence(tone)

        for one, other in combinations(letters, 2):
            assert not set(sentences(one)) & set(sentences(other))

    def test_no_letter_but_the_first_introduces_and_none_sounds_hurt(self, tone: Tone) -> None:
        letters = the_sequence(tone)

        assert not [letter for letter in letters if INTRODUCTION.search(letter.text)]
        hurt = ("last time", "last letter", "nuisance", "as a no", "still want", "still a chance", "whoever")
        assert not [words for words in hurt for letter in letters if words in letter.text.lower()]

    def test_h7_every_letter_of_it_carries_the_number(self, tone: Tone) -> None:
        assert all("Phone: +49 30 23125 020" in letter.text for letter in the_sequence(tone))


def the_sequence(tone: Tone) -> list[Draft]:
    """All that one person may get after an interview: thanks, the status letter, the second one, the last word."""
    owner = an_owner(tone=tone)
    asked: dict[str, Any] = {"answer_channel": Channel.EMAIL, "answer_expected_on": TUESDAY}
    second: dict[str, Any] = {"step": the_second_letter(), "letter_sent_on": FRIDAY}
    return [
        a_letter_to_send(StepKind.THANK_YOU_LETTER, a_record(), owner=owner),
        a_letter_to_send(StepKind.STATUS_LETTER, a_record(THANKED, **asked), owner=owner),
        a_letter_to_send(StepKind.STATUS_LETTER, a_record(THANKED, WROTE, **asked), owner=owner, **second),
        a_letter_to_send(StepKind.CLOSING_CONTACT, a_record(THANKED, WROTE, a_letter(FRIDAY)), owner=owner),
    ]


def sentences(letter: Draft) -> set[str]:
    """The sentences of a letter; where the number stands may be said again."""
    return {one for one in re.split(r"(?<=[.?!])\s+", body(letter)) if "number" not in one}


def test_w3_a_letter_recalls_their_last_word_once() -> None:
    waited = an_answer(THURSDAY, Result.TOLD_TO_WAIT, until=FRIDAY)

    text = the_status_letter(a_record(THANKED, waited, answer_expected_on=TUESDAY), Tone.FORMAL)

    assert "You mentioned that there might be news about the Data Engineer role by Friday 7 August" in text
    assert text.count("7 August") == 1
    assert "4 August" not in text


@pytest.mark.parametrize(
    ("events", "channel", "wording"),
    [
        ((), Channel.EMAIL, "You said that you would write by Tuesday 4 August"),
        ((), None, "might hear by Tuesday 4 August"),
        (
            (a_call(THURSDAY, Result.NO_DECISION),),
            None,
            "When we spoke on Thursday 6 August about the Data Engineer role, there was no decision",
        ),
    ],
)
def test_w3_a_letter_says_what_was_promised_or_said(
    events: tuple[Event, ...], channel: Channel | None, wording: str
) -> None:
    record = a_record(THANKED, *events, answer_channel=channel, answer_expected_on=TUESDAY)

    assert wording in the_status_letter(record, Tone.FORMAL)
