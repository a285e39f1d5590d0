"""One event of the feed, still without its notation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
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
_PER_VERSION = 1000
_CANCELLED = _PER_VERSION - 1


class CalendarEntry(Struct, frozen=True, kw_only=True):
    """An event. ``sequence`` grows with each of its changes; ``changed_at`` is when the record last told something new;
    ``page`` is the record's address."""

    uid: str
    sequence: int
    changed_at: datetime
    slot: EntryTime
    title: str
    description: str
    category: str | None = None
    page: str | None = None
    is_cancelled: bool = False


class Viewpoint(Struct, frozen=True, kw_only=True):
    """From where the records are looked at: ``settings_version`` is that of the owner's settings, ``address`` that of
    the API, if it is known."""

    owner: Owner
    settings_version: int
    now: datetime
    address: str | None

    @property
    def today(self) -> date:
        """The day where the owner is (W10)."""
        return self.now.astimezone(self.owner.zone).date()

    def page_of(self, interview_id: str) -> str | None:
        """Where a record is found."""
        return f"{self.address}/interviews/{quote(interview_id, safe='')}" if self.address else None


def entries(interview: Interview, view: Viewpoint, writer: Writer) -> Iterator[CalendarEntry]:
    """The event of the step that is next, and those of the steps that were done within the last 30 days, cancelled."""
    for turn in step_history(interview, work_calendars.planning_context(view.owner, interview), view.now):
        if turn.ended_on is None or turn.ended_on >= view.today - CANCELLED_FOR:
            yield _entry(turn, interview, view, writer)


def unreadable_entry(record: Record, view: Viewpoint, writer: Writer) -> CalendarEntry:
    """What stands for a record that cannot be read, planned or put into words: today, so that it is seen."""
    interview_id = one_line(str(record.id))
    title, about = entry_text.unreadable_record(interview_id, writer.languages.of(view.owner.language))
    return CalendarEntry(
        uid=_uid("record", interview_id),
        sequence=view.today.toordinal(),  # it moves on every day
        changed_at=datetime.combine(view.today, time(0), UTC),
        slot=EntryTime(view.today),
        title=title,
        description=about,
        page=view.page_of(interview_id),
    )


def _entry(turn: PlannedStep, interview: Interview, view: Viewpoint, writer: Writer) -> CalendarEntry:
    spoken = writer.languages.of(view.owner.language)
    place = entry_time(turn, interview, view.owner, view.today)
    draft = None
    if turn.ended_on is None:
        draft = writer.draft_for_step(turn.step, interview, turn.plan, view.owner, place.day)
    return CalendarEntry(
        uid=_uid(turn.step.kind, str(turn.number), interview.id),
        sequence=_sequence(turn, interview, view, place),
        changed_at=max([interview.created_at, *(event.recorded_at for event in interview.events)]),
        slot=place,
        title=entry_text.title(turn.step, interview.company, spoken),
        description=entry_text.description(turn.step, draft, spoken),
        category=entry_text.category(turn.step.kind, spoken, is_call=is_call(turn.step, turn.plan)),
        page=view.page_of(interview.id),
        is_cancelled=turn.ended_on is not None,
    )


def _sequence(turn: PlannedStep, interview: Interview, view: Viewpoint, place: EntryTime) -> int:
    """Grows with every version of the record and of the settings and, between two of them, with every day by which an
    overdue step has moved; highest at the end."""
    moved = (place.day - turn.step.due_on).days
    since_version = _CANCELLED if turn.ended_on else min(moved, _CANCELLED - 1)
    return (interview.version + view.settings_version) * _PER_VERSION + since_version


def _uid(*parts: str) -> str:
    return f"{'-'.join(parts)}@afterword.invalid"
