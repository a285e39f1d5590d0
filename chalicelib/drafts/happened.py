"""What happened, in words: an event of a record's history."""

from __future__ import annotations

from collections.abc import Mapping

from chalicelib.drafts.language import Language
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.step import Fact, marked

_KINDS = {
    EventKind.THANK_YOU_SENT: marked("You sent the thank-you letter."),
    EventKind.LETTER_SENT: marked("You sent a letter."),
    EventKind.REASONS_REQUESTED: marked("You asked for the reasons in writing."),
    EventKind.REASONS_RECEIVED: marked("They told you the reasons."),
    EventKind.SNOOZED: marked("You put off what was due until {until}."),
    EventKind.WITHDRAWN: marked("You withdrew."),
    EventKind.CLOSED: marked("You stopped following up."),
    EventKind.NOTE: marked("A note."),
}
_CALLS = {
    Result.NO_ANSWER: marked("You called, and nobody answered."),
    Result.VOICEMAIL: marked("You called, and got the voicemail."),
    Result.WRONG_NUMBER: marked("You called, and the number was wrong."),
    Result.NO_DECISION: marked("You called: no decision yet."),
    Result.TOLD_TO_WAIT: marked("You called: they asked you to wait."),
}
_ANSWERS = {
    Result.OFFER: marked("They made an offer."),
    Result.REFUSAL: marked("They refused."),
    Result.TOLD_TO_WAIT: marked("They wrote that you should wait."),
    Result.NEXT_ROUND: marked("They invited you to the next round on {interview_on}."),
}


def happened(event: Event, language: Language) -> str:
    """Such as "You called: no decision yet. You agreed to call again on Monday 17 August."."""
    days = {"until": event.until, "interview_on": event.interview_on, "call_again_on": event.call_again_on}
    facts: Mapping[str, Fact] = {name: day for name, day in days.items() if day is not None}
    said = language.say(_sentence(event), facts)
    return " ".join([said, *(language.say(more, facts) for more in _further(event))])


def _sentence(event: Event) -> str:
    if event.result is None:
        return _KINDS[event.kind]
    return (_CALLS if event.kind is EventKind.CALLED else _ANSWERS)[event.result]


def _further(event: Event) -> tuple[str, ...]:
    if event.call_again_on:
        return (marked("You agreed to call again on {call_again_on}."),)
    if event.result is Result.TOLD_TO_WAIT and event.until:
        return (marked("They named {until}."),)
    if event.result is Result.OFFER and event.until:
        return (marked("They want your answer by {until}."),)
    return ()
