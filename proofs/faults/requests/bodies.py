"""Request bodies: fields as JSON, as a form and as multipart; files to import; and corrupted bytes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from random import Random
from typing import Any
from urllib.parse import quote_plus

from chalicelib.web.http.body import MOST_BYTES

JSON, FORM, PARTS = "application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b"
Body = tuple[str, bytes]


def as_json(fields: object) -> Body:
    """The ``Content-Type`` and the bytes; surrogates are escaped, NaN stays NaN."""
    return JSON, json.dumps(fields).encode()


def as_form(fields: Mapping[str, Any]) -> Body:
    """A form as browsers send it."""
    pairs = (f"{_quoted(name)}={_quoted(_cell(value))}" for name, value in fields.items())
    return FORM, "&".join(pairs).encode()


def as_parts(fields: Mapping[str, Any], file: bytes | None = None) -> Body:
    """A multipart form, with a file if there is one."""
    head = b'--b\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n'
    parts = [head % (_bytes(name), b"", _bytes(_cell(value))) for name, value in fields.items()]
    if file is not None:
        parts.append(head % (b"file", b'; filename="kanarie.csv"', file))
    return PARTS, b"".join(parts) + b"--b--\r\n"


def encoded(fields: Mapping[str, Any], rng: Random) -> Body:
    """The fields in one of the three ways."""
    return rng.choice((as_json, as_json, as_form, as_parts))(fields)


def a_table(rows: Sequence[Mapping[str, Any]], rng: Random) -> bytes:
    """A CSV of records, with headers and delimiters as spreadsheets write them."""
    names = rng.choice(
        (("company", "position", "interview_on"), ("Firma", "Stelle", "Datum"), ("Employer", "Job", "Date"))
    )
    out = io.StringIO(newline="")
    table = csv.writer(out, delimiter=rng.choice(",;\t"))
    table.writerow(names)
    table.writerows([_cell(row.get(name, "")) for name in ("company", "position", "interview_on")] for row in rows)
    text = out.getvalue()
    return text.encode(rng.choice(("utf-8", "utf-8-sig", "utf-16", "cp1252")), "replace")


def a_document(rng: Random) -> Body:
    """What somebody brings in: an invitation as words, as a mail or as a calendar file."""
    day = rng.randint(1, 31)
    words = f"We would like to interview you for the Clerk position at Kanarie Ltd on {day} August, 3 pm. Dana Kanarie"
    mail = f"From: Dana Kanarie <dana@kanarie.example>\r\nSubject: Your interview at Kanarie\r\n\r\n{words}\r\n"
    start = f"DTSTART:202708{day:02}T130000Z"
    event = f"UID:{rng.randrange(9)}@kanarie.example\r\n{start}\r\nSUMMARY:Interview at Kanarie: Clerk"
    calendar = f"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\n{event}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    documents = {
        "text/plain": words,
        "message/rfc822": mail,
        "text/calendar": calendar,
        JSON: json.dumps({"text": words}),
    }
    kind = rng.choice(list(documents))
    return kind, documents[kind].encode()


def an_export(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """An export in our own JSON."""
    return json.dumps({"format": "afterword", "format_version": 1, "interviews": list(rows)}).encode()


def gone_wrong(body: bytes, rng: Random) -> bytes:
    """A corrupted body: bytes lost, doubled, flipped or inserted; or something else altogether."""
    at = rng.randint(0, len(body))
    accidents = (
        body[:at],
        body[at:],
        body + body,
        body[:at] + bytes(rng.randrange(256) for _ in range(rng.randint(1, 9))) + body[at:],
        body[:at] + b"\xff\xfe" + body[at:],
        body[:at] + b"%ff%00%" + body[at:],
        body[:at] + b"\\ud800" + body[at:],
        b"[" * rng.choice((10, 5_000, 60_000)),
        b'{"a":' * 9_000,
        b"null",
        b'"kanarie"',
        b"{}",
        b"&=&=;%",
        b"--b--",
        b"a" * (MOST_BYTES + 1),
        bytes(rng.randrange(256) for _ in range(60)),
    )
    return rng.choice(accidents)


def _cell(value: Any) -> str:
    if isinstance(value, list | dict | float) or value is None:
        return json.dumps(value)
    return {True: "on", False: "off"}.get(value, str(value)) if isinstance(value, bool) else str(value)[:70_000]


def _quoted(text: str) -> str:
    return quote_plus(text, errors="surrogatepass")


def _bytes(text: str) -> bytes:
    return text.encode(errors="surrogatepass")
