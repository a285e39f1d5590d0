"""What a document would have recorded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from chalicelib.capture.found import Doubt, Found, ProposalKind
from chalicelib.playbook.interview_day import CalendarOrigin

DAY_FIELDS = ("interview_on", "interview_time", "interview_time_zone", "interview_minutes")
PLACE_FIELDS = ("place", "meeting_url", "format")
_OF_A_DAY = frozenset((*DAY_FIELDS, *PLACE_FIELDS))
# What each kind can record, and nothing else: whatever else was read would come to nothing. None: all fields.
FIELDS_OF: Mapping[ProposalKind, frozenset[str] | None] = {
    ProposalKind.NEW_INTERVIEW: None,
    ProposalKind.MOVED: _OF_A_DAY,
    ProposalKind.CANCELLED: frozenset(),
    ProposalKind.HEARD_BACK: frozenset(("result", "until", "reasons_given")) | _OF_A_DAY,
    ProposalKind.NOTHING: frozenset(),
}


class Proposal(Struct, frozen=True, kw_only=True):
    """What would be recorded.

    - ``is_certain``: it is exact calendar data, so that it may be recorded without asking.
    - ``record_id``: the record that it belongs to; None for a new one.
    - ``origin``: the calendar entry that it comes from.
    """

    kind: ProposalKind
    is_certain: bool = False
    record_id: str | None = None
    fields: Mapping[str, Found] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    origin: CalendarOrigin | None = None

    def value(self, name: str) -> Any:
        """What was read for a field; None if nothing was."""
        found = self.fields.get(name)
        return found.value if found else None

    def is_sure(self, name: str) -> bool:
        """Whether a field was read without doubt."""
        found = self.fields.get(name)
        return found is not None and found.is_certain


def nothing(doubts: tuple[Doubt, ...], record_id: str | None = None) -> Proposal:
    """A proposal to record nothing, and why."""
    return Proposal(kind=ProposalKind.NOTHING, record_id=record_id, doubts=doubts)
