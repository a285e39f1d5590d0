"""An iPhone's *Get Contents of URL*: turn the table of an action into the request that it sends."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import quote, urlsplit

from tests.infra.local_server import Reply

SENDER = {
    "Accept": "*/*",
    "User-Agent": "Shortcuts/3607.0.2 CFNetwork/3826.500.111.2.2 Darwin/24.4.0",
    "Accept-Language": "en-GB,en;q=0.9",
    "Accept-Encoding": "gzip, deflate",
}
Fields = Mapping[str, str]
Written = tuple[str, bytes]
_CODE_OR_RESULT = re.compile(r"`([^`]*)`|\*([^*]*)\*")


@dataclass(frozen=True, slots=True)
class Action:
    """The settings of an action; ``fields`` are the fields of its body."""

    url: str
    method: str
    headers: Fields
    body: str
    fields: Fields


def action(table: list[list[str]], results: Fields) -> Action:
    """The action of a table; in it ``*Name*`` stands for the result of that name."""
    rows = {name: value for name, value in table if not name.startswith("`")}
    header, value = (code for code, _ in _CODE_OR_RESULT.findall(rows["Headers"]))
    fields = {name.strip("`"): _filled(value, results) for name, value in table if name.startswith("`")}
    return Action(_filled(rows["URL"], results), rows["Method"], {header: value}, rows.get("Request Body", ""), fields)


def sent(one: Action, write: Callable[[Fields], Written] | None = None, *, now: str | None = None) -> Reply:
    """The answer to the action at ``now``; ``write`` says how its body is written, if not as the action has it."""
    write = write or _WRITERS.get(one.body)
    kind, body = write(one.fields) if write else ("", None)
    url = urlsplit(one.url)
    connection = HTTPConnection(url.netloc, timeout=20)
    try:
        connection.putrequest(one.method, f"{url.path}?{url.query}", skip_accept_encoding=True)
        about_body = {} if body is None else {"Content-Type": kind, "Content-Length": str(len(body))}
        clock = {} if now is None else {"X-Local-Now": now}
        for name, value in {**SENDER, **one.headers, **about_body, **clock}.items():
            connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        return Reply(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
    finally:
        connection.close()


def as_json(fields: Fields) -> Written:
    """JSON as Apple's encoder writes it: keys in no order, every slash escaped, letters unescaped."""
    text = json.dumps(dict(reversed(list(fields.items()))), ensure_ascii=False, separators=(",", ":"))
    return "application/json", text.replace("/", "\\/").encode()


def as_urlencoded(fields: Fields) -> Written:
    """A form of texts."""
    text = "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in fields.items())
    return "application/x-www-form-urlencoded", text.encode()


def as_multipart(boundary: str) -> Callable[[Fields], Written]:
    """A multipart form."""

    def write(fields: Fields) -> Written:
        parts = (f'Content-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in fields.items())
        text = "".join(f"--{boundary}\r\n{part}" for part in parts) + f"--{boundary}--\r\n"
        return f"multipart/form-data; boundary={boundary}", text.encode()

    return write


_WRITERS = {"JSON": as_json, "Form": as_multipart("Boundary+6A1F2C3D4E5B6978")}


def _filled(cell: str, results: Fields) -> str:
    pieces = _CODE_OR_RESULT.findall(cell)
    return "".join(code or results[name] for code, name in pieces)
