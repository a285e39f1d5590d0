"""Simulate whole processes: the employer answers at random, and the owner does what is due, more or less."""

from __future__ import annotations

import random
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from msgspec.structs import replace

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.forecast import completion_event, doable_day
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_end import over_at
from chalicelib.playbook.moves import with_event
from chalicelib.playbook.next_round import next_round_record
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.rules import plan
from chalicelib.playbook.step import Step, StepKind
from chalicelib.playbook.working_days import WorkingDays
from tests.playbook.attempt_counter import AttemptCounter
from tests.playbook.first_records import NEW_YEAR, a_record
from tests.playbook.planning import ZONE, context_at

LONGEST = 150  # events; a process with more of them does not end
MOST_WORDS = 5  # then the employer falls silent for good
UNANSWERED = (Result.NO_ANSWER, Result.NO_ANSWER, Result.VOICEMAIL, Result.WRONG_NUMBER)
ANSWERS = (EventKind.OFFER_ACCEPTED, EventKind.OFFER_DECLINED, EventKind.CLOSED, EventKind.LETTER_SENT)
MAILS = (
    *(Result.TOLD_TO_WAIT, Result.TOLD_TO_WAIT, Result.REFUSAL, Result.REFUSAL),
    *(Result.OFFER, Result.OFFER, Result.NEXT_ROUND, Result.NEXT_ROUND),
)


@dataclass(frozen=True)
class Moment:
    """A plan, the event that followed, both counts of attempts before it (ours and the planner's), and the calendar."""

    plan: Plan
    event: Event
    before: AttemptCounter
    used_by_plan: int
    days: WorkingDays


