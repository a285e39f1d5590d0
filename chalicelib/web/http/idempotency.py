"""How a repeated request is recognized: by the key that its sender chose, or else by its content."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from hashlib import sha256

import msgspec
from msgspec import Struct

from chalicelib.records.idempotency_store import RequestKey
from chalicelib.request_errors import Fault, Invalid
from chalicelib.web.http.request import Request

KEYS_LIVE = timedelta(days=7)
CONTENT_LIVES = timedelta(minutes=10)  # long enough for a double tap or a retry, short enough for a second interview
_KEY = re.compile(r"[\x21-\x7e]{1,255}", re.ASCII)


def request_key(request: Request, content: Struct, now: datetime) -> RequestKey:
    """The key of this request: its ``Idempotency-Key``, or else one made of its content as it was read: the same for
    JSON and forms.

    Raises ``Invalid`` for a header that is not 1 to 255 visible ASCII characters.
    """
    digest = sha256(_as_bytes(content)).hexdigest()
    key = request.header("Idempotency-Key")
    if not key:
        return RequestKey(f"content:{digest}", digest, now + CONTENT_LIVES)
    if not _KEY.fullmatch(key):
        raise Invalid(Fault("Idempotency-Key", "is not 1 to 255 visible ASCII characters"))
    return RequestKey(f"key:{sha256(key.encode()).hexdigest()}", digest, now + KEYS_LIVE)


def _as_bytes(content: Struct) -> bytes:
    try:
        return msgspec.json.encode(content, enc_hook=str)
    except UnicodeEncodeError:  # half a character in one row of an import, which is refused alone
        return repr(content).encode()
