"""One person who gets all drafts of a process reads no long sentence twice, from the thanks to the last word."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from itertools import product

import pytest
from msgspec.structs import replace

from chalicelib import work_calendars
from chalicelib.drafts.draft import Draft
from chalicelib.errors import NoSuchDraft
from chalicelib.playbook import rules
from chalicelib.playbook.contact import Role
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.forecast import completion_event, doable_day
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner, Tone
from tests.drafts.given import writer
from tests.drafts.repetitions import repetitions
from tests.drafts.russian import in_russian
from tests.factories import THAT_EVENING, a_contact, an_interview

NOON = time(12)

HOST = a_contact(name="Дана Сергеевна Винтер", met=True)
REACHED = {
    "by number and address": HOST,
    "by number": replace(HOST, email=None),
    "by address": replace(HOST, phone=None),
    "at the office": a_contact(role=Role.OFFICE, name=None),
}
# What happens at each step; where the list ends, nobody answers.
HISTORIES: dict[str, tuple[Result | None, ...]] = {
    "silence": (),
    "no decision, again and again": (None, *[Result.NO_DECISION] * 4),
    "told to wait, twice": (None, Result.TOLD_TO_WAIT, None, Result.TOLD_TO_WAIT),
    "the letter arrived": (None, None, None, Result.ARRIVED, Result.NO_DECISION),
    "refused": (None, None, Result.REFUSAL, Result.TOLD_TO_WAIT, Result.TOLD_TO_WAIT),
    "the voicemail": (None, *[Result.VOICEMAIL] * 4),
}


@pytest.mark.parametrize(("history", "reached", "tone", "number"), [*product(HISTORIES, REACHED, Tone, (1, 2))])
def test_no_sentence_of_more_than_six_words_comes_twice(history: str, reached: str, tone: Tone, number: int) -> None:
    interview = an_interview(contacts=(REACHED[reached],), position="Инженер данных", round=number)

    drafts = [*played(interview, in_russian(tone=tone, name="Саша Примак"), HISTORIES[history])]

    assert len(drafts) > 1
    assert not [found.sentence for found in repetitions(drafts)]


def played(interview: Interview, owner: Owner, results: tuple[Result | None, ...]) -> Iterator[Draft]:
    """Every draft of the process, each on its day."""
    planning, now = work_calendars.planning_context(owner, interview), THAT_EVENING
    answers = iter(results)
    while (planned := rules.plan(interview, planning, now)).step:
        day = doable_day(planned.step, planning, now.date())
        now = max(now + timedelta(minutes=1), datetime.combine(day, NOON, planning.zone))
        planned = rules.plan(interview, planning, now)
        if planned.step is None:
            return
        try:
            yield writer().draft(planned.step.kind, interview, planned, owner, day)
        except NoSuchDraft:
            return
        event = completion_event(planned.step, planned, day, now)
        interview = replace(interview, events=(*interview.events, with_answer(event, next(answers, None))))


def with_answer(event: Event, result: Result | None) -> Event:
    """The event with what came of it; a letter has no answer on its day, a refusal comes by mail."""
    if result is Result.REFUSAL:
        return replace(event, kind=EventKind.HEARD_BACK, result=result)
    return replace(event, result=result) if result and event.kind is EventKind.CALLED else event
