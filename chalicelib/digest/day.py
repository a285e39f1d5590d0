"""What there is to say to an owner on a day: every open record planned afresh, each for itself."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from chalicelib import places
from chalicelib.briefs.trouble import described
from chalicelib.playbook import rules
from chalicelib.playbook.agenda import Agenda, agenda
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.offers import choice
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.search import search

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Day:
    """The agenda, the ids of open records that no plan could be made for, and whether an offer presses (M2)."""

    agenda: Agenda
    unplanned: tuple[str, ...] = ()
    does_an_offer_press: bool = False

    @property
    def is_quiet(self) -> bool:
        """Whether nothing is to be done. A record without a plan may be due: it breaks the quiet."""
        return not self.agenda.due and not self.unplanned and not self.does_an_offer_press


def read_day(owner: Owner, interviews: Iterable[Interview], now: datetime) -> Day:
    """Plan the owner's open records at ``now``. One that cannot be planned takes nothing from the others."""
    planned: list[tuple[Interview, Plan]] = []
    unplanned: list[str] = []
    for interview in interviews:
        try:
            planned.append((interview, rules.plan(interview, places.circumstances(owner, interview), now)))
        except Exception as error:
            log.error("No plan for interview %s: %s", interview.id, described(error))
            unplanned.append(interview.id)
    today = agenda(planned, now.astimezone(owner.zone).date())
    return Day(today, tuple(unplanned), _does_an_offer_press(owner, today))


def _does_an_offer_press(owner: Owner, today: Agenda) -> bool:
    live = search(today.items, owner.processes_at_least).processes
    return choice(owner.offers, live, today.on).is_pressing(today.on)
