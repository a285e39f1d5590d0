"""Something that happened in a process: the owner called, wrote, heard back …"""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum

from msgspec import Struct


class EventKind(StrEnum):
    """What happened."""

    THANK_YOU_SENT = "thank_you_sent"
    LETTER_SENT = "letter_sent"
    CALLED = "called"
    HEARD_BACK = "heard_back"
    REASONS_REQUESTED = "reasons_requested"
    REASONS_RECEIVED = "reasons_received"
    SNOOZED = "snoozed"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"
    NOTE = "note"


class Result(StrEnum):
    """How a call went, or what the employer said."""

    NO_DECISION = "no_decision"
    NO_ANSWER = "no_answer"
    VOICEMAIL = "voicemail"
    WRONG_NUMBER = "wrong_number"
    TOLD_TO_WAIT = "told_to_wait"
    OFFER = "offer"
    REFUSAL = "refusal"
    NEXT_ROUND = "next_round"


class Event(Struct, frozen=True, kw_only=True):
    """One thing that happened on the day ``on`` (owner's zone), written down at ``recorded_at``.

    ``phone`` is the number that a call with ``wrong_number`` strikes; ``next_interview_id`` is the record
    that a ``next_round`` opened. Both are filled in when the event is recorded, never sent by the owner.
    """

    kind: EventKind
    on: date
    recorded_at: datetime
    result: Result | None = None
    call_again_on: date | None = None
    call_again_time: time | None = None
    until: date | None = None
    reasons_given: bool | None = None
    interview_on: date | None = None
    interview_time: time | None = None
    note: str | None = None
    phone: str | None = None
    next_interview_id: str | None = None
