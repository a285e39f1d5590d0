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
from chalicelib.playbook.next_round import next_round_record
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.process_state import over_at
from chalicelib.playbook.rules import plan
from chalicelib.playbook.step import Step, StepKind
from chalicelib.playbook.working_days import WorkingDays
from tests.factories import a_contact, an_interview
from tests.playbook.attempt_counter import AttemptCounter
from tests.playbook.planning import ZONE, context_at

PLACES = ("DE", "US", "RU", "GB-SCT", "FR", "JP", "IN", "IL")
NEW_YEAR = date(2026, 1, 1)
LONGEST = 150  # events; a process with more of them does not end
MOST_WORDS = 5  # then the employer falls silent for good
CONTACTS = (
    (a_contact(),),
    (a_contact(phone="+49 30 1"), a_contact(phone="+49 30 2")),
    (a_contact(phone=None),),
    (a_contact(email=None),),
    (),
)
UNANSWERED = (Result.NO_ANSWER, Result.NO_ANSWER, Result.VOICEMAIL, Result.WRONG_NUMBER)
MAILS = (Result.TOLD_TO_WAIT, Result.TOLD_TO_WAIT, Result.REFUSAL, Result.REFUSAL, Result.OFFER, Result.NEXT_ROUND)


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
        self._begin(_a_record(self.dice), datetime.combine(NEW_YEAR, time(9), ZONE))

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
            self._record(planned, self._mail())
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
        if self._may_do_more(step) and self._chance(0.15):
            return self._event(EventKind.LETTER_SENT)
        if planned.is_refused and self._chance(0.3):
            return self._event(self.dice.choice((EventKind.REASONS_REQUESTED, EventKind.REASONS_RECEIVED)))
        if self._chance(0.01):
            return self._event(EventKind.WITHDRAWN)
        due = completion_event(step, planned, self._today, self.now)
        return self._call(planned) if due.kind is EventKind.CALLED else due

    def _call(self, planned: Plan) -> Event:
        """A call and its result; once the employer has fallen silent, nobody answers."""
        if not self.words_left or self._chance(0.5):
            phone = planned.selected_contacts.to_call.phone if planned.selected_contacts.to_call else None
            return self._event(EventKind.CALLED, result=self.dice.choice(UNANSWERED), phone=phone)
        self.words_left -= 1
        day = self._today + timedelta(days=self.dice.randrange(-1, 20)) if self._chance(0.5) else None
        if self._chance(0.5):
            return self._event(EventKind.CALLED, result=Result.NO_DECISION, call_again_on=day)
        return self._event(EventKind.CALLED, result=Result.TOLD_TO_WAIT, until=day)

    def _mail(self) -> Event:
        """An answer from the employer; before the interview nobody asks to wait for its result."""
        self.words_left -= 1
        is_early = self._today < self.record.interview_on
        return self._event(
            EventKind.HEARD_BACK,
            result=self.dice.choice(MAILS[2:] if is_early else MAILS),
            until=self._today + self._days(20) if self._chance(0.5) else None,
            reasons_given=self.dice.choice((None, True, False)),
            interview_on=self._today + self._days(15),
        )

    def _record(self, planned: Plan, event: Event) -> None:
        """Record an event; a next round opens the next record of the process (M4)."""
        if event.kind is EventKind.LETTER_SENT:
            planned = self.plan()  # what the employer promises is counted from that day
        used = planned.attempts_used + self.record.attempts_elsewhere
        self.moments.append(Moment(planned, event, copy(self.tally), used, self.planning.working_days))
        self.tally.take(planned, event, self.planning.working_days)
        self.record = replace(self.record, events=(*self.record.events, event))
        if event.result is Result.NEXT_ROUND:
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


def _a_record(dice: random.Random) -> Interview:
    interview_on = NEW_YEAR + timedelta(days=dice.randrange(365))
    return an_interview(
        interview_on=interview_on,
        dated_on=interview_on + timedelta(days=dice.choice((-4, 0, 0, 3, 30))),
        interview_time=dice.choice((None, time(10), time(23))),
        contacts=dice.choice(CONTACTS),
        may_call=dice.choice((None, None, True, False)),
        position=dice.choice(("Data Engineer", "Sales Manager")),
        background_check=dice.random() < 0.2,
        answer_expected_on=interview_on + timedelta(days=dice.randint(1, 20)) if dice.random() < 0.3 else None,
        employer_country=dice.choice(PLACES),
    )
