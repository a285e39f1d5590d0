"""Plays a process turn by turn with the real planner: what is due is done, or something else happens."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from chalicelib import work_calendars
from chalicelib.playbook import rules
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.forecast import completion_event, doable_day
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_end import over_at
from chalicelib.playbook.moves import with_event
from chalicelib.playbook.next_round import next_round_record
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.planning_context import PlanningContext
from chalicelib.playbook.reasons_term import reasons_term
from chalicelib.playbook.step import StepKind
from chalicelib.playbook.working_days import WorkingDays

MORNING, NOON = time(9), time(12)
UNDONE = timedelta(days=6)  # after the interview; the thank-you letter has lapsed by then (W2)
FROM_THEM = (EventKind.HEARD_BACK, EventKind.INTERVIEW_MOVED)


class Turn(Struct, frozen=True, kw_only=True):
    """What happens next.

    - ``kind``: the event; None if what is due is done, and nobody answers
    - ``in_days``: for which day they ask to wait or to call again, want the answer to their offer, or invite
    - ``after``: how many days after the last turn it happens, if it comes from them
    - ``is_left_undone``: nothing happens, and the time for the thank-you letter passes
    """

    kind: EventKind | None = None
    result: Result | None = None
    in_days: int | None = None
    after: int = 2
    reasons_given: bool | None = None
    is_left_undone: bool = False

    @property
    def is_from_them(self) -> bool:
        """Whether the employer does it, so that the owner has done nothing about the step."""
        return self.kind in FROM_THEM


DUE = Turn()


def call(result: Result, in_days: int | None = None) -> Turn:
    """A call and its result."""
    return Turn(kind=EventKind.CALLED, result=result, in_days=in_days)


def answer(result: Result, in_days: int | None = None, *, after: int = 2, reasons_given: bool | None = None) -> Turn:
    """An answer from the employer, some days after the last turn."""
    return Turn(kind=EventKind.HEARD_BACK, result=result, in_days=in_days, after=after, reasons_given=reasons_given)


def move(in_days: int | None = None) -> Turn:
    """They move the interview; without days, they name no new one."""
    return Turn(kind=EventKind.INTERVIEW_MOVED, in_days=in_days, after=1)


class Play:
    """A process as of ``now``. A record of an interview that is ahead says ``met`` of nobody before it is held."""

    def __init__(self, record: Interview, owner: Owner) -> None:
        self.owner = owner
        self.planning = planning_at(record.employer_country or owner.country, owner.time_zone)
        self.now = datetime.combine(record.dated_on, MORNING, owner.zone)
        self._who_comes = frozenset(contact.id for contact in record.contacts if contact.met)
        self.record = record if record.interview_on <= record.dated_on else _with_met(record, frozenset())
        self._planned: tuple[Interview, datetime, Plan] | None = None

    @property
    def today(self) -> date:
        """The day in the owner's zone."""
        return self.now.date()

    def plan(self) -> Plan:
        """The plan as of now; worked out once, as long as nothing changes."""
        if self._planned is None or self._planned[0] is not self.record or self._planned[1] != self.now:
            self._planned = self.record, self.now, rules.plan(self.record, self.planning, self.now)
        return self._planned[2]

    def plan_on(self, day: date) -> Plan:
        """The plan at the noon of a later day, if nothing happens until then; that as of now on any other."""
        if day <= self.today:
            return self.plan()
        return rules.plan(self.record, self.planning, datetime.combine(day, NOON, self.owner.zone))

    def wait_until(self, day: date) -> None:
        """Let the time pass until the noon of a day; it never goes back."""
        self.now = max(self.now, datetime.combine(day, NOON, self.owner.zone))

    def reach(self) -> Plan:
        """The plan on the first day on which its step can be done; that after the end if there is none."""
        planned = self.plan()
        while planned.step and self.doable_on(planned) > self.today:
            self.wait_until(self.doable_on(planned))
            planned = self.plan()
        return planned

    def doable_on(self, planned: Plan) -> date:
        """The day on which the step of a plan can be done; today without a step."""
        return doable_day(planned.step, self.planning, self.today) if planned.step else self.today

    def take(self, turn: Turn) -> None:
        """Do what the turn says, or let it happen."""
        planned = self.plan()
        if turn.is_from_them:
            self.wait_until(self._working(self.today + timedelta(days=turn.after)))
            planned = self.plan()
        if turn.is_left_undone:
            self.wait_until(self.record.interview_on + UNDONE)
        elif turn.kind is None and planned.step and planned.step.kind is StepKind.CLOSING_QUESTION:
            self._hold()
        elif event := self._event(turn, planned):
            self._record(event, planned)

    def write(self, kind: EventKind) -> None:
        """Record that the owner sent something that no plan asked for."""
        self._record(Event(kind=kind, on=self.today, recorded_at=self.now), self.plan())

    def _hold(self) -> None:
        self.now = max(self.now, over_at(self.record, self.owner.zone))
        self.record = _with_met(self.record, self._who_comes)

    def _event(self, turn: Turn, planned: Plan) -> Event | None:
        """The event of a turn; None if nothing is due."""
        if turn.kind is None:
            return self._done(planned)
        day = self._working(self.today + timedelta(days=turn.in_days)) if turn.in_days else None
        to_call = planned.selected_contacts.to_call
        return Event(
            kind=turn.kind,
            on=self.today,
            recorded_at=self.now,
            result=turn.result,
            call_again_on=day if turn.result is Result.NO_DECISION else None,
            until=day if turn.result in (Result.TOLD_TO_WAIT, Result.OFFER) else None,
            interview_on=day if turn.result is Result.NEXT_ROUND or turn.kind is EventKind.INTERVIEW_MOVED else None,
            reasons_given=turn.reasons_given,
            phone=to_call.phone if to_call and turn.result is Result.WRONG_NUMBER else None,
        )

    def _done(self, planned: Plan) -> Event | None:
        if planned.step is None:
            return None
        event = completion_event(planned.step, planned, self.today, self.now)
        is_one_of_several = event.kind is EventKind.THANK_YOU_SENT and len(planned.unthanked) > 1
        return replace(event, contact=planned.unthanked[0].id) if is_one_of_several else event

    def _record(self, event: Event, planned: Plan) -> None:
        """Record an event; a next round with its day goes on in a record of its own (M4)."""
        self.record = with_event(self.record, event, planned)
        if event.result is Result.NEXT_ROUND and event.interview_on and not planned.is_offered:
            used = planned.attempts_used + self.record.attempts_elsewhere
            after = next_round_record(self.record, event, f"{self.record.id}-next", self.today, self.now)
            self.record = replace(after, attempts_elsewhere=used)

    def _working(self, day: date) -> date:
        return self.planning.working_days.roll(day)


def _with_met(record: Interview, ids: frozenset[str]) -> Interview:
    """The record in which those with these ids were at the interview."""
    return replace(record, contacts=tuple(replace(contact, met=contact.id in ids) for contact in record.contacts))


@cache
def planning_at(place: str, time_zone: str) -> PlanningContext:
    """The planning context of an employer in a place; each day is looked up once, for thousands of plans."""
    days = WorkingDays(cache(work_calendars.working_days(place).is_working))
    return PlanningContext(zone=ZoneInfo(time_zone), working_days=days, reasons_term=reasons_term(place))
