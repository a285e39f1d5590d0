"""The next round of a process (M4): what its record takes over from the one that ended."""

from __future__ import annotations

from datetime import UTC, date, datetime

from msgspec.structs import replace

from chalicelib.playbook.contact import Contact
from chalicelib.playbook.event import Event, Result
from chalicelib.playbook.fields import fields_of
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_facts import InterviewFacts


def next_round_record(ended: Interview, answer: Event, record_id: str, today: date, now: datetime) -> Interview:
    """The record of the next interview, whose day the ``next_round`` in ``answer`` names (M4).

    It begins with the facts that hold for all rounds (``is_kept_for_next_round``). What was said about the answer to
    the ended round, its tasks, checks and notes stay with that round. ``today`` is the day in the owner's zone.
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
        contacts=_contacts_to_keep(ended),
        process_id=ended.process_id,
        **kept,
    )


def is_repeated_next_round(answer: Event, interview: Interview) -> bool:
    """Whether ``answer`` is the ``next_round`` that was recorded last, sent a second time (a double tap)."""
    return answer.result is Result.NEXT_ROUND and is_recorded_last(answer, interview)


def is_recorded_last(event: Event, interview: Interview) -> bool:
    """Whether the event that was recorded last says the same."""
    return bool(interview.events) and event.has_same_content_as(interview.events[-1])


def is_opened_by(answer: Event, ended: Interview, following: Interview) -> bool:
    """Whether ``answer``, an event of ``ended``, is what recorded ``following``; an event that comes from a file may
    name any record."""
    return (
        answer.next_interview_id == following.id
        and following.process_id == ended.process_id
        and following.interview_on == answer.interview_on
        and following.created_at == answer.recorded_at
    )


def _contacts_to_keep(ended: Interview) -> tuple[Contact, ...]:
    """The contacts without wrong numbers, and without ``met``: nobody has been at the next interview yet."""
    wrong = {event.phone for event in ended.events if event.result is Result.WRONG_NUMBER}
    return tuple(
        replace(contact, phone=None, extension=None, met=False)
        if contact.phone in wrong
        else replace(contact, met=False)
        for contact in ended.contacts
    )
