"""The owner's records, page by page: the open ones by the day they are due, or all of them, the newest first."""

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
    """A page of records, and the cursor of the next one, None on the last. Those that are open and cannot be read are
    on every page of open ones. Raises ``Invalid`` for a cursor of another list."""
    is_by_due_day = asked.status is Status.OPEN or asked.due is not None
    return _by_due_day(context, asked) if is_by_due_day else _newest_first(context, asked)


def planned(context: OwnerContext, record: Record) -> PlannedInterview:
    """A record of a page with its plan. Raises the UnreadableRecord that it may be."""
    return context.planned(interview_in(record))


def _by_due_day(context: OwnerContext, asked: ListQuery) -> tuple[list[Record], str | None]:
    after, day = _open_cursor(asked.after), context.day()
    fitting = [item for item in day.agenda.items if item.section in _SECTIONS[asked.due] and _place(item) > after]
    page = fitting[: asked.limit]
    cursor = "_".join(_place(page[-1])) if len(fitting) > len(page) else None
    return [*(item.interview for item in page), *day.unreadable], cursor


def _newest_first(context: OwnerContext, asked: ListQuery) -> tuple[list[Record], str | None]:
    if asked.after is not None and not is_id(asked.after):
        raise _no_cursor()
    is_ended_only = asked.status is Status.ENDED
    interviews = context.services.interviews
    return interviews.page(context.owner.id, is_ended_only=is_ended_only, limit=asked.limit, after=asked.after)


def _place(item: AgendaItem) -> tuple[str, str]:
    return item.step.due_on.isoformat(), item.interview.id


def _open_cursor(text: str | None) -> tuple[str, str]:
    """The place after which a page begins; what is due earlier, or was recorded earlier, was on another page."""
    if text is None:
        return "", ""
    matched = _OPEN_CURSOR.fullmatch(text)
    if matched is None or not is_id(matched[2]):
        raise _no_cursor()
    return matched[1], matched[2]


def _no_cursor() -> Invalid:
    return Invalid(Fault("cursor", "is not one that a list of this kind ended with"))
