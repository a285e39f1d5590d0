"""Signed links that settle several records together: what may be settled, and the tokens (PLAYBOOK D9, D10, M2).

A token names its owner, the day of its digest and its purpose; the records, each at one version, are in the item of
that digest. The tokens are signed with the keys of the action links, for a purpose of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any

from msgspec import Struct

from chalicelib.links.action_links import LIFETIME, ActionLinks, BadLink, ExpiredLink
from chalicelib.playbook.event import EventKind
from chalicelib.playbook.step import translatable

_PURPOSE = "settle"
_PARTS = (4, 5)  # without and with what it proves


class SettlePurpose(StrEnum):
    """Why records are settled together. The values are in links already sent: keep them."""

    PICK_UP = "pick_up"
    CLOSE = "close"
    WITHDRAW = "withdraw"


class Choice(StrEnum):
    """What is said of one record."""

    KEEP = "keep"
    CLOSE = "close"


class SettleSpec(Struct, frozen=True, kw_only=True):
    """One row: what is true of a purpose.

    - ``label``: the text of the link, and the title of its page; ``lead``: what the page asks.
    - ``heading``: what stands over those that are listed in the mail.
    - ``keep`` and ``close``: the two choices for each record; ``close_all``: the button for all of them.
    - ``kept``: the note that is recorded of a record that is kept.
    - ``closes``: the event that is recorded of one that is closed; ``closed`` says it in words.
    """

    label: str
    heading: str
    lead: str
    keep: str
    close: str
    close_all: str
    kept: str
    closes: EventKind
    closed: str


SETTLING: Mapping[SettlePurpose, SettleSpec] = {
    SettlePurpose.PICK_UP: SettleSpec(
        label=translatable("Settle them on one page"),
        heading=translatable("Pick up again"),
        lead=translatable("You have been away for a while. Which of these are still on?"),
        keep=translatable("Still on"),
        close=translatable("Close it"),
        close_all=translatable("Close all of these"),
        kept=translatable("Still on."),
        closes=EventKind.CLOSED,
        closed=translatable("Closed."),
    ),
    SettlePurpose.CLOSE: SettleSpec(
        label=translatable("Close what is over"),
        heading=translatable("To be closed"),
        lead=translatable("They have not answered any more. Close these, and keep those that you still hope for."),
        keep=translatable("Keep it"),
        close=translatable("Close it"),
        close_all=translatable("Close all of these"),
        kept=translatable("Kept for now."),
        closes=EventKind.CLOSED,
        closed=translatable("Closed."),
    ),
    SettlePurpose.WITHDRAW: SettleSpec(
        label=translatable("Withdraw from the others"),
        heading=translatable("Tell the others"),
        lead=translatable("You have accepted an offer. From which of these have you withdrawn?"),
        keep=translatable("Keep it"),
        close=translatable("I withdrew"),
        close_all=translatable("I withdrew from all of these"),
        kept=translatable("Kept for now."),
        closes=EventKind.WITHDRAWN,
        closed=translatable("Withdrawn."),
    ),
}


class SettleLink(Struct, frozen=True, kw_only=True):
    """What a digest of the local date ``on`` listed for one purpose, to be settled until ``expires_at``. A press proves
    ``route`` (``arrival.py``)."""

    owner_id: str
    on: date
    purpose: SettlePurpose
    expires_at: datetime
    route: str | None = None

    def event_id(self, interview_id: str) -> str:
        """The id of the event that this very link records in one record, by which it knows its own doing."""
        own = f"settle {self.purpose} {self.owner_id} {self.on} {int(self.expires_at.timestamp())} {interview_id}"
        return sha256(own.encode()).hexdigest()[:10]


class SettleLinks:
    """Makes and reads the tokens of settle links, with the keys of the action links."""

    def __init__(self, links: ActionLinks) -> None:
        self._signer = links.signer(_PURPOSE)

    def token(self, owner_id: str, on: date, purpose: SettlePurpose, now: datetime, route: str | None = None) -> str:
        """Return the token for what the digest of ``on`` (owner's zone) lists, good for ``LIFETIME`` from ``now``."""
        proof = (route,) if route else ()
        return self._signer.sign((purpose, owner_id, int((now + LIFETIME).timestamp()), on.isoformat(), *proof))

    def read(self, token: str, now: datetime) -> SettleLink:
        """Return what a token settles. Raises BadLink, ExpiredLink."""
        payload = self._signer.verified_payload(token, now)
        if payload is None or len(payload) not in _PARTS:
            raise BadLink
        link = _link(payload)
        if link.expires_at <= now:
            raise ExpiredLink
        return link


def _link(payload: list[Any]) -> SettleLink:
    """The signature proves that we wrote this, but an earlier release may have had a purpose that no longer exists."""
    purpose, owner_id, expires_at, on, *proof = payload
    try:
        known = SettlePurpose(purpose)
    except ValueError as error:
        raise BadLink from error
    return SettleLink(
        owner_id=owner_id,
        on=date.fromisoformat(on),
        purpose=known,
        expires_at=datetime.fromtimestamp(expires_at, UTC),
        route=proof[0] if proof else None,
    )
