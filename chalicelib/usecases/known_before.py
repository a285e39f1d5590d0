"""What the owner wrote before and need not type again, and the records that a new one may be, once more.

Both look at the newest records only, in one query, so that a form costs the same however long the search for work goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TypeVar

from msgspec import Struct

from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_facts import InterviewFacts
from chalicelib.records.idempotency_store import RequestKey
from chalicelib.schemas.interview_fields import InterviewFields
from chalicelib.usecases.owner_context import OwnerContext
from chalicelib.usecases.search_terms import folded

MOST_READ = 100  # records
MOST_SUGGESTED = 30  # of each kind
MOST_PROCESSES = 3

T = TypeVar("T")


class KnownBefore(Struct, frozen=True, kw_only=True):
    """What earlier records have, the newest first.

    - ``companies``, ``people``, ``places``: to choose from while one types
    - ``processes``: the last round of each of the newest processes
    """

    companies: tuple[str, ...]
    people: tuple[str, ...]
    places: tuple[str, ...]
    processes: tuple[Interview, ...]


def known_before(context: OwnerContext) -> KnownBefore:
    """What the owner's newest records have. Raises StorageUnavailable."""
    records = tuple(_newest(context))
    return KnownBefore(
        companies=_suggestions(record.company for record in records),
        people=_suggestions(contact.name for record in records for contact in record.contacts),
        places=_suggestions(record.place for record in records),
        processes=_first_of_each(records, lambda record: record.process_id)[:MOST_PROCESSES],
    )


def same_interviews(context: OwnerContext, fields: InterviewFields, key: RequestKey) -> tuple[Interview, ...]:
    """The owner's newest records of the same company and day as a new one, which may be the same interview.

    None if this very request was answered before: it is no other interview, and records nothing. Raises RepeatedRequest
    then, IdempotencyKeyReused, StorageUnavailable.
    """
    day = company_and_day(fields)
    same = tuple(record for record in _newest(context) if company_and_day(record) == day)
    if same:
        context.services.interviews.free_to_answer(context.owner.id, key, context.now)
    return same


def company_and_day(facts: InterviewFacts) -> tuple[list[str], date]:
    """What two records of one interview have in common: the company, however it is written, and the day."""
    return folded(facts.company).split(), facts.interview_on


def _newest(context: OwnerContext) -> Iterator[Interview]:
    """The newest records that can be read."""
    page, _ = context.services.interviews.page(context.owner.id, is_ended_only=False, limit=MOST_READ, after=None)
    return (record for record in page if isinstance(record, Interview))


def _suggestions(texts: Iterable[str | None]) -> tuple[str, ...]:
    """Each text once, as it was written last."""
    return _first_of_each(filter(None, texts), folded)[:MOST_SUGGESTED]


def _first_of_each(found: Iterable[T], key: Callable[[T], str]) -> tuple[T, ...]:
    firsts: dict[str, T] = {}
    for one in found:
        firsts.setdefault(key(one), one)
    return tuple(firsts.values())
