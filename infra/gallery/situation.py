"""A situation of the gallery: records with their events, an owner and a morning, named by a sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from msgspec import structs

from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner, Tone
from chalicelib.playbook.step import StepKind
from infra.gallery.cast import an_owner

MORNING = time(8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """A situation, with the texts of its English variant.

    - ``next_kind``: the step that the planner must propose for the first record; None if that record's process has
      ended, or there is no record
    - ``now``: the instant of the digest
    """

    name: str
    next_kind: StepKind | None
    now: datetime
    records: tuple[Interview, ...]
    owner: Owner

    @property
    def slug(self) -> str:
        """The name as a part of an address."""
        words = "".join(letter if letter.isalnum() else " " for letter in self.name.lower().replace("'", ""))
        return "-".join(words.split())

    def of_an_owner_with(self, tone: Tone) -> Situation:
        """The same situation of an owner who writes in this tone."""
        return replace(self, owner=structs.replace(self.owner, tone=tone))


def on(day: date, name: str, next_kind: StepKind | None, /, *records: Interview, **owner_changes: Any) -> Situation:
    """A situation on the morning of a day, at 8:00 in the owner's time zone."""
    return at(day, name, an_owner(**owner_changes), records, next_kind)


def at(
    day: date, name: str, owner: Owner, records: tuple[Interview, ...], next_kind: StepKind | None = None
) -> Situation:
    """A situation of any owner on the morning of a day, at 8:00 in their time zone."""
    now = datetime.combine(day, MORNING, owner.zone)
    return Situation(name=name, next_kind=next_kind, now=now, records=records, owner=owner)
