"""The day of a digest, as its plan needs it: what the last one can have shown, and who works today (D5, D6)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta

from msgspec import Struct

from chalicelib.playbook.agenda import AgendaItem, Section
from chalicelib.playbook.event_kinds import spec_of
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner, Weekday
from chalicelib.playbook.week_opening import week_start
from chalicelib.playbook.working_days import WorkingDays

WHOLE_AGAIN = 3  # working days
MANY_OVERDUE = 5
DAYS_AWAY = 5  # working days
DAYS_AHEAD = 28


class MailDay(Struct, frozen=True, kw_only=True):
    """The day ``today`` in the owner's zone.

    - ``last_digest_at``: when the last digest before this one was sent; None if there was none.
    - ``calendar_of``: the working days of a place (ISO 3166).
    """

    owner: Owner
    today: date
    last_digest_at: datetime | None
    calendar_of: Callable[[str], WorkingDays]

    def days_of(self, interview: Interview) -> WorkingDays:
        """The calendar of the employer; the owner's, if no country is recorded (W10)."""
        return self.calendar_of(interview.employer_country or self.owner.country)

    def is_for(self, interview: Interview) -> bool:
        """Whether what reaches the employer at work can be in the mail: they work today, or on none of the days on
        which the owner's digest comes, so that it would be in no mail (D5)."""
        days = self.days_of(interview)
        return days.is_working(self.today) or not any(map(days.is_working, self._digest_days_ahead))

    def is_new(self, recorded_at: datetime) -> bool:
        """Whether no digest has shown what was recorded then."""
        return self.last_digest_at is None or recorded_at > self.last_digest_at

    def is_back(self, items: Iterable[AgendaItem]) -> bool:
        """Whether the owner seems to have been away: five or more of ``items`` are overdue, and nothing was recorded of
        any for five working days where the owner is (D9)."""
        items = tuple(items)
        if sum(item.section is Section.OVERDUE for item in items) < MANY_OVERDUE:
            return False
        last_on = max(_recorded_at(item.interview) for item in items).astimezone(self.owner.zone).date()
        return self.calendar_of(self.owner.country).after(last_on, DAYS_AWAY) <= self.today

    def is_first_digest_of(self, item: AgendaItem) -> bool:
        """Whether no digest has shown the step of an item: since the last one it fell due, or what made it next was
        recorded (D6)."""
        last_on = self._last_on
        return last_on is None or last_on < item.step.due_on or self.is_new(_changed_at(item.interview))

    def is_third_working_day_of(self, item: AgendaItem) -> bool:
        """Whether today is the third working day of the employer since the due day of an item, or the sixth, and so on
        (D6)."""
        days = self.days_of(item.interview)
        return days.is_working(self.today) and days.count(item.step.due_on, self.today) % WHOLE_AGAIN == 0

    @property
    def is_first_of_week(self) -> bool:
        """Whether this is the first digest of the owner's week (D10)."""
        days, last_on = self.calendar_of(self.owner.country), self._last_on
        return last_on is None or week_start(last_on, days) < week_start(self.today, days)

    @property
    def _digest_days_ahead(self) -> Iterator[date]:
        """The days of the next four weeks, that no holidays fill, on which the owner's digest may come."""
        ahead = (self.today + timedelta(days=number) for number in range(1, DAYS_AHEAD + 1))
        return (day for day in ahead if Weekday.of(day) in self.owner.digest_days)

    @property
    def _last_on(self) -> date | None:
        return self.last_digest_at.astimezone(self.owner.zone).date() if self.last_digest_at else None


def _changed_at(interview: Interview) -> datetime:
    """When something was last recorded that can have made another step next."""
    events = (event for event in interview.events if not spec_of(event).leaves_step_open)
    return max((interview.created_at, *(event.recorded_at for event in events)))


def _recorded_at(interview: Interview) -> datetime:
    """When anything was last recorded of it."""
    return max((interview.created_at, *(event.recorded_at for event in interview.events)))
