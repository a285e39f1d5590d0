"""Check what every answer must be, whatever the request: no 5xx, of the type it says, and with its security headers."""

from __future__ import annotations

import csv
import email
import io
import json
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from html.parser import HTMLParser

from tests.web.gateway import STAGE, Reply

_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000",
}
_VOID = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
_CLOSED_BY_ITSELF = frozenset({"option", "li", "dt", "dd"})  # the end tag may be left out (HTML, 13.1.2.4)
_EMPTY = (204, 303, 304)
# The client may cache these.
_KEPT = ("text/css", "text/javascript", "text/calendar", "application/manifest+json", "image/svg+xml")


def faults_of(reply: Reply, method: str) -> list[str]:
    """What is wrong with an answer to a request of this method; empty if all is well."""
    faults = [f"answered {reply.status}"] if not 200 <= reply.status < 500 else []
    return [*faults, *_headers_at_fault(reply), *_body_at_fault(reply, method)]


def _headers_at_fault(reply: Reply) -> Iterator[str]:
    headers, media = reply.headers, _media(reply)
    yield from (f"without {name}" for name, value in _ALWAYS.items() if headers.get(name) != value)
    kept = headers.get("Cache-Control")
    if kept != "no-store" and not (media in _KEPT or reply.status == 304):
        yield f"may be kept: {kept}"
    if media == "text/html" and "default-src 'none'" not in headers.get("Content-Security-Policy", ""):
        yield "a page without its policy"
    yield from (f"a broken header {name}" for name, value in headers.items() if _is_broken(str(value)))
    if reply.status == 303 and not headers.get("Location", "").startswith(f"{STAGE}/"):
        yield f"leads to {headers.get('Location')}"
    yield from (f"{reply.status} without {name}" for name in _NEEDED.get(reply.status, ()) if name not in headers)


_NEEDED = {401: ("WWW-Authenticate",), 405: ("Allow",)}


def _is_broken(value: str) -> bool:
    return not value.isascii() or not value.isprintable()


def _body_at_fault(reply: Reply, method: str) -> Iterator[str]:
    if method == "HEAD" or reply.status in _EMPTY:
        yield from ["has a body"] if reply.text else []
        return
    read = _READERS.get(_media(reply))
    if read is None:
        yield f"is of the type {reply.headers.get('Content-Type')!r}"
        return
    try:
        fault = read(reply.text)
    except (ValueError, AssertionError) as error:
        fault = str(error)[:200]
    if fault:
        yield f"is no {_media(reply)}: {fault}"
    is_problem = _media(reply) in ("application/problem+json", "text/html")
    if reply.status >= 400 and not is_problem:
        yield f"refuses as {_media(reply)}"


def _media(reply: Reply) -> str:
    return reply.headers.get("Content-Type", "").partition(";")[0]


def _json(text: str) -> str | None:
    json.loads(text, parse_constant=_no_such_number)
    return None


def _no_such_number(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON")


def _problem(text: str) -> str | None:
    problem = json.loads(text, parse_constant=_no_such_number)
    missing = {"type", "title", "status", "detail"} - problem.keys()
    return f"it has no {missing}" if missing else None


def _calendar(text: str) -> str | None:
    lines = text.split("\r\n")
    if (lines[0], lines[-2:]) != ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""]):
        return "it does not begin and end as one"
    return next((f"a line of {len(line)}" for line in lines if len(line.encode()) > 75), None)  # RFC 5545, 3.1


def _table(text: str) -> str | None:
    widths = {len(row) for row in csv.reader(io.StringIO(text, newline=""))}
    return None if len(widths) == 1 else f"rows of {sorted(widths)} cells"


def _letter(text: str) -> str | None:
    defects = email.message_from_string(text).defects
    return str(defects) if defects else None


def _anything(text: str) -> str | None:
    return None if text else "it is empty"


@lru_cache(maxsize=2000)
def _page(text: str) -> str | None:
    page = _Page()
    page.feed(text)
    page.close()
    if not text.lower().startswith("<!doctype html>"):
        return "it has no doctype"
    return page.fault or (f"{page.open} are not closed" if page.open else None)


class _Page(HTMLParser):
    """Checks that each element is closed where it was opened, and that no attribute is there twice."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.fault: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.fault = f"<{tag}> has an attribute twice"
        if tag in _CLOSED_BY_ITSELF and self.open[-1:] == [tag]:
            self.open.pop()
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        while self.open and self.open[-1] != tag and self.open[-1] in _CLOSED_BY_ITSELF:
            self.open.pop()
        if not self.open or self.open.pop() != tag:
            self.fault = self.fault or f"</{tag}> closes nothing"


_READERS: Mapping[str, Callable[[str], str | None]] = {
    "application/json": _json,
    "application/problem+json": _problem,
    "text/html": _page,
    "text/calendar": _calendar,
    "text/csv": _table,
    "message/rfc822": _letter,
    "text/css": _anything,
    "text/javascript": _anything,
    "application/manifest+json": _json,
    "image/svg+xml": _anything,
}
