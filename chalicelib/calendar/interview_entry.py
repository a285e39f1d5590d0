"""The interview itself in the feed, at its hour (W11). The way in is ``interview_entries``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, timedelta
from urllib.parse import quote

from msgspec.structs import replace

from chalicelib import work_calendars
from chalicelib.calendar import interview_text
from chalicelib.calendar.calendar_entry import SHOWN_FOR, CalendarEntry, FeedContext, uid
from chalicelib.calendar.entry_time import EntryTime
from chalicelib.drafts.wording import one_line, shortened
from chalicelib.drafts.writer import Writer
from chalicelib.playbook import rules
from chalicelib.playbook.event import Event, EventKind
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_end import begins_at, is_over
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.step import StepKind
from chalicelib.playbook.working_days import ONE_DAY
from chalicelib.view_models.interview_brief import LONGEST_TEXT, InterviewBrief, interview_brief

USUAL_LENGTH = timedelta(hours=1)  # where the record does not say how long it takes
_IN_A_URI = ":/?#[]@!$&'()*+,;=%~"


def interview_entries(interview: Interview, view: FeedContext, writer: Writer) -> Iterator[CalendarEntry]:
    """The one entry of an interview that is ahead, or was within the last 30 days.

    There is none while its day, or that of the next round, is awaited (W13). It is cancelled if the process ended
    before it.
    """
    oldest = view.today - SHOWN_FOR
    if interview.interview_on < oldest - ONE_DAY:  # in whatever zone
        return
    slot = _slot(interview, view.owner)
    plan = _planned(interview, view)
    if slot.day >= oldest and plan.day_to_come is None:
        yield _entry(interview, plan, slot, view, writer)


def _slot(interview: Interview, owner: Owner) -> EntryTime:
    at = begins_at(interview, owner.zone)
    if at is None:
        return EntryTime(interview.interview_on)
    minutes = interview.interview_minutes
    return EntryTime(at.date(), at.astimezone(UTC), timedelta(minutes=minutes) if minutes else USUAL_LENGTH)


def _entry(interview: Interview, plan: Plan, slot: EntryTime, view: FeedContext, writer: Writer) -> CalendarEntry:
    language = writer.languages.of(view.owner.language).as_of(view.today, view.owner.country)
    is_past = is_over(interview, view.now.astimezone(view.owner.zone))
    is_cancelled = _is_called_off(interview, slot, view)
    brief = None if is_cancelled else interview_brief(interview, plan, view.owner, language)
    link, page = _link(brief), view.page_of(interview.id)
    asks = brief is not None and not is_past
    return CalendarEntry(
        uid=uid("interview", interview.id),
        sequence=view.sequence_of(interview, int(is_past), is_cancelled=is_cancelled),
        slot=slot,
        title=interview_text.title(interview.company, language, is_cancelled=is_cancelled),
        description=interview_text.description(
            interview,
            brief,
            view.owner,
            language,
            question=_question(interview, plan, slot, view.owner, writer) if asks else None,
            page=page if link else None,
        ),
        category=language.say("Interview"),
        place=shortened(one_line(interview.place or ""), LONGEST_TEXT) or None,
        url=link or page,
        is_interview=True,
        is_cancelled=is_cancelled,
        is_past=is_past,
    )


def _link(brief: InterviewBrief | None) -> str | None:
    """The link of the video call, as a URI: what has no place in one is escaped."""
    links = (fact.href for fact in brief.facts if fact.href) if brief else ()
    return next((quote(link, safe=_IN_A_URI) for link in links), None)


def _question(interview: Interview, plan: Plan, slot: EntryTime, owner: Owner, writer: Writer) -> str:
    """The words of the closing question, to be said on the day of the interview (S9)."""
    return writer.draft(StepKind.CLOSING_QUESTION, interview, plan, owner, slot.day).text


def _is_called_off(interview: Interview, slot: EntryTime, view: FeedContext) -> bool:
    """Whether it does not take place: before its hour the process had ended, was refused, or waited for another day."""
    before = tuple(event for event in interview.events if _is_before(event, interview, slot, view.owner))
    if not before:
        return False
    plan = _planned(replace(interview, events=before), view)
    return plan.outcome is not None or plan.day_to_come is not None or (plan.is_refused and not plan.is_offered)


def _is_before(event: Event, interview: Interview, slot: EntryTime, owner: Owner) -> bool:
    """Whether it happened before the interview; on the day itself, whether it was recorded before it began. A move that
    named a day is what the day comes from, whenever it was recorded."""
    if event.kind is EventKind.INTERVIEW_MOVED and event.interview_on:
        return True
    if event.on != slot.day:
        return event.on < slot.day
    if slot.at:
        return event.recorded_at < slot.at
    return not is_over(interview, event.recorded_at.astimezone(owner.zone))


def _planned(interview: Interview, view: FeedContext) -> Plan:
    return rules.plan(interview, work_calendars.planning_context(view.owner, interview), view.now)
