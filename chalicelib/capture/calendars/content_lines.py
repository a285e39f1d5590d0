"""The lines of a calendar file (RFC 5545, 3.1): unfolded as bytes, since some senders fold within a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from chalicelib.capture.mail.texts import text_of
from chalicelib.patterns import lazy_pattern

MOST_LINES = 20_000
_FOLD = lazy_pattern(rb"(?:\r\n|\n|\r)[ \t]")
_LONGEST = 100_000  # characters of one line
_NAME = lazy_pattern(r"[A-Za-z0-9.-]{1,80}")
_PARAMETER = lazy_pattern(r';([A-Za-z0-9-]{1,60})=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)')
# A zone with a colon in its name, without the quotes that it needs.
_BARE_ZONE = lazy_pattern(r";TZID=(\([^\":;]{1,10}:[^\":;]{1,200}):(\d{8}(?:T\d{6}Z?)?)\s*$")
_ESCAPE = lazy_pattern(r"\\([nN;,\\:\"])")
_BEGINS = lazy_pattern(rb"\s*(?:\xef\xbb\xbf)?\s*BEGIN:VCALENDAR", re.IGNORECASE)


class ContentLine(Struct, frozen=True):
    """A line: its name and its parameters' names in capitals, its value as it stands, and the whole ``source``."""

    name: str
    value: str
    parameters: Mapping[str, str] = field(default_factory=dict)
    source: str = ""

    @property
    def text(self) -> str:
        """The value of a text, its escapes undone."""
        return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], self.value).strip()


def is_calendar(raw: bytes) -> bool:
    """Whether these bytes begin as a calendar file."""
    return _BEGINS.match(raw[:1000]) is not None


def content_lines(raw: bytes, charset: str | None = None) -> Iterator[ContentLine]:
    """The lines of a file that is written in UTF-8, or in the declared or a guessed character set; what is no such line
    is left out."""
    text = text_of(_FOLD.sub(b"", raw), charset if charset not in (None, "us-ascii") else "utf-8")
    for number, line in enumerate(text.split("\n")):
        if number >= MOST_LINES:
            return
        if read := _line(line[:_LONGEST]):
            yield read


def _line(line: str) -> ContentLine | None:
    named = _NAME.match(line)
    if named is None:
        return None
    if loose := _BARE_ZONE.match(line, named.end()):
        return ContentLine(named[0].upper(), loose[2], {"TZID": loose[1]}, line)
    at, parameters = named.end(), dict[str, str]()
    while found := _PARAMETER.match(line, at):
        parameters.setdefault(found[1].upper(), found[2].strip('"'))
        at = found.end()
    if line[at : at + 1] != ":":
        return None
    return ContentLine(named[0].upper(), line[at + 1 :], parameters, line)
