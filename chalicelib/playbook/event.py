"""An event: something that happened in a process. The owner called, wrote, heard back …"""

from datetime import date, datetime, time
from enum import StrEnum
from typing import Annotated, Any, Self

from msgspec import Struct
from msgspec.structs import replace

from chalicelib.playbook.contact import LONGEST_TAG
from chalicelib.playbook.debrief import Debrief
from chalicelib.playbook.fields import Field, FieldType
from chalicelib.playbook.interview_day import InterviewDay

LONGEST_NOTE = 1000  # characters


class EventKind(StrEnum):
    """What happened."""

    THANK_YOU_SENT = "thank_you_sent"
    LETTER_SENT = "letter_sent"
    CALLED = "called"
    HEARD_BACK = "heard_back"
    INTERVIEW_MOVED = "interview_moved"
    OFFER_ACCEPTED = "offer_accepted"
    OFFER_DECLINED = "offer_declined"
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
    ARRIVED = "arrived"
    OFFER = "offer"
    REFUSAL = "refusal"
    NEXT_ROUND = "next_round"


class EventFacts(Struct, frozen=True, kw_only=True):
    """The details of an event, besides its kind and its day. ``event_kinds`` says which of them a kind takes."""

    result: Annotated[
        Result | None,
        Field(
            FieldType.CHOICE,
            choices=Result,
            meaning="How a call went, or what they said: with `called` and `heard_back` only, and required there",
        ),
    ] = None
    call_again_on: Annotated[
        date | None,
        Field(FieldType.DAY, meaning="With `no_decision`: the day on which they asked you to call again"),
    ] = None
    call_again_time: Annotated[
        time | None, Field(FieldType.CLOCK_TIME, meaning="With `call_again_on`: the hour of it")
    ] = None
    until: Annotated[
        date | None,
        Field(
            FieldType.DAY,
            meaning="With `told_to_wait` and `snoozed`: until when; with `offer`: by when they want your answer",
        ),
    ] = None
    reasons_given: Annotated[
        bool | None, Field(FieldType.SWITCH, meaning="With `refusal`: whether they gave their reasons")
    ] = None
    interview_on: Annotated[
        date | None,
        Field(
            FieldType.DAY,
            meaning="With `next_round` and `interview_moved`: the day of that interview; absent if they named none",
        ),
    ] = None
    interview_time: Annotated[
        time | None, Field(FieldType.CLOCK_TIME, meaning="With `interview_on`: when that interview begins")
    ] = None
    contact: Annotated[
        str | None,
        Field(
            FieldType.TAG,
            longest=LONGEST_TAG,
            meaning="With `thank_you_sent`: the id of the contact who was thanked; all of them if absent",
        ),
    ] = None
    note: Annotated[str | None, Field(FieldType.PARAGRAPHS, longest=LONGEST_NOTE, meaning="For you")] = None


class Event(EventFacts, frozen=True, kw_only=True):
    """One thing that happened on the day ``on`` (owner's zone), recorded at ``recorded_at``.

    These fields are filled in when the event is recorded, never sent by the owner:

    - ``id``: unique within the record, and empty until the event is recorded.
    - ``phone``: the number that a call with ``wrong_number`` strikes.
    - ``next_interview_id``: the record that a ``next_round`` opened.
    - ``moved_from``: the day that an ``interview_moved`` replaced. The new one is the record's, or that which the next
      move replaced.
    - ``debrief``: what a ``note`` of the questions after the interview gave to the record (W12).
    """

    id: str = ""
    kind: EventKind
    on: date
    recorded_at: datetime
    phone: str | None = None
    next_interview_id: str | None = None
    moved_from: InterviewDay | None = None
    debrief: Debrief | None = None

    def has_same_content_as(self, other: Self) -> bool:
        """Whether both say that the same happened. What was filled in when they were recorded is ignored."""
        filled_in = dict.fromkeys(("phone", "next_interview_id", "moved_from", "debrief"))
        ignored: dict[str, Any] = {"id": "", "recorded_at": self.recorded_at, **filled_in}
        return replace(self, **ignored) == replace(other, **ignored)