class Life:
    """One process from its first interview to its end, as the moments in which something happened."""

    def __init__(self, seed: str) -> None:
        self.dice = random.Random(seed)
        self.words_left = self.dice.randrange(MOST_WORDS)
        self.tally = AttemptCounter()
        self.moments: list[Moment] = []
        self._begin(a_record(self.dice), datetime.combine(NEW_YEAR, time(9), ZONE))

    def plan(self) -> Plan:
        """What is next now."""
        return plan(self.record, self.planning, self.now)

    def live(self) -> Life:
        """Go on until nothing is left to do, or ``LONGEST`` events have happened."""
        planned = self.plan()
        while len(self.moments) < LONGEST and (planned.step or self._is_reopened()):
            self._something_happens(planned)
            planned = self.plan()
        return self

    def _begin(self, record: Interview, now: datetime) -> None:
        self.record, self.planning = record, context_at(record.employer_country or "DE")
        self.now = max(now, datetime.combine(record.dated_on, time(9), ZONE))

    def _is_reopened(self) -> bool:
        """Whether the employer writes after the end, which they do now and then."""
        return self.words_left > 0 and self._chance(0.2)

    def _something_happens(self, planned: Plan) -> None:
        """The employer writes first, or the owner does something about the step, mostly what is due."""
        step = planned.step
        if step is None or (self.words_left and self._chance(0.15)):
            self._pass(self._today + self._days(6))
            self._record(planned, self._move() if planned.may_move and self._chance(0.3) else self._mail())
        elif step.kind is StepKind.CLOSING_QUESTION:
            self.now = max(self.now, over_at(self.record, ZONE))
        elif self._chance(0.05):
            self._record(planned, self._event(EventKind.SNOOZED, until=self._today + self._days(14)))
        else:
            self._act(planned, step)

    def _act(self, planned: Plan, step: Step) -> None:
        """Do something on the step's day, some days later or at once; unless the time for it is over by then."""
        if not (self._may_do_more(step) and self._chance(0.1)):
            late = self._days(10) if self._chance(0.25) else timedelta(0)
            self._pass(doable_day(step, self.planning, max(self._today, step.due_on) + late))
        if step.kind is not StepKind.THANK_YOU_LETTER or self.plan().step == step:
            self._record(planned, self._deed(planned, step))

    def _may_do_more(self, step: Step) -> bool:
        """Whether the owner may do more than is due: with the attempts used up they do not (H5)."""
        return self._today > self.record.interview_on and self.tally.used < self.planning.pacing.attempts

    def _deed(self, planned: Plan, step: Step) -> Event:
        """The owner's event: what is due, or a letter instead, reasons requested or received, or withdrawing."""
        if planned.is_offered:
            return self._event(self.dice.choice(ANSWERS))
        if self._may_do_more(step) and self._chance(0.15):
            return self._event(EventKind.LETTER_SENT)
        if planned.is_refused and self._chance(0.4):
            return self._event(self.dice.choice((EventKind.REASONS_REQUESTED, EventKind.REASONS_RECEIVED)))
        if self._chance(0.01):
            return self._event(EventKind.WITHDRAWN)
        if step.kind is StepKind.THANK_YOU_LETTER and planned.unthanked:
            return self._thanks(planned)
        due = completion_event(step, planned, self._today, self.now)
        return self._call(planned) if due.kind is EventKind.CALLED else due

    def _thanks(self, planned: Plan) -> Event:
        """A thank-you letter to one of those who are owed one, or to all of them."""
        return self._event(EventKind.THANK_YOU_SENT, contact=self.dice.choice((None, planned.unthanked[0].id)))

    def _call(self, planned: Plan) -> Event:
        """A call and its result; once the employer has fallen silent, nobody answers."""
        if not self.words_left or self._chance(0.5):
            phone = planned.selected_contacts.to_call.phone if planned.selected_contacts.to_call else None
            return self._event(EventKind.CALLED, result=self.dice.choice(UNANSWERED), phone=phone)
        self.words_left -= 1
        day = self._today + timedelta(days=self.dice.randrange(-1, 20)) if self._chance(0.5) else None
        if self._chance(0.2):
            return self._event(EventKind.CALLED, result=Result.ARRIVED)
        if self._chance(0.5):
            return self._event(EventKind.CALLED, result=Result.NO_DECISION, call_again_on=day)
        return self._event(EventKind.CALLED, result=Result.TOLD_TO_WAIT, until=day)

    def _mail(self) -> Event:
        """An answer from the employer; before the interview nobody asks to wait for its result. Days may be missing."""
        self.words_left -= 1
        is_early = self._today < self.record.interview_on
        return self._event(
            EventKind.HEARD_BACK,
            result=self.dice.choice(MAILS[2:] if is_early else MAILS),
            until=self._today + self._days(20) if self._chance(0.5) else None,
            reasons_given=self.dice.choice((None, True, False)),
            interview_on=self._today + self._days(15) if self._chance(0.7) else None,
        )

    def _move(self) -> Event:
        """The employer moves the interview, or names the day that was open; sometimes without a day."""
        self.words_left -= 1
        day = self._today + self._days(15) if self._chance(0.6) else None
        return self._event(EventKind.INTERVIEW_MOVED, interview_on=day, interview_time=day and time(11))

    def _record(self, planned: Plan, event: Event) -> None:
        """Record an event; a next round with its day opens the next record, unless an offer stands here (M4)."""
        if event.kind is EventKind.LETTER_SENT:
            planned = self.plan()  # what the employer promises is counted from that day
        used = planned.attempts_used + self.record.attempts_elsewhere
        self.moments.append(Moment(planned, event, copy(self.tally), used, self.planning.working_days))
        self.tally.take(planned, event, self.planning.working_days)
        self.record = with_event(self.record, event, planned)
        if event.result is Result.NEXT_ROUND and event.interview_on and not planned.is_offered:
            self._begin_next_round(event)

    def _begin_next_round(self, event: Event) -> None:
        after = next_round_record(self.record, event, "the next", self._today, self.now)
        self.tally.last_contact = None
        self._begin(replace(after, attempts_elsewhere=self.tally.used), self.now)

    def _pass(self, until: date) -> None:
        self.now = max(self.now, datetime.combine(until, time(12), ZONE))

    def _event(self, kind: EventKind, **facts: Any) -> Event:
        return Event(kind=kind, on=self._today, recorded_at=self.now, **facts)

    @property
    def _today(self) -> date:
        return self.now.date()

    def _chance(self, share: float) -> bool:
        return self.dice.random() < share

    def _days(self, most: int) -> timedelta:
        return timedelta(days=self.dice.randint(1, most))
