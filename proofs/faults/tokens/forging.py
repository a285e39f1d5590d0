"""Forged texts, by somebody without our keys or with a genuine text that should say more."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping, Sequence
from hashlib import sha256
from random import Random
from typing import Any

from itsdangerous import URLSafeSerializer

from proofs.faults.tokens.doors import NEWEST, RECORD, RETIRED

_SECRETS = (
    "",
    "secret",
    NEWEST.kid,
    RETIRED.kid,
    NEWEST.secret[:-1],
    NEWEST.secret + "n",
    NEWEST.secret.upper(),
    "n" * 43,
)
_PURPOSES = (
    "action",
    "session",
    "form",
    "read",
    "settle",
    "",
    "itsdangerous",
    "itsdangerous.Signer",
    "calendar",
    "actio",
    "Action",
)
_SEPARATOR = "."


def other_payload(text: str, _: Sequence[str], rng: Random) -> str:
    """Another owner, kind, version or time under the old signature."""
    kid, _, rest = text.partition(_SEPARATOR)
    _, _, signature = rest.rpartition(_SEPARATOR)
    return _SEPARATOR.join((kid, _encoded(_a_payload(rng), rng), signature))


def signed_anew(text: str, _: Sequence[str], rng: Random) -> str:
    """A whole text signed without our keys: with another secret, or with ours for a purpose that we do not have."""
    payload = _a_payload(rng)
    if rng.random() < 0.8:
        secret, purpose = rng.choice(_SECRETS), rng.choice(_PURPOSES)
    else:
        secret, purpose = rng.choice((NEWEST.secret, RETIRED.secret)), rng.choice(_PURPOSES[5:])
    options: Mapping[str, Any] = rng.choice(({}, {"key_derivation": "none"}, {"digest_method": sha256}))
    kid = rng.choice((NEWEST.kid, RETIRED.kid, "", "2026-08-03a"))
    signer = URLSafeSerializer(secret or "\0", salt=purpose or "\0", signer_kwargs=dict(options))
    return f"{kid}.{signer.dumps(payload)!s}"


def crossed_keys(text: str, _: Sequence[str], rng: Random) -> str:
    """A text signed with one of our keys that claims another."""
    kid, _, rest = text.partition(_SEPARATOR)
    return f"{NEWEST.kid if kid != NEWEST.kid else RETIRED.kid}{_SEPARATOR}{rest}"


def _a_payload(rng: Random) -> list[Any]:
    action = [
        rng.choice(("stop", "pause", "offer")),
        rng.choice(("alex", "kim")),
        4_000_000_000,
        RECORD,
        rng.randrange(9),
    ]
    session = [rng.choice(("alex", "kim")), 0, 1_785_000_000, "A" + "b-" * 5]
    read = [rng.choice(("status_call", "withdrawal")), rng.choice(("alex", "kim")), 4_000_000_000, RECORD]
    settle = [rng.choice(("close", "pick_up")), rng.choice(("alex", "kim")), 4_000_000_000, "2026-08-03"]
    return rng.choice((action, session, read, settle, [], [None] * 5))


def _encoded(payload: Any, rng: Random) -> str:
    raw = json.dumps(payload).encode()
    squeezed = base64.urlsafe_b64encode(zlib.compress(raw)).rstrip(b"=").decode()
    return rng.choice((base64.urlsafe_b64encode(raw).rstrip(b"=").decode(), f".{squeezed}", raw.decode()))
