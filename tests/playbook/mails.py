"""Plans of the mail in one line: what stands in it on a morning, and how."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from msgspec.structs import replace

from chalicelib.playbook.agenda import agenda
from chalicelib.playbook.event import Event, EventKind
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.mail_day import MailDay
from chalicelib.playbook.mail_plan import MailEntry, MailPlan, mail_plan
from chalicelib.playbook.owner import Owner
from chalicelib.work_calendars import working_days
from tests.factories import an_event, an_owner
from tests.playbook.planning import ZONE, day, planned, with_events

EIGHT = time(8)
USUAL_DAY = day("3 Aug")
RECORDED_AT = datetime(2026, 6, 1, tzinfo=UTC)  # long before all digests


def morning_of(text: str) -> datetime:
    """Eight o'clock in Berlin on a day of 2026: "3 Aug"."""
    return datetime.combine(day(text), EIGHT, ZONE)


def named(name: str, *events: Event, **facts: Any) -> Interview:
    """A record whose id and company are the name, in a process of its own, with these events."""
    usual = {"created_at": RECORDED_AT, "dated_on": facts.get("interview_on", USUAL_DAY)}
    return replace(with_events(*events, **(usual | facts)), id=name, process_id=name, company=name)


def thanked(name: str, *events: Event, interview_on: date = USUAL_DAY, **facts: Any) -> Interview:
    """The same, thanked on the day after the interview."""
    thanks = an_event(EventKind.THANK_YOU_SENT, date.fromordinal(interview_on.toordinal() + 1))
    return named(name, thanks, *events, interview_on=interview_on, **facts)


def mail(*records: Interview, on: str, last: str | None = None, owner: Owner | None = None) -> MailPlan:
    """The plan of the mail of a morning; ``last`` is the day of the digest before it."""
    owner, now = owner or an_owner(), morning_of(on)
    pairs = [(record, planned(record, now, owner)) for record in records]
    items, accepted = agenda(pairs, day(on)).items, [record for record, plan in pairs if plan.withdraw_until]
    last_at = morning_of(last) if last else None
    mail_day = MailDay(owner=owner, today=day(on), last_digest_at=last_at, calendar_of=working_days)
    return mail_plan(items, mail_day, accepted)


def names(plan: MailPlan) -> list[str]:
    """The records of the entries, in their order."""
    return [entry.item.interview.id for entry in plan.entries]


def whole(plan: MailPlan) -> list[str]:
    """The records whose entries are whole."""
    return [entry.item.interview.id for entry in plan.entries if entry.is_whole]


def only(plan: MailPlan) -> MailEntry:
    """The one entry there is."""
    (entry,) = plan.entries
    return entry
