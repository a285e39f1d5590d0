"""F20: the lines of a mail are as long as RFC 2045 and RFC 2047 let them be, and say what they said before."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.header import decode_header, make_header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import compat32, default
from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chalicelib.drafts.letter_file import safe_header, safe_name
from chalicelib.drafts.mail_body import set_text
from chalicelib.drafts.mail_policy import LONGEST_LINE, MAIL
from tests.mail_lines import faults_of_lines

WORDS = [
    "Ромашка",
    "株式会社",
    "«Яндекс»",
    "Łukasz",
    "🎉",
    "é",
    "Call",
    "(overdue),",
    "a" * 90,
    "=",
    "?",
    "=?",
    "...",
    "--",
]
TEXT = st.lists(st.sampled_from(WORDS) | st.text(max_size=12), max_size=40).map(" ".join)


def written(subject: str = "Hello", name: str = "Dana", body: str = "Hello", **more: str) -> bytes:
    message = EmailMessage(policy=MAIL)
    message["Subject"] = safe_header(subject)
    message["To"] = Address(safe_name(name), addr_spec="dana.winter@acme.example")
    for header, value in more.items():
        message[header.replace("_", "-")] = value
    set_text(message, body)
    return message.as_bytes()


@given(subject=TEXT, name=TEXT, body=TEXT | st.text(max_size=400))
@example(subject="Позвонить " * 20, name="Анна-Мария " * 6, body="=" * 200)
@example(subject="x", name="x", body="х" * 77)
@example(subject="x", name="x", body="é " + "." * 76 + "\n." * 80)
def test_f20_no_line_of_a_body_and_no_encoded_word_is_too_long(subject: str, name: str, body: str) -> None:
    assert faults_of_lines(written(subject, name, body)) == []


@given(subject=TEXT, name=TEXT)
@example(subject="x" * 90 + " and more", name="x" * 60)
@example(subject="株式会社 🎉 " * 8, name="Łukasz é Łukasz é Łukasz é Łukasz")
def test_f20_a_folded_header_says_what_it_said_before(subject: str, name: str) -> None:
    raw = written(subject, name)

    read, older = message_from_bytes(raw, policy=default), message_from_bytes(raw, policy=compat32)
    to = re.sub(r'\r\n|"', "", str(make_header(decode_header(older["To"]))))

    assert str(read["Subject"]) == safe_header(subject)
    assert to == (f"{said} <dana.winter@acme.example>" if (said := safe_name(name)) else "dana.winter@acme.example")
    assert [one.addr_spec for one in read["To"].addresses] == ["dana.winter@acme.example"]


@given(name=TEXT, subject=TEXT)
def test_f20_folding_adds_no_header(name: str, subject: str) -> None:
    message = message_from_bytes(written(subject, name), policy=default)

    assert message.keys() == ["Subject", "To", "Content-Type", "Content-Transfer-Encoding"]


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("List_Unsubscribe", f"<https://abcdefghij.execute-api.eu-central-1.amazonaws.com/api/act/{'x' * 400}>"),
        ("Message_ID", f"<{'alex' * 30}.2026-08-10@example.org>"),
        ("X_Afterword_Digest", f"{'alex' * 30}.2026-08-10"),
    ],
)
def test_f20_a_link_or_an_id_stays_whole_on_its_line(header: str, value: str) -> None:
    assert f"\r\n{header.replace('_', '-')}: {value}\r\n".encode() in written(**{header: value})


def test_f20_a_long_subject_begins_on_the_line_of_its_header_and_goes_on_below() -> None:
    subject = "Call Acme (overdue), move on from Globex (overdue), call Initech and 10 more"

    lines = written(subject).split(b"\r\n")

    assert lines[0].startswith(b"Subject: Call Acme")
    assert max(map(len, lines)) <= LONGEST_LINE
    assert b"".join(lines[:2]).decode() == f"Subject: {subject}"


@pytest.mark.parametrize(
    "name",
    [
        "Thank-you to Dana Winter, Acme.eml",
        "Благодарность, Дана Сергеевна Винтер, ООО «Ромашка и сыновья».eml",
        "x" * 200 + ".eml",
        'a "quoted" one.eml',
        "株式会社" * 20 + ".eml",
    ],
)
def test_a_file_s_name_is_read_back_whole_and_no_part_of_it_cuts_a_character(name: str) -> None:
    message = EmailMessage(policy=MAIL)
    message.set_content("text")
    message.add_attachment(b"file", maintype="application", subtype="octet-stream", filename=name)

    raw = message.as_bytes()

    (part,) = message_from_bytes(raw, policy=default).iter_attachments()
    assert part.get_filename() == name
    lines = raw.partition(b"Content-Disposition")[2].partition(b"\r\n\r\n")[0].split(b"\r\n")
    assert all(len(line) <= 76 for line in lines)
    for line in lines[1:]:
        unquote(line.decode().partition("=")[2], errors="strict")
