"""Signed links that open one step of one record to be read, without signing in (PLAYBOOK D2).

They are signed with the keys of the action links, for a purpose of their own: neither can stand for the other.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from msgspec import Struct

from chalicelib.links.action_links import LIFETIME, ActionLinks, BadLink, ExpiredLink
from chalicelib.playbook.step import StepKind

_PURPOSE = "read"
_PARTS = (4, 5)  # without and with what it proves


class ReadLink(Struct, frozen=True, kw_only=True):
    """One step, or draft, of one record of one owner, to be read until ``expires_at``. A press on its page proves
    ``route`` (``arrival.py``)."""

    owner_id: str
    interview_id: str
    kind: StepKind
    expires_at: datetime
    route: str | None = None

    @property
    def mailed_at(self) -> datetime:
        """The instant of its mail: what its page offers is good for ``LIFETIME`` from then on, and no longer."""
        return self.expires_at - LIFETIME


class ReadLinks:
    """Makes and reads the tokens of read links, with the keys of the action links."""

    def __init__(self, links: ActionLinks) -> None:
        self._signer = links.signer(_PURPOSE)

    def token(self, owner_id: str, interview_id: str, kind: StepKind, now: datetime, route: str | None = None) -> str:
        """Return the token of a step, good for ``LIFETIME`` from ``now`` on."""
        proof = (route,) if route else ()
        return self._signer.sign((kind, owner_id, int((now + LIFETIME).timestamp()), interview_id, *proof))

    def read(self, token: str, now: datetime) -> ReadLink:
        """Return what a token opens. Raises BadLink, ExpiredLink."""
        payload = self._signer.verified_payload(token, now)
        if payload is None or len(payload) not in _PARTS:
            raise BadLink
        link = _link(payload)
        if link.expires_at <= now:
            raise ExpiredLink
        return link


def _link(payload: list[Any]) -> ReadLink:
    """The signature proves that we wrote this, but an earlier release may have written a kind that no longer exists."""
    kind, owner_id, expires_at, interview_id, *proof = payload
    try:
        known = StepKind(kind)
    except ValueError as error:
        raise BadLink from error
    return ReadLink(
        owner_id=owner_id,
        interview_id=interview_id,
        kind=known,
        expires_at=datetime.fromtimestamp(expires_at, UTC),
        route=proof[0] if proof else None,
    )
