"""The headers of a mail as texts: encoded words and raw letters decoded, addresses apart from their names."""

from __future__ import annotations

import binascii
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

from chalicelib.capture.found import Mailbox
from chalicelib.capture.mail.texts import text_of
from chalicelib.patterns import lazy_pattern

_LONGEST = 10_000  # characters of one header
_MOST_ADDRESSES = 50
_WORD = lazy_pattern(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?\s]*)\?=")
_ESCAPE = lazy_pattern(rb"=([0-9A-Fa-f]{2})")
_SPACES = lazy_pattern(r"\s+")
_ID = lazy_pattern(r"<([^<>\s]{1,500})>")


def header(message: Message, name: str) -> str:
    """The first header of this name as one line of text; empty without one."""
    return next(iter(headers(message, name)), "")


def headers(message: Message, name: str) -> list[str]:
    """All headers of this name, each as one line of text."""
    return [_SPACES.sub(" ", decoded(raw)).strip() for raw in _raw(message, name)]


def mailboxes(message: Message, *names: str) -> tuple[Mailbox, ...]:
    """The people in these headers; what is no address is left out."""
    raw = [text for name in names for text in _raw(message, name)]
    found = (Mailbox(_bare(decoded(name)), address.strip().lower()) for name, address in _addresses(raw))
    return tuple(box for box in found if "@" in box.address)[:_MOST_ADDRESSES]


def message_ids(message: Message, *names: str) -> tuple[str, ...]:
    """The Message-IDs in these headers, without their brackets; a byte that none may have is a question mark."""
    texts = (text.encode("ascii", "replace").decode() for name in names for text in _raw(message, name))
    return tuple(found for text in texts for found in _ID.findall(text))


def sent_at(message: Message) -> datetime | None:
    """When the mail says that it was sent, in its own zone; None if it does not say so in a form that is known."""
    try:
        found = parsedate_to_datetime(header(message, "Date"))
        found = found if found.tzinfo else found.replace(tzinfo=UTC)
        found.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found


def decoded(raw: str) -> str:
    """A header's value with its encoded words (RFC 2047) and its raw bytes decoded.

    Words that follow one another in one character set are joined before they are decoded: some senders cut a letter in
    two.
    """
    parts = [*_parts(raw)]
    return "".join(_text(raw_part, charset) for raw_part, charset in _joined(parts))


def _parts(raw: str) -> Iterator[tuple[bytes, str | None]]:
    """The value in pieces, each with its character set; None for what is not encoded."""
    end = 0
    for word in _WORD.finditer(raw):
        between = raw[end : word.start()]
        if between.strip() or end == 0:
            yield _bytes(between), None
        yield _word_bytes(word[2].lower(), word[3]), word[1].partition("*")[0].lower()
        end = word.end()
    yield _bytes(raw[end:]), None


def _joined(parts: Iterable[tuple[bytes, str | None]]) -> Iterator[tuple[bytes, str | None]]:
    joined: list[bytes] = []
    last: str | None = None
    for raw, charset in parts:
        if joined and charset != last:
            yield b"".join(joined), last
            joined = []
        joined.append(raw)
        last = charset
    yield b"".join(joined), last


def _word_bytes(kind: str, content: str) -> bytes:
    raw = _bytes(content)
    if kind == "q":
        return _ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), raw.replace(b"_", b" "))
    try:
        return binascii.a2b_base64(raw + b"=" * (-len(raw) % 4))
    except binascii.Error:
        return raw


def _text(raw: bytes, charset: str | None) -> str:
    return raw.decode() if raw.isascii() and charset is None else text_of(raw, charset or "utf-8")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _raw(message: Message, name: str) -> list[str]:
    """The values as they stand in the mail. ``get_all`` would hide the bytes of those that are not ASCII."""
    wanted = name.lower()
    return [str(value)[:_LONGEST] for key, value in message.raw_items() if key.lower() == wanted]


def _addresses(raw: list[str]) -> list[tuple[str, str]]:
    try:
        return getaddresses(raw)
    except (ValueError, IndexError, TypeError):
        return []


def _bare(name: str) -> str:
    return _SPACES.sub(" ", name).strip(" '\"")
