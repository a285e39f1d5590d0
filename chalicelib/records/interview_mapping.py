"""Interviews <-> their items, both ways: all that a record holds is in the item's map of facts, but for what the table
itself looks at. A field that is None is left out, and comes back as None.
"""

from __future__ import annotations

import logging
import re
from datetime import UTC

import msgspec

from chalicelib.errors import AfterwordError, NewerSchema, UnreadableRecord
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import Plan
from chalicelib.records.item_keys import INTERVIEWS, interview_key
from chalicelib.records.table_items import InterviewItem

MOST_VERSIONS = 2**53  # beyond it numbers in JSON are not exact
_PLACE = re.compile(r"`\$\.(.+)`$")  # how msgspec says where it found something

log = logging.getLogger(__name__)


# What stands beside the facts: the key, what conditions look at, and what is written without a new version.
_ATTRIBUTES = ("id", "version", "process_id", "attempts_elsewhere")


def interview_item(owner_id: str, interview: Interview, plan: Plan, *, has_rounds: bool) -> InterviewItem:
    """The item of a record and of what its plan says. At version 0 it is one that was never stored."""
    facts = msgspec.to_builtins(interview)
    item = InterviewItem(
        owner_id=owner_id,
        item_id=interview_key(interview.id),
        facts={name: value for name, value in facts.items() if name not in _ATTRIBUTES},
        process_id=interview.process_id,
        attempts_elsewhere=interview.attempts_elsewhere,
        next_step=plan.step and plan.step.kind,
        next_due_on=plan.step and plan.step.due_on,
        has_rounds=has_rounds or None,
    )
    if interview.version:
        item.version = interview.version
    return item


Record = Interview | UnreadableRecord


def interview_in(record: Record) -> Interview:
    """The record, if it could be read; raises the UnreadableRecord that it is otherwise."""
    if isinstance(record, UnreadableRecord):
        raise record
    return record


def read(item: InterviewItem) -> Record:
    """The record that an item holds, or why it holds none that can be read: the others are none the worse for it."""
    try:
        return _in_bounds(interview_of(item))
    except Exception as error:
        interview_id, reason = item.item_id.removeprefix(INTERVIEWS), _reason(error)
        log.error("Interview %s cannot be read: %s", interview_id, reason)
        return UnreadableRecord(interview_id, reason, item.stored, is_newer=isinstance(error, NewerSchema))


def interview_of(item: InterviewItem) -> Interview:
    """The record that an item holds. Raises what is wrong with one that cannot be read, NewerSchema among others."""
    if item.trouble:
        raise item.trouble
    beside = {name: item.attribute_values[name] for name in _ATTRIBUTES[1:] if name in item.attribute_values}
    facts = {**item.facts, **beside, "id": item.item_id.removeprefix(INTERVIEWS)}
    return msgspec.convert(facts, Interview)  # strict: a field of another type, a day or a kind that is none


def _in_bounds(interview: Interview) -> Interview:
    """A stored record. Raises ValueError for one recorded in no zone, OverflowError for an instant that UTC
    has not, or a version that no write could meet."""
    if interview.created_at.tzinfo is None:
        raise ValueError
    for instant in (interview.created_at, *(event.recorded_at for event in interview.events)):
        instant.astimezone(UTC)
    if not 1 <= interview.version <= MOST_VERSIONS:
        raise OverflowError
    return interview


def _reason(error: Exception) -> str:
    """Such as ``ValidationError at contacts[0].role``: of foreign errors not the words, which may quote the record."""
    if isinstance(error, AfterwordError):
        return str(error)
    place = _PLACE.search(str(error))
    return f"{type(error).__name__} at {place[1]}" if place else type(error).__name__
