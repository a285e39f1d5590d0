"""What looks like a slip in a record that was taken all the same: the answer says so, and the record's page asks."""

from __future__ import annotations

from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_day import odd_distance
from chalicelib.playbook.step import translatable
from chalicelib.request_errors import Fault

_BACK = translatable("is {days} days before you entered it: is the year right?")
_AHEAD = translatable("is {days} days after you entered it: is the year right?")


def warnings_of(interview: Interview) -> tuple[Fault, ...]:
    """The fields that look mistyped, and why; empty for most records (T, the record)."""
    days = odd_distance(interview.interview_on, interview.dated_on)
    if days is None:
        return ()
    return (Fault("interview_on", _BACK if days < 0 else _AHEAD, {"days": abs(days)}),)
