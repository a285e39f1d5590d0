"""Makes signed tokens from actions, and reads them back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from chalicelib.errors import AfterwordError
from chalicelib.links.action import Action, ActionKind
from chalicelib.links.keyring import Keyring

LIFETIME = timedelta(days=30)
_PURPOSE = "action"
_PARTS = 5


class BadLink(AfterwordError):
    """The token was not made here, or it is incomplete."""


class ExpiredLink(AfterwordError):
    """The link was good, but its time is over."""


class ActionLinks:
    """Makes and reads the tokens of actions."""

    def __init__(self, keyring: Keyring) -> None:
        from chalicelib.links.signing import Signer  # most requests neither sign nor check

        self._signer = Signer(keyring, _PURPOSE)

    def token(
        self,
        kind: ActionKind,
        owner_id: str,
        now: datetime,
        interview_id: str | None = None,
        version: int | None = None,
    ) -> str:
        """Return the token of an action, good for ``LIFETIME`` from ``now`` on."""
        expires_at = int((now + LIFETIME).timestamp())
        return self._signer.sign([kind.value, owner_id, expires_at, interview_id, version])

    def read(self, token: str, now: datetime) -> Action:
        """Return the action of a token. Raises BadLink, ExpiredLink."""
        payload = self._signer.verified_payload(token, now)
        if payload is None or len(payload) != _PARTS:
            raise BadLink
        action = _action(*payload)
        if action.expires_at <= now:
            raise ExpiredLink
        return action


def _action(kind: Any, owner_id: Any, expires_at: Any, interview_id: Any, version: Any) -> Action:
    """The signature proves that we wrote this, but an earlier release may have written a kind that no longer exists."""
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
    )
