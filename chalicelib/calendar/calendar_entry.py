"""The entries of a record's steps in the feed, before they are written as iCalendar. The way in is ``step_entries``."""

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
from chalicelib.playbook.step_kinds import STEP_KINDS
from chalicelib.records.interview_mapping import Record

SHOWN_FOR = timedelta(days=30)  # after a step has ended, or an interview was
_PER_VERSION = 1000  # sequence numbers for each version
_CANCELLED = _PER_VERSION - 1


class CalendarEntry(Struct, frozen=True, kw_only=True):
    """One entry of a calendar: a step, or the interview itself if it ``is_interview``.

    - ``sequence``: grows with each change of the entry.
    - ``url``: what it opens, the record or the video call; None if neither is known.
    - ``is_cancelled``: nothing is left to do; ``is_past``: the interview is over.
    """

    uid: str
    sequence: int
    slot: EntryTime
    title: str
    description: str
    category: str | None = None
    place: str | None = None
    url: str | None = None
    is_interview: bool = False
    is_cancelled: bool = False
    is_past: bool = False


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

    def sequence_of(self, interview: Interview, changes: int = 0, *, is_cancelled: bool = False) -> int:
        """A number that grows with every version of the record and of the settings.

        Within a version it grows with the ``changes`` that time alone has made; a cancelled entry has the highest.
        """
        since_version = _CANCELLED if is_cancelled else min(changes, _CANCELLED - 1)
        return (interview.version + self.settings_version) * _PER_VERSION + since_version


def step_entries(interview: Interview, view: FeedContext, writer: Writer) -> Iterator[CalendarEntry]:
    """The entry of the next step and, as cancelled, those of the steps that ended within the last 30 days.

    What is done at the interview stands in the entry of the interview itself (W11).
    """
    for planned in step_history(interview, work_calendars.planning_context(view.owner, interview), view.now):
        is_shown = planned.ended_on is None or planned.ended_on >= view.today - SHOWN_FOR
        if is_shown and not STEP_KINDS[planned.step.kind].is_at_the_interview:
            yield _entry(planned, interview, view, writer)


def unreadable_entry(record: Record, view: FeedContext, writer: Writer) -> CalendarEntry:
    """The entry for a record that cannot be read, planned or put into words. It is for today, so that it is seen."""
    interview_id = one_line(str(record.id))
    title, description = entry_text.unreadable_record(interview_id, writer.languages.of(view.owner.language))
    return CalendarEntry(
        uid=uid("record", interview_id),
        sequence=view.today.toordinal(),  # the entry moves to the new day every day
        slot=EntryTime(view.today),
        title=title,
        description=description,
        url=view.page_of(interview_id),
    )


def _entry(planned: PlannedStep, interview: Interview, view: FeedContext, writer: Writer) -> CalendarEntry:
    language = writer.languages.of(view.owner.language).as_of(view.today, view.owner.country)
    slot = entry_time(planned, interview, view.owner, view.today)
    is_cancelled = planned.ended_on is not None
    draft = None
    if planned.ended_on is None:
        draft = writer.draft_for_step(planned.step, interview, planned.plan, view.owner, slot.day)
    return CalendarEntry(
        uid=uid(planned.step.kind, str(planned.number), interview.id),
        sequence=view.sequence_of(interview, (slot.day - planned.step.due_on).days, is_cancelled=is_cancelled),
        slot=slot,
        title=entry_text.title(planned, interview.company, language),
        description=entry_text.description(planned.step, draft, language),
        category=entry_text.category(planned.step.kind, language, is_call=is_call(planned.step, planned.plan)),
        url=view.page_of(interview.id),
        is_cancelled=is_cancelled,
    )


def uid(*parts: str) -> str:
    """The UID of an entry that is made of these parts."""
    return f"{'-'.join(parts)}@afterword.invalid"
