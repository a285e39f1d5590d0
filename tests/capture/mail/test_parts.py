"""The parts of a mail, in whatever character set and encoding they come; what cannot be read is named."""

from __future__ import annotations

import base64

import pytest

from chalicelib.capture.mail.mail_message import MailKind
from tests.capture.given import a_calendar, read

RUSSIAN = "Ждём Вас на собеседование в четверг, 13 августа."
MIXED = 'multipart/mixed; boundary="b"'


def parts(*several: tuple[str, str]) -> str:
    """A body of several parts: their headers and contents."""
    return "".join(f"--b\r\n{head}\r\n\r\n{content}\r\n" for head, content in several) + "--b--\r\n"


@pytest.mark.parametrize("charset", ["utf-8", "koi8-r", "windows-1251", "iso-8859-5", "utf-16"])
def test_a_text_is_read_in_the_character_set_that_is_declared(charset: str) -> None:
    mail = read(RUSSIAN.encode(charset), Content_Type=f"text/plain; charset={charset}")

    assert mail.text == RUSSIAN


@pytest.mark.parametrize(("charset", "written_in"), [("", "cp1251"), ("us-ascii", "utf-8"), ("utf-8", "cp1251")])
def test_a_wrong_or_missing_character_set_is_guessed(charset: str, written_in: str) -> None:
    declared = f"text/plain; charset={charset}" if charset else "text/plain"

    assert read((RUSSIAN * 3).encode(written_in), Content_Type=declared).text == RUSSIAN * 3


@pytest.mark.parametrize(
    "subject",
    [
        "=?koi8-r?b?" + base64.b64encode("Собеседование".encode("koi8-r")).decode() + "?=",
        "=?utf-8?q?=D0=A1=D0=BE=D0=B1=D0=B5=D1=81=D0=B5=D0?= =?utf-8?q?=B4=D0=BE=D0=B2=D0=B0=D0=BD=D0=B8=D0=B5?=",
        "Собеседование",
    ],
    ids=["one word", "cut within a letter", "raw"],
)
def test_a_subject_is_decoded(subject: str) -> None:
    assert read("", Subject=subject).subject == "Собеседование"


def test_a_mail_of_html_is_read_as_one_sees_it() -> None:
    html = (
        "<html><head><style>p{}</style><title>no</title></head><body><span style='display: none'>hidden</span>"
        "<!-- not this --><p>Dear&nbsp;Alex,</p><table><tr><td>When</td><td>12 August</td></tr></table>"
        '<p>Join <a href="https://meet.example/a?b=1&amp;c=2">here</a><br>Dana</p></body></html>'
    )

    text = read(html, Content_Type="text/html; charset=utf-8").text

    assert text == "Dear Alex,\n\nWhen\t12 August\n\nJoin here <https://meet.example/a?b=1&c=2>\nDana"


def test_a_text_that_says_only_that_there_is_html_is_not_what_is_read() -> None:
    body = parts(
        ("Content-Type: text/plain", "This mail needs HTML."),
        ("Content-Type: text/html", "<p>" + "We look forward to meeting you. " * 5 + "</p>"),
    )

    text = read(body, Content_Type='multipart/alternative; boundary="b"').text

    assert text.startswith("We look forward")


def test_lines_that_flow_are_whole_again() -> None:
    mail = read("We meet on \r\nWednesday.\r\n-- \r\nDana", Content_Type="text/plain; charset=utf-8; format=flowed")

    assert mail.text == "We meet on Wednesday.\n-- \nDana"


@pytest.mark.parametrize(
    "head",
    [
        "Content-Type: text/calendar; method=REQUEST",
        "Content-Type: application/ics; name=invite.ics",
        "Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=invite.ics",
    ],
)
def test_a_calendar_is_found_under_any_of_its_names(head: str) -> None:
    body = parts(("Content-Type: text/plain", "See you."), (head, a_calendar().decode()))

    mail = read(body, Content_Type=MIXED)

    assert [calendar.raw.replace(b"\n", b"\r\n").count(b"BEGIN:VEVENT") for calendar in mail.calendars] == [1]
    assert mail.text == "See you."


def test_a_part_that_only_outlook_reads_is_named() -> None:
    body = parts(("Content-Type: text/plain", "See you."), ("Content-Type: application/ms-tnef", "eJ8+Ig=="))

    (doubt,) = read(body, Content_Type=MIXED).doubts

    assert doubt.facts == {"name": "winmail.dat"}


def test_a_mail_attached_to_a_mail_is_the_one_that_is_read() -> None:
    inner = "From: Dana <dana@acme.example>\r\nSubject: Interview\r\n\r\nCome on Wednesday."
    body = parts(("Content-Type: text/plain", ""), ("Content-Type: message/rfc822", inner))

    mail = read(body, Content_Type=MIXED)

    assert (mail.text, mail.subject) == ("Come on Wednesday.", "Interview")


@pytest.mark.parametrize(
    ("headers", "kind"),
    [
        ({"Subject": "Automatic reply: Our interview"}, MailKind.ABSENCE),
        ({"Subject": "Abwesenheitsnotiz: Unser Gespräch"}, MailKind.ABSENCE),
        ({"Subject": "Автоответ: Собеседование"}, MailKind.ABSENCE),
        ({"Auto-Submitted": "auto-replied"}, MailKind.ABSENCE),
        ({"Auto-Submitted": "auto-generated", "Precedence": "bulk"}, MailKind.LETTER),
        ({"From": "MAILER-DAEMON@mx.example", "Subject": "Undelivered Mail Returned to Sender"}, MailKind.BOUNCE),
        ({"From": "Postmaster <postmaster@acme.example>", "Subject": "Unzustellbar: Hallo"}, MailKind.BOUNCE),
    ],
)
def test_absences_and_bounces_are_told_from_letters(headers: dict[str, str], kind: MailKind) -> None:
    assert read("Hello", **{name.replace("-", "_"): value for name, value in headers.items()}).kind is kind
