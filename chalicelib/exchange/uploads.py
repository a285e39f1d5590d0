"""What was sent to be imported: our own JSON, a CSV, a mailbox or a calendar, in any of the ways in which a client can
send it.

``upload_of`` takes it from a request, and ``parse_upload`` makes rows of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, tzinfo
from typing import Annotated, Any, ClassVar

from msgspec import Meta, Struct, field

from chalicelib.exchange import encodings
from chalicelib.exchange.column_mapping import is_header
from chalicelib.exchange.csv_reader import read_csv
from chalicelib.exchange.date_formats import date_format
from chalicelib.exchange.file_kinds import BundleKind, bundle_kind, refuse_other_files
from chalicelib.exchange.json_records import FORMAT, READ_VERSIONS
from chalicelib.exchange.pagination import MOST_RECORDS
from chalicelib.exchange.parsed_file import ParsedFile
from chalicelib.exchange.row_parser import parsed_record
from chalicelib.exchange.table_parser import from_csv
from chalicelib.request_errors import Fault, Invalid, InvalidValue, Malformed
from chalicelib.schemas import json_text
from chalicelib.schemas.validation import Check, RequestSchema
from chalicelib.schemas.written_days import DateFormat

COLUMN = "column:"  # the form field "column:Employer" says what the column "Employer" is
_HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")
_JSON_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")


def _columns(raw: object) -> dict[str, object]:
    """Headers and the fields for which they stand: an object, or in a form its JSON."""
    try:
        columns = json_text.parse(raw.encode()) if isinstance(raw, str) else raw
    except (Malformed, UnicodeEncodeError):
        columns = None
    if not isinstance(columns, dict):
        raise InvalidValue("is not an object such as {example}", example='{"Employer": "company"}')
    return columns


def _text(raw: object) -> str:
    """The whole CSV."""
    if not isinstance(raw, str):
        raise InvalidValue("is not a text")
    if _HALF_A_CHARACTER.search(raw):
        raise InvalidValue("holds half a character (a lone surrogate)")
    return raw


def _encoding_of_a_text(values: Mapping[str, Any]) -> Iterator[Fault]:
    if values.get("text") is not None and values.get("encoding") and not values.get("decoded_from"):
        yield Fault("encoding", "is for a file: say in decoded_from of which encoding this text was decoded")


class TableFields(RequestSchema, frozen=True, kw_only=True):
    """A CSV as a text, and how it is to be read where that is not guessed right."""

    text: Annotated[str, Meta(extra={"read": _text})] | None = None
    columns: Annotated[dict[str, Any], Meta(extra={"read": _columns})] = {}  # noqa: RUF012 (msgspec copies it)
    date_format: Annotated[DateFormat, Meta(extra={"read": date_format})] | None = None
    encoding: Annotated[str, Meta(extra={"read": encodings.encoding})] | None = None
    decoded_from: Annotated[str, Meta(extra={"read": encodings.encoding})] | None = None

    checks: ClassVar[tuple[Check, ...]] = (_encoding_of_a_text,)


class Upload(Struct, frozen=True):
    """The object of our JSON (``data``), or the bytes of a CSV and what the sender says about it; or those of a mailbox
    or a calendar (``bundle``)."""

    data: Mapping[str, Any] | None = None
    csv: bytes = b""
    columns: Mapping[str, object] = field(default_factory=dict)
    date_format: DateFormat | None = None
    encoding: str | None = None
    bundle: BundleKind | None = None


def upload_of(query: Mapping[str, object], body: Mapping[str, object], file: bytes | None) -> Upload:
    """The upload in a request; the fields about a CSV may also be in the query. Raises Malformed, Invalid."""
    sent = {**query, **body}
    if file is None and "text" not in sent:
        return _json_upload(body)
    fields = TableFields.read({name: sent[name] for name in TableFields.__struct_fields__ if name in sent})
    csv, encoding = _bytes_of(fields) if file is None else (file, fields.encoding)
    if bundle := bundle_kind(csv):
        return Upload(csv=csv, bundle=bundle)
    refuse_other_files(csv)
    if _JSON_BEGINS.match(csv):
        return _json_upload(json_text.parse(csv))
    single_columns = {name.removeprefix(COLUMN): field for name, field in sent.items() if name.startswith(COLUMN)}
    columns = {**fields.columns, **single_columns}
    return Upload(csv=csv, columns=columns, date_format=fields.date_format, encoding=encoding)


def _bytes_of(fields: TableFields) -> tuple[bytes, str | None]:
    """The bytes of the CSV in ``text``, and their encoding; those that it was decoded from, to be decoded otherwise."""
    text = fields.text or ""
    if fields.decoded_from in (None, *encodings.CERTAIN):
        return text.encode(), None
    return encodings.encoded(text, fields.decoded_from), fields.encoding or fields.decoded_from


def parse_upload(upload: Upload, today: date, now: datetime, zone: tzinfo) -> ParsedFile:
    """The rows of our JSON or of a CSV, as of ``today`` in ``zone``, the owner's. Raises Malformed, Invalid."""
    if upload.data is not None:
        records = upload.data["interviews"]
        _check_number(len(records))
        rows = (parsed_record(number, sent, today, now) for number, sent in enumerate(records, start=1))
        return ParsedFile("json", tuple(rows))
    sheet = read_csv(upload.csv, upload.encoding, is_header)
    _check_number(len(sheet.lines))
    return from_csv(sheet, upload.columns, upload.date_format, today, now, zone=zone)


def _json_upload(data: Mapping[str, Any]) -> Upload:
    if not data:
        raise Invalid(Fault("file", "is required: an export, or a CSV"))
    if data.get("format") != FORMAT:
        raise Invalid(Fault("format", "is not {format}: this is no export", {"format": FORMAT}))
    if data.get("format_version") not in READ_VERSIONS:
        raise Invalid(
            Fault("format_version", "is not one of: {choices}", {"choices": ", ".join(map(str, READ_VERSIONS))})
        )
    if not isinstance(data.get("interviews"), list):
        raise Invalid(Fault("interviews", "is not a list"))
    return Upload(data=data)


def _check_number(rows: int) -> None:
    if rows > MOST_RECORDS:
        raise Invalid(Fault("file", "holds more than {most} interviews; send it in parts", {"most": MOST_RECORDS}))
