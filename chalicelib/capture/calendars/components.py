"""The components of a calendar file: ``VCALENDAR`` with its events and zones, as trees of content lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chalicelib.capture.calendars.content_lines import ContentLine, content_lines

_DEEPEST = 6


class Component:
    """A component: its name in capitals, its lines, and the components in it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: list[ContentLine] = []
        self.parts: list[Component] = []

    def first(self, name: str) -> ContentLine | None:
        """The first line of this name; None without one, or if nothing stands in it."""
        return next((line for line in self.lines if line.name == name and line.value.strip()), None)

    def text(self, name: str) -> str:
        """The text of the first line of this name; empty without one."""
        line = self.first(name)
        return line.text if line else ""

    def every(self, name: str) -> Iterator[ContentLine]:
        """All lines of this name."""
        return (line for line in self.lines if line.name == name)

    def within(self, name: str) -> list[Component]:
        """The components of this name that are directly in it."""
        return [part for part in self.parts if part.name == name]


def calendars_in(raw: bytes, charset: str | None = None) -> list[Component]:
    """The calendars in these bytes. One that is cut short has what stands before the cut."""
    top = _tree(content_lines(raw, charset))
    return top.within("VCALENDAR") or ([top] if top.within("VEVENT") else [])


def _tree(lines: Iterable[ContentLine]) -> Component:
    top = Component("")
    open_ones = [top]
    for line in lines:
        name = line.value.strip().upper()
        if line.name == "BEGIN" and len(open_ones) <= _DEEPEST:
            part = Component(name)
            open_ones[-1].parts.append(part)
            open_ones.append(part)
        elif line.name == "END":
            if any(one.name == name for one in open_ones[1:]):
                while open_ones.pop().name != name:
                    pass
        elif line.name != "BEGIN":
            open_ones[-1].lines.append(line)
    return top
