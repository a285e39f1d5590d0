"""Days of an event that cannot be meant.

What T gives no meaning is refused from everybody. What T does foresee (a day to wait for that has passed, thanks sent
before the interview) is kept from a program, which may bring in an old history; but a person who types it into a form
has mistyped, and can mend it at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.request_errors import Fault, Invalid


def check_days(event: Event, interview: Interview) -> None:
    """Raises ``Invalid`` for days that mean nothing in this record."""
    _refuse(_impossible(event, interview))


def check_typed_days(event: Event, interview: Interview) -> None:
    """Raises ``Invalid`` for days that a person cannot mean."""
    _refuse(_mistyped(event, interview))


def _refuse(faults: Iterator[Fault]) -> None:
    found = tuple(faults)
    if found:
        raise Invalid(*found)


def _impossible(event: Event, interview: Interview) -> Iterator[Fault]:
    if event.result is Result.OFFER and event.until and event.until < event.on:
        yield Fault("until", "is before the day on which they made the offer")
    if event.interview_on and event.interview_on < interview.interview_on:
        yield Fault("interview_on", "is before the day of this interview")


def _mistyped(event: Event, interview: Interview) -> Iterator[Fault]:
    if event.result is Result.TOLD_TO_WAIT and event.until and event.until < event.on:
        yield Fault("until", "is before the day on which they asked you to wait")
    if event.call_again_on and event.call_again_on < event.on:
        yield Fault("call_again_on", "is before the day of the call")
    if event.kind is EventKind.THANK_YOU_SENT and event.on < interview.interview_on:
        yield Fault("on", "is before the day of the interview")
