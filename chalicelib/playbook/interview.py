"""The record of one interview: the facts, and what happened since."""

from datetime import date, datetime
from enum import StrEnum

from chalicelib.playbook.contact import Contact
from chalicelib.playbook.event import Event
from chalicelib.playbook.interview_facts import InterviewFacts


class Outcome(StrEnum):
    """How a process, or one round of it, ended (M4)."""

    OFFER = "offer"
    REFUSAL = "refusal"
    NO_ANSWER = "no_answer"
    WITHDRAWN = "withdrawn"
    NEXT_ROUND = "next_round"


class Interview(InterviewFacts, frozen=True, kw_only=True):
    """One interview with one employer.

    ``dated_on`` is the day (owner's zone) on which ``interview_on`` was set last: a day set on the day itself, or
    later, is an interview that has been. ``attempts_elsewhere`` counts the unanswered attempts in the other rounds of
    this process (H5).
    """

    id: str
    dated_on: date
    created_at: datetime
    contacts: tuple[Contact, ...] = ()
    process_id: str = ""
    attempts_elsewhere: int = 0
    events: tuple[Event, ...] = ()
    version: int = 0
