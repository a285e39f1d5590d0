"""What there is to tell an owner on a day: every open record, planned anew. The way in is ``read_day``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct

from chalicelib import work_calendars
from chalicelib.errors import UnreadableRecord
from chalicelib.playbook import rules
from chalicelib.playbook.agenda import Agenda, agenda
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.offers import offer_choice
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.search import search
from chalicelib.records.interview_mapping import Record, interview_in
from chalicelib.view_models.unreadable_records import convert_each


class DayView(Struct, frozen=True):
    """The agenda, the open records that could not be read or planned, and whether an offer is pressing (M2)."""

    agenda: Agenda
    unreadable: tuple[UnreadableRecord, ...] = ()
    is_offer_pressing: bool = False

    @property
    def is_quiet(self) -> bool:
        """Whether there is nothing to do. A record without a plan may be due, so a day with one is not quiet."""
        return not self.agenda.due and not self.unreadable and not self.is_offer_pressing


def read_day(owner: Owner, records: Iterable[Record], now: datetime) -> DayView:
    """Plan the owner's open records at ``now``. One that cannot be read or planned does not affect the others."""

    def planned(record: Record) -> tuple[Interview, Plan]:
        interview = interview_in(record)
        return interview, rules.plan(interview, work_calendars.planning_context(owner, interview), now)

    pairs, unreadable = convert_each(records, planned, lambda record: record.id)
    today = agenda(pairs, now.astimezone(owner.zone).date())
    return DayView(today, unreadable, _does_an_offer_press(owner, today))


def _does_an_offer_press(owner: Owner, today: Agenda) -> bool:
    live = search(today.items, owner.processes_at_least).processes
    return offer_choice(owner.offers, live, today.on).is_pressing(today.on)
