"""The state of a process after its events. ``fold`` computes it; ``next_step`` reads it."""

from __future__ import annotations

from datetime import date, time, timedelta
from enum import Enum, auto
from typing import NamedTuple

from msgspec import Struct

from chalicelib.playbook.contact import Contact
from chalicelib.playbook.contact_selection import ContactSelection, select_contacts
from chalicelib.playbook.interview import Interview, Outcome
from chalicelib.playbook.interview_day import InterviewDay
from chalicelib.playbook.planning_context import PlanningContext
from chalicelib.playbook.step import Reason, StepKind
from chalicelib.playbook.working_days import WorkingDays

THREE_DAYS, TWO_WEEKS = timedelta(days=3), timedelta(days=14)


class Phase(Enum):
    """What the process is waiting for the owner to do."""

    STATUS = auto()  # ask for the result on the base day
    AFTER_CALL = auto()  # a call went unanswered: the letter, or a further call
    LETTER_OUT = auto()  # a status letter is on its way: receipt, follow-up
    AGREED = auto()  # a day for the next call is agreed
    CLOSING = auto()
    MOVING_ON = auto()
    REASONS_CALL = auto()
    REASONS_DEADLINE = auto()
    OFFER = auto()  # an offer is to be answered
    ENDED = auto()


class DayToCome(Enum):
    """Which day they have yet to name (W13)."""

    INTERVIEW = auto()  # they moved the interview
    NEXT_ROUND = auto()  # they invited to the next round


class Snooze(Struct, frozen=True):
    """The owner put off one step until a day: the step of this ``kind`` that was due on ``due_on`` then (T)."""

    until: date
    kind: StepKind
    due_on: date


