"""What of a text is its writer's own, what is quoted below it, and what is forwarded in it.

Kept libraries for this (mail-parser-reply, talon) know replies, but no forwards, and not the headers of Yandex, Mail.ru
and a half translated Gmail; the few forms are a table here.
"""

from __future__ import annotations

import re
from datetime import datetime, tzinfo

from msgspec import Struct

from chalicelib.capture.found import Mailbox
from chalicelib.capture.mail.written_instants import instant_in
from chalicelib.patterns import lazy_pattern

_MARKER = lazy_pattern(
    r"^[> ]{0,6}(?:-{2,20} ?(?:forwarded (?:message|by)|weitergeleitete nachricht|пересылаемое сообщение|"
    r"перенаправленное сообщение|пересланное сообщение)|begin forwarded message|"
    r"anfang der weitergeleiteten (?:nachricht|e-mail)|начало (?:переадресованного|пересылаемого) сообщения)",
    re.IGNORECASE,
)
_END_MARKER = lazy_pattern(r"^[> ]{0,6}-{2,20} ?(?:завершение|конец|end of|ende der) ", re.IGNORECASE)
_ORIGINAL = lazy_pattern(
    r"^[> ]{0,6}(?:-{2,20} ?(?:original message|ursprüngliche nachricht|originalnachricht|исходное сообщение|"
    r"original-nachricht)|_{20,})",
    re.IGNORECASE,
)
_WROTE = lazy_pattern(
    r"^(?:on .{4,200} wrote:|am .{4,200} schrieb .{0,150}:|.{4,200} schrieb am .{4,100}:|"
    r".{4,200}(?:пишет|написал(?:а|\(а\))?):|\d{1,2}\.\d{1,2}\.\d{4},? (?:в )?\d{1,2}:\d\d,? .{3,200}:|"
    r".{3,150} <[^<>\s]{3,100}>:|.{3,200} wrote:)\s*$",
    re.IGNORECASE,
)
_LABELS = {
    "sender": ("from", "von", "от", "от кого", "отправитель", "absender"),
    "date": ("date", "sent", "datum", "gesendet", "дата", "отправлено", "gesendet am"),
    "subject": ("subject", "betreff", "тема"),
    "to": ("to", "an", "кому", "cc", "kopie", "копия", "reply-to", "antwort an", "resent-from"),
}
_FIELD_OF = {label: name for name, labels in _LABELS.items() for label in labels}
_LABEL = lazy_pattern(r"^\*?([A-Za-zÄÖÜäöüА-Яа-яё][A-Za-zÄÖÜäöüА-Яа-яё -]{0,15})\*?:\*?\s{0,4}(.*)$")
_YANDEX = lazy_pattern(
    r'^(\d{1,2}\.\d{1,2}\.\d{4},? (?:в )?\d{1,2}:\d\d),? "?([^"<>]{0,150}?)"? ?<([^<>\s]{3,200})>:?\s*$'
)
_ADDRESS = lazy_pattern(r'^\s*"?([^"<>\[\]]{0,200}?)"?\s*[<\[](?:mailto:)?([^<>\[\]\s]{3,200})[>\]]')
_BARE_ADDRESS = lazy_pattern(r"^\s*([^\s<>,;]{1,100}@[^\s<>,;]{2,100})")
_QUOTED = lazy_pattern(r"^(?:> ?)+")
_MOST_HEADERS = 12  # lines


class Forwarded(Struct, frozen=True):
    """A mail that was forwarded within another: who wrote it, when and under which subject, as far as it says."""

    sender: Mailbox | None
    sent_at: datetime | None
    subject: str
    text: str


class Conversation(Struct, frozen=True):
    """A text in its parts: the writer's ``own``, and a mail that is ``forwarded`` in it. What is quoted is left out."""

    own: str
    forwarded: Forwarded | None = None


def conversation(text: str, zone: tzinfo, *, is_forward: bool) -> Conversation:
    """The parts of a text. ``is_forward``: headers of an earlier mail in it are those of a forwarded one, as its
    subject or its sender tells; otherwise only a marker of forwards makes them that. ``zone`` is for days without one.
    """
    lines = text.split("\n")
    begin = next((at for at, line in enumerate(lines) if _MARKER.match(line)), None)
    if begin is None and is_forward:
        begin = next((at for at in range(len(lines)) if _header_block(lines, at)), None)
    if begin is None:
        return Conversation(_without_quotes(lines))
    own = "\n".join(lines[:begin])
    return Conversation(own.strip(), _forwarded(lines[begin:], zone))


