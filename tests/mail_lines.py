"""What is wrong with the form of a mail, by RFC 5322, RFC 2045 and RFC 2047."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from email.policy import compat32
from email.utils import parsedate_to_datetime

LONGEST = 76  # of a line that is encoded, or has an encoded word
LONGEST_WORD = 75
LONGEST_AT_ALL = 998
_ID = re.compile(r"<[A-Za-z0-9._-]+@(\[[0-9A-Fa-f.:]+\]|[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*)>")
_WORD = re.compile(rb"=\?[^?\s]*\?[bqBQ]\?[^?\s]*\?=")


def faults_of_lines(mail: bytes) -> list[str]:
    """The faults of a mail and of the letters attached to it; empty if there are none."""
    lines = mail.split(b"\r\n")
    return [
        *("a line without CRLF" for line in lines if b"\n" in line or b"\r" in line),
        *("a line of more than 998 bytes" for line in lines if len(line) > LONGEST_AT_ALL),
        *("a byte that is not ASCII" for _ in [mail] if not mail.isascii()),
        *(f"an encoded word of {len(word)}" for word in _WORD.findall(mail) if len(word) > LONGEST_WORD),
        *(f"{len(line)} bytes with an encoded word" for line in lines if _WORD.search(line) and len(line) > LONGEST),
        *(fault for part in message_from_bytes(mail, policy=compat32).walk() for fault in _faults_of_part(part)),
    ]


def faults_of_form(mail: bytes) -> list[str]:
    """The faults of its lines, and of what its headers say of it and of its texts."""
    message = message_from_bytes(mail, policy=compat32)
    return [
        *faults_of_lines(mail),
        *(f"{header} is there {times} times" for header, times in Counter(message.keys()).items() if times > 1),
        *("no MIME-Version" for _ in [mail] if message["MIME-Version"] != "1.0"),
        *("an odd Message-ID" for _ in [mail] if not _ID.fullmatch(message["Message-ID"])),
        *("a Date without its zone" for _ in [mail] if parsedate_to_datetime(message["Date"]).tzinfo is None),
        *(fault for part in message.walk() if part.get_content_maintype() == "text" for fault in _faults_of_text(part)),
    ]


def _faults_of_text(part: Message) -> Iterator[str]:
    if part.get_content_charset() != "utf-8":
        yield f"{part.get_content_type()} does not say that it is UTF-8"
    if part["Content-Transfer-Encoding"] != "quoted-printable":
        yield f"{part.get_content_type()} is in {part['Content-Transfer-Encoding']}"


def _faults_of_part(part: Message) -> Iterator[str]:
    encoding = str(part["Content-Transfer-Encoding"]).lower()
    body = part.get_payload()
    if encoding in ("quoted-printable", "base64") and isinstance(body, str):
        yield from (f"{len(line)} bytes in {encoding}" for line in body.splitlines() if len(line) > LONGEST)
    if str(part.get_filename()).endswith(".eml"):
        letter = part.get_payload(decode=True)
        assert isinstance(letter, bytes)
        yield from faults_of_lines(letter)
