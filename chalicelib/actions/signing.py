"""Signatures: what we handed out comes back as it was, whoever carried it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from chalicelib.actions.keyring import Keyring

if TYPE_CHECKING:
    from itsdangerous import URLSafeSerializer

LONGEST = 1000  # characters of a signed text; ours are far shorter
_AFTER_KID = "."


class Signer:
    """Signs with the newest key and believes those that count, so that keys can be rotated. ``purpose`` sets apart what
    is signed for different uses: what is good for one is nothing to another."""

    def __init__(self, keyring: Keyring, purpose: str) -> None:
        self._keyring = keyring
        self._purpose = purpose

    def signed(self, payload: Sequence[str | int | None]) -> str:
        """The payload as a text that fits a link: the id of the key, what is said, and the signature."""
        key = self._keyring.newest
        return f"{key.kid}{_AFTER_KID}{self._serializer(key.secret).dumps(list(payload))}"

    def believed(self, text: str, now: datetime) -> list[Any] | None:
        """The payload of a text that was signed here, with a key that counts at ``now``, and is whole; None for any
        other."""
        from itsdangerous import BadData

        kid, _, signed = text[:LONGEST].partition(_AFTER_KID)
        key = self._keyring.believed(kid, now)
        if key is None or len(text) > LONGEST:
            return None
        try:
            payload = self._serializer(key.secret).loads(signed)
        except BadData:
            return None
        return payload if isinstance(payload, list) else None

    def _serializer(self, secret: str) -> URLSafeSerializer:
        from itsdangerous import URLSafeSerializer  # most requests of a program neither sign nor check

        return URLSafeSerializer(secret, salt=self._purpose)
