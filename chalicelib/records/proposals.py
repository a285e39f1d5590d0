"""What was read and waits to be accepted: one item each, for thirty days."""

from __future__ import annotations

import logging
from datetime import date, datetime, timedelta

from msgspec import Struct
from pynamodb.attributes import UnicodeAttribute, UTCDateTimeAttribute

from chalicelib.records.attributes import DayAttribute
from chalicelib.records.item_keys import PROPOSALS, proposal_key
from chalicelib.records.storage_errors import BROKEN, translate_storage_errors
from chalicelib.records.table import Item

RETENTION = timedelta(days=30)

log = logging.getLogger(__name__)


class ProposalItem(Item):
    """A proposal, as it is stored. It is declared here, since most functions meet none."""

    made_at = UTCDateTimeAttribute()
    content = UnicodeAttribute()
    kind = UnicodeAttribute()
    company = UnicodeAttribute(null=True)
    interview_on = DayAttribute(null=True)
    accepted_record = UnicodeAttribute(null=True)
    accepted_event = UnicodeAttribute(null=True)


class Accepted(Struct, frozen=True):
    """What came of a proposal: the record, and the event in it; None for a record that was made of it."""

    interview_id: str
    event_id: str | None


class StoredProposal(Struct, frozen=True, kw_only=True):
    """A proposal that waits from ``made_at`` on.

    - ``content``: what was read, as JSON.
    - ``kind``, ``company``, ``interview_on``: what a line says of it, so that a list need not read ``content``.
    - ``accepted``: what came of it; it is kept so that the same document is not taken twice.
    """

    id: str
    made_at: datetime
    content: str
    kind: str
    company: str = ""
    interview_on: date | None = None
    accepted: Accepted | None = None


class Proposals:
    """The repository of proposals. Every method may raise StorageUnavailable."""

    @translate_storage_errors()
    def add(self, owner_id: str, proposal: StoredProposal) -> None:
        """Store a proposal, over one of the same id: it says the same."""
        accepted = proposal.accepted
        ProposalItem(
            owner_id,
            proposal_key(proposal.id),
            made_at=proposal.made_at,
            content=proposal.content,
            kind=proposal.kind,
            company=proposal.company or None,
            interview_on=proposal.interview_on,
            accepted_record=accepted and accepted.interview_id,
            accepted_event=accepted and accepted.event_id,
            expires_at=proposal.made_at + RETENTION,
        ).save()

    @translate_storage_errors()
    def get(self, owner_id: str, proposal_id: str, now: datetime) -> StoredProposal | None:
        """Return a proposal as it is now; None if there is none, or its thirty days are over."""
        item = ProposalItem.find(owner_id, proposal_key(proposal_id))
        return _proposal(item, now) if item else None

    @translate_storage_errors()
    def waiting(self, owner_id: str, now: datetime) -> list[StoredProposal]:
        """Return all proposals that wait, in one query, the oldest first."""
        items = ProposalItem.query(owner_id, ProposalItem.item_id.startswith(PROPOSALS), consistent_read=True)
        found = [proposal for item in items if (proposal := _proposal(item, now)) and proposal.accepted is None]
        return sorted(found, key=lambda proposal: (proposal.made_at, proposal.id))

    @translate_storage_errors()
    def remove(self, owner_id: str, proposal_id: str) -> None:
        """Remove a proposal; nothing happens if there is none."""
        ProposalItem(owner_id, proposal_key(proposal_id)).delete()


def _proposal(item: ProposalItem, now: datetime) -> StoredProposal | None:
    """The proposal of an item; None if it is over (DynamoDB removes it days late) or cannot be read."""
    try:
        if now >= item.made_at + RETENTION:
            return None
        return StoredProposal(
            id=item.item_id.removeprefix(PROPOSALS),
            made_at=item.made_at,
            content=item.content,
            kind=item.kind,
            company=item.company or "",
            interview_on=item.interview_on,
            accepted=Accepted(item.accepted_record, item.accepted_event) if item.accepted_record else None,
        )
    except BROKEN as error:
        log.error("A proposal of owner %s cannot be read: %s", item.owner_id, type(error).__name__)
        return None
