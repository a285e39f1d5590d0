"""For whom a use case acts, when, and with which services: every use case takes an ``OwnerContext``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from chalicelib.drafts.language import Language
from chalicelib.drafts.language_packs import Languages
from chalicelib.errors import raising_unreadable
from chalicelib.playbook import rules
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import Plan, PlannedInterview
from chalicelib.playbook.step import Step
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Account, Owners
from chalicelib.records.plan_version import with_current_plans
from chalicelib.work_calendars import planning_context

if TYPE_CHECKING:
    from chalicelib.drafts.writer import Writer
    from chalicelib.records.proposals import Proposals
    from chalicelib.view_models.day_view import DayView


class Services(Struct, frozen=True, kw_only=True):
    """The services of the use cases; ``wiring`` makes them. ``writer`` is made on first use, because it loads Jinja;
    ``proposals``, because few requests need them."""

    owners: Owners
    interviews: Interviews
    languages: Languages
    writer: Callable[[], Writer]
    proposals: Callable[[], Proposals]


def with_plans_up_to_date(services: Services, account: Account, now: datetime) -> Account:
    """Return the account of an authenticated owner, its records planned by the rules of this release.

    After an upgrade that changes the rules, all its records are planned anew first. Raises StorageUnavailable,
    ChangedMeanwhile.
    """
    return with_current_plans(account, services.owners, services.interviews, now)


class OwnerContext(Struct, frozen=True):
    """An owner at an instant. Nothing that use cases call asks for the time: ``now`` is the only clock."""

    services: Services
    now: datetime
    account: Account

    @property
    def owner(self) -> Owner:
        """The owner for whom the use case acts."""
        return self.account.owner

    @property
    def today(self) -> date:
        """The day in the owner's zone (W10)."""
        return self.now.astimezone(self.owner.zone).date()

    @property
    def language(self) -> Language:
        """The owner's language, as they read it today."""
        return self.services.languages.of(self.owner.language).as_of(self.today, self.owner.country)

    def interview(self, interview_id: str) -> Interview:
        """Return one of the owner's records as it is now. Raises NotFound, UnreadableRecord."""
        return self.services.interviews.get(self.owner.id, interview_id)

    def plan(self, interview: Interview) -> Plan:
        """Plan one of the owner's records as of now. Raises UnreadableRecord."""
        return self._planned(interview, self.now)

    def planned(self, interview: Interview) -> PlannedInterview:
        """Return a record with its plan as of now. Raises UnreadableRecord."""
        return PlannedInterview(interview, self.plan(interview))

    def plan_on(self, interview: Interview, on: date) -> Plan:
        """Plan a record as of noon on a coming day (owner's zone), if nothing happens before; for today, as of now."""
        then = max(self.now, datetime.combine(on, time(12), self.owner.zone))
        return self.plan(interview) if on == self.today else self._planned(interview, then)

    def day(self) -> DayView:
        """Return all open records, planned as of now, and what waits to be accepted: one consistent query, however many
        records have ended, and one more for whoever brought something in within thirty days."""
        from chalicelib.view_models.day_view import read_day

        records = self.services.interviews.open(self.owner.id)
        waiting = self.services.owners.waiting_proposals(self.account, self.now)
        return read_day(self.owner, records, self.now, self._digest_before_today(), waiting)

    def _digest_before_today(self) -> datetime | None:
        """When the last digest before today's was sent, so that a page shows the plan of today's: if today's was sent
        already, it counts as one sent a day before it."""
        last = self.account.last_digest_at
        is_todays = last is not None and last.astimezone(self.owner.zone).date() == self.today
        return last - timedelta(days=1) if last and is_todays else last

    def forecast(self, interview: Interview) -> tuple[Step, ...]:
        """Return all steps to come in a record if nobody answers, the next one first. Raises UnreadableRecord."""
        from chalicelib.playbook.forecast import forecast

        with raising_unreadable(interview.id):
            return forecast(interview, planning_context(self.owner, interview), self.now)

    def _planned(self, interview: Interview, now: datetime) -> Plan:
        with raising_unreadable(interview.id):
            return rules.plan(interview, planning_context(self.owner, interview), now)
