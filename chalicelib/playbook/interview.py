"""The record of one interview: the facts, and what happened since."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum

from msgspec import Struct

from chalicelib.playbook.contact import Contact
from chalicelib.playbook.event import Event


class Outcome(StrEnum):
    """How a process, or one round of it, ended (M4)."""

    OFFER = "offer"
    REFUSAL = "refusal"
    NO_ANSWER = "no_answer"
    WITHDRAWN = "withdrawn"
    NEXT_ROUND = "next_round"


class Channel(StrEnum):
    """How the employer said that the answer would come. H1 knows these two only."""

    PHONE = "phone"
    EMAIL = "email"


class Interview(Struct, frozen=True, kw_only=True):
    """One interview with one employer.

    ``interview_on`` and ``interview_time`` are in the owner's zone. ``dated_on`` is the day (owner's zone)
    on which ``interview_on`` was set last: a day set on the day itself, or later, is an interview that has
    been. ``may_call`` and ``persistence_expected`` are None when nobody said (T, the record).
    ``attempts_elsewhere`` counts the unanswered attempts in the other rounds of this process (H5).
    """

    id: str
    company: str
    position: str
    interview_on: date
    dated_on: date
    created_at: datetime
    interview_time: time | None = None
    round: int = 1
    contacts: tuple[Contact, ...] = ()
    answer_expected_on: date | None = None
    answer_channel: Channel | None = None
    may_call: bool | None = None
    persistence_expected: bool | None = None
    background_check: bool = False
    test_task: bool = False
    employer_country: str | None = None
    language: str | None = None
    notes: str | None = None
    url: str | None = None
    process_id: str = ""
    attempts_elsewhere: int = 0
    events: tuple[Event, ...] = ()
    version: int = 0
