"""Everybody on the owner's records, with their interviews, page by page: a page covers the next hundred records."""

from __future__ import annotations

from msgspec import Struct, json

from chalicelib.errors import UnreadableRecord
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.people import PersonOnRecords, people_on
from chalicelib.records.interviews import PAGE
from chalicelib.schemas.ids import is_id
from chalicelib.schemas.queries import foreign_cursor
from chalicelib.usecases.owner_context import OwnerContext

MOST_BYTES = 500_000  # of the people on one page: an answer says of each at most twice as much


class PeoplePage(Struct, frozen=True):
    """The people on the records that a page covers; ``next`` is the cursor of the page after it, None on the last."""

    people: tuple[PersonOnRecords, ...]
    unreadable: tuple[UnreadableRecord, ...]
    next: str | None


def people_page(context: OwnerContext, after: str | None) -> PeoplePage:
    """The people on the newest records, or on those that were recorded before the one of the cursor ``after``.

    Somebody on records of two pages is on both. Raises ``Invalid`` for a cursor of another list.
    """
    if after is not None and not is_id(after):
        raise foreign_cursor()
    records, cursor = context.services.interviews.page(context.owner.id, is_ended_only=False, limit=PAGE, after=after)
    covered: list[Interview] = []
    unreadable: list[UnreadableRecord] = []
    size = 0
    for record in records:
        if isinstance(record, UnreadableRecord):
            unreadable.append(record)
            continue
        size += _size(record)
        if size > MOST_BYTES and covered:
            cursor = covered[-1].id
            break
        covered.append(record)
    return PeoplePage(people_on(covered), tuple(unreadable), cursor)


def _size(interview: Interview) -> int:
    """The bytes that the people on a record take: each stands beside the company and the position."""
    each = len(json.encode((interview.company, interview.position)))
    return len(json.encode(interview.contacts)) + each * len(interview.contacts)
