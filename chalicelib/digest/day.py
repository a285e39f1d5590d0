"""What there is to say to an owner on a day: every open record planned afresh, each for itself."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from chalicelib import places
from chalicelib.digest.trouble import described
from chalicelib.playbook import rules
from chalicelib.playbook.agenda import Agenda, agenda
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import Plan

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Day:
    """The agenda, and the ids of open records that no plan could be made for."""

    agenda: Agenda
    unplanned: tuple[str, ...] = ()

    @property
    def is_quiet(self) -> bool:
        """Whether nothing is to be done. A record without a plan may be due: it breaks the quiet."""
        return not self.agenda.due and not self.unplanned


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
    return Day(agenda(planned, now.astimezone(owner.zone).date()), tuple(unplanned))
