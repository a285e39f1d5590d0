"""The state of a process after its events. ``fold`` computes it; ``next_step`` reads it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo
from enum import Enum, auto
from typing import NamedTuple

from msgspec import Struct

from chalicelib.playbook.contact_selection import ContactSelection, select_contacts
from chalicelib.playbook.interview import Interview, Outcome
from chalicelib.playbook.planning_context import PlanningContext
from chalicelib.playbook.step import Reason, StepKind
from chalicelib.playbook.working_days import ONE_DAY, WorkingDays

THREE_DAYS, TWO_WEEKS = timedelta(days=3), timedelta(days=14)
TWO_HOURS = 2 * 60 * 60  # seconds


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
    ENDED = auto()


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
    - ``is_thanked``: no step before the status step is pending any more; this also shows that the interview is over.
    - ``is_asked``: the employer asked for this step, so it does not count (H5).
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
    is_thanked: bool = False
    is_asked: bool = False
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
        """Whether a refusal is their last word; ``is_refused`` only says that one is recorded."""
        return self.phase in (Phase.REASONS_CALL, Phase.REASONS_DEADLINE) or self.outcome is Outcome.REFUSAL

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
        reset: dict[str, object] = {"at": None, "is_asked": False}
        return self._replace(phase=phase, due_on=due_on, reasons=reasons, **(reset | changes))  # type: ignore[arg-type]

    def enter_closing(self, contact_on: date, reason: Reason) -> ProcessState:
        """The state at the closing word, one last call or letter before the process counts as refused (W9).

        It is due two weeks after B, but not within the pause after ``contact_on``, the last contact (H5).
        """
        after_pause = self.days.after(contact_on, self.planning.pacing.days)
        return self.enter(Phase.CLOSING, max(self.days.roll(self.base_on + TWO_WEEKS), after_pause), reason)

    def end(self, outcome: Outcome) -> ProcessState:
        """The state, ended with this outcome."""
        return self.enter(Phase.ENDED, self.due_on, outcome=outcome)

    def with_one_more_attempt(self) -> ProcessState:
        """The state with one more unanswered attempt, unless they asked for it (H5)."""
        is_exempt = self.is_asked or self.phase is Phase.AGREED
        return self if is_exempt else self._replace(counted=self.counted + 1)


def is_over(interview: Interview, now_local: datetime) -> bool:
    """Whether the interview is over at ``now_local``, an instant in the owner's zone (T, the record).

    It is over at ``over_at``; with a date only, at once if the date was set on the day itself or later.
    """
    is_dated_late = interview.interview_time is None and interview.dated_on >= interview.interview_on
    return is_dated_late or now_local.timestamp() >= over_at(interview, now_local.tzinfo).timestamp()


def over_at(interview: Interview, zone: tzinfo | None) -> datetime:
    """The instant, in the owner's ``zone``, at which the interview is over by its day and time alone.

    - With a time: two hours after it begins, or its ``interview_minutes`` if that is longer.
    - With a date only: when that day ends.
    """
    if interview.interview_time is None:
        return datetime.combine(day_after(interview.interview_on), time(0), zone)
    began_at = datetime.combine(interview.interview_on, interview.interview_time, zone)
    seconds = max(TWO_HOURS, (interview.interview_minutes or 0) * 60)
    return datetime.fromtimestamp(began_at.timestamp() + seconds, zone)


def day_after(day: date) -> date:
    """The next calendar day, working or not."""
    return day + ONE_DAY
