"""The plan of a process: the one step that is next, and where the process stands."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from chalicelib.playbook.contact import Contact
from chalicelib.playbook.contact_selection import ContactSelection
from chalicelib.playbook.debriefing import NO_QUESTIONS, Questions
from chalicelib.playbook.event_kinds import OfferedWhen
from chalicelib.playbook.interview import Interview, Outcome
from chalicelib.playbook.process_state import DayToCome
from chalicelib.playbook.step import Step, StepKind


class Plan(Struct, frozen=True, kw_only=True):
    """Either ``step`` is what comes next, or ``outcome`` says how the process ended.

    - ``is_refused``: a refusal is recorded, so its reasons may be asked for (S6, S7).
    - ``attempts``: the attempts of this round that count as unanswered by now (H5).
    - ``attempts_used``: those, and the letters that will count once their follow-up is due (H5).
    - ``unthanked``: those who are still owed a thank-you letter (W2).
    - ``day_to_come``: the day that they have not named yet, so that it is what to ask for; None otherwise (W13).
    - ``may_move``: the interview may still be moved (T).
    - ``is_call_possible``: calls are welcome and there is a number (C).
    - ``letter_sent_on``: the day of the last status letter; ``follow_up_on``: the day of its follow-up (W7). None
      once they moved the interview, or invited, without a day.
    - ``promised_call_on``: the day for which a status letter written today may promise a call; None if it may not (W7).
    - ``promised_on``: the day for which they last promised an answer.
    - ``silent_since``: the day of their last answer, or else the interview day.
    - ``base_on``: the base day, B in the timing table (T).
    - ``is_asked``: the employer asked for this step (H5).
    - ``withdraw_until``: the last day on which the mail offers to withdraw from the others, once an offer was accepted
      (M2, D1); None otherwise, and after that day.
    - ``questions``: what the owner is asked once the interview is over (W12).
    """

    step: Step | None
    outcome: Outcome | None
    is_refused: bool
    attempts: int
    attempts_used: int
    selected_contacts: ContactSelection
    unthanked: tuple[Contact, ...]
    is_call_possible: bool
    letter_sent_on: date | None
    follow_up_on: date | None
    promised_call_on: date | None
    last_contact_on: date | None
    promised_on: date | None
    day_to_come: DayToCome | None
    may_move: bool
    silent_since: date
    base_on: date
    is_asked: bool
    withdraw_until: date | None = None
    questions: Questions = NO_QUESTIONS

    @property
    def listed_on(self) -> date | None:
        """The day by which the index ``open`` lists the record: that of its step, or the last one on which its
        acceptance says something to the others; None if it is not listed."""
        return self.step.due_on if self.step else self.withdraw_until

    @property
    def is_offered(self) -> bool:
        """Whether an offer stands, and is to be answered (M2)."""
        return self.step is not None and self.step.kind is StepKind.ANSWER_OFFER

    def allows(self, when: OfferedWhen) -> bool:
        """Whether an event can be recorded now that is offered at such times (T)."""
        match when:
            case OfferedWhen.ALWAYS:
                return True
            case OfferedWhen.WHILE_OPEN:
                return self.is_open
            case OfferedWhen.AFTER_A_REFUSAL:
                return self.is_refused
            case OfferedWhen.WHILE_AN_OFFER_STANDS:
                return self.is_offered
            case OfferedWhen.WHILE_THE_DAY_MAY_MOVE:
                return self.may_move

    @property
    def is_open(self) -> bool:
        """Whether a step is left to do."""
        return self.step is not None


class PlannedInterview(Struct, frozen=True):
    """A record with its plan, so that it is planned only once."""

    interview: Interview
    plan: Plan
