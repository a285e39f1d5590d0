"""Parse renders into shapes: tags, headers, components, columns. The words of a record must not change the shape."""

from __future__ import annotations

import csv
import email
import email.policy
import io
import json
import unicodedata
from collections.abc import Iterable, Iterator
from email.message import EmailMessage
from html.parser import HTMLParser
from urllib.parse import urlsplit

from icalendar import Calendar

Shape = list[str]

_FLOWING = frozenset({"p", "br"})  # as many as the words have lines
_NEVER_IN_TEXT = frozenset({"Cc", "Zl", "Zp", "Cs"})
_LINKS = ("href", "src", "action", "formaction")
_SCHEMES = frozenset({"", "http", "https", "mailto", "tel"})
LONGEST_SMTP_LINE = 998


class _Tags(HTMLParser):
    """Collects tags in order, with the names of their attributes and the schemes of links."""

    def __init__(self) -> None:
        super().__init__()
        self.found: Shape = []
        self.schemes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note it."""
        self.schemes |= {_scheme(value or "") for name, value in attrs if name in _LINKS}
        if tag not in _FLOWING:
            self.found.append(" ".join([tag, *(name for name, _ in attrs)]))

    def handle_endtag(self, tag: str) -> None:
        """Note it."""
        if tag not in _FLOWING:
            self.found.append(f"/{tag}")

    def handle_comment(self, data: str) -> None:
        """There is none in our pages."""
        self.found.append("a comment")

    def handle_decl(self, decl: str) -> None:
        """Note it."""
        self.found.append(f"!{decl}")

    def unknown_decl(self, data: str) -> None:
        """There is none in our pages."""
        self.found.append("a declaration")

    def handle_pi(self, data: str) -> None:
        """There is none in our pages."""
        self.found.append("an instruction")


def of_html(html: str) -> Shape:
    """The tags of a document, and the forbidden schemes among its links."""
    tags = _Tags()
    tags.feed(html)
    tags.close()
    return [*tags.found, *(f"a link of the scheme {one}" for one in sorted(tags.schemes - _SCHEMES))]


def of_mail(mime: bytes) -> Shape:
    """Headers and parts, attached letters included, and the shapes of the text and HTML bodies; read by two parsers."""
    message = email.message_from_bytes(mime, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    html, text = (message.get_body((kind,)) for kind in ("html", "plain"))
    assert html is not None
    assert text is not None
    letters = [part.get_payload(decode=True) for part in message.iter_attachments()]
    return [
        *_headers(mime),
        *(f"{part.get_content_type()} {sorted(part.keys())}" for part in message.walk()),
        *of_html(html.get_content()),
        *_odd_characters(text.get_content(), allowed="\n"),
        *(one for letter in letters if isinstance(letter, bytes) for one in _headers(letter)),
    ]


def _headers(mime: bytes) -> Iterator[str]:
    """The names of the headers, with the addresses of those that have any, by the standard library's modern and old
    parsers; and lines that no mail server accepts."""
    for policy in (email.policy.default, email.policy.compat32):
        message = email.message_from_bytes(mime, policy=policy)
        yield f"headers {message.keys()} defects {message.defects}"
    modern = email.message_from_bytes(mime, policy=email.policy.default)
    for name in ("From", "To"):
        yield f"{name} {[one.addr_spec for one in modern[name].addresses] if modern[name] else []}"
    if any(len(line) > LONGEST_SMTP_LINE or b"\r" in line or b"\n" in line for line in mime.split(b"\r\n")):
        yield "a line that no mail server takes"


def of_calendar(text: str) -> Shape:
    """Components with the names of their properties, as a calendar program reads them."""
    calendar = Calendar.from_ical(text)
    return [
        *(f"{one.name} {sorted(one)} {one.errors}" for one in calendar.walk()),
        *_odd_characters(text.replace("\r\n", ""), allowed=""),
        *("a line that is too long" for line in text.encode().split(b"\r\n") if len(line) > 75),
    ]


def of_table(text: str) -> Shape:
    """Rows and columns of a CSV, and cells that a spreadsheet would take for a formula."""
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    formulas = [cell for row in rows for cell in row if cell.startswith(tuple("=+-@\t\r\n＝＋－＠"))]
    return [*(f"{len(row)} columns" for row in rows), *("a formula" for _ in formulas)]


def of_json(text: str) -> Shape:
    """Keys and types of values, in order."""
    return list(_kinds(json.loads(text), ""))


def _kinds(value: object, where: str) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inside in value.items():
            yield from _kinds(inside, f"{where}.{name}")
    elif isinstance(value, list):
        for inside in value:
            yield from _kinds(inside, f"{where}[]")
    else:
        yield f"{where} {type(value).__name__}"


def _odd_characters(text: str, allowed: str) -> Iterable[str]:
    odd = {one for one in text if one not in allowed and unicodedata.category(one) in _NEVER_IN_TEXT}
    return sorted(f"the character {ord(one):04X}" for one in odd)


def _scheme(address: str) -> str:
    """The scheme as a browser reads it: without leading controls and spaces, and without any tabs and line ends."""
    seen = "".join(one for one in address if one > " " or one == " ").strip()
    try:
        return urlsplit(seen).scheme
    except ValueError:
        return "no address"
