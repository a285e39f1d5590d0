"""The owner's records, page by page: the open ones by due day, or all or only the ended ones, newest first; all of
them, or those that a search finds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby

from msgspec import Struct

from chalicelib.errors import UnreadableRecord
from chalicelib.playbook.agenda import AgendaItem, Section
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.records.interview_mapping import Record, interview_in
from chalicelib.schemas.ids import is_id
from chalicelib.schemas.queries import Due, ListQuery, Status, foreign_cursor
from chalicelib.usecases.find_interviews import MOST_READ
from chalicelib.usecases.known_before import company_and_day
from chalicelib.usecases.owner_context import OwnerContext
from chalicelib.usecases.search_terms import SearchTerms, search_terms
from chalicelib.view_models.unreadable_records import MOST_UNREADABLE

_OPEN_CURSOR = re.compile(r"(\d{4}-\d{2}-\d{2})_(.+)", re.ASCII)
_SECTIONS: Mapping[Due | None, tuple[Section, ...]] = {
    None: tuple(Section),
    Due.OVERDUE: (Section.OVERDUE,),
    Due.TODAY: (Section.TODAY,),
    Due.WEEK: (Section.TODAY, Section.WEEK),
}


class ListedRecord(Struct, frozen=True):
    """A record of a page; ``cursor`` is that of a page that begins after it. ``is_doubled`` says that another record of
    those that were read is of the same company and day, and may be the same interview."""

    record: Record
    cursor: str = ""
    is_doubled: bool = False


def page_of(context: OwnerContext, asked: ListQuery) -> tuple[list[ListedRecord], str | None]:
    """A page of records, and the cursor of the next page (None on the last). Open records that cannot be read come
    first on every page of open ones, ``MOST_UNREADABLE`` at most. Raises ``Invalid`` for a cursor of another list.

    A search reads ``MOST_READ`` of the newest records and goes on with the next page, which may have found nothing.
    """
    is_by_due_day = asked.status is Status.OPEN or asked.due is not None
    return _by_due_day(context, asked) if is_by_due_day else _newest_first(context, asked)


def planned(context: OwnerContext, record: Record) -> PlannedInterview:
    """A record of a page with its plan. Raises UnreadableRecord."""
    return context.planned(interview_in(record))


def _by_due_day(context: OwnerContext, asked: ListQuery) -> tuple[list[ListedRecord], str | None]:
    after, day, terms = _open_cursor(asked.after), context.day(), search_terms(asked.q or "")
    due = [item for item in day.agenda.items if item.section in _SECTIONS[asked.due] and _position(item) > after]
    fitting = [item for item in due if terms.fit(item.interview, context.owner.country)]
    doubled = _doubled(item.interview for item in day.agenda.items)
    page = [
        ListedRecord(item.interview, "_".join(_position(item)), item.interview.id in doubled)
        for item in fitting[: asked.limit]
    ]
    unreadable = map(ListedRecord, day.unreadable[:MOST_UNREADABLE])
    return [*unreadable, *page], page[-1].cursor if len(fitting) > len(page) else None


def _newest_first(context: OwnerContext, asked: ListQuery) -> tuple[list[ListedRecord], str | None]:
    if asked.after is not None and not is_id(asked.after):
        raise foreign_cursor()
    is_ended_only = asked.status is Status.ENDED
    terms = search_terms(asked.q or "")
    records, cursor = context.services.interviews.page(
        context.owner.id,
        is_ended_only=is_ended_only,
        limit=MOST_READ if terms.terms else asked.limit,
        after=asked.after,
    )
    fitting = [record for record in records if _fits(record, terms, context.owner.country)]
    doubled = _doubled(record for record in records if isinstance(record, Interview))
    page = [ListedRecord(record, record.id, record.id in doubled) for record in fitting[: asked.limit]]
    return page, page[-1].cursor if len(fitting) > len(page) else cursor


def _fits(record: Record, terms: SearchTerms, place: str) -> bool:
    """Whether a search finds the record; one that cannot be read is found by any."""
    return isinstance(record, UnreadableRecord) or terms.fit(record, place)


def _doubled(interviews: Iterable[Interview]) -> set[str]:
    """The ids of the records of which another one is of the same company and day."""
    ordered = sorted(interviews, key=company_and_day)
    groups = (tuple(group) for _, group in groupby(ordered, key=company_and_day))
    return {interview.id for group in groups if group[1:] for interview in group}


def _position(item: AgendaItem) -> tuple[str, str]:
    return item.step.due_on.isoformat(), item.interview.id


def _open_cursor(text: str | None) -> tuple[str, str]:
    """The position (due day, id) after which a page begins. What is due or was recorded earlier was on another page."""
    if text is None:
        return "", ""
    matched = _OPEN_CURSOR.fullmatch(text)
    if matched is None or not is_id(matched[2]):
        raise foreign_cursor()
    return matched[1], matched[2]
