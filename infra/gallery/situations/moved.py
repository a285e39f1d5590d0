"""The day of an interview is to come, or has changed, and several people are to be thanked (W13, W2, C4)."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from msgspec.structs import replace

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_day import InterviewDay
from chalicelib.playbook.step import StepKind
from infra.gallery.cast import (
    BY_MAIL,
    BY_PHONE,
    INTERVIEWER,
    OFFICE,
    RECRUITER,
    SUPERVISOR,
    a_record,
    august,
    called,
    happened,
    heard,
    thanked,
)
from infra.gallery.situation import on

BEFORE = date(2026, 7, 28)  # when the interview of Wednesday 12 August was agreed on
MOVED = happened(EventKind.INTERVIEW_MOVED, august(10))  # they named no new day
INVITED = heard(august(7), Result.NEXT_ROUND)  # they named no day
THE_THREE = (
    replace(RECRUITER, id="dana", met=True),
    replace(SUPERVISOR, id="robin", met=True),
    replace(INTERVIEWER, id="ivo"),
)


def ahead(*events: Event, **changes: Any) -> Interview:
    """An interview on Wednesday 12 August at three."""
    facts: dict[str, Any] = {
        "interview_on": august(12),
        "interview_time": time(15),
        "dated_on": BEFORE,
        "events": events,
    }
    return a_record(**(facts | changes))


def moved_to(day: date, hour: time | None = None) -> Interview:
    """That interview, which they moved on Monday 10 August."""
    old = InterviewDay(interview_on=august(12), interview_time=time(15), dated_on=BEFORE)
    move = happened(EventKind.INTERVIEW_MOVED, august(10), interview_on=day, interview_time=hour, moved_from=old)
    return ahead(move, interview_on=day, interview_time=hour, dated_on=august(10))


def thanked_on_the_day_after(contact: str) -> Event:
    """A letter of thanks to one of those who were there."""
    return happened(EventKind.THANK_YOU_SENT, august(4), contact=contact)


SITUATIONS = (
    on(
        august(11),
        "They moved the interview yesterday and named no day",
        StepKind.STATUS_CALL,
        ahead(MOVED),
    ),
    on(
        august(13),
        "They moved the interview, no day has come, and it is time to call",
        StepKind.STATUS_CALL,
        ahead(MOVED),
    ),
    on(
        august(13),
        "They moved the interview, no day has come, and only a letter can ask for it",
        StepKind.STATUS_LETTER,
        ahead(MOVED, contacts=(BY_MAIL,)),
    ),
    on(
        august(14),
        "They moved the interview, and the call that asked for the day reached nobody",
        StepKind.STATUS_LETTER,
        ahead(MOVED, called(august(13), Result.NO_ANSWER)),
    ),
    on(
        august(13),
        "They moved the interview, and the office is asked for the day",
        StepKind.STATUS_CALL,
        ahead(MOVED, contacts=(OFFICE,)),
    ),
    on(
        august(12),
        "They moved the interview to another day and named no hour",
        StepKind.CLOSING_QUESTION,
        moved_to(august(13)),
    ),
    on(
        august(19),
        "They moved the interview to another day and hour, and it is tomorrow",
        StepKind.CLOSING_QUESTION,
        moved_to(august(20), time(10, 30)),
    ),
    on(
        august(12),
        "They invited to the next round, no day has come, and it is time to call",
        StepKind.STATUS_CALL,
        thanked(events=(INVITED,)),
    ),
    on(
        august(12),
        "They invited to the next round, no day has come, and only a letter can ask for it",
        StepKind.STATUS_LETTER,
        thanked(contacts=(BY_MAIL,), events=(INVITED,)),
    ),
    on(
        august(13),
        "They invited to the next round, and the call that asked for the day reached nobody",
        StepKind.STATUS_LETTER,
        thanked(events=(INVITED, called(august(12), Result.VOICEMAIL))),
    ),
    on(
        august(13),
        "They invited to the next round, nobody answered, and there is no address",
        StepKind.STATUS_CALL,
        thanked(contacts=(BY_PHONE,), events=(INVITED, called(august(12), Result.NO_ANSWER))),
    ),
    on(
        august(4),
        "Two people were there and nobody is thanked yet",
        StepKind.THANK_YOU_LETTER,
        a_record(contacts=THE_THREE),
    ),
    on(
        august(4),
        "Two people were there and one of them is thanked",
        StepKind.THANK_YOU_LETTER,
        a_record(contacts=THE_THREE, events=(thanked_on_the_day_after("dana"),)),
    ),
    on(
        august(5),
        "Two people were there and both are thanked",
        StepKind.STATUS_CALL,
        a_record(contacts=THE_THREE, events=(thanked_on_the_day_after("dana"), thanked_on_the_day_after("robin"))),
    ),
)
