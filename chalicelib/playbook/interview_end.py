"""When an interview begins, and when it is over (T, the record)."""

from __future__ import annotations

from datetime import datetime, time, tzinfo
from zoneinfo import ZoneInfo

from chalicelib.playbook.interview import Interview
from chalicelib.playbook.working_days import ONE_DAY

TWO_HOURS = 2 * 60 * 60  # seconds


def is_over(interview: Interview, now_local: datetime) -> bool:
    """Whether the interview is over at ``now_local``, an instant in the owner's zone (T, the record).

    It is over at ``over_at``; with a date only, at once if the date was set on the day itself or later.
    """
    is_dated_late = interview.interview_time is None and interview.dated_on >= interview.interview_on
    return is_dated_late or now_local.timestamp() >= over_at(interview, now_local.tzinfo).timestamp()


def begins_at(interview: Interview, zone: tzinfo | None) -> datetime | None:
    """The instant, in the owner's ``zone``, at which the interview begins; None if it has a date only.

    Day and time are meant in ``interview_time_zone``, or in the owner's zone if the record names none.
    """
    if interview.interview_time is None:
        return None
    began_at = datetime.combine(interview.interview_on, interview.interview_time, _own_zone(interview, zone))
    return datetime.fromtimestamp(began_at.timestamp(), zone)


def over_at(interview: Interview, zone: tzinfo | None) -> datetime:
    """The instant, in the owner's ``zone``, at which the interview is over by its day and time alone.

    Day and time are meant in ``interview_time_zone``, or in the owner's zone if the record names none.
    - With a time: two hours after it begins, or its ``interview_minutes`` if that is longer.
    - With a date only: when that day ends.
    """
    own_zone = _own_zone(interview, zone)
    if interview.interview_time is None:
        return datetime.combine(interview.interview_on + ONE_DAY, time(0), own_zone).astimezone(zone)
    began_at = datetime.combine(interview.interview_on, interview.interview_time, own_zone)
    seconds = max(TWO_HOURS, (interview.interview_minutes or 0) * 60)
    return datetime.fromtimestamp(began_at.timestamp() + seconds, zone)


def _own_zone(interview: Interview, zone: tzinfo | None) -> tzinfo | None:
    return ZoneInfo(interview.interview_time_zone) if interview.interview_time_zone else zone
