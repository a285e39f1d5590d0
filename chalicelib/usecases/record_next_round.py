"""Record the next round of an earlier process from a form: the earlier round ends, and its contacts go on."""

from __future__ import annotations

from datetime import UTC
from functools import partial

from msgspec.structs import asdict, replace

from chalicelib.playbook.contact import Contact
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.next_round import next_round_record
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.schemas.contact_ids import with_ids
from chalicelib.schemas.ids import new_part_id
from chalicelib.schemas.interview_fields import InterviewFields, new_interview
from chalicelib.usecases.owner_context import OwnerContext
from chalicelib.usecases.record_event import add_event, is_among
from chalicelib.usecases.retry_on_conflict import change_with_retries


def begun_next_round(context: OwnerContext, earlier: Interview) -> Interview:
    """The record that continues a process, before anything is typed: its day is today."""
    answer = Event(kind=EventKind.HEARD_BACK, result=Result.NEXT_ROUND, on=context.today, recorded_at=context.now)
    return next_round_record(earlier, answer, "", context.today, context.now)


def record_next_round(context: OwnerContext, earlier_id: str, fields: InterviewFields) -> str:
    """Record the round that ``fields`` describe, and in the record before it that they invited to it (M4).

    Return the id of the new record; sent twice, that of the first. Raises NotFound, UnreadableRecord, Conflict,
    ``Invalid``, TooManyRounds.
    """
    answer = Event(
        id=new_part_id(),
        kind=EventKind.HEARD_BACK,
        result=Result.NEXT_ROUND,
        on=context.today,
        interview_on=fields.interview_on,
        interview_time=fields.interview_time,
        recorded_at=context.now.astimezone(UTC),
    )

    def write(earlier: Interview) -> PlannedInterview:
        return add_event(context, answer, earlier, make_round=partial(_round, context, fields))

    planned = change_with_retries(context, earlier_id, write, is_made=partial(is_among, answer))
    return next(event.next_interview_id for event in reversed(planned.interview.events) if event.next_interview_id)


def _round(context: OwnerContext, fields: InterviewFields, earlier: Interview) -> Interview:
    """The next round as it was typed. The form has the first contact; the others are taken over."""
    kept = begun_next_round(context, earlier).contacts
    typed = tuple(Contact(**asdict(contact)) for contact in fields.contacts)
    return replace(
        new_interview(fields, context.today, context.now),
        round=earlier.round + 1,
        process_id=earlier.process_id,
        contacts=with_ids((*typed, *kept[1:]), kept),
    )
