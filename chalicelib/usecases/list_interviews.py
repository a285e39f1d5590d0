"""The owner's records, page by page: the open ones by due day, or all or only the ended ones, newest first."""

from __future__ import annotations

import re
from collections.abc import Mapping

from chalicelib.playbook.agenda import AgendaItem, Section
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.records.interview_mapping import Record, interview_in
from chalicelib.request_errors import Fault, Invalid
from chalicelib.schemas.ids import is_id
from chalicelib.schemas.queries import Due, ListQuery, Status
from chalicelib.usecases.owner_context import OwnerContext

_OPEN_CURSOR = re.compile(r"(\d{4}-\d{2}-\d{2})_(.+)", re.ASCII)
_SECTIONS: Mapping[Due | None, tuple[Section, ...]] = {
    None: tuple(Section),
    Due.OVERDUE: (Section.OVERDUE,),
    Due.TODAY: (Section.TODAY,),
    Due.WEEK: (Section.TODAY, Section.WEEK),
}


def page_of(context: OwnerContext, asked: ListQuery) -> tuple[list[Record], str | None]:
    """A page of records, and the cursor of the next page (None on the last). Open records that cannot be read are on
    every page of open ones. Raises ``Invalid`` for a cursor of another kind of list."""
    is_by_due_day = asked.status is Status.OPEN or asked.due is not None
    return _by_due_day(context, asked) if is_by_due_day else _newest_first(context, asked)


def planned(context: OwnerContext, record: Record) -> PlannedInterview:
    """A record of a page with its plan. Raises UnreadableRecord."""
    return context.planned(interview_in(record))


def _by_due_day(context: OwnerContext, asked: ListQuery) -> tuple[list[Record], str | None]:
    after, day = _open_cursor(asked.after), context.day()
    fitting = [item for item in day.agenda.items if item.section in _SECTIONS[asked.due] and _position(item) > after]
    page = fitting[: asked.limit]
    cursor = "_".join(_position(page[-1])) if len(fitting) > len(page) else None
    return [*(item.interview for item in page), *day.unreadable], cursor


def _newest_first(context: OwnerContext, asked: ListQuery) -> tuple[list[Record], str | None]:
    if asked.after is not None and not is_id(asked.after):
        raise _bad_cursor()
    is_ended_only = asked.status is Status.ENDED
    interviews = context.services.interviews
    return interviews.page(context.owner.id, is_ended_only=is_ended_only, limit=asked.limit, after=asked.after)


def _position(item: AgendaItem) -> tuple[str, str]:
    return item.step.due_on.isoformat(), item.interview.id


def _open_cursor(text: str | None) -> tuple[str, str]:
    """The position (due day, id) after which a page begins. What is due or was recorded earlier was on another page."""
    if text is None:
        return "", ""
    matched = _OPEN_CURSOR.fullmatch(text)
    if matched is None or not is_id(matched[2]):
        raise _bad_cursor()
    return matched[1], matched[2]


def _bad_cursor() -> Invalid:
    return Invalid(Fault("cursor", "is not one that a list of this kind ended with"))
