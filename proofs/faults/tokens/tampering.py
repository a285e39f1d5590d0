"""Tamper with a genuine text: cut it, combine it with another, re-encode it, or forge it."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping, Sequence
from random import Random
from string import ascii_letters, digits
from urllib.parse import quote

from proofs.faults.tokens.forging import crossed_keys, other_payload, signed_anew

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
    """A text with some parts of one text and some of another."""
    mine, theirs = text.split(_SEPARATOR), rng.choice(others).split(_SEPARATOR)
    longest = max(mine, theirs, key=len)
    pieced = [rng.choice((mine, theirs)) for _ in longest]
    return _SEPARATOR.join(parts[min(place, len(parts) - 1)] for place, parts in enumerate(pieced))


def _shuffled(text: str, _: Sequence[str], rng: Random) -> str:
    parts = text.split(_SEPARATOR)
    rng.shuffle(parts)
    return _SEPARATOR.join(parts[: rng.randint(1, len(parts))])


def _another_s(_: str, others: Sequence[str], rng: Random) -> str:
    """A whole text that is good elsewhere."""
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
    other_payload: 6,
    signed_anew: 8,
    crossed_keys: 2,
}
_TAMPERS, _WEIGHTS = tuple(TAMPERS), tuple(TAMPERS.values())


def tampered(text: str, others: Sequence[str], rng: Random) -> str:
    """The text after one to three of the changes."""
    for tamper in rng.choices(_TAMPERS, _WEIGHTS, k=rng.choice((1, 1, 1, 2, 3))):
        text = tamper(text or "?", others, rng)
    return text
