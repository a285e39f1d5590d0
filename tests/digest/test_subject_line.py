"""The subject line: what to do, in the order in which to do it, and never too long."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from chalicelib.digest.subject_line import LONGEST_SUBJECT, headline, title
from chalicelib.drafts.language import ENGLISH
from chalicelib.drafts.language_packs import Languages
from chalicelib.drafts.step_labels import phrase
from chalicelib.playbook.step import Step, StepKind
from chalicelib.view_models.silence_text import silence, waiting
from tests.drafts.given import TEMPLATES, a_plan, a_step
from tests.factories import an_interview


@pytest.mark.parametrize(
    ("phrases", "line"),
    [
        ([], ""),
        (["call Acme"], "Call Acme"),
        (["call Acme", "thank Globex"], "Call Acme, thank Globex"),
        (["call Acme", "thank Globex", "write to Initech"], "Call Acme, thank Globex and 1 more"),
        (
            ["call Acme (overdue)", "write to Initech", "thank Globex", "call Hooli"],
            "Call Acme (overdue), write to Initech and 2 more",
        ),
        (
            ["call Wonka Chocolates", "thank Soylent Industries", "say goodbye to Tyrell Corporation", "call Hooli"],
            "Call Wonka Chocolates, thank Soylent Industries and 2 more",
        ),
        (["look into a record"], "Look into a record"),
    ],
)
def test_a_subject_says_what_to_do_and_how_much_more_there_is(phrases: list[str], line: str) -> None:
    assert headline(phrases, ENGLISH) == line


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (StepKind.STATUS_CALL, "call Acme"),
        (StepKind.AGREED_CALL, "call Acme"),
        (StepKind.FOLLOW_UP_CALL, "call Acme"),
        (StepKind.RECEIPT_CALL, "check with Acme"),
        (StepKind.THANK_YOU_LETTER, "thank Acme"),
        (StepKind.STATUS_LETTER, "write to Acme"),
        (StepKind.CLOSING_CONTACT, "wrap up with Acme"),
        (StepKind.MOVE_ON, "move on from Acme"),
        (StepKind.ANSWER_OFFER, "answer the offer from Acme"),
    ],
)
def test_each_kind_of_step_has_its_verb(kind: StepKind, said: str) -> None:
    step = Step(kind=kind, due_on=date(2026, 8, 10), reasons=())

    assert phrase(step, "Acme", ENGLISH) == said


@pytest.mark.parametrize("kind", [StepKind.STATUS_CALL, StepKind.STATUS_LETTER])
def test_w13_what_asks_for_the_day_says_so(kind: StepKind) -> None:
    step = Step(kind=kind, due_on=date(2026, 8, 10), reasons=(), is_for_the_day=True)

    assert phrase(step, "Acme", ENGLISH) == "ask Acme about the date"


@given(some.lists(some.text(min_size=1, max_size=120), max_size=8))
def test_a_subject_is_one_line_under_78_characters_whatever_the_names(companies: list[str]) -> None:
    step = Step(kind=StepKind.CLOSING_CONTACT, due_on=date(2026, 8, 10), reasons=())
    phrases = [f"{phrase(step, company, ENGLISH)} on Wednesday 30 September (overdue)" for company in companies]

    line = headline(phrases, ENGLISH)

    assert len(line) <= LONGEST_SUBJECT
    assert len(line.splitlines()) <= 1


def test_silence_counts_the_days_since_their_last_word() -> None:
    today = date(2026, 8, 10)

    assert silence(date(2026, 8, 3), today, ENGLISH.as_of(today, "DE")) == "silent for 7 days, since Monday 3 August"
    assert silence(date(2026, 8, 9), today, ENGLISH.as_of(today, "DE")) == "silent for a day, since Sunday 9 August"
    assert silence(today, today, ENGLISH) is None
    assert silence(date(2026, 8, 20), today, ENGLISH) is None


@pytest.mark.parametrize(
    ("kind", "is_said"),
    [
        (StepKind.STATUS_CALL, True),
        (StepKind.MOVE_ON, True),
        (StepKind.AGREED_CALL, False),
        (StepKind.REASONS_CALL, False),
        (StepKind.REASONS_DEADLINE, False),
    ],
)
def test_nobody_is_silent_who_has_answered_or_agreed_on_a_call(kind: StepKind, is_said: bool) -> None:
    plan = a_plan(an_interview(), step=a_step(kind))

    assert (waiting(plan, date(2026, 8, 10), ENGLISH) is not None) is is_said


def test_one_thing_is_said_as_a_word_and_twenty_one_as_a_number() -> None:
    russian = Languages(TEMPLATES).of("ru")

    assert [title(things, ENGLISH) for things in (0, 1, 2, 21)] == [
        "All is well",
        "One thing to do",
        "2 things to do",
        "21 things to do",
    ]
    assert [title(things, russian) for things in (1, 2, 5, 21)] == ["Одно дело", "2 дела", "5 дел", "21 дело"]
