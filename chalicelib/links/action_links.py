"""Makes signed tokens from actions, and reads them back (docs/decisions/0016-the-life-of-a-link.md)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from chalicelib.errors import AfterwordError
from chalicelib.links.action import Action, ActionKind
from chalicelib.links.keyring import Keyring

if TYPE_CHECKING:
    from chalicelib.links.signing import Signer

LIFETIME = timedelta(days=30)
_PURPOSE = "action"
_PARTS = range(5, 9)  # up to the version, what an undo takes back, the person who was thanked, and what it proves


class BadLink(AfterwordError):
    """The token was not made here, or it is incomplete."""


class ExpiredLink(AfterwordError):
    """The link was good, but its time is over."""


class ActionLinks:
    """Makes and reads the tokens of actions."""

    def __init__(self, keyring: Keyring) -> None:
        self._keyring = keyring
        self._signer = self.signer(_PURPOSE)

    def signer(self, purpose: str) -> Signer:
        """Return a signer with the same keys for another purpose."""
        from chalicelib.links.signing import Signer  # most requests neither sign nor check

        return Signer(self._keyring, purpose)

    def token(
        self,
        kind: ActionKind,
        owner_id: str,
        now: datetime,
        interview_id: str | None = None,
        version: int | None = None,
        *,
        contact: str | None = None,
        route: str | None = None,
    ) -> str:
        """Return the token of an action, good for ``LIFETIME`` from ``now`` on; a press proves ``route``."""
        return self._signed(
            Action(
                owner_id=owner_id,
                kind=kind,
                expires_at=now + LIFETIME,
                interview_id=interview_id,
                version=version,
                contact=contact,
                route=route,
            )
        )

    def token_offered_by(self, link: Action, kind: ActionKind, version: int, undoes: str | None = None) -> str:
        """Return the token of an action that the page of ``link`` offers, about the same record: it ends with it."""
        return self._signed(replace(link, kind=kind, version=version, undoes=undoes, contact=None))

    def read(self, token: str, now: datetime) -> Action:
        """Return the action of a token. Raises BadLink, ExpiredLink."""
        payload = self._signer.verified_payload(token, now)
        if payload is None or len(payload) not in _PARTS:
            raise BadLink
        action = _action(payload)
        if action.expires_at <= now:
            raise ExpiredLink
        return action

    def _signed(self, action: Action) -> str:
        expires_at = int(action.expires_at.timestamp())
        further = [action.undoes, action.contact, action.route]
        while further and further[-1] is None:
            further.pop()
        return self._signer.sign(
            (action.kind, action.owner_id, expires_at, action.interview_id, action.version, *further)
        )


def link_id(link: Action) -> str:
    """What one link is known by in what it did: 40 bits, enough among the few events of one record."""
    seconds = int(link.expires_at.timestamp())
    person = f" {link.contact}" if link.contact else ""
    own = f"{link.kind} {link.owner_id} {seconds} {link.interview_id} {link.version} {link.undoes}{person}"
    return sha256(own.encode()).hexdigest()[:10]


def _action(payload: list[Any]) -> Action:
    """The signature proves that we wrote this, but an earlier release may have written a kind that no longer exists."""
    kind, owner_id, expires_at, interview_id, version, *further = payload
    undoes, contact, route = (*further, None, None, None)[:3]
    try:
        known = ActionKind(kind)
    except ValueError as error:
        raise BadLink from error
    return Action(
        owner_id=owner_id,
        kind=known,
        expires_at=datetime.fromtimestamp(expires_at, UTC),
        interview_id=interview_id,
        version=version,
        undoes=undoes,
        contact=contact,
        route=route,
    )
