"""Where one process stands: the state of the fold, and the step that follows from it on a given day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import Enum, auto
from zoneinfo import ZoneInfo

from proofs.second_planner.second_model import (
    ONE_DAY,
    Facts,
    Person,
    World,
    contact_for_calls,
    contact_for_letters,
    roll,
    thank_you_recipients,
    working_day_after,
)


class Stage(Enum):
    """What kind of situation the process is in."""

    START = auto()  # closing question, thank-you, first status step
    STATUS = auto()  # a status step they asked for: after "wait until", or asking for the day
    AFTER_CALL = auto()  # the letter, or the further call, after an unanswered call
    AGREED = auto()
    AFTER_LETTER = auto()  # receipt call, follow-up call, second letter
    CLOSING = auto()
    MOVE_ON = auto()
    REASONS_CALL = auto()
    REASONS_DEADLINE = auto()
    OFFER = auto()
    ENDED = auto()


@dataclass
class Letter:
    """A letter that counts as an attempt unless something is heard in time."""

    on: date
    is_last_word: bool = False  # move_on is all that follows it
    has_counted: bool = False


@dataclass(frozen=True)
class Step:
    """A step as the rules give it, before any snooze: its kind, its due date, its reason."""

    kind: str | None
    due_on: date | None
    reason: str
    is_second_letter: bool = False


@dataclass
class State:
    """All that the fold remembers."""

    facts: Facts
    world: World
    interview_on: date
    interview_time: time | None
    dated_on: date
    answer_on: date | None
    base: date  # B
    stage: Stage = Stage.START
    due: date | None = None  # of every stage but START and AFTER_LETTER
    outcome: str | None = None
    asks_for_day: bool = False  # at STATUS: W13, not "wait until"
    day_is_open: bool = False
    shown_over: bool = False
    thanks_done: bool = False
    thanked: set[str] = field(default_factory=set)
    letter_on: date | None = None  # L
    current_letter: Letter | None = None  # None: L does not count
    receipt_done: bool = False
    undecided_in_row: int = 0
    struck: frozenset[str] = frozenset()
    unanswered_calls: int = 0
    letters: list[Letter] = field(default_factory=list)
    attempt_in_the_way: bool = False
    is_refused: bool = False
    reasons_tries: int = 0
    end_that_stays: str = "refusal"
    snoozed_until: date | None = None
    snoozed_kind: str | None = None

    # --- calendar and contacts -------------------------------------------------------------

    def wd(self, day: date, number: int) -> date:
        """The number-th working day after the day."""
        return working_day_after(self.world, day, number)

    def roll(self, day: date) -> date:
        """The day or the next working day."""
        return roll(self.world, day)

    @property
    def call_contact(self) -> Person | None:
        """Whom to call."""
        return contact_for_calls(self.facts.people, self.struck)

    @property
    def letter_contact(self) -> Person | None:
        """Whom to write to."""
        return contact_for_letters(self.facts.people)

    @property
    def calls_welcome(self) -> bool:
        """Not knowing is no refusal."""
        return self.facts.may_call is not False

    @property
    def can_call(self) -> bool:
        """There is a phone and calls are welcome."""
        return self.calls_welcome and self.call_contact is not None

    def status_kind(self) -> str:
        """Call or letter for a status step (and, by the ladder, for the closing contact)."""
        if not self.calls_welcome:
            return "status_letter"
        if self.call_contact is None and self.letter_contact is not None:
            return "status_letter"
        return "status_call"

    def after_call_kind(self) -> str:
        """After an unanswered call: the letter if there is an address, else the further step."""
        return "status_letter" if self.letter_contact else self.status_kind()

    # --- the interview and the thanks ------------------------------------------------------

    def is_over(self, moment: datetime) -> bool:
        """Whether the interview is over at the moment."""
        if self.shown_over:
            return True
        if self.interview_time is None and self.dated_on >= self.interview_on:
            return True
        zone = ZoneInfo(self.facts.interview_time_zone or self.world.zone)
        if self.interview_time is None:
            return moment >= datetime.combine(self.interview_on + ONE_DAY, time(), zone)
        begins = datetime.combine(self.interview_on, self.interview_time, zone)
        minutes = max(120, self.facts.interview_minutes or 0)
        return moment.timestamp() >= begins.timestamp() + 60 * minutes

    def status_step_day(self) -> date:
        """The day of what follows the thanks: B, or move_on's day with all attempts used up (reading 11)."""
        return self.wd(self.base, 5) if self.is_used_up() else self.base

    def last_thanks_day(self) -> date:
        """The last day on which a thank-you has not lapsed."""
        return min(self.status_step_day() - ONE_DAY, self.interview_on + timedelta(days=5))

    def owed_thanks(self) -> tuple[str, ...]:
        """Who is still owed a thank-you."""
        recipients = thank_you_recipients(self.facts.people)
        return tuple(person.id for person in recipients if person.id not in self.thanked)

    # --- attempts --------------------------------------------------------------------------

    def letter_counts_on(self, letter: Letter) -> date:
        """The day on which a letter's follow-up is due (reading 1)."""
        if not self.can_call:
            return self.wd(letter.on, 5)
        return self.follow_up_day(letter.on)

    def follow_up_day(self, sent_on: date) -> date:
        """L + 3 days, rolled."""
        return self.roll(sent_on + timedelta(days=3))

    def let_letters_count(self, today: date) -> None:
        """Count the letters whose follow-up is due by today (reading 2: that day's own news is too late)."""
        for letter in self.letters:
            if not letter.has_counted and self.letter_counts_on(letter) <= today:
                letter.has_counted = True

    def forget_waiting_letters(self) -> None:
        """Something was heard, or the process ended: letters not yet counted never will be."""
        self.letters = [letter for letter in self.letters if letter.has_counted]

    def attempts(self) -> int:
        """Attempts counted so far, earlier rounds included."""
        counted = sum(letter.has_counted for letter in self.letters)
        return self.facts.attempts_elsewhere + self.unanswered_calls + counted

    def attempts_used(self) -> int:
        """The same with the letters that will count."""
        return self.facts.attempts_elsewhere + self.unanswered_calls + len(self.letters)

    def is_used_up(self) -> bool:
        """Whether only what they asked for may still come."""
        return self.attempts_used() >= self.world.attempts

    # --- the step --------------------------------------------------------------------------

    def step(self, today: date, moment: datetime) -> Step:
        """The step on this day, without snooze."""
        if self.stage is Stage.START:
            return self._start_step(today, moment)
        if self.stage is Stage.AFTER_LETTER:
            return self._after_letter_step()
        kinds = {
            Stage.STATUS: self.status_kind(),
            Stage.AFTER_CALL: self.after_call_kind(),
            Stage.AGREED: "agreed_call",
            Stage.CLOSING: "closing_contact",
            Stage.MOVE_ON: "move_on",
            Stage.REASONS_CALL: "reasons_call",
            Stage.REASONS_DEADLINE: "reasons_deadline",
            Stage.OFFER: "answer_offer",
            Stage.ENDED: None,
        }
        reason = "asking for the day" if self._is_asking() else self.stage.name
        return Step(kinds[self.stage], self.due, reason)

    def _is_asking(self) -> bool:
        return self.stage is Stage.STATUS and self.asks_for_day

    def _start_step(self, today: date, moment: datetime) -> Step:
        if not self.is_over(moment):
            eve = self.interview_on - ONE_DAY
            due = self.interview_on if self.dated_on > eve else eve
            return Step("closing_question", due, "before the interview")
        if not self.thanks_done and today <= self.last_thanks_day():
            return Step("thank_you_letter", self.interview_on + ONE_DAY, "after the interview")
        if self.is_used_up():
            return Step("move_on", self.status_step_day(), "used up in earlier rounds")
        return Step(self.status_kind(), self.base, self.stage.name)

    def _after_letter_step(self) -> Step:
        assert self.letter_on is not None
        if not self.can_call:
            return Step("status_letter", self.wd(self.letter_on, 5), self.stage.name, is_second_letter=True)
        if self.receipt_done:
            return Step("follow_up_call", self.follow_up_day(self.letter_on), self.stage.name)
        return Step("receipt_call", self.wd(self.letter_on, 1), self.stage.name)

    def snoozed_due(self, step: Step) -> date | None:
        """The step's day after the latest snooze, if that was a snooze of this step."""
        due, until = step.due_on, self.snoozed_until
        if due is None or until is None or step.kind != self.snoozed_kind:
            return due
        if step.kind == "closing_question":
            return max(due, min(until, self.interview_on))
        if step.kind == "thank_you_letter":
            return max(due, min(until, self.last_thanks_day()))
        return self.roll(max(due, until))


def first_base(facts: Facts, world: World, interview_on: date, answer_on: date | None) -> date:
    """B as the record alone gives it."""
    if answer_on is not None:
        return working_day_after(world, answer_on, 1)
    number = (3 if facts.is_persistent else 5) + (5 if facts.background_check else 0)
    return working_day_after(world, interview_on, number)


def answer_date_if_after(answer_on: date | None, interview_on: date) -> date | None:
    """An answer date that is not after the interview is dropped (reading 35 for the record itself)."""
    return answer_on if answer_on is not None and answer_on > interview_on else None


def first_state(facts: Facts, world: World) -> State:
    """The state before any event."""
    answer_on = answer_date_if_after(facts.answer_expected_on, facts.interview_on)
    return State(
        facts=facts,
        world=world,
        interview_on=facts.interview_on,
        interview_time=facts.interview_time,
        dated_on=facts.dated_on,
        answer_on=answer_on,
        base=first_base(facts, world, facts.interview_on, answer_on),
    )
