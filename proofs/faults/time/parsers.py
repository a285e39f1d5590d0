"""Every parser of what somebody sends, with hostile inputs of any size. ``PARSERS`` names them all."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC

from chalicelib.drafts.personal_touch import has_unfit_touch
from chalicelib.drafts.wording import one_line, paragraphs, shortened
from chalicelib.errors import AfterwordError
from chalicelib.exchange import column_mapping, date_formats, formula_escaping, uploads, value_aliases
from chalicelib.exchange.csv_reader import read_csv
from chalicelib.links.action_links import ActionLinks
from chalicelib.links.keyring import keyring_of
from chalicelib.links.read_links import ReadLinks
from chalicelib.links.settle_links import SettleLinks
from chalicelib.playbook.persistence import expects_persistence
from chalicelib.request_errors import Invalid, InvalidValue, Malformed
from chalicelib.schemas import (
    addresses,
    interview_fields,
    json_text,
    machine_instants,
    queries,
    simple_values,
    text_values,
    written_days,
)
from chalicelib.schemas.text_values import FormText
from chalicelib.usecases.tokens import read_token
from chalicelib.web.http import body, forms, multipart, negotiation
from chalicelib.web.http.sessions import Sessions
from proofs.faults.escapes.records import NOW, TODAY

KEYS = keyring_of(["newest-" + "n" * 32])
FILE, BODY, HEADER = body.MOST_FILE_BYTES, body.MOST_BYTES, 10_000  # bytes: what is taken, and what the gateway lets in


@dataclass(frozen=True)
class Parser:
    """``read`` reads an input that ``make`` makes of about so many bytes; ``limit`` is the most that reaches it."""

    name: str
    read: Callable[[object], object]
    make: Callable[[int], object]
    limit: int


def tried(parser: Parser, given: object) -> None:
    """Read an input; a refusal is an answer like another."""
    with suppress(AfterwordError, Invalid, InvalidValue, Malformed, date_formats.AmbiguousDates):
        parser.read(given)


def _each(
    name: str, read: Callable[..., object], limit: int, inputs: dict[str, Callable[[int], object]]
) -> list[Parser]:
    return [Parser(f"{name}: {of}", read, make, limit) for of, make in inputs.items()]


def _repeated(text: str, before: str = "", after: str = "") -> Callable[[int], object]:
    return lambda size: before + text * (size // len(text.encode())) + after


def _bytes(text: str, before: str = "", after: str = "") -> Callable[[int], object]:
    return lambda size: (before + text * (size // len(text.encode())) + after).encode()


def _form(text: str) -> Callable[[int], object]:
    return lambda size: FormText(text * (size // len(text.encode())))


def _numbered(text: str, between: str = "") -> Callable[[int], object]:
    return lambda size: between.join(text.format(n=n) for n in range(size // (len(text) + len(between) + 3))).encode()


_HEAD = "company,position,interview_on,notes\n"
_CSV = {
    "rows": _bytes("Acme,Engineer,2026-08-03,x\n", _HEAD),
    "blank columns": _bytes(","),
    "columns of one name": _bytes("Phone,"),
    "columns of many names": _numbered("c{n}", ","),
    "quotes": _bytes('"', _HEAD),
    "doubled quotes": _bytes('""', _HEAD + '"'),
    "one cell": _bytes("x", _HEAD),
    "line ends": _bytes("\r\n", _HEAD),
    "high bytes": lambda size: b"company\n" + b"\xe4\xf6" * (size // 2),
    "combining marks": _bytes("\u0323\u0301", _HEAD + "A,"),
    "semicolons": _bytes("a;b;c\n"),
}
_TEXTS = {
    "letters": _repeated("a"),
    "spaces": _repeated(" ", "a", "a"),
    "line ends": _repeated("\r\n", "a", "a"),
    "combining marks in two orders": _repeated("\u0301\u0323", "a"),
    "combining marks of many classes": _repeated("\u0301\u0323\u05b0\u0345", "a"),
    "surrogates": lambda size: "\ud800" * size,
    "letters that decompose": _repeated("\u1ea5"),
    "Hangul": _repeated("\u1112\u1161\u11ab"),
    "controls": _repeated("\x01"),
    "invisible": _repeated("\u200b"),
    "dots": _repeated("a."),
    "digits": _repeated("1"),
    "dashes": _repeated("-"),
    "brackets": _repeated("("),
    "colons": _repeated("a:b\n"),
    "full stops": _repeated("."),
}
_JSON = {
    "a text": _bytes("a", '{"a":"', '"}'),
    "escapes": _bytes("\\u0301", '{"a":"', '"}'),
    "lists": _bytes("[", '{"a":'),
    "objects": _bytes('{"a":'),
    "digits": _bytes("1", '{"a":', "}"),
    "names": lambda size: b"{" + b",".join(b'"n%d":1' % n for n in range(size // 12)) + b"}",
    "spaces": _bytes(" "),
    "numbers": _bytes("1,", '{"a":[', "1]}"),
}
_HEADERS = {
    "commas": _repeated(","),
    "semicolons": _repeated(";"),
    "backslashes": _repeated("\\", 'afterword="', '"'),
    "quotes": _repeated('"', "afterword="),
    "neighbours": lambda size: "; ".join(f"n{n}=v" for n in range(size // 8)) + "; afterword=x",
    "equal signs": _repeated("="),
    "spaces": _repeated(" ", "afterword=a", "b"),
    "letters": _repeated("a"),
    "dots": _repeated("a."),
    "qualities": _repeated("en;q=0.5,"),
}


def _fields(read: Callable[[object], object]) -> Callable[[object], object]:
    """A reader of one field, given what a form sent."""
    return lambda given: read(FormText(str(given)))


def _in_a_record(name: str) -> Callable[[object], object]:
    known = {"company": "Acme", "position": "Engineer", "interview_on": "2026-08-03"}
    return lambda given: interview_fields.read_interview({**known, name: given})


def _many(of: str) -> Callable[[int], object]:
    """A list of that many of our contacts or events."""
    one = {"contacts": {"name": "Dana"}, "events": {"kind": "note", "on": "2026-08-03", "recorded_at": NOW.isoformat()}}
    return lambda size: {of: [dict(one[of], id=f"i{n}") for n in range(size // 60)]}


def _file_of_records(given: object) -> object:
    data = {"format": "afterword", "format_version": 2, "owner": {}, "interviews": [given]}
    return uploads.parse_upload(uploads.upload_of({}, data, None), TODAY, NOW, UTC)


def _csv_file(given: object) -> object:
    assert isinstance(given, bytes)
    return uploads.parse_upload(uploads.upload_of({}, {}, given), TODAY, NOW, UTC)


def _multipart(given: object) -> object:
    assert isinstance(given, bytes)
    return multipart.parse(given, "b", takes_file=True)


def _cookie(given: object) -> object:
    return Sessions(KEYS).read(str(given), NOW)


def _dates(given: object) -> object:
    return date_formats.date_format_of(str(given).split("|"), TODAY)


_PART = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n'
PARSERS: tuple[Parser, ...] = (
    *_each("csv", read_csv, FILE, _CSV),
    *_each("csv as records", _csv_file, FILE, _CSV),
    *_each("json", json_text.parse, FILE, _JSON),
    *_each("file of records", _file_of_records, FILE, {"contacts": _many("contacts"), "events": _many("events")}),
    *_each(
        "form",
        forms.urlencoded,
        BODY,
        {"letters": _bytes("a", "a="), "per cent": _bytes("%41", "a="), "and": _bytes("&")},
    ),
    *_each(
        "multipart",
        _multipart,
        FILE,
        {
            "one part": _bytes("x", _PART, "\r\n--b--"),
            "line ends": _bytes("\r\n", _PART, "\r\n--b--"),
            "almost delimiters": _bytes("\r\n--c", _PART, "\r\n--b--"),
            "dashes": _bytes("-", _PART, "\r\n--b--"),
            "headers": _bytes("a: b\r\n", "--b\r\n"),
            "parameters": _bytes('; name="', "--b\r\nContent-Disposition: form-data"),
            "spaces": _bytes(" ", "--b\r\nContent-Disposition: form-data;", 'name="a"\r\n\r\n\r\n--b--'),
        },
    ),
    *_each("content type", lambda given: body.read_body(b"", str(given)), HEADER, _HEADERS),
    *_each("accept", lambda given: negotiation.qualities(str(given)), HEADER, _HEADERS),
    *_each("accept-language", lambda given: negotiation.preferred_languages(str(given)), HEADER, _HEADERS),
    *_each("cookie", _cookie, HEADER, _HEADERS),
    *_each("link", lambda given: ActionLinks(KEYS).read(str(given), NOW), HEADER, _HEADERS),
    *_each("read link", lambda given: ReadLinks(ActionLinks(KEYS)).read(str(given), NOW), HEADER, _HEADERS),
    *_each("settle link", lambda given: SettleLinks(ActionLinks(KEYS)).read(str(given), NOW), HEADER, _HEADERS),
    *_each("token", lambda given: read_token(str(given)), HEADER, _HEADERS),
    *_each("cursor", lambda given: queries.cursor_in({"cursor": FormText(str(given))}), HEADER, _HEADERS),
    *(
        parser
        for name, read in {
            "line": text_values.line(200),
            "paragraphs": text_values.paragraphs(4096),
            "tag": text_values.tag(40),
            "mail address": addresses.email,
            "phone": addresses.phone,
            "extension": addresses.extension,
            "web address": addresses.web_address,
            "day": simple_values.day,
            "time": simple_values.clock_time,
            "number": simple_values.number(1, 9),
            "switch": simple_values.switch,
        }.items()
        for parser in _each(name, _fields(read), BODY, _TEXTS)
    ),
    *(
        parser
        for name, read in {
            "shown name": lambda given: text_values.printable_name(str(given)),
            "one line": lambda given: one_line(str(given)),
            "paragraphs of a draft": lambda given: paragraphs(str(given)),
            "shortened": lambda given: shortened(str(given), 60),
            "touch": lambda given: has_unfit_touch(str(given)),
            "persistence": lambda given: expects_persistence(str(given)),
            "header of a column": lambda given: column_mapping.guess_columns([str(given)]),
            "day of a table": lambda given: written_days.read_day(str(given), None),
            "days of a table": _dates,
            "instant": lambda given: machine_instants.day_and_time(str(given), UTC),
            "time of a table": lambda given: value_aliases.as_time(str(given)),
            "cell": lambda given: formula_escaping.unescape(str(given)),
            "record's company": _in_a_record("company"),
            "record's notes": _in_a_record("notes"),
        }.items()
        for parser in _each(name, read, BODY, _TEXTS)
    ),
)
