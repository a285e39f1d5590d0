"""The entries of one record in the feed, before they are written as iCalendar. The way in is ``entries``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from urllib.parse import quote

from msgspec import Struct

from chalicelib import work_calendars
from chalicelib.calendar import entry_text
from chalicelib.calendar.entry_time import EntryTime, entry_time
from chalicelib.calendar.step_history import PlannedStep, step_history
from chalicelib.drafts.wording import one_line
from chalicelib.drafts.writer import Writer
from chalicelib.playbook.forecast import is_call
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.records.interview_mapping import Record

CANCELLED_FOR = timedelta(days=30)
_PER_VERSION = 1000  # sequence numbers for each version
_CANCELLED = _PER_VERSION - 1


class CalendarEntry(Struct, frozen=True, kw_only=True):
    """One entry of a calendar.

    ``sequence`` grows with each change of the entry; ``page`` is the URL of the record, None if it is unknown. An entry
    that ``is_cancelled`` has nothing left to do.
    """

    uid: str
    sequence: int
    slot: EntryTime
    title: str
    description: str
    category: str | None = None
    page: str | None = None
    is_cancelled: bool = False


class FeedContext(Struct, frozen=True, kw_only=True):
    """Whose feed it is, and as of when.

    ``settings_version`` is the version of the owner's settings; ``address`` is that of the API, None if it is unknown.
    """

    owner: Owner
    settings_version: int
    now: datetime
    address: str | None

    @property
    def today(self) -> date:
        """The date of ``now`` in the owner's zone (W10)."""
        return self.now.astimezone(self.owner.zone).date()

    def page_of(self, interview_id: str) -> str | None:
        """The URL of a record, None if the API's address is unknown."""
        return f"{self.address}/interviews/{quote(interview_id, safe='')}" if self.address else None


def entries(interview: Interview, view: FeedContext, writer: Writer) -> Iterator[CalendarEntry]:
    """The entry of the next step and, as cancelled, those of the steps that ended within the last 30 days."""
    for planned in step_history(interview, work_calendars.planning_context(view.owner, interview), view.now):
        if planned.ended_on is None or planned.ended_on >= view.today - CANCELLED_FOR:
            yield _entry(planned, interview, view, writer)


def unreadable_entry(record: Record, view: FeedContext, writer: Writer) -> CalendarEntry:
    """The entry for a record that cannot be read, planned or put into words. It is for today, so that it is seen."""
    interview_id = one_line(str(record.id))
    title, description = entry_text.unreadable_record(interview_id, writer.languages.of(view.owner.language))
    return CalendarEntry(
        uid=_uid("record", interview_id),
        sequence=view.today.toordinal(),  # the entry moves to the new day every day
        slot=EntryTime(view.today),
        title=title,
        description=description,
        page=view.page_of(interview_id),
    )


def _entry(planned: PlannedStep, interview: Interview, view: FeedContext, writer: Writer) -> CalendarEntry:
    language = writer.languages.of(view.owner.language).as_of(view.today, view.owner.country)
    slot = entry_time(planned, interview, view.owner, view.today)
    draft = None
    if planned.ended_on is None:
        draft = writer.draft_for_step(planned.step, interview, planned.plan, view.owner, slot.day)
    return CalendarEntry(
        uid=_uid(planned.step.kind, str(planned.number), interview.id),
        sequence=_sequence(planned, interview, view, slot),
        slot=slot,
        title=entry_text.title(planned, interview.company, language),
        description=entry_text.description(planned.step, draft, language),
        category=entry_text.category(planned.step.kind, language, is_call=is_call(planned.step, planned.plan)),
        page=view.page_of(interview.id),
        is_cancelled=planned.ended_on is not None,
    )


def _sequence(planned: PlannedStep, interview: Interview, view: FeedContext, slot: EntryTime) -> int:
    """A number that grows with every version of the record and of the settings.

    Within a version it grows with every day by which an overdue step has moved; the cancelled entry has the highest.
    """
    days_moved = (slot.day - planned.step.due_on).days
    since_version = _CANCELLED if planned.ended_on else min(days_moved, _CANCELLED - 1)
    return (interview.version + view.settings_version) * _PER_VERSION + since_version


def _uid(*parts: str) -> str:
    return f"{'-'.join(parts)}@afterword.invalid"
