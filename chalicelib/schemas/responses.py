"""The types of responses. The names of the fields and their order are part of the API."""

from datetime import date, datetime
from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from chalicelib.drafts.reason_text import CauseText, ReasonText
from chalicelib.playbook.contact import Contact
from chalicelib.playbook.event import EventFacts, EventKind
from chalicelib.playbook.interview import Outcome
from chalicelib.playbook.interview_facts import InterviewFacts
from chalicelib.playbook.search import Stage
from chalicelib.playbook.step import Missing, StepKind

RecordIdText = Annotated[
    str,
    Meta(
        pattern="^[0-7][0-9A-HJKMNP-TV-Z]{25}$",
        description="The id of a record, as its answers carry it.",
        examples=["01K1S0M3000000000000000001"],
    ),
]
EventIdText = Annotated[
    str,
    Meta(
        pattern="^[A-Za-z0-9_-]{1,40}$",
        description="The id of an event, as its record carries it.",
        examples=["4f1d2c3b5a"],
    ),
]
ClockTimeText = Annotated[str, Meta(pattern=r"^\d{2}:\d{2}$", description="A time of day in the owner's zone.")]


class StepResponse(Struct, frozen=True, kw_only=True):
    """One thing to do: what, on which day, and why, in the owner's language and with the ids of the rules."""

    kind: StepKind
    due_on: date
    at: ClockTimeText | None
    why: str
    rules: tuple[str, ...]
    evidence: tuple[ReasonText, ...]
    missing: Missing | None
    snoozed_until: date | None


class EventResponse(EventFacts, frozen=True, kw_only=True):
    """Something that happened on the day ``on``, recorded at ``recorded_at``."""

    call_again_time: ClockTimeText | None  # type: ignore[assignment]  # as text, like all times in responses
    interview_time: ClockTimeText | None  # type: ignore[assignment]
    id: str
    kind: EventKind
    on: date
    recorded_at: datetime
    phone: str | None
    next_interview_id: str | None


class RivalResponse(Struct, frozen=True, kw_only=True):
    """An employer who is still deciding while there is an offer elsewhere (M2)."""

    id: str
    company: str
    position: str
    round: int
    stage: Stage
    decide_by: date | None
    draft: str | None


class WarningResponse(Struct, frozen=True):
    """A field that was taken as it is and looks like a slip, such as a mistyped year; ``reason`` completes "the field
    …"."""

    field: str
    reason: str


class InterviewResponse(InterviewFacts, frozen=True, kw_only=True):
    """A record with what is next in it; ``next_step`` is null once it has ended."""

    interview_time: ClockTimeText | None  # type: ignore[assignment]
    id: RecordIdText
    created_at: datetime
    contacts: tuple[Contact, ...]
    process_id: str
    events: tuple[EventResponse, ...]
    version: int
    status: Literal["open", "ended"]
    outcome: Outcome | None
    attempts: int
    next_step: StepResponse | None
    why_silent: tuple[CauseText, ...]
    next_interview_id: str | None
    warnings: tuple[WarningResponse, ...] | UnsetType = UNSET
    still_deciding: tuple[RivalResponse, ...] | UnsetType = UNSET


class UnreadableResponse(Struct, frozen=True, kw_only=True):
    """A record that cannot be read, planned or put into words. ``reason`` says what broke. It can be removed, and
    ``/export.json`` has it as it is stored."""

    id: str
    reason: str
