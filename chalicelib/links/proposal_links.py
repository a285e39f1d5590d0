"""Signed links that accept one proposal.

They are signed with the keys of the action links, for a purpose of their own.
"""

from __future__ import annotations

from datetime import UTC, datetime

from msgspec import Struct

from chalicelib.links.action_links import LIFETIME, ActionLinks, BadLink, ExpiredLink

_PURPOSE = "accept"
_PARTS = 3


class ProposalLink(Struct, frozen=True, kw_only=True):
    """One proposal of one owner, to be accepted until ``expires_at``."""

    owner_id: str
    proposal_id: str
    expires_at: datetime


class ProposalLinks:
    """Makes and reads the tokens of proposals, with the keys of the action links."""

    def __init__(self, links: ActionLinks) -> None:
        self._signer = links.signer(_PURPOSE)

    def token(self, owner_id: str, proposal_id: str, now: datetime) -> str:
        """Return the token of a proposal, good for ``LIFETIME`` from ``now`` on."""
        return self._signer.sign((owner_id, int((now + LIFETIME).timestamp()), proposal_id))

    def read(self, token: str, now: datetime) -> ProposalLink:
        """Return the proposal of a token. Raises BadLink, ExpiredLink."""
        payload = self._signer.verified_payload(token, now)
        if payload is None or len(payload) != _PARTS:
            raise BadLink
        owner_id, expires_at, proposal_id = payload
        link = ProposalLink(
            owner_id=owner_id, proposal_id=proposal_id, expires_at=datetime.fromtimestamp(expires_at, UTC)
        )
        if link.expires_at <= now:
            raise ExpiredLink
        return link
