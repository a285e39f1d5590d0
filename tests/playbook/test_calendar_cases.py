"""W10, T: the timing table on real calendars, country by country; the rows are in ``calendar_cases.txt``."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from chalicelib.playbook.event import Event, EventKind, Result
from tests.factories import a_call, a_contact, a_letter, an_answer, an_event, an_interview
from tests.playbook.planning import next_step, on

TABLE = Path(__file__).with_name("calendar_cases.txt").read_text(encoding="utf-8")
CASES = [
    [cell.strip() for cell in row.split("|")] for row in TABLE.splitlines() if row.strip() and not row.startswith("#")
]
A_DAY = re.compile(r"[A-Z][a-z]{2} \d{4}-\d\d-\d\d")

# The words of the table's fourth column, without their days.
FACTS: dict[str, Callable[..., dict[str, Any]]] = {
    "-": dict,
    "sales": lambda: {"position": "Sales Manager"},
    "security check": lambda: {"background_check": True},
    "no phone": lambda: {"contacts": (a_contact(phone=None),)},
    "no address": lambda: {"contacts": (a_contact(email=None),)},
    "recorded": lambda day: {"dated_on": day},
    "answer by": lambda day: {"answer_expected_on": day},
}
EVENTS: dict[str, Callable[..., Event]] = {
    "missed": lambda day: a_call(day, Result.NO_ANSWER),
    "letter": a_letter,
    "called": lambda day: a_call(day, Result.NO_DECISION),
    "called again": lambda day, again_on: a_call(day, Result.NO_DECISION, call_again_on=again_on),
    "told to wait until": lambda day, until: an_answer(day, Result.TOLD_TO_WAIT, until=until),
    "refused": lambda day: an_answer(day, Result.REFUSAL),
    "reasons requested": lambda day: an_event(EventKind.REASONS_REQUESTED, day),
}


@pytest.mark.parametrize(
    ("place", "interview_on", "known", "seen_on", "expected"),
    [(place, *cells) for place, _, *cells in CASES],
    ids=[f"{place}: {about}" for place, about, *_ in CASES],
)
def test_w10_on_the_calendar_of(place: str, interview_on: str, known: str, seen_on: str, expected: str) -> None:
    facts: dict[str, Any] = {"interview_on": on(interview_on), "dated_on": on(interview_on), "employer_country": place}
    events: list[Event] = []
    for words, days in map(_words_and_days, known.split(";")):
        if words in EVENTS:
            events.append(EVENTS[words](*days))
        else:
            facts |= FACTS[words](*days)

    step = next_step(an_interview(**facts, events=tuple(events)), on(seen_on))

    assert f"{step.kind} {step.due_on:%a %Y-%m-%d}" == expected


def _words_and_days(clause: str) -> tuple[str, list[Any]]:
    """Of "answer by Fri 2026-05-22" the words, and the days."""
    return " ".join(A_DAY.sub("", clause).split()), [on(day) for day in A_DAY.findall(clause)]
