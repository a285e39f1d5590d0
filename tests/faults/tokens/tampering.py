"""What somebody makes of a genuine text who wants more than it gives: torn, pieced together, re-encoded, or signed anew
with keys and for purposes that are not ours."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from random import Random
from string import ascii_letters, digits
from typing import Any
from urllib.parse import quote

from itsdangerous import URLSafeSerializer

from tests.faults.tokens.doors import NEWEST, RECORD, RETIRED

Tamper = Callable[[str, Sequence[str], Random], str]
_ALPHABET = ascii_letters + digits + "-_"
_LOOKALIKES = {
    "a": "а",
    "e": "е",
    "o": "о",
    "c": "с",
    "x": "х",
    "A": "Α",
    ".": "․",
    "-": "‐",
    "_": "＿",
    "1": "１",
    "k": "K",
}
_JUNK = (
    "=",
    "==",
    " ",
    "\n",
    "\t",
    "\x00",
    "!",
    "~",
    ".",
    "/",
    "+",
    "%",
    "\u200b",
    "\u202e",
    "é",
    "\ud800",
    "'",
    ";",
    ",",
)
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
_PURPOSES = ("action", "session", "form", "", "itsdangerous", "itsdangerous.Signer", "calendar", "actio", "Action")
_SEPARATOR = "."


def _flipped(text: str, _: Sequence[str], rng: Random) -> str:
    at = rng.randrange(len(text))
    return text[:at] + chr(ord(text[at]) ^ 1 << rng.randrange(7)) + text[at + 1 :]


def _other_character(text: str, _: Sequence[str], rng: Random) -> str:
    at = rng.choice((rng.randrange(len(text)), len(text) - 1))
    return text[:at] + rng.choice(_ALPHABET) + text[at + 1 :]


def _cut(text: str, _: Sequence[str], rng: Random) -> str:
    at = rng.randrange(len(text))
    return rng.choice((text[:at], text[at + 1 :], text[:at] + text[at + 1 :]))


def _with_junk(text: str, _: Sequence[str], rng: Random) -> str:
    at = rng.choice((0, len(text), rng.randint(0, len(text))))
    return text[:at] + rng.choice(_JUNK) * rng.choice((1, 1, 2, 1500)) + text[at:]


def _other_case(text: str, _: Sequence[str], rng: Random) -> str:
    at = rng.randrange(len(text))
    return rng.choice((text.swapcase(), text.upper(), text.lower(), text[:at] + text[at:].swapcase()))


def _look_alike(text: str, _: Sequence[str], rng: Random) -> str:
    present = [one for one in _LOOKALIKES if one in text]
    one = rng.choice(present) if present else text[0]
    return text.replace(one, _LOOKALIKES.get(one, "?"), rng.choice((1, -1)))


def _parts_swapped(text: str, others: Sequence[str], rng: Random) -> str:
    """Some parts of one text, some of another."""
    mine, theirs = text.split(_SEPARATOR), rng.choice(others).split(_SEPARATOR)
    longest = max(mine, theirs, key=len)
    pieced = [rng.choice((mine, theirs)) for _ in longest]
    return _SEPARATOR.join(parts[min(place, len(parts) - 1)] for place, parts in enumerate(pieced))


def _shuffled(text: str, _: Sequence[str], rng: Random) -> str:
    parts = text.split(_SEPARATOR)
    rng.shuffle(parts)
    return _SEPARATOR.join(parts[: rng.randint(1, len(parts))])


def _another_s(_: str, others: Sequence[str], rng: Random) -> str:
    """A text that is good elsewhere, whole."""
    return rng.choice(others)


def _re_encoded(text: str, _: Sequence[str], rng: Random) -> str:
    parts = text.split(_SEPARATOR)
    at = rng.randrange(len(parts))
    raw = (
        base64.urlsafe_b64decode((parts[at] if parts[at].isascii() else "") + "===") if _is_base64(parts[at]) else b"?"
    )
    ways = (base64.b64encode, base64.urlsafe_b64encode, base64.b32encode, base64.b16encode, base64.b85encode)
    parts[at] = rng.choice(
        (
            rng.choice(ways)(raw).decode(),
            quote(parts[at] + "=", errors="replace"),
            parts[at] + "=" * (-len(parts[at]) % 4),
        )
    )
    return _SEPARATOR.join(parts)


def _other_payload(text: str, _: Sequence[str], rng: Random) -> str:
    """Another owner, kind, version or time under the old signature."""
    kid, _, rest = text.partition(_SEPARATOR)
    _, _, signature = rest.rpartition(_SEPARATOR)
    return _SEPARATOR.join((kid, _encoded(_a_payload(rng), rng), signature))


def _signed_anew(text: str, _: Sequence[str], rng: Random) -> str:
    """A whole text of somebody who has not got the keys: another secret, or ours for a purpose that none of ours is."""
    payload = _a_payload(rng)
    if rng.random() < 0.8:
        secret, purpose = rng.choice(_SECRETS), rng.choice(_PURPOSES)
    else:
        secret, purpose = rng.choice((NEWEST.secret, RETIRED.secret)), rng.choice(_PURPOSES[3:])
    options: Mapping[str, Any] = rng.choice(({}, {"key_derivation": "none"}, {"digest_method": sha256}))
    kid = rng.choice((NEWEST.kid, RETIRED.kid, "", "2026-08-03a"))
    signer = URLSafeSerializer(secret or "\0", salt=purpose or "\0", signer_kwargs=dict(options))
    return f"{kid}.{signer.dumps(payload)!s}"


def _crossed_keys(text: str, _: Sequence[str], rng: Random) -> str:
    """Signed with one of our keys, and said to be signed with another."""
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
    session = [rng.choice(("alex", "kim")), 0, 1_785_000_000]
    return rng.choice((action, session, [], [None] * 5))


def _encoded(payload: Any, rng: Random) -> str:
    raw = json.dumps(payload).encode()
    squeezed = base64.urlsafe_b64encode(zlib.compress(raw)).rstrip(b"=").decode()
    return rng.choice((base64.urlsafe_b64encode(raw).rstrip(b"=").decode(), f".{squeezed}", raw.decode()))


def _is_base64(part: str) -> bool:
    return bool(part) and all(one in _ALPHABET for one in part) and len(part) % 4 != 1


TAMPERS: Mapping[Tamper, int] = {
    _flipped: 14,
    _other_character: 14,
    _cut: 8,
    _with_junk: 12,
    _other_case: 4,
    _look_alike: 4,
    _parts_swapped: 14,
    _shuffled: 3,
    _another_s: 3,
    _re_encoded: 6,
    _other_payload: 6,
    _signed_anew: 8,
    _crossed_keys: 2,
}
_TAMPERS, _WEIGHTS = tuple(TAMPERS), tuple(TAMPERS.values())


def tampered(text: str, others: Sequence[str], rng: Random) -> str:
    """The text after one to three of these."""
    for tamper in rng.choices(_TAMPERS, _WEIGHTS, k=rng.choice((1, 1, 1, 2, 3))):
        text = tamper(text or "?", others, rng)
    return text
