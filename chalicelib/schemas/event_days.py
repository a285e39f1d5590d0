"""Days of an event that make no sense.

- Days to which the playbook (T) gives no meaning are refused from everybody.
- Days that T foresees but that are odd (a day to wait for that has passed, thanks sent before the interview) are
  accepted from a program, which may import an old history. They are refused from a form: there a person has mistyped
  them, and can correct it at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.request_errors import Fault, Invalid

_ANSWERS_TO_AN_OFFER = (EventKind.OFFER_ACCEPTED, EventKind.OFFER_DECLINED)


def check_days(event: Event, interview: Interview) -> None:
    """Raise ``Invalid`` for days that have no meaning in this record."""
    _refuse(_impossible(event, interview))


def check_typed_days(event: Event, interview: Interview) -> None:
    """Raise ``Invalid`` for days that a person cannot mean."""
    _refuse(_mistyped(event, interview))


def _refuse(faults: Iterator[Fault]) -> None:
    found = tuple(faults)
    if found:
        raise Invalid(*found)


def _impossible(event: Event, interview: Interview) -> Iterator[Fault]:
    if event.result is Result.OFFER and event.until and event.until < event.on:
        yield Fault("until", "is before the day on which they made the offer")
    if event.kind in _ANSWERS_TO_AN_OFFER:
        made = [other.on for other in interview.events if other.result is Result.OFFER]
        if made and event.on < max(made):
            yield Fault("on", "is before the day on which they made the offer")
    if event.result is Result.NEXT_ROUND and event.interview_on and event.interview_on < interview.interview_on:
        yield Fault("interview_on", "is before the day of this interview")


def _mistyped(event: Event, interview: Interview) -> Iterator[Fault]:
    if event.result is Result.TOLD_TO_WAIT and event.until and event.until < event.on:
        yield Fault("until", "is before the day on which they asked you to wait")
    if event.call_again_on and event.call_again_on < event.on:
        yield Fault("call_again_on", "is before the day of the call")
    if event.kind is EventKind.THANK_YOU_SENT and event.on < interview.interview_on:
        yield Fault("on", "is before the day of the interview")
