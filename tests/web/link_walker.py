"""Somebody who follows the links of a mail wherever they lead, and notes what each of them did."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urljoin

from tests.web.gateway import STAGE, Gateway, Reply
from tests.web.links import FORM

# Fits each kind of link; what a kind does not ask for is ignored. The days lie within the year of a walk.
TYPED = "until={day}&interview_on={day}&interview_time=10:00&reasons_given=on&all=close"
_LINK = re.compile(r'<(?:a|form|button)\b[^>]*\s(?:href|action|formaction)="([^"]*)"')
_READS = {"GetItem", "Query"}
SIGNED = ("/act/", "/read/", "/settle/")  # the roots of what is open to whoever holds the link


def links_of(page: str, path: str) -> set[str]:
    """Where the links and forms of a page lead, as paths of the API: what is elsewhere is left out."""
    found = (urljoin(f"{STAGE}{path}", unescape(text)) for text in _LINK.findall(page))
    return {link.removeprefix(STAGE) for link in found if link.startswith(f"{STAGE}/")}


@dataclass
class Walker:
    """``came_from`` is each link that was seen, with those whose pages offered it; ``did`` the links that acted, with
    the events and pauses that each brought; ``faults`` what no link may do. ``operations`` are the table's, as they
    come; ``stands`` are the events of the record and the pause, ``closed`` other addresses that ask who one is."""

    anybody: Gateway
    alex: Gateway
    record: str
    operations: list[str]
    came_from: dict[str, set[str]] = field(default_factory=dict)
    did: dict[str, set[str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    stands: set[str] = field(default_factory=set)
    closed: set[str] = field(default_factory=set)

    def open(self, path: str, query: str = "") -> Reply:
        """Open a link's page, which changes nothing, and note what it offers."""
        self.operations.clear()
        reply = self.anybody.get(f"{path}{query}")
        if self.has_written():
            self.faults.append(f"{path} changed something when it was opened")
        return self._noted(path, reply)

    def press(self, path: str, day: str) -> Reply:
        """Press the button of a link's page, and note what that did and what is offered now. The page of a step that is
        read has none of its own, and is opened again."""
        if path.startswith("/read/"):
            return self.open(path)
        self.operations.clear()
        reply = self.anybody.send("POST", path, TYPED.format(day=day), **FORM)
        if self.has_written():
            before = self.stands
            self.look()
            self._note_change(path, before, self.stands)
        return self._noted(path, reply)

    def look(self) -> None:
        """See how things stand, after the owner did something."""
        events = self.alex.get(f"/interviews/{self.record}").data["events"]
        paused = self.alex.get("/owner").data["paused_until"]
        self.stands = {event["id"] for event in events} | ({f"paused until {paused}"} if paused else set())

    def has_written(self) -> bool:
        """Whether the last request wrote to the table."""
        return not _READS.issuperset(self.operations)

    def _note_change(self, path: str, before: set[str], after: set[str]) -> None:
        if path in self.did:
            self.faults.append(f"{path} acted twice")
        own = {part for offerer in self.came_from[path] for part in self.did.get(offerer, set())}
        if not before - after <= own:
            self.faults.append(f"{path} took back {before - after - own}, which was not its own")
        self.did[path] = after - before

    def _noted(self, path: str, reply: Reply) -> Reply:
        for link in links_of(reply.text, path):
            if link.startswith(SIGNED) and link != path:
                self.came_from.setdefault(link, set()).add(path)
            elif not link.startswith(SIGNED) and self._is_open(link):
                self.faults.append(f"{path} leads to {link}, which is open to whoever holds the link")
        return reply

    def _is_open(self, link: str) -> bool:
        if link not in self.closed and self.anybody.get(link, Accept="text/html").status in (303, 401):
            self.closed.add(link)
        return link not in self.closed
