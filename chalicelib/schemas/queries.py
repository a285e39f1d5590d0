"""The queries of what is read page by page: a list of interviews, and an export."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from msgspec import Meta

from chalicelib.playbook.contact import LONGEST_TAG
from chalicelib.request_errors import Fault, Invalid
from chalicelib.schemas import simple_values, text_values
from chalicelib.schemas.record_fields import RecordId
from chalicelib.schemas.validation import Check, RequestSchema

MAX_LIMIT, DEFAULT_LIMIT = 100, 50
LONGEST_SEARCH = 200  # characters
_CURSOR_LIMIT = 60


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


_Cursor = Annotated[str, Meta(extra={"read": text_values.line(_CURSOR_LIMIT)})]


def _due_but_ended(values: Mapping[str, Any]) -> Iterable[Fault]:
    if values.get("due") and values.get("status") is Status.ENDED:
        yield Fault("due", "goes with open records only")


def _two_cursors(values: Mapping[str, Any]) -> Iterable[Fault]:
    if values.get("cursor") and values.get("next"):
        yield Fault("next", "is another name of cursor; send one of them")


class PageQuery(RequestSchema, frozen=True, kw_only=True):
    """The query of what goes on in pages. ``next`` is another name of ``cursor``: its name in a response."""

    cursor: _Cursor | None = None
    next: _Cursor | None = None

    checks: ClassVar[tuple[Check, ...]] = (_two_cursors,)

    @property
    def after(self) -> str | None:
        """The cursor, under either name."""
        return self.cursor or self.next


def cursor_in(query: Mapping[str, object]) -> str | None:
    """The cursor of a page that looks at nothing else in its query. Raises Invalid."""
    return PageQuery.read({name: value for name, value in query.items() if name in ("cursor", "next")}).after


def foreign_cursor() -> Invalid:
    """What is raised for a cursor that is none of this list's."""
    return Invalid(Fault("cursor", "is not one that a list of this kind ended with"))


class ListQuery(PageQuery, frozen=True, kw_only=True):
    """The query of a list of records. ``q`` is what is looked for in all that was written into them."""

    q: Annotated[str, Meta(extra={"read": text_values.line(LONGEST_SEARCH)})] | None = None
    status: Annotated[Status, Meta(extra={"read": simple_values.choice(Status)})] = Status.OPEN
    due: Annotated[Due, Meta(extra={"read": simple_values.choice(Due)})] | None = None
    limit: Annotated[int, Meta(ge=1, le=MAX_LIMIT, extra={"read": simple_values.number(1, MAX_LIMIT)})] = DEFAULT_LIMIT

    checks: ClassVar[tuple[Check, ...]] = (_due_but_ended, _two_cursors)


class ExportQuery(RequestSchema, frozen=True, kw_only=True):
    """The query of an export. ``after`` is the ``next`` of the page before."""

    after: RecordId | None = None


class DraftQuery(RequestSchema, frozen=True, kw_only=True):
    """The query of one draft. ``contact`` is the id of one of those who are to be thanked."""

    contact: Annotated[str, Meta(extra={"read": text_values.line(LONGEST_TAG)})] | None = None


def contact_in(query: Mapping[str, object]) -> str | None:
    """The contact for whom a draft is asked; nothing else in the query is looked at. Raises Invalid."""
    return DraftQuery.read({name: value for name, value in query.items() if name == "contact"}).contact
