"""A situation: records, events, an owner and a morning, under a name that says it in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.step import StepKind
from infra.gallery.cast import an_owner

MORNING = time(8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """``next_kind`` is the step that the planner has to propose for the first record, None if it has ended (or if
    there is no record); ``now`` is the hour of the digest. All texts are those of the English variant."""

    name: str
    next_kind: StepKind | None
    now: datetime
    records: tuple[Interview, ...]
    owner: Owner

    @property
    def slug(self) -> str:
        """The name, as an address can hold it."""
        words = "".join(letter if letter.isalnum() else " " for letter in self.name.lower().replace("'", ""))
        return "-".join(words.split())


def on(day: date, name: str, next_kind: StepKind | None, /, *records: Interview, **owner_changes: Any) -> Situation:
    """A situation on the morning of a day, eight o'clock where the owner is."""
    owner = an_owner(**owner_changes)
    now = datetime.combine(day, MORNING, owner.zone)
    return Situation(name=name, next_kind=next_kind, now=now, records=records, owner=owner)