class ProcessState(NamedTuple):
    """One process after its events up to some day. Days are the employer's working days unless said otherwise.

    - ``due_on``: the day of the current phase; while a letter is out, the day of its step depends on
      ``letter_sent_on`` and on who can be reached.
    - ``base_on``: the base day, B in the timing table (T).
    - ``interview``: the record with its day as of then; ``later_days``: the days on which later moves set it.
    - ``is_held``: something that the owner did shows that the interview is over (T).
    - ``is_thanked``: no step before the status step is pending any more; ``thanked``: the ids of those who have been
      thanked so far (W2).
    - ``is_asked``: the employer asked for this step, so it does not count (H5).
    - ``day_to_come``: the day that they have not named yet, if there is one (W13).
    - ``is_attempted``: an attempt that counts was made since the day of the interview was last set or left open.
    - ``settled_as``: the end that stays if only the reasons of a refusal are still asked for.
    - ``promised_on``: the day for which they last promised an answer.
    - ``open_letters``: the days of the letters that count as unanswered attempts once their follow-up is due.
    - ``undecided_calls``: the calls in a row that ended without a decision or a day; W9 counts to three.

    It is a named tuple because every event makes a few new ones: with a dataclass, planning takes 50 % longer.
    """

    interview: Interview
    planning: PlanningContext
    phase: Phase
    due_on: date
    base_on: date
    reasons: tuple[Reason, ...]
    at: time | None = None
    later_days: tuple[InterviewDay, ...] = ()
    is_held: bool = False
    is_thanked: bool = False
    thanked: frozenset[str] = frozenset()
    is_asked: bool = False
    day_to_come: DayToCome | None = None
    is_attempted: bool = False
    is_refused: bool = False
    is_receipt_checked: bool = False
    promised_on: date | None = None
    letter_sent_on: date | None = None
    call_on: date | None = None
    open_letters: tuple[date, ...] = ()
    counted: int = 0
    undecided_calls: int = 0
    reasons_calls: int = 0
    last_contact_on: date | None = None
    heard_on: date | None = None
    struck_phones: frozenset[str] = frozenset()
    outcome: Outcome | None = None
    settled_as: Outcome = Outcome.REFUSAL
    snooze: Snooze | None = None

    @property
    def days(self) -> WorkingDays:
        """The employer's calendar (W10)."""
        return self.planning.working_days

    @property
    def selected_contacts(self) -> ContactSelection:
        """The contact to call and the contact to write to, without wrong numbers (C)."""
        return select_contacts(self.interview.contacts, self.struck_phones)

    @property
    def is_call_welcome(self) -> bool:
        """Whether calls are welcome: they are, unless the employer said no."""
        return self.interview.may_call is not False

    @property
    def can_call(self) -> bool:
        """Whether calls are welcome and there is a number."""
        return self.is_call_welcome and self.selected_contacts.to_call is not None

    @property
    def is_turned_down(self) -> bool:
        """Whether a recorded refusal leaves nothing to wait for; an offer that stands does."""
        return self.is_refused and self.phase is not Phase.OFFER

    @property
    def may_move(self) -> bool:
        """Whether a move of the interview can be recorded (T): nobody was asked for the result of it yet.

        While an offer stands it can be, and has no effect.
        """
        if self.phase in (Phase.ENDED, Phase.OFFER):
            return self.phase is Phase.OFFER
        return self.day_to_come is not None or not self.is_attempted

    @property
    def owed_thanks(self) -> tuple[Contact, ...]:
        """Everybody who is owed a thank-you letter, thanked or not (W2, C4): those who were there and have an address;
        if there is nobody such, the highest rung for letters."""
        met = tuple(contact for contact in self.interview.contacts if contact.met and contact.email)
        highest = self.selected_contacts.to_write
        return met or ((highest,) if highest else ())

    @property
    def unthanked(self) -> tuple[Contact, ...]:
        """Those who are owed a thank-you letter and have none yet."""
        return tuple(contact for contact in self.owed_thanks if contact.id not in self.thanked)

    @property
    def attempts_used(self) -> int:
        """The attempts of this round; an open letter already counts as one (H5)."""
        return self.counted + len(self.open_letters)

    @property
    def attempts_used_in_all(self) -> int:
        """The attempts over all rounds (H5, M4)."""
        return self.attempts_used + self.interview.attempts_elsewhere

    @property
    def is_exhausted(self) -> bool:
        """Whether all attempts are used up, over all rounds (H5)."""
        return self.attempts_used_in_all >= self.planning.pacing.attempts

    def attempts_on(self, day: date) -> int:
        """The attempts of this round that are unanswered by ``day``; a letter counts once its follow-up is due (H5)."""
        return self.counted + sum(self.follow_up_on(letter_on) <= day for letter_on in self.open_letters)

    def follow_up_on(self, letter_on: date) -> date:
        """The day on which a letter is followed up: by a call, or by the second letter (W7)."""
        return self.days.roll(letter_on + THREE_DAYS) if self.can_call else self.days.after(letter_on, 5)

    def enter(self, phase: Phase, due_on: date, *reasons: Reason, **changes: object) -> ProcessState:
        """The state with a new step; what belonged only to the old step is reset."""
        reset: dict[str, object] = {"at": None, "is_asked": False, "outcome": None}
        return self._replace(phase=phase, due_on=due_on, reasons=reasons, **(reset | changes))  # type: ignore[arg-type]

    def enter_closing(self, contact_on: date, reason: Reason) -> ProcessState:
        """The state at the closing word, one last call or letter before the process counts as refused (W9).

        It is due two weeks after B, but not within the pause after ``contact_on``, the last contact (H5).
        """
        after_pause = self.days.after(contact_on, self.planning.pacing.days)
        return self.enter(Phase.CLOSING, max(self.days.roll(self.base_on + TWO_WEEKS), after_pause), reason)

    def end(self, outcome: Outcome) -> ProcessState:
        """The state, ended with this outcome."""
        return self.enter(Phase.ENDED, self.due_on, outcome=outcome, day_to_come=None)

    def with_one_more_attempt(self) -> ProcessState:
        """The state with one more unanswered attempt, unless they asked for it (H5)."""
        is_exempt = self.is_asked or self.phase is Phase.AGREED
        return self if is_exempt else self._replace(counted=self.counted + 1, is_attempted=True)

    def with_open_letter(self, sent_on: date) -> ProcessState:
        """The state with one more letter that counts once its follow-up is due (H5)."""
        return self._replace(open_letters=(*self.open_letters, sent_on), is_attempted=True)
