"""The day and hour that were read, in the zone in which a record has its own."""

from __future__ import annotations

from datetime import date, datetime, time, tzinfo
from zoneinfo import ZoneInfo

from chalicelib.capture.proposal import Proposal
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner

DayAndHour = tuple[date | None, time | None]


def day_and_hour(proposal: Proposal, interview: Interview, owner: Owner) -> DayAndHour:
    """The day and hour of a proposal in the zone of this record; None for what was not read."""
    on, at = proposal.value("interview_on"), proposal.value("interview_time")
    if not isinstance(on, date):
        return None, None
    if not isinstance(at, time):
        return on, None
    read = datetime.combine(on, at, _zone(proposal.value("interview_time_zone"), owner))
    there = read.astimezone(_zone(interview.interview_time_zone, owner))
    return there.date(), there.time().replace(second=0, microsecond=0)


def _zone(name: object, owner: Owner) -> tzinfo:
    return ZoneInfo(name) if isinstance(name, str) else owner.zone
