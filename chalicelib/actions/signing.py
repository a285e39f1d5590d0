"""Signatures: what we handed out comes back as it was, whoever carried it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from itsdangerous import BadData, URLSafeSerializer

LONGEST = 1000  # characters of a signed text; ours are far shorter


class Signer:
    """Signs with the newest key and believes any of them, so that keys can be rotated. ``purpose`` sets apart what is
    signed for different uses: what is good for one is nothing to another."""

    def __init__(self, keys: Iterable[str], purpose: str) -> None:
        newest_last = list(keys)[::-1]
        self._serializer = URLSafeSerializer(newest_last, salt=purpose)

    def signed(self, payload: Sequence[str | int | None]) -> str:
        """The payload as a text that fits a link."""
        return str(self._serializer.dumps(list(payload)))

    def believed(self, text: str) -> list[Any] | None:
        """The payload of a text that was signed here and is whole; None for any other."""
        if len(text) > LONGEST:
            return None
        try:
            payload = self._serializer.loads(text)
        except BadData:
            return None
        return payload if isinstance(payload, list) else None
