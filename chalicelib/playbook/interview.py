"""The record of one interview: its facts, its contacts, and what happened since."""

from datetime import date, datetime
from enum import StrEnum

from chalicelib.playbook.contact import Contact
from chalicelib.playbook.event import Event
from chalicelib.playbook.interview_day import CalendarOrigin
from chalicelib.playbook.interview_facts import InterviewFacts


class Outcome(StrEnum):
    """How a process, or one round of it, ended (M4)."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    REFUSAL = "refusal"
    NO_ANSWER = "no_answer"
    WITHDRAWN = "withdrawn"
    NEXT_ROUND = "next_round"


class Interview(InterviewFacts, frozen=True, kw_only=True):
    """One interview with one employer.

    - ``dated_on``: the day (owner's zone) on which ``interview_on`` was last set. If that is the interview day or
      later, the interview counts as past, unless its time says otherwise (T, the record).
    - ``attempts_elsewhere``: the unanswered attempts in the other rounds of this process (H5).
    - ``origin``: the calendar entry that its day came from; None if it came from none. It is shown nowhere.
    """

    id: str
    dated_on: date
    created_at: datetime
    contacts: tuple[Contact, ...] = ()
    process_id: str = ""
    attempts_elsewhere: int = 0
    events: tuple[Event, ...] = ()
    version: int = 0
    origin: CalendarOrigin | None = None
