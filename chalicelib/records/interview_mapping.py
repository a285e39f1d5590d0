"""Interviews to their items, and back.

All that a record holds is in its item's map ``facts``, except what the table itself looks at. A field that is None is
left out, and reads back as None.
"""

from __future__ import annotations

import logging
from datetime import UTC

import msgspec

from chalicelib.errors import AfterwordError, NewerSchema, UnreadableRecord
from chalicelib.patterns import lazy_pattern
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import Plan
from chalicelib.records.item_keys import INTERVIEWS, interview_key
from chalicelib.records.table_items import InterviewItem

MOST_VERSIONS = 2**53  # larger numbers are not exact in JSON
_PATH = lazy_pattern(r"`\$\.(.+)`$")  # how msgspec says where the fault is

log = logging.getLogger(__name__)


# Kept beside the facts: the key, what conditions look at, and what is written without a new version.
_ATTRIBUTES = ("id", "version", "process_id", "attempts_elsewhere")


def interview_item(owner_id: str, interview: Interview, plan: Plan, *, has_rounds: bool) -> InterviewItem:
    """Return the item of a record and of what its plan says. A record at version 0 was never stored."""
    facts = msgspec.to_builtins(interview)
    item = InterviewItem(
        owner_id=owner_id,
        item_id=interview_key(interview.id),
        facts={name: value for name, value in facts.items() if name not in _ATTRIBUTES},
        process_id=interview.process_id,
        attempts_elsewhere=interview.attempts_elsewhere,
        next_step=plan.step and plan.step.kind,
        next_due_on=plan.listed_on,
        has_rounds=has_rounds or None,
    )
    if interview.version:
        item.version = interview.version
    return item


Record = Interview | UnreadableRecord


def interview_in(record: Record) -> Interview:
    """Return the record if it could be read; otherwise raise the UnreadableRecord that it is."""
    if isinstance(record, UnreadableRecord):
        raise record
    return record


def record_of(item: InterviewItem) -> Record:
    """Return the record that an item holds, or an UnreadableRecord that says what broke.

    Nothing is raised, so that one broken item does not keep the others from being read.
    """
    try:
        return _in_bounds(interview_of(item))
    except Exception as error:
        interview_id, reason = item.item_id.removeprefix(INTERVIEWS), _reason(error)
        log.error("Interview %s cannot be read: %s", interview_id, reason)
        return UnreadableRecord(interview_id, reason, item.stored, is_newer=isinstance(error, NewerSchema))


def interview_of(item: InterviewItem) -> Interview:
    """Return the record that an item holds. Raises any error, such as NewerSchema, for one that cannot be read."""
    if item.read_error:
        raise item.read_error
    attributes = {name: item.attribute_values[name] for name in _ATTRIBUTES[1:] if name in item.attribute_values}
    facts = {**item.facts, **attributes, "id": item.item_id.removeprefix(INTERVIEWS)}
    return msgspec.convert(facts, Interview)  # strict: refuses wrong types, days and kinds


def _in_bounds(interview: Interview) -> Interview:
    """Return a stored record whose values can be worked with.

    Raises ValueError if it was recorded in no time zone, OverflowError for an instant that does not exist in UTC and
    for a version that no write can reach.
    """
    if interview.created_at.tzinfo is None:
        raise ValueError
    for instant in (interview.created_at, *(event.recorded_at for event in interview.events)):
        instant.astimezone(UTC)
    if not 1 <= interview.version <= MOST_VERSIONS:
        raise OverflowError
    return interview


def _reason(error: Exception) -> str:
    """Such as ``ValidationError at contacts[0].role``. The words of foreign errors are left out, because they may quote
    the record."""
    if isinstance(error, AfterwordError):
        return str(error)
    path = _PATH.search(str(error))
    return f"{type(error).__name__} at {path[1]}" if path else type(error).__name__
