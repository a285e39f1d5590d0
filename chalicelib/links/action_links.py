"""Links: an action as a signed token, and back."""

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
    """Not a link that was made here, or not a whole one."""


class ExpiredLink(AfterwordError):
    """The link was good once."""


class ActionLinks:
    """Makes the tokens of actions and reads them."""

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
        """The token of an action, good for ``LIFETIME`` from ``now`` on."""
        expires_at = int((now + LIFETIME).timestamp())
        return self._signer.signed([kind.value, owner_id, expires_at, interview_id, version])

    def read(self, token: str, now: datetime) -> Action:
        """The action of a token. Raises BadLink, ExpiredLink."""
        payload = self._signer.verifying(token, now)
        if payload is None or len(payload) != _PARTS:
            raise BadLink
        action = _action(*payload)
        if action.expires_at <= now:
            raise ExpiredLink
        return action


def _action(kind: Any, owner_id: Any, expires_at: Any, interview_id: Any, version: Any) -> Action:
    """The signature tells that we wrote this; a kind that is no more, though, may come from an earlier release."""
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
