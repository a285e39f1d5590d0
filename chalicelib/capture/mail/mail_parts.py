"""The parts of a mail: the text that is read, the calendars, and mails within it; what cannot be read is named."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message

from msgspec import Struct

from chalicelib.capture.found import Doubt
from chalicelib.capture.mail.html_text import text_of_html
from chalicelib.capture.mail.texts import text_of
from chalicelib.playbook.step import translatable

MOST_PARTS, DEEPEST = 200, 20
_CALENDAR_TYPES = frozenset({"text/calendar", "application/ics"})
_OUTLOOK_ONLY = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
_IS_LOST = translatable("has a part that only Outlook reads ({name}): what stands there is not known")
_IS_TOO_MUCH = translatable("has more parts than are read ({most})")
_LITTLE = 200  # characters of a text part that may be a mere pointer to the HTML beside it
_TIMES_MORE = 3


class Part(Struct, frozen=True):
    """The bytes of a part, and the character set that it declares."""

    raw: bytes
    charset: str | None


class MailParts(Struct, frozen=True):
    """What a mail consists of: its own text, its calendars, and the mails in it, outermost first."""

    text: str
    calendars: tuple[Part, ...]
    mails: tuple[Message, ...]
    doubts: tuple[Doubt, ...]


def parts_of(message: Message) -> MailParts:
    """The parts of a mail, without those of the mails in it."""
    leaves = [*_leaves(message)]
    doubts = [doubt for part in leaves for doubt in _unreadable(part)]
    if len(leaves) > MOST_PARTS:
        doubts.append(Doubt("file", _IS_TOO_MUCH, {"most": MOST_PARTS}))
    calendars = tuple(Part(content(part), charset_of(part)) for part in leaves if _is_calendar(part))
    mails = tuple(part for part in leaves if _type(part) == "message/rfc822")
    inner = tuple(within for part in mails for within in _mails_in(part))
    return MailParts(_text(message), calendars, inner, tuple(doubts))


def content(part: Message) -> bytes:
    """The bytes of a part, decoded as it says; as they stand, if that cannot be done."""
    try:
        raw = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AssertionError):
        return b""
    return raw if isinstance(raw, bytes) else b""


def charset_of(part: Message) -> str | None:
    """The character set that a part declares."""
    try:
        return part.get_content_charset()
    except (ValueError, LookupError, TypeError):
        return None


def parts_within(message: Message) -> list[Message] | None:
    """The parts within it; None if it has none of its own. The text of such a one is not decoded here, as ``email``
    would, since it raises on character sets such as IDNA."""
    if not message.is_multipart():
        return None
    return [part for part in message.get_payload() if isinstance(part, Message)]


def type_of(message: Message) -> str:
    """The media type, in small letters."""
    return _type(message)


def _leaves(message: Message, depth: int = 0) -> Iterator[Message]:
    """The parts without parts of their own, in order; a mail within the mail is one."""
    parts = parts_within(message)
    if parts is not None and _type(message).startswith("multipart/") and depth < DEEPEST:
        for part in parts[:MOST_PARTS]:
            yield from _leaves(part, depth + 1)
    else:
        yield message


def _mails_in(part: Message) -> Iterator[Message]:
    yield from parts_within(part) or ()


def _text(message: Message) -> str:
    """The text that is to be read: every text that stands in the mail by itself, of alternatives the better one."""
    return "\n\n".join(text for text in _texts(message) if text.strip())


def _texts(message: Message, depth: int = 0) -> Iterator[str]:
    all_parts, kind = parts_within(message), _type(message)
    if all_parts is not None:
        parts = all_parts[:MOST_PARTS] if depth < DEEPEST else []
        within = [[*_texts(part, depth + 1)] for part in parts] if kind.startswith("multipart/") else []
        if kind == "multipart/alternative":
            yield _better(["\n\n".join(texts) for texts in within if any(texts)])
        else:
            yield from (text for texts in within for text in texts)
    elif not _is_attached(message):
        yield from _text_of_leaf(message, kind)


def _text_of_leaf(part: Message, kind: str) -> Iterator[str]:
    if kind == "text/html":
        yield text_of_html(text_of(content(part), charset_of(part)))
    elif kind == "text/plain":
        text = text_of(content(part), charset_of(part))
        yield _unflowed(text) if str(_parameter(part, "format")).lower() == "flowed" else text


def _better(texts: list[str]) -> str:
    """The first of several that say the same, unless it says too little beside another one."""
    if not texts:
        return ""
    longest = max(texts, key=len)
    is_pointer = len(texts[0]) < _LITTLE and len(longest) > _TIMES_MORE * len(texts[0])
    return longest if is_pointer else texts[0]


def _unflowed(text: str) -> str:
    """A text of flowed lines (RFC 3676) with its paragraphs whole again."""
    lines: list[str] = []
    is_open = False
    for line in text.split("\n"):
        if is_open and not line.startswith(">"):
            lines[-1] += line
        else:
            lines.append(line)
        is_open = line.endswith(" ") and line != "-- " and not line.startswith(">")
    return "\n".join(lines)


def _is_calendar(part: Message) -> bool:
    return _type(part) in _CALENDAR_TYPES or _file_name(part).endswith((".ics", ".vcs"))


def _is_attached(part: Message) -> bool:
    return str(part.get("Content-Disposition", "")).strip().lower().startswith("attachment")


def _unreadable(part: Message) -> Iterator[Doubt]:
    name = _file_name(part)
    if _type(part) in _OUTLOOK_ONLY or name == "winmail.dat":
        yield Doubt("file", _IS_LOST, {"name": "winmail.dat"})


def _file_name(part: Message) -> str:
    try:
        return (part.get_filename() or "").lower()
    except (ValueError, LookupError, TypeError, AttributeError):
        return ""


def _parameter(part: Message, name: str) -> object:
    try:
        return part.get_param(name) or ""
    except (ValueError, LookupError, TypeError):
        return ""


def _type(part: Message) -> str:
    try:
        return part.get_content_type()
    except (ValueError, LookupError, TypeError, AttributeError):
        return "text/plain"
