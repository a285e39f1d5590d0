"""``GET /interviews``: the owner's records, page by page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from msgspec import UNSET, Meta, Struct, UnsetType

from chalicelib.playbook.agenda import AgendaItem, Section
from chalicelib.records.interviews import Record, opened
from chalicelib.refusals import Fault, Invalid
from chalicelib.schemas import texts, values
from chalicelib.schemas.ids import is_id
from chalicelib.schemas.responses import ShownInterview, ShownUnreadable
from chalicelib.schemas.serializers import shown_interview, shown_unreadable
from chalicelib.schemas.validation import Check, Shape
from chalicelib.view_models.trouble import each
from chalicelib.web.http.context import Call
from chalicelib.web.http.response import HTML, Answer, as_text, in_json
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.list_page import show_list

MOST, USUAL = 100, 50
_CURSOR_LIMIT = 60
_OPEN_CURSOR = re.compile(r"(\d{4}-\d{2}-\d{2})_(.+)", re.ASCII)

routes = Routes()


class Status(StrEnum):
    """Which records: those with something left to do, those without, or both."""

    OPEN = "open"
    ENDED = "ended"
    ALL = "all"


class Due(StrEnum):
    """Which open records, by the day of their next step; the week is today and the seven days after it."""

    OVERDUE = "overdue"
    TODAY = "today"
    WEEK = "week"


_SECTIONS: Mapping[Due | None, tuple[Section, ...]] = {
    None: tuple(Section),
    Due.OVERDUE: (Section.OVERDUE,),
    Due.TODAY: (Section.TODAY,),
    Due.WEEK: (Section.TODAY, Section.WEEK),
}
_Cursor = Annotated[str, Meta(extra={"read": texts.line(_CURSOR_LIMIT)})]


def _due_but_ended(values: Mapping[str, Any]) -> Iterable[Fault]:
    if values.get("due") and values.get("status") is Status.ENDED:
        yield Fault("due", "goes with open records only")


def _two_cursors(values: Mapping[str, Any]) -> Iterable[Fault]:
    if values.get("cursor") and values.get("next"):
        yield Fault("next", "is another name of cursor; send one of them")


class Asked(Shape, frozen=True, kw_only=True):
    """The query of a list. ``next`` is another name of ``cursor``: what an answer calls it."""

    status: Annotated[Status, Meta(extra={"read": values.choice(Status)})] = Status.OPEN
    due: Annotated[Due, Meta(extra={"read": values.choice(Due)})] | None = None
    limit: Annotated[int, Meta(ge=1, le=MOST, extra={"read": values.number(1, MOST)})] = USUAL
    cursor: _Cursor | None = None
    next: _Cursor | None = None

    checks: ClassVar[tuple[Check, ...]] = (_due_but_ended, _two_cursors)

    @property
    def after(self) -> str | None:
        """The cursor, by whichever name."""
        return self.cursor or self.next


class InterviewPage(Struct, frozen=True, kw_only=True):
    """One page of the list; ``next`` is the ``cursor`` of the page after it, null on the last.

    ``unreadable`` are records that should be on it and cannot be read, if there are any; those that are open are on
    every page.
    """

    items: tuple[ShownInterview, ...]
    unreadable: tuple[ShownUnreadable, ...] | UnsetType = UNSET
    next: str | None


@routes.get("/interviews", answers={200: (InterviewPage, HTML)}, asks=Asked)
def list_interviews(call: Call) -> Answer:
    """Open records by the day they are due; ended ones, or all, the newest first."""
    if call.incoming.wants_page:
        return show_list(call)
    asked = Asked.read(call.incoming.query())
    is_by_due_day = asked.status is Status.OPEN or asked.due is not None
    records, cursor = _by_due_day(call, asked) if is_by_due_day else _newest_first(call, asked)
    items, unreadable = each(records, lambda one: shown_interview(call, opened(one)), lambda one: one.id)
    shown = InterviewPage(items=items, unreadable=shown_unreadable(unreadable), next=cursor)
    return in_json(as_text(shown))


def _by_due_day(call: Call, asked: Asked) -> tuple[list[Record], str | None]:
    after, day = _open_cursor(asked.after), call.day()
    fitting = [item for item in day.agenda.items if item.section in _SECTIONS[asked.due] and _place(item) > after]
    page = fitting[: asked.limit]
    cursor = "_".join(_place(page[-1])) if len(fitting) > len(page) else None
    return [*(item.interview for item in page), *day.unreadable], cursor


def _newest_first(call: Call, asked: Asked) -> tuple[list[Record], str | None]:
    if asked.after is not None and not is_id(asked.after):
        raise _no_cursor()
    is_ended_only = asked.status is Status.ENDED
    return call.parts.interviews.page(call.owner.id, is_ended_only=is_ended_only, limit=asked.limit, after=asked.after)


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
