"""Files that are no table, by what they begin with: each is refused by what it is, with what to do instead.

The way in is ``refuse_other_files``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum

from chalicelib.playbook.step import translatable
from chalicelib.request_errors import Fault, Malformed

_SPREADSHEET = translatable("is a spreadsheet ({kind}): open it, save it as CSV, and send that")
_WEB_PAGE = translatable("is a web page, whatever it is called: open it, save it as CSV, and send that")
_OTHER = translatable("is not a table ({kind}): save it as CSV, and send that")
_ZIP = b"PK\x03\x04"
_LOOKED_AT = 4096  # bytes of a ZIP file, in which the names of what is in it begin

_IN_A_ZIP = (
    (re.compile(rb"xl/|\[Content_Types\]\.xml.{0,2000}spreadsheetml", re.DOTALL), _SPREADSHEET, ".xlsx"),
    (re.compile(rb"opendocument\.spreadsheet"), _SPREADSHEET, ".ods"),
    (re.compile(rb"Index/|\.iwa"), _SPREADSHEET, ".numbers"),
    (re.compile(rb"word/|opendocument\.text"), _OTHER, ".docx"),
    (re.compile(rb"\[Content_Types\]\.xml"), _SPREADSHEET, ".xlsx"),
)
_TEXTS = (
    (re.compile(rb"\s*<\?xml[^>]*>\s*<\?mso-application[^>]*Excel", re.IGNORECASE), _SPREADSHEET, ".xml"),
    (re.compile(rb"\s*<\??(?:!doctype\s+html|html|head|body|meta|table|style|!--)", re.IGNORECASE), _WEB_PAGE, ""),
    (re.compile(rb"\s*<\?xml"), _OTHER, ".xml"),
    (re.compile(rb"\s*BEGIN:VCARD", re.IGNORECASE), _OTHER, ".vcf"),
    (re.compile(rb".{4}ftyp", re.DOTALL), _OTHER, ".heic, .mp4"),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), _OTHER, ".webp"),
)
_FIRST_BYTES: Mapping[bytes, str] = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": ".xls",
    b"%PDF": ".pdf",
    b"\x89PNG": ".png",
    b"\xff\xd8\xff": ".jpg",
    b"GIF8": ".gif",
    b"II*\0": ".tif",
    b"MM\0*": ".tif",
    b"\x1f\x8b": ".gz",
    b"7z\xbc\xaf": ".7z",
    b"Rar!\x1a": ".rar",
    b"BZh91AY": ".bz2",
    b"\xfd7zXZ": ".xz",
    b"\x28\xb5\x2f\xfd": ".zst",
    b"{\\rtf": ".rtf",
    b"SQLite format 3": ".sqlite",
    b"PAR1\x15": ".parquet",
}
_SPREADSHEETS = (".xls",)
_CALENDAR, _MAILBOX = (
    re.compile(rb"\s*BEGIN:VCALENDAR", re.IGNORECASE),
    re.compile(rb"From [^\r\n]{3,300}\r?\n[A-Za-z-]+:"),
)
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class BundleKind(StrEnum):
    """A file of many mails or events."""

    MAILBOX = "mbox"
    CALENDAR = "ics"


def bundle_kind(raw: bytes) -> BundleKind | None:
    """Whether these bytes are a mailbox or a calendar; None for all else."""
    beginning = raw[:_LOOKED_AT].removeprefix(_BYTE_ORDER_MARK)
    if _CALENDAR.match(beginning):
        return BundleKind.CALENDAR
    return BundleKind.MAILBOX if _MAILBOX.match(beginning) else None


def kind_by_first_bytes(raw: bytes) -> str | None:
    """The ending of the kind of file that begins like these bytes, ``.pdf`` say; None if it may be a text."""
    if raw.startswith(_ZIP):
        return ".zip"
    return next((kind for first, kind in _FIRST_BYTES.items() if raw.startswith(first)), None)


def refuse_other_files(raw: bytes) -> None:
    """Raise Malformed if these bytes are another kind of file than a text with a table, or than our JSON."""
    for sentence, kind in _kinds(raw.removeprefix(_BYTE_ORDER_MARK)):
        raise Malformed(Fault("file", sentence, {"kind": kind} if kind else None))


def _kinds(raw: bytes) -> Iterator[tuple[str, str]]:
    """What these bytes are by their beginning; the first is it. A ZIP file is looked into for the names in it."""
    if raw.startswith(_ZIP):
        names = raw[:_LOOKED_AT] + raw[-_LOOKED_AT:]
        yield from ((sentence, kind) for pattern, sentence, kind in _IN_A_ZIP if pattern.search(names))
        yield _OTHER, ".zip"
    beginning = raw[:_LOOKED_AT]
    yield from ((sentence, kind) for pattern, sentence, kind in _TEXTS if pattern.match(beginning))
    if found := kind_by_first_bytes(raw):
        yield _SPREADSHEET if found in _SPREADSHEETS else _OTHER, found
