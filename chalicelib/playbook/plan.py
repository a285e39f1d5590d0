"""The plan of a process: the one step that is next, and where the process stands."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from chalicelib.playbook.contact_selection import ContactSelection
from chalicelib.playbook.interview import Interview, Outcome
from chalicelib.playbook.step import Step


class Plan(Struct, frozen=True, kw_only=True):
    """Either ``step`` is what comes next, or ``outcome`` says how the process ended.

    - ``is_refused``: a refusal is recorded, so its reasons may be asked for (S6, S7).
    - ``attempts``: the attempts of this round that count as unanswered by now (H5).
    - ``attempts_used``: those, and the letters that will count once their follow-up is due (H5).
    - ``is_call_possible``: calls are welcome and there is a number (C).
    - ``letter_sent_on``: the day of the last status letter; ``follow_up_on``: the day of its follow-up (W7).
    - ``promised_call_on``: the day for which a status letter written today may promise a call; None if it may not (W7).
    - ``promised_on``: the day for which they last promised an answer.
    - ``silent_since``: the day of their last answer, or else the interview day.
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
        """Whether a step is left to do."""
        return self.step is not None


class PlannedInterview(Struct, frozen=True):
    """A record with its plan, so that it is planned only once."""

    interview: Interview
    plan: Plan
