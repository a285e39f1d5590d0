"""T's counting rule written a second time, to check the planner's own count against along a life."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.step import Step, StepKind
from chalicelib.playbook.working_days import WorkingDays

NEVER_COUNTED = (StepKind.AGREED_CALL, StepKind.REASONS_CALL, StepKind.REASONS_DEADLINE, StepKind.MOVE_ON)
STATUS = (StepKind.STATUS_CALL, StepKind.STATUS_LETTER)
UNANSWERED = (Result.NO_ANSWER, Result.VOICEMAIL, Result.WRONG_NUMBER)
TALKED = (Result.NO_DECISION, Result.TOLD_TO_WAIT, Result.ARRIVED)
THEIR_WORDS = (Result.OFFER, Result.REFUSAL)  # what changes an offer
CONTACTS = (EventKind.CALLED, EventKind.LETTER_SENT)


@dataclass
class AttemptCounter:
    """The unanswered attempts of a process over all its rounds (H5).

    ``open_letters`` count once their follow-up is due with nothing heard; ``is_asked``: the status step that is
    next was asked for, so it does not count; ``last_contact`` is the owner's last call or letter of this round.
    """

    counted: int = 0
    open_letters: list[date] = field(default_factory=list)
    is_asked: bool = False
    last_contact: Event | None = None

    @property
    def used(self) -> int:
        """The attempts that count, with letters that will count if nothing is heard."""
        return self.counted + len(self.open_letters)

    def take(self, plan: Plan, event: Event, days: WorkingDays) -> None:
        """Count an event that happened when ``plan``'s step was next."""
        if plan.is_offered and event.result not in THEIR_WORDS:
            return
        self._settle(plan, event, days)
        if event.kind is EventKind.INTERVIEW_MOVED:
            self._moved(event)
        elif event.kind is EventKind.HEARD_BACK or event.result in TALKED:
            self._heard(plan, event)
        elif event.result in UNANSWERED:
            self.counted += self._is_attempt(plan, event, days)
        elif event.kind is EventKind.LETTER_SENT:
            self._letter(plan, event)
        if event.kind in CONTACTS:
            self.last_contact = event
            self.is_asked = self.is_asked and event.result is Result.TOLD_TO_WAIT

    def is_asked_for(self, step: Step) -> bool:
        """Whether a step is exempt from counting: they asked for it, or it is about the reasons or the end."""
        return step.kind in NEVER_COUNTED or (self.is_asked and step.kind in STATUS)

    def follow_up_on(self, letter_on: date, plan: Plan, days: WorkingDays) -> date:
        """The day on which a letter is followed up, by a call or by the second letter (W7)."""
        if plan.is_call_possible:
            return days.roll(letter_on + timedelta(days=3))
        return days.after(letter_on, 5)

    def _moved(self, event: Event) -> None:
        """They spoke; with the new day all begins anew, without one they asked for the next step (W13)."""
        self.open_letters = []
        self.is_asked = event.interview_on is None
        self.last_contact = None if event.interview_on else self.last_contact

    def _heard(self, plan: Plan, event: Event) -> None:
        self.open_letters = []
        is_invited_without_a_day = event.result is Result.NEXT_ROUND and event.interview_on is None
        is_told_to_wait = event.result is Result.TOLD_TO_WAIT and not plan.is_refused
        self.is_asked = is_invited_without_a_day or is_told_to_wait

    def _settle(self, plan: Plan, event: Event, days: WorkingDays) -> None:
        due = [letter for letter in self.open_letters if self.follow_up_on(letter, plan, days) <= event.on]
        self.open_letters = [letter for letter in self.open_letters if letter not in due]
        self.counted += len(due)

    def _is_attempt(self, plan: Plan, event: Event, days: WorkingDays) -> bool:
        if plan.step is None or self.is_asked_for(plan.step):
            return False
        if plan.step.kind is StepKind.RECEIPT_CALL and plan.letter_sent_on:
            return event.on >= self.follow_up_on(plan.letter_sent_on, plan, days)
        return True

    def _letter(self, plan: Plan, event: Event) -> None:
        if plan.step is None:
            return
        kind = plan.step.kind
        if kind is StepKind.RECEIPT_CALL:  # sent again
            self.open_letters = [event.on if day == plan.letter_sent_on else day for day in self.open_letters]
        elif kind is StepKind.AGREED_CALL:  # no follow-up will come for it
            self.counted += 1
        elif not self.is_asked_for(plan.step):
            self.open_letters.append(event.on)
