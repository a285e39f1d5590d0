"""Files that are no table are refused by what they are, with what to do instead."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.exchange.file_kinds import refuse_other_files
from chalicelib.request_errors import Malformed
from tests.exchange.given import HEAD, parsed


def zipped(**files: str) -> bytes:
    """A ZIP file with these files; two underscores stand for a slash."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return raw.getvalue()


KINDS = {
    ".xlsx": zipped(Content_Types="x", xl__workbook="x"),
    ".ods": zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
    ".numbers": zipped(Index__Document="x"),
    ".docx": zipped(word__document="x"),
    ".zip": zipped(interviews="company,position,interview_on"),
    ".xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500,
    ".pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    ".png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    ".jpg": b"\xff\xd8\xff\xe0\0\x10JFIF",
    ".gif": b"GIF89a\x01\0",
    ".webp": b"RIFF\x24\0\0\0WEBPVP8 ",
    ".heic, .mp4": b"\0\0\0\x18ftypheic",
    ".gz": gzip.compress(b"company"),
    ".7z": b"7z\xbc\xaf\x27\x1c",
    ".rar": b"Rar!\x1a\x07\0",
    ".rtf": b"{\\rtf1\\ansi company}",
    ".sqlite": b"SQLite format 3\0",
    ".xml": b'<?xml version="1.0"?>\n<rows/>',
    ".vcf": b"BEGIN:VCARD\r\nVERSION:3.0",
}
WEB_PAGES = [
    b"<html><body><table><tr><td>company</td></tr></table>",
    b"\xef\xbb\xbf<!DOCTYPE html>\n<html>",
    b"\r\n  <table border=1>",
    b'<!-- made by a tracker --><meta charset="utf-8">',
]


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_of_another_kind_is_refused_by_its_kind(kind: str) -> None:
    with pytest.raises(Malformed) as refused:
        parsed(KINDS[kind])

    [fault] = refused.value.faults
    assert fault.field == "file"
    assert fault.facts == {"kind": kind}
    assert "CSV" in fault.reason


@pytest.mark.parametrize("page", WEB_PAGES)
def test_a_web_page_that_is_called_a_spreadsheet_is_refused_as_one(page: bytes) -> None:
    with pytest.raises(Malformed) as refused:
        parsed(page)

    assert "web page" in refused.value.faults[0].reason


def is_refused(raw: bytes) -> bool:
    """Whether nothing of these bytes can be imported."""
    try:
        return bool(parsed(raw).problems)
    except Malformed:
        return True


@pytest.mark.parametrize(
    "raw", [b"\x7fELF\x02\x01\x01", b"\x01\x02\x03", b"company\x00\x01\x02,x\n", b"\xca\xfe\xba\xbe\x02"]
)
def test_other_bytes_that_are_no_text_are_refused(raw: bytes) -> None:
    assert is_refused(raw)


@pytest.mark.parametrize("begins", ["PK", "BM", "Rar", "GIF", "<b>Acme</b>", "%PD", "BEGIN", "{rtf", "PAR1", "II*"])
def test_a_table_that_begins_like_another_file_is_a_table(begins: str) -> None:
    refuse_other_files(f"{begins},{HEAD}\n".encode())


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "Po", "Zs"]), max_size=80))
def test_no_text_is_taken_for_another_file(text: str) -> None:
    refuse_other_files(f"company,{text}\n".encode())
