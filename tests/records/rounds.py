"""Helpers of the tests of rounds: several interviews of one process."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from chalicelib.playbook.event import Result
from chalicelib.playbook.interview import Interview
from chalicelib.records.interviews import Interviews
from chalicelib.records.table_items import InterviewItem, ProcessItem
from tests.factories import THAT_EVENING, a_call, an_answer
from tests.records.given import OWNER, a_record, an_id, recorded

NOW = THAT_EVENING + timedelta(days=30)


CALLED = (a_call(date(2026, 8, 10), Result.NO_ANSWER),)


CALLED_TWICE = (*CALLED, a_call(date(2026, 8, 13), Result.NO_ANSWER))


GOES_ON = an_answer(date(2026, 8, 14), Result.NEXT_ROUND, interview_on=date(2026, 8, 20), next_interview_id=an_id(2))


def round_of(process_id: str, number: int, **changes: object) -> Interview:
    return a_record(number, process_id=process_id, **changes)


def ended_and_following(interviews: Interviews, events: tuple[object, ...] = CALLED) -> tuple[Interview, Interview]:
    first = recorded(interviews, a_record(1, events=events), NOW)
    ended = replace(first, events=(*first.events, GOES_ON))
    second = round_of(an_id(1), 2, round=2, interview_on=GOES_ON.interview_on, created_at=GOES_ON.recorded_at)
    now_ended, following = interviews.open_next_round(OWNER, ended, second, NOW)
    return now_ended.interview, following.interview


def counted(process_id: str) -> dict[str, int] | None:
    item = ProcessItem.find(OWNER.id, f"PROCESS#{process_id}")
    return item.attempts.attribute_values if item else None


def next_step(number: int) -> str:
    item = InterviewItem.find(OWNER.id, f"INTERVIEW#{an_id(number)}")
    assert item
    return item.next_step


def elsewhere(interviews: Interviews, number: int) -> int:
    return interviews.get(OWNER.id, an_id(number)).attempts_elsewhere
