"""The one detail of each thank-you letter, and the days proposed for another interview (S3, C4, S15)."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from chalicelib.drafts.draft import Draft
from chalicelib.drafts.typography import NO_BREAK
from chalicelib.playbook.contact import Contact
from chalicelib.playbook.owner import Tone
from chalicelib.playbook.step import StepKind
from tests.drafts.given import a_letter_to_send, a_plan, writer
from tests.drafts.russian import in_russian
from tests.factories import MONDAY, a_contact, an_interview, an_owner

NOTES = "liked: how you review code"


def met(number: int, **changes: object) -> Contact:
    """One of several who were at the interview."""
    facts = {"id": f"met{number}", "met": True, "name": f"Person {number}", "email": f"p{number}@acme.example"}
    return a_contact(**(facts | changes))


def letters(*people: Contact, language: str = "en", tone: Tone = Tone.FORMAL, notes: str | None = NOTES) -> list[Draft]:
    """The letter to each of them."""
    interview = an_interview(contacts=people, notes=notes)
    plan = a_plan(interview, unthanked=people)
    owner = an_owner(language=language, tone=tone)
    return [
        writer().draft(StepKind.THANK_YOU_LETTER, interview, plan, owner, MONDAY, contact_id=person.id)
        for person in people
    ]


@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_c4_no_two_letters_are_alike_though_nothing_is_noted_of_anybody(language: str, tone: Tone) -> None:
    people = [met(number, name=None) for number in range(6)]

    bodies = [letter.text for letter in letters(*people, language=language, tone=tone, notes=None)]

    for one, other in combinations(bodies, 2):
        assert one != other


def test_c4_each_letter_has_what_was_noted_of_that_person_and_the_notes_of_the_interview_only_the_first() -> None:
    first, second, third = letters(
        met(0), met(1, notes="liked: your way of asking"), met(2, notes="that the team plans its week on paper.")
    )

    assert "I especially liked how you review code." in first.text
    assert re.search(r"\bliked\b[^.]* your way of asking\.", second.text)
    assert "I was especially interested to hear that the team plans its week on paper." in third.text
    assert "review code" not in second.text + third.text


def test_c4_the_first_letter_has_what_was_noted_of_that_person_rather_than_the_notes_of_the_interview() -> None:
    text = letters(met(0, notes="how the rota works"))[0].text

    assert "I was especially interested to hear how the rota works." in text
    assert "review code" not in text


@pytest.mark.parametrize(
    "note",
    [
        "seemed tired, did not like my answer about SQL",
        "the team plans its week on paper",
        "how the boss decides: she asks nobody",
        "That the team is small. Ask about money!",
        "how the team works\nwhat the money is",
        "that we plan the week on paper",
        "how " + "x" * 200,
        "how",
        "nice",
    ],
)
def test_s3_a_note_that_would_not_read_well_stays_out_and_the_draft_says_so(note: str) -> None:
    letter = letters(met(0, notes=note), notes=None)[0]

    assert letter.text == letters(met(0), notes=None)[0].text
    assert "What you noted about this person was left out" in letter.notice


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("как команда планирует неделю", "Мне запомнились Ваши слова о том, как команда планирует неделю."),
        ("Почему здесь всё пишут на бумаге.", "Мне запомнились Ваши слова о том, почему здесь всё пишут на бумаге."),
    ],
)
def test_c4_in_russian_a_whole_note_becomes_a_clause(note: str, said: str) -> None:
    assert said in letters(met(0, notes=note), language="ru")[0].text


@pytest.mark.parametrize("note", ["спросила про диплом", "как она спорит", "команда большая"])
def test_s3_a_russian_note_that_would_not_read_well_stays_out(note: str) -> None:
    letter = letters(met(0, notes=note), language="ru", notes=None)[0]

    assert note not in letter.text
    assert "в письмо не вошло" in letter.notice


@pytest.mark.parametrize(
    ("notes", "said"),
    [
        ("salary 60k\nDays: 12 or 13 August, afternoons.", "12 or 13 August, afternoons."),
        ("days:", "I will gladly fit in with one of them"),
        (None, "I will gladly fit in with one of them"),
    ],
)
def test_s15_the_days_noted_for_another_interview_are_proposed_or_theirs_asked_for(
    notes: str | None, said: str
) -> None:
    assert said in a_letter_to_send(StepKind.RESCHEDULE, an_interview(notes=notes)).text


def test_s15_in_russian_the_mark_is_russian_too() -> None:
    letter = a_letter_to_send(
        StepKind.RESCHEDULE, an_interview(notes="days: 12 or 13 August\nдни: 12 или 13 августа"), owner=in_russian()
    )

    assert f"Мне подойдёт: 12 или 13{NO_BREAK}августа." in letter.text
