"""The feed of an owner: the events of all their open records, each for itself."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime
from itertools import chain

from chalicelib.calendar.calendar_entry import CalendarEntry, Viewpoint, entries, unreadable_entry
from chalicelib.drafts.writer import Writer
from chalicelib.playbook.owner import Owner
from chalicelib.records.interview_mapping import Record, interview_in

MOST_EVENTS = 150  # with the longest of words they fit into an answer of the gateway, in any alphabet

log = logging.getLogger(__name__)


class Feed:
    """Writes feeds; the words come from ``writer``."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def __call__(
        self,
        owner: Owner,
        records: Iterable[Record],
        now: datetime,
        *,
        settings_version: int,
        address: str | None,
    ) -> str:
        """The feed as of ``now``, as iCalendar text. ``address`` is that of the API, for links to the records.

        Of more than 150 events those stay that are still to be done, and of them the first ones.
        """
        from chalicelib.calendar.ical import as_ical

        view = Viewpoint(owner=owner, settings_version=settings_version, now=now, address=address)
        found = chain.from_iterable(self._entries(record, view) for record in records)
        return as_ical(sorted(found, key=_urgency)[:MOST_EVENTS])

    def _entries(self, record: Record, view: Viewpoint) -> list[CalendarEntry]:
        """One that cannot be read, planned or put into words takes nothing from the others."""
        try:
            return list(entries(interview_in(record), view, self._writer))
        except Exception as error:
            # Not the error's words, which may quote the record.
            log.error("No calendar event for interview %s: %s", record.id, type(error).__name__)
            return [unreadable_entry(record, view, self._writer)]


def _urgency(entry: CalendarEntry) -> tuple[bool, str, str]:
    return entry.is_cancelled, entry.slot.day.isoformat(), entry.uid
