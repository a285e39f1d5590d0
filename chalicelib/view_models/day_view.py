"""What there is to tell an owner on a day: every open record, planned anew. The way in is ``read_day``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from chalicelib import work_calendars
from chalicelib.errors import UnreadableRecord
from chalicelib.playbook import rules
from chalicelib.playbook.agenda import Agenda, agenda
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.mail_day import MailDay
from chalicelib.playbook.mail_plan import MailPlan, mail_plan
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import Plan
from chalicelib.records.interview_mapping import Record, interview_in
from chalicelib.view_models.unreadable_records import convert_each

if TYPE_CHECKING:
    from chalicelib.records.proposals import StoredProposal


class DayView(Struct, frozen=True):
    """The agenda, the plan of the mail (D), the proposals that wait to be accepted (D1), and the open records that
    could not be read or planned."""

    agenda: Agenda
    plan: MailPlan
    unreadable: tuple[UnreadableRecord, ...] = ()
    proposals: tuple[StoredProposal, ...] = ()

    @property
    def is_quiet(self) -> bool:
        """Whether nothing makes a digest go out. A record without a plan may be due, so a day with one is not quiet;
        nor is one on which something waits to be accepted."""
        return self.plan.is_quiet and not self.unreadable and not self.proposals


def read_day(
    owner: Owner,
    records: Iterable[Record],
    now: datetime,
    last_digest_at: datetime | None = None,
    proposals: tuple[StoredProposal, ...] = (),
) -> DayView:
    """Plan the owner's open records at ``now``, and their mail after the last digest, if there was one; with the
    ``proposals`` that wait.

    A record that cannot be read or planned does not affect the others.
    """

    def planned(record: Record) -> tuple[Interview, Plan]:
        interview = interview_in(record)
        return interview, rules.plan(interview, work_calendars.planning_context(owner, interview), now)

    pairs, unreadable = convert_each(records, planned, lambda record: record.id)
    today = agenda(pairs, now.astimezone(owner.zone).date())
    is_past = last_digest_at is not None and last_digest_at <= now  # a clock that is set by hand can go back
    mail_day = MailDay(
        owner=owner,
        today=today.on,
        last_digest_at=last_digest_at if is_past else None,
        calendar_of=work_calendars.working_days,
    )
    accepted = (interview for interview, plan in pairs if plan.withdraw_until)
    return DayView(today, mail_plan(today.items, mail_day, accepted), unreadable, proposals)
