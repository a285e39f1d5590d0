"""Find records by status or outcome, and by anything that was written into them.

One look reads no more records than one page of the list has, whatever is searched for; the next look goes on from
there.
"""

from __future__ import annotations

from msgspec import Struct

from chalicelib.errors import UnreadableRecord, raising_unreadable
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.records.interview_mapping import Record, interview_in
from chalicelib.schemas.queries import Status
from chalicelib.usecases.owner_context import OwnerContext
from chalicelib.usecases.search_terms import SearchTerms

MOST_READ = 300  # records that one look reads


class Found(Struct, frozen=True):
    """What one look found, and the ``after`` of the next one (None if there is nothing more to look through)."""

    records: tuple[PlannedInterview | UnreadableRecord, ...]
    next: str | None


def find_interviews(context: OwnerContext, wanted: str, terms: SearchTerms, after: str | None = None) -> Found:
    """The records that match among the newest ``MOST_READ``, and every unreadable one among them, newest first.

    ``wanted`` is a Status, or an outcome for the records that ended with it. With ``after``, only records that were
    recorded before that one are read. Raises NotFound for an ``after`` that cannot be an id.
    """
    page, following = context.services.interviews.page(
        context.owner.id, is_ended_only=False, limit=MOST_READ, after=after
    )
    found = (_found(context, record, wanted, terms) for record in page)
    return Found(tuple(filter(None, found)), following)


def _found(
    context: OwnerContext, record: Record, wanted: str, terms: SearchTerms
) -> PlannedInterview | UnreadableRecord | None:
    try:
        interview = interview_in(record)
        with raising_unreadable(interview.id):
            planned = context.planned(interview)
            return planned if _matches(planned, wanted, terms, context.owner.country) else None
    except UnreadableRecord as error:
        return error


def _matches(planned: PlannedInterview, wanted: str, terms: SearchTerms, place: str) -> bool:
    plan = planned.plan
    is_wanted = wanted in (Status.ALL, Status.OPEN if plan.is_open else Status.ENDED, plan.outcome)
    return is_wanted and terms.fit(planned.interview, place)
