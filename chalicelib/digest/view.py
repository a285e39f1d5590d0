"""The digest as its templates see it: words, all of them said, in the sections in which they are shown."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from chalicelib.digest.day import Day
from chalicelib.digest.entry import Entry, Line, line
from chalicelib.digest.trouble import described
from chalicelib.digest.words import headline, tally, title
from chalicelib.drafts.language import language
from chalicelib.playbook.agenda import AgendaItem, Section
from chalicelib.playbook.owner import Owner

log = logging.getLogger(__name__)

Shown = TypeVar("Shown")


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestView:
    """``unreadable`` are the ids of records that could not be planned or put into words.

    ``phrases`` say what to do, ``headline`` as a subject (empty if there is nothing), ``title`` how much that is
    and ``tally`` of which kind. ``address`` is where the API is, None where nobody said.
    """

    language: str
    on: date
    day: str
    overdue: tuple[Entry, ...]
    today: tuple[Entry, ...]
    week: tuple[Line, ...]
    waiting: tuple[Line, ...]
    unreadable: tuple[str, ...]
    phrases: tuple[str, ...]
    headline: str
    title: str
    tally: tuple[str, ...]
    digest_at: str
    time_zone: str
    address: str | None

    @property
    def due(self) -> tuple[Entry, ...]:
        """What is to be done now, the overdue first."""
        return self.overdue + self.today

    @property
    def to_come(self) -> tuple[Line, ...]:
        """What is not due yet, the nearest first."""
        return self.week + self.waiting


def digest_view(day: Day, owner: Owner, make_entry: Callable[[AgendaItem], Entry], address: str | None) -> DigestView:
    """The view of a day. A record that ``make_entry`` fails on shows by its id, and the others as they are."""
    today, spoken = day.agenda.on, language(owner.language)

    def make_line(item: AgendaItem) -> Line:
        return line(item, owner, today)

    overdue, unreadable_overdue = _each(day.agenda.section(Section.OVERDUE), make_entry)
    due_today, unreadable_today = _each(day.agenda.section(Section.TODAY), make_entry)
    week, unreadable_week = _each(day.agenda.section(Section.WEEK), make_line)
    waiting, unreadable_waiting = _each(day.agenda.section(Section.WAITING), make_line)
    unreadable = day.unplanned + unreadable_overdue + unreadable_today + unreadable_week + unreadable_waiting
    phrases = tuple(entry.headline for entry in overdue + due_today)
    phrases += (spoken.say("look into a record", {}),) * len(unreadable)
    return DigestView(
        language=spoken.code,
        on=today,
        day=spoken.say_day(today),
        overdue=overdue,
        today=due_today,
        week=week,
        waiting=waiting,
        unreadable=unreadable,
        phrases=phrases,
        headline=headline(phrases, spoken),
        title=title(len(phrases), spoken),
        tally=tally({section: len(day.agenda.section(section)) for section in Section}, spoken),
        digest_at=f"{owner.digest_at:%H:%M}",
        time_zone=owner.time_zone,
        address=address and address.rstrip("/"),
    )


def _each(
    items: Iterable[AgendaItem], make: Callable[[AgendaItem], Shown]
) -> tuple[tuple[Shown, ...], tuple[str, ...]]:
    """What could be made of the items, and the ids of the records that nothing could be made of."""
    made: list[Shown] = []
    failed: list[str] = []
    for item in items:
        try:
            made.append(make(item))
        except Exception as error:
            log.error("No words for interview %s: %s", item.interview.id, described(error))
            failed.append(item.interview.id)
    return tuple(made), tuple(failed)
