"""The feed of an owner: steps and interviews of all their open records. A bad one does not affect the others."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime
from itertools import chain

from chalicelib.calendar.calendar_entry import CalendarEntry, FeedContext, step_entries, unreadable_entry
from chalicelib.calendar.interview_entry import interview_entries
from chalicelib.drafts.writer import Writer
from chalicelib.playbook.owner import Owner
from chalicelib.records.interview_mapping import Record, interview_in

MOST_ENTRIES = 150  # with the longest texts in any alphabet they fit into one answer of the gateway

log = logging.getLogger(__name__)


class Feed:
    """Writes the feed of an owner, in the words of ``writer``."""

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
        """The feed as of ``now``, as iCalendar text. ``address`` is that of the API, for links; None if it is unknown.

        It has 150 entries at most: what is ahead before interviews that are over, both before what is cancelled, and
        earlier days before later ones.
        """
        from chalicelib.calendar.ical import as_ical

        view = FeedContext(owner=owner, settings_version=settings_version, now=now, address=address)
        feed_entries = chain.from_iterable(self._entries(record, view) for record in records)
        return as_ical(sorted(feed_entries, key=_urgency)[:MOST_ENTRIES], now)

    def _entries(self, record: Record, view: FeedContext) -> list[CalendarEntry]:
        """The entries of a record, or one that stands for it if it cannot be read, planned or put into words."""
        try:
            interview = interview_in(record)
            both = step_entries, interview_entries
            return [entry for entries in both for entry in entries(interview, view, self._writer)]
        except Exception as error:
            # The error's message is left out: it may quote the record.
            log.error("No calendar event for interview %s: %s", record.id, type(error).__name__)
            return [unreadable_entry(record, view, self._writer)]


def _urgency(entry: CalendarEntry) -> tuple[bool, bool, str, str]:
    return entry.is_cancelled, entry.is_past, entry.slot.day.isoformat(), entry.uid
