"""The agenda page by page: what is due, and then what is to come. The ways in are ``items_after`` and ``page_of``."""

from __future__ import annotations

import re

from msgspec.structs import replace

from chalicelib.playbook.agenda import Agenda, AgendaItem, AgendaPage, Section
from chalicelib.schemas.ids import is_id
from chalicelib.schemas.queries import foreign_cursor

MOST_ON_A_PAGE = 50  # entries in full, with the longest texts in any alphabet, fit into one answer
_SECTIONS = tuple(Section)
_CURSOR = re.compile(r"([a-z]+)_(\d{4}-\d{2}-\d{2})_(.+)", re.ASCII)

Position = tuple[int, str, str]


def page_of(agenda: Agenda, after: str | None) -> AgendaPage:
    """The page of ``MOST_ON_A_PAGE`` items that begins after a cursor. Raises ``Invalid`` for one of another list."""
    items = items_after(agenda, after)
    page = items[:MOST_ON_A_PAGE]
    return AgendaPage(replace(agenda, items=page), cursor_of(page[-1]) if len(items) > len(page) else None)


def items_after(agenda: Agenda, after: str | None) -> tuple[AgendaItem, ...]:
    """The items after a cursor, section by section, the earliest due day first. Raises ``Invalid`` for a wrong one."""
    begins_after = _position_in(after)
    return tuple(item for item in sorted(agenda.items, key=_position) if _position(item) > begins_after)


def cursor_of(item: AgendaItem) -> str:
    """The cursor of a page that begins after this item."""
    return f"{item.section}_{item.step.due_on.isoformat()}_{item.interview.id}"


def _position(item: AgendaItem) -> Position:
    return _SECTIONS.index(item.section), item.step.due_on.isoformat(), item.interview.id


def _position_in(cursor: str | None) -> Position:
    if cursor is None:
        return -1, "", ""
    matched = _CURSOR.fullmatch(cursor)
    if matched is None or matched[1] not in _SECTIONS or not is_id(matched[3]):
        raise foreign_cursor()
    return _SECTIONS.index(Section(matched[1])), matched[2], matched[3]