def _forwarded(lines: list[str], zone: tzinfo) -> Forwarded:
    """The forwarded mail, from its marker or its headers on."""
    is_quoted = sum(line.startswith(">") for line in lines) * 2 > sum(bool(line.strip()) for line in lines)
    bare = [_QUOTED.sub("", line, count=1) if is_quoted else line for line in lines]
    begin = 1 if _MARKER.match(bare[0]) or _ORIGINAL.match(bare[0]) else 0
    while begin < len(bare) and not bare[begin].strip():
        begin += 1
    block = _header_block(bare, begin)
    found, end = block or ({}, begin)
    body = bare[end:]
    stop = next((at for at, line in enumerate(body) if _END_MARKER.match(line)), len(body))
    return Forwarded(
        _mailbox(found.get("sender", "")),
        instant_in(found.get("date", ""), zone),
        found.get("subject", ""),
        "\n".join(body).strip() if any(map(_MARKER.match, body)) else _without_quotes(body[:stop]),
    )


def _header_block(lines: list[str], at: int) -> tuple[dict[str, str], int] | None:
    """The headers that stand in these lines from ``at`` on, and the line behind them; None if there are none.

    There must be a sender, and a day or a subject.
    """
    if yandex := _YANDEX.match(_QUOTED.sub("", lines[at].strip())) if at < len(lines) else None:
        return {"date": yandex[1], "sender": f"{yandex[2]} <{yandex[3]}>"}, at + 1
    found: dict[str, str] = {}
    last = ""
    for number, line in enumerate(lines[at : at + _MOST_HEADERS], start=at):
        bare = _QUOTED.sub("", line).strip()
        labelled = _LABEL.match(bare)
        name = _FIELD_OF.get(labelled[1].strip().lower()) if labelled else None
        if labelled and name:
            found.setdefault(name, labelled[2].strip())
            last = name
        elif last == "to" and bare and "@" in bare:
            continue
        else:
            return _as_block(found, number)
    return _as_block(found, min(len(lines), at + _MOST_HEADERS))


def _as_block(found: dict[str, str], end: int) -> tuple[dict[str, str], int] | None:
    return (found, end) if "sender" in found and ("date" in found or "subject" in found) else None


def _without_quotes(lines: list[str]) -> str:
    """The writer's own lines: without what is quoted among them, and without the earlier mail below them."""
    end = next((at for at in range(len(lines)) if _begins_a_quote(lines, at)), len(lines))
    own = [line for line in lines[:end] if not line.startswith(">")]
    return "\n".join(own).strip()


def _begins_a_quote(lines: list[str], at: int) -> bool:
    """Whether an earlier mail begins here: a line that names its writer, broken in two perhaps, or its headers."""
    line = lines[at].strip()
    if _ORIGINAL.match(line):
        return _header_block(lines, at + 1) is not None or not line.startswith("_")
    joined = f"{line} {lines[at + 1].strip()}" if at + 1 < len(lines) else line
    is_named = bool(_WROTE.match(line)) or (len(line) > 1 and line[-1:] != ":" and bool(_WROTE.match(joined)))
    return (is_named and _is_quote_below(lines, at)) or _header_block(lines, at) is not None


def _is_quote_below(lines: list[str], at: int) -> bool:
    """Whether a quoted line follows within a few; or whether the naming line is a whole one of its kind, as Outlook and
    phones have it without any mark."""
    below = [line for line in lines[at + 1 : at + 6] if line.strip()]
    return any(line.startswith(">") for line in below) or "@" in "".join(lines[at : at + 2])


def _mailbox(text: str) -> Mailbox | None:
    if named := _ADDRESS.match(text):
        return Mailbox(named[1].strip(" *'"), named[2].strip().lower())
    if bare := _BARE_ADDRESS.match(text):
        return Mailbox("", bare[1].lower())
    return Mailbox(text.strip(), "") if text.strip() else None
