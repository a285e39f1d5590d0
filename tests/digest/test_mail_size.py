"""However much is due and however long the fields are, the mail stays small (D3)."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from chalicelib.digest.fitting import ALWAYS_SHOWN, MOST_HTML, MOST_TEXT
from chalicelib.playbook.contact import LONGEST_CONTACT_NOTE, LONGEST_LINE
from chalicelib.playbook.event import Event, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_facts import LONGEST_NOTES, Format
from tests.digest.given import Read, a_record, a_thanked, composed, one_line
from tests.factories import a_call, a_contact, an_answer

MOST_RECORDS = 200
TEXTS = ("Wort ", "Слово ", "<&\"'>", "字", "𝔸", "Donaudampfschiffahrt")
STEPS: tuple[tuple[Event, ...], ...] = (
    (),
    (an_answer(date(2026, 8, 7), Result.OFFER, until=date(2026, 8, 12)),),
    (a_call(date(2026, 8, 7), Result.NO_DECISION, call_again_on=date(2026, 8, 10), call_again_time=time(15)),),
    (an_answer(date(2026, 8, 7), Result.REFUSAL),),
)


def filled(text: str, length: int) -> str:
    """As much of the text, over and over, as a field takes."""
    return (text * length)[:length].strip()


def longest(number: int, text: str, events: tuple[Event, ...], day: int, language: str) -> Interview:
    """A record in which every field is as long as it may be."""
    contact = a_contact(
        id=f"c{number}",
        met=True,
        name=filled(text, LONGEST_LINE),
        title=filled(text, LONGEST_LINE),
        notes=filled(text, LONGEST_CONTACT_NOTE),
        email=f"{'a' * 60}@{'b' * 60}.{'c' * 60}.example",
        extension="12345678",
    )
    facts: dict[str, Any] = {
        "company": filled(text, LONGEST_LINE),
        "position": filled(text, LONGEST_LINE),
        "notes": filled(text, LONGEST_NOTES),
        "place": filled(text, LONGEST_LINE),
        "meeting_url": f"https://meet.example/{'x' * 1900}",
        "format": Format.VIDEO,
        "referred_by": filled(text, LONGEST_LINE),
        "contacts": (contact,) * 5,
        "language": language,
        "interview_on": date(2026, 7, 20) + timedelta(days=day),
    }
    return a_record(number, **facts) if day > 10 else a_thanked(number, events=events, **facts)


def assert_small(mail: Read) -> None:
    assert len(mail.html.encode()) <= MOST_HTML
    assert len(mail.text.encode()) <= MOST_TEXT


@pytest.mark.parametrize("language", ["en", "ru"])
@settings(max_examples=4, deadline=None)
@given(
    some.lists(some.tuples(some.sampled_from(TEXTS), some.sampled_from(STEPS), some.integers(0, 22)), min_size=1),
    some.integers(1, MOST_RECORDS),
)
def test_d3_the_mail_is_small_whatever_is_due(
    language: str, kinds: list[tuple[str, tuple[Event, ...], int]], count: int
) -> None:
    records = [longest(number, *kinds[number % len(kinds)], language) for number in range(count)]

    assert_small(composed(*records, language=language))


@pytest.mark.parametrize(("text", "language"), list(zip(TEXTS, ("en", "ru") * 3, strict=True)))
def test_d3_forty_lines_always_fit_and_the_others_become_a_number(text: str, language: str) -> None:
    records = [longest(number, text, (), 0, language) for number in range(MOST_RECORDS)]

    mail = composed(*records, language=language)

    shown = len(re.findall(r'<div class="line[^>]*>\s+<p><strong>.*<a ', mail.html))
    wholes = mail.html.count('<div class="card"')
    (more,) = map(int, re.findall(r"(?:And|И ещё) (\d+)", mail.words))
    assert shown >= ALWAYS_SHOWN
    assert shown + wholes + more == MOST_RECORDS
    assert_small(mail)


def test_d3_as_long_as_all_fits_nothing_is_folded() -> None:
    mail = composed(*(a_thanked(number, company=f"Employer {number}") for number in range(ALWAYS_SHOWN)))

    assert mail.html.count('<div class="card"') == 3
    assert "And " not in mail.words.partition("In brief")[2]
    assert_small(mail)


def test_d3_in_a_line_a_name_has_sixty_characters() -> None:
    names = a_thanked(9, contacts=(a_contact(name="Dana " + "Winter" * 30),))
    mail = composed(*(a_thanked(number, company="Umbrella") for number in range(1, 4)), names)

    (name,) = re.findall(r"- Call Acme (Dana Winter\S+), \+49 30 23125 021", one_line(mail.text))
    assert len(name) <= 60
