"""What is wrong with the lines of a mail, by RFC 5322, RFC 2045 and RFC 2047."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from email.policy import compat32

LONGEST = 76  # of a line that is encoded, or has an encoded word
LONGEST_WORD = 75
LONGEST_AT_ALL = 998
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


def _faults_of_part(part: Message) -> Iterator[str]:
    encoding = str(part["Content-Transfer-Encoding"]).lower()
    body = part.get_payload()
    if encoding in ("quoted-printable", "base64") and isinstance(body, str):
        yield from (f"{len(line)} bytes in {encoding}" for line in body.splitlines() if len(line) > LONGEST)
    if str(part.get_filename()).endswith(".eml"):
        letter = part.get_payload(decode=True)
        assert isinstance(letter, bytes)
        yield from faults_of_lines(letter)
