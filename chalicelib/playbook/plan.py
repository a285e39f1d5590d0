"""What the planner answers: the one step that is next, and where the process stands."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from chalicelib.playbook.contact_selection import ContactSelection
from chalicelib.playbook.interview import Interview, Outcome
from chalicelib.playbook.step import Step


class Plan(Struct, frozen=True, kw_only=True):
    """Either ``step`` is what comes next, or ``outcome`` says how it ended.

    ``is_refused``: a refusal is recorded (so its reasons may be asked for, S6 S7). ``is_call_possible``: calls are
    welcome and there is a number (C). ``attempts`` are the unanswered ones of this round that count by now,
    ``attempts_used`` those and the letters that will (H5). ``letter_sent_on`` is the open status letter's day,
    ``follow_up_on`` that of its follow-up (W7),
    ``promised_call_on`` the day a status letter written today may promise a call for (W7), None where no
    follow-up call is possible. ``promised_on`` is the day for which they last promised an answer,
    ``silent_since`` that of their last word, or of the interview.
    """

    step: Step | None
    outcome: Outcome | None
    is_refused: bool
    attempts: int
    attempts_used: int
    selected_contacts: ContactSelection
    is_call_possible: bool
    letter_sent_on: date | None
    follow_up_on: date | None
    promised_call_on: date | None
    last_contact_on: date | None
    promised_on: date | None
    silent_since: date

    @property
    def is_open(self) -> bool:
        """Whether anything is left to do."""
        return self.step is not None


class PlannedInterview(Struct, frozen=True):
    """A record with its plan, so that nobody has to plan it once more."""

    interview: Interview
    plan: Plan
