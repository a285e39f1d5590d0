"""The next round of a process: what the following record takes over from the one that ended."""

from __future__ import annotations

from datetime import UTC, date, datetime

from msgspec.structs import replace

from chalicelib.playbook.contact import Contact
from chalicelib.playbook.event import Event, Result
from chalicelib.playbook.fields import fields_of
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_facts import InterviewFacts


def following(ended: Interview, answer: Event, record_id: str, today: date, now: datetime) -> Interview:
    """The record of the next interview, agreed on ``today`` (owner's zone) by a ``next_round`` that names its day (M4).

    It begins with what holds for all rounds (``is_kept_for_next_round``); what was said about the answer to the last
    one, its tasks, checks and notes stay with that one.
    """
    facts = fields_of(InterviewFacts)
    kept = {name: getattr(ended, name) for name, field in facts.items() if field.is_kept_for_next_round}
    return Interview(
        id=record_id,
        interview_on=answer.interview_on or today,
        interview_time=answer.interview_time,
        dated_on=today,
        created_at=now.astimezone(UTC),
        round=ended.round + 1,
        contacts=_still_good(ended),
        process_id=ended.process_id,
        **kept,
    )


def is_told_again(answer: Event, interview: Interview) -> bool:
    """Whether the last event recorded is this ``next_round``, sent a second time (a double tap)."""
    if answer.result is not Result.NEXT_ROUND or not interview.events:
        return False
    return answer.tells_the_same_as(interview.events[-1])


def _still_good(ended: Interview) -> tuple[Contact, ...]:
    """The contacts without the numbers that turned out to be wrong; nobody has been at the next interview yet."""
    wrong = {event.phone for event in ended.events if event.result is Result.WRONG_NUMBER}
    return tuple(
        replace(contact, phone=None, extension=None, met=False)
        if contact.phone in wrong
        else replace(contact, met=False)
        for contact in ended.contacts
    )
