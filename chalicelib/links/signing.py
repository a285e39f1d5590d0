"""Signatures: they prove that a text which comes back to us is one that we handed out, unchanged."""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from itsdangerous import BadData, URLSafeSerializer
from itsdangerous.encoding import base64_decode, base64_encode

from chalicelib.links.keyring import Key, Keyring

LONGEST = 1000  # characters of a signed text; ours are far shorter
_AFTER_KID = "."
_TAG_LENGTH = 32


class Signer:
    """Signs with the newest key and accepts every key that still verifies, so that keys can be rotated.

    ``purpose`` keeps uses apart: a text that was signed for one purpose is not valid for another.
    """

    def __init__(self, keyring: Keyring, purpose: str) -> None:
        self._keyring = keyring
        self._purpose = purpose
        self._serializers = {key.kid: URLSafeSerializer(key.secret, salt=purpose) for key in keyring.keys}

    def sign(self, payload: Sequence[str | int | None]) -> str:
        """Return the payload as a text that fits into a URL: the id of the key, the payload, and the signature."""
        key = self._keyring.newest
        return f"{key.kid}{_AFTER_KID}{self._serializers[key.kid].dumps(list(payload))}"

    def tag(self, parts: Sequence[str]) -> str:
        """Return a short signature of these texts by the newest key: 128 bits in hexadecimal, always the same."""
        return self._tag(self._keyring.newest, parts)

    def tags(self, parts: Sequence[str], now: datetime) -> list[str]:
        """Return the signatures of these texts by every key that verifies at ``now``."""
        return [self._tag(key, parts) for key in self._keyring.keys if key.verifies(now)]

    def _tag(self, key: Key, parts: Sequence[str]) -> str:
        signed = "\0".join((self._purpose, *parts)).encode()
        return hmac.digest(key.secret.encode(), signed, "sha256").hex()[:_TAG_LENGTH]

    def verified_payload(self, text: str, now: datetime) -> list[Any] | None:
        """Return the payload of a text that was signed here with a key that verifies at ``now``, and that is unchanged;
        None for any other text."""
        kid, _, signed = text[:LONGEST].partition(_AFTER_KID)
        key = self._keyring.verifying_key(kid, now)
        if key is None or len(text) > LONGEST or not text.isascii():
            return None
        try:
            if not _is_as_made(signed):
                return None
            payload = self._serializers[key.kid].loads(signed)
        except BadData:
            return None
        return payload if isinstance(payload, list) else None


def _is_as_made(signed: str) -> bool:
    """Whether the signature is spelled as we spell it. Raises BadData.

    One signature has many spellings, because base64 leaves bits over and skips characters that it does not know.
    """
    signature = signed.rpartition(".")[2]
    return base64_encode(base64_decode(signature)) == signature.encode()
