"""Breaks mails and calendars, each number in its own way, as transports and bad programs do."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.capture.cases import FILES, TYPES

WHOLE = [(path.name, path.read_bytes(), TYPES[path.suffix]) for path in sorted(FILES.iterdir()) if path.suffix in TYPES]
_CHARSETS = ("utf-8", "utf-16", "utf-7", "koi8-r", "iso-2022-jp", "windows-1251", "nonsense", "punycode", "idna", "hex")
_ODD = (b"\r\n", b"\0", b"=?", b"?=", b"\xff\xfe", b"\xe2\x80\xae", b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n", b"--", b'"')

Breaking = Callable[[random.Random, bytes], bytes]


def broken(seed: int, number: int) -> tuple[str, bytes, str]:
    """A broken document: in words that let one repeat it, its bytes, and the media type that it is sent as."""
    dice = random.Random(f"{seed} {number}")
    name, raw, kind = dice.choice(WHOLE)
    ways = dice.sample(list(WAYS), dice.randint(1, 3))
    for way in ways:
        raw = WAYS[way](dice, raw)
    if dice.random() < 1 / 8:
        kind = dice.choice(list(TYPES.values()))
    return f"case {number} (seed {seed}): {name}, {', '.join(ways)}, as {kind}", raw, kind


def _cut(dice: random.Random, raw: bytes) -> bytes:
    return raw[: dice.randint(0, len(raw))]


def _flip(dice: random.Random, raw: bytes) -> bytes:
    flipped = bytearray(raw)
    for _ in range(dice.randint(1, 60)):
        if flipped:
            flipped[dice.randrange(len(flipped))] = dice.randrange(256)
    return bytes(flipped)


def _swap(dice: random.Random, raw: bytes) -> bytes:
    a, b, c = sorted(dice.randint(0, len(raw)) for _ in range(3))
    return raw[:a] + raw[b:c] + raw[a:b] + raw[c:]


def _swap_lines(dice: random.Random, raw: bytes) -> bytes:
    lines = raw.splitlines(keepends=True)
    for _ in range(dice.randint(1, 8)):
        if lines:
            a, b = dice.randrange(len(lines)), dice.randrange(len(lines))
            lines[a], lines[b] = lines[b], lines[a]
    return b"".join(lines)


def _repeat(dice: random.Random, raw: bytes) -> bytes:
    begin = dice.randint(0, len(raw))
    return raw[:begin] + raw[begin : begin + dice.randint(1, 400)] * dice.randint(2, 40) + raw[begin:]


def _insert(dice: random.Random, raw: bytes) -> bytes:
    at = dice.randint(0, len(raw))
    return raw[:at] + dice.choice(_ODD) * dice.randint(1, 20) + raw[at:]


def _wrong_charset(dice: random.Random, raw: bytes) -> bytes:
    charset = dice.choice(_CHARSETS).encode()
    return raw.replace(b"utf-8", charset).replace(b"UTF-8", charset)


def _huge_header(dice: random.Random, raw: bytes) -> bytes:
    name = dice.choice((b"Subject", b"From", b"References", b"Content-Type", b"Date", b"X-A", b"SUMMARY", b"DTSTART"))
    return (
        name
        + b": "
        + dice.choice((b"x", b"<a@b> ", b'"', b"=?utf-8?b?", b";a=b")) * dice.randint(1, 5000)
        + b"\r\n"
        + raw
    )


def _nested(dice: random.Random, raw: bytes) -> bytes:
    depth = dice.randint(1, 400)
    if dice.random() < 1 / 2:
        return b"BEGIN:VCALENDAR\r\n" * depth + raw + b"END:VCALENDAR\r\n" * dice.randint(0, depth)
    head = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (at, at) for at in range(depth))
    return head + raw


def _joined(dice: random.Random, raw: bytes) -> bytes:
    return raw + dice.choice((b"", b"\r\n\r\n")) + dice.choice(WHOLE)[1]


WAYS: dict[str, Breaking] = {
    "cut": _cut,
    "bytes flipped": _flip,
    "pieces swapped": _swap,
    "lines swapped": _swap_lines,
    "a piece many times": _repeat,
    "something odd in it": _insert,
    "a wrong character set": _wrong_charset,
    "a huge header": _huge_header,
    "deeply nested": _nested,
    "two as one": _joined,
}
