"""The message around the words: its headers, its parts, and what hostile words cannot do to them."""

from __future__ import annotations

import email
import email.policy
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from chalicelib.digest.mime import LONGEST_LINK, Attachment, MailBody, as_mime
from chalicelib.digest.subject_line import LONGEST_SUBJECT
from chalicelib.drafts.language_packs import Languages
from chalicelib.drafts.letter_file import letter_as_eml, safe_header
from chalicelib.drafts.wording import shortened
from chalicelib.drafts.writer import Writer
from chalicelib.errors import MailRefused
from chalicelib.links.letter_ids import LetterIds
from chalicelib.playbook import rules
from chalicelib.playbook.step import StepKind
from chalicelib.view_models.day_view import read_day
from chalicelib.work_calendars import planning_context
from tests.digest.given import (
    LINKS,
    MONDAY_8_AM,
    SENDER,
    TEMPLATES,
    TUESDAY_8_AM,
    a_composer,
    a_record,
    a_thanked,
    composed,
    one_line,
    read,
)
from tests.factories import a_contact, an_owner
from tests.mail_lines import faults_of_form, faults_of_lines

A_BODY = MailBody("Hi", "text", "<p>html</p>", ())
WORDS = st.sampled_from(
    [
        "Ромашка",
        "株式会社",
        "🎉👩‍👩‍👧",
        "é",
        "e\u0301\u0323",
        "نيسان",
        "a" * 90,
        "Я" * 90,
        "=?utf-8?q?=0d=0a?=",
        ". ",
        "x,\t",
        "\n",
    ]
)
SOME_WORDS = st.lists(WORDS | st.text(max_size=20), max_size=30).map(" ".join)

HOSTILE = [
    "=?utf-8?q?=0d=0aBcc:x@y.zz?=",  # short enough to stay whole in a subject
    "=?utf-8?q?Acme=0d=0aBcc:victim@example.net?=",
    "Acme\r\nBcc: victim@example.net",
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '" onclick="alert(1)',
    "Acme & Söhne “GmbH” 株式会社 \U0001f389",
    "{{ 7 * 7 }} {company} %s ${HOME}",
    "\x00\x01\x1b[31mAcme\x7f",
    "ab\u202edc\u2028ef\u0085gh",
    "--===============boundary==",
    ".\r\n.\r\n",
    "From the start",
    "",
]


def mime_of(*records: object, on: date = date(2026, 8, 10), now: datetime = MONDAY_8_AM, **owner_changes: str) -> bytes:
    owner = an_owner(**owner_changes)
    return a_composer()(owner, read_day(owner, records, now), on, now).mime  # type: ignore[arg-type]  # poison is given too


def test_the_headers_say_from_whom_to_whom_when_and_that_a_machine_wrote_it() -> None:
    message = composed(a_thanked()).message

    assert str(message["From"]) == f"Afterword <{SENDER}>"
    assert str(message["To"]) == "Alex Example <alex@example.org>"
    assert message["Date"].datetime == MONDAY_8_AM
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["MIME-Version"] == "1.0"


def test_a_doubled_mail_can_be_told_by_its_id() -> None:
    first, doubled = read(mime_of(a_thanked())), read(mime_of(a_thanked(), now=MONDAY_8_AM + timedelta(minutes=15)))
    next_day = read(mime_of(a_thanked(), on=date(2026, 8, 11)))

    for header in ("Message-ID", "X-Afterword-Digest"):
        assert first.message[header] == doubled.message[header] != next_day.message[header]


@pytest.mark.parametrize(
    ("sender", "domain"),
    [
        ("afterword@example.org", "example.org"),
        ("me@mail.example.co.uk", "mail.example.co.uk"),
        ("me@müller.example", "xn--mller-kva.example"),
        ("me@пример.рф", "xn--e1afmkfd.xn--p1ai"),
        ("me@[192.0.2.1]", "[192.0.2.1]"),
    ],
)
def test_the_message_id_is_at_the_domain_of_the_sender_and_holds_nothing_of_the_owner_s_address(
    sender: str, domain: str
) -> None:
    mime = as_mime(A_BODY, an_owner(email="alex@home.example"), sender, date(2026, 8, 10), MONDAY_8_AM)

    message = read(mime).message
    assert message["Message-ID"] == f"<alex.2026-08-10@{domain}>"
    assert message["From"].addresses[0].domain == domain
    assert faults_of_form(mime) == []


@pytest.mark.parametrize("sender", ["", "me", "me@", "мне@example.org", "a@b@c", f"me@{'x' * 64}.example"])
def test_an_impossible_sender_is_refused_for_good(sender: str) -> None:
    with pytest.raises(MailRefused) as refusal:
        as_mime(A_BODY, an_owner(), sender, date(2026, 8, 10), MONDAY_8_AM)

    assert refusal.value.reason == "NoAddress"


def test_the_parts_are_the_twins_and_then_the_letters() -> None:
    message = composed(a_record(interview_on=date(2026, 8, 9))).message

    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "application/octet-stream",
    ]


def test_an_attached_letter_is_byte_for_byte_the_letter_and_parses_back() -> None:
    owner, record, now = an_owner(), a_record(), TUESDAY_8_AM
    plan = rules.plan(record, planning_context(owner, record), now)
    draft = Writer(Languages(TEMPLATES)).draft(StepKind.THANK_YOU_LETTER, record, plan, owner, now.date())

    letters = composed(record, now=now).letters

    tag = LetterIds(LINKS).tag_of(draft, owner.id, record.id)
    assert letters == {"Thank-you to Dana Winter, Acme.eml": letter_as_eml(draft, owner, now, tag)}
    letter = email.message_from_bytes(letters["Thank-you to Dana Winter, Acme.eml"], policy=email.policy.default)
    assert letter["X-Unsent"] == "1"
    assert letter["Importance"] is None
    assert str(letter["To"]) == "Dana Winter <dana.winter@acme.example>"
    assert str(letter["Subject"]) == draft.subject


@pytest.mark.parametrize(
    ("company", "name"),
    [
        ("Acme", "Thank-you to Dana Winter, Acme.eml"),
        ("Soylent & Söhne GmbH", "Thank-you to Dana Winter, Soylent & Söhne GmbH.eml"),
        ("../../etc/passwd", "Thank-you to Dana Winter, etc passwd.eml"),
        ('a:b*c?"<d>|\\e\r\nf', "Thank-you to Dana Winter, a b c d e f.eml"),
        ("Яндекс", "Thank-you to Dana Winter, Яндекс.eml"),
        ("x" * 300, f"Thank-you to Dana Winter, {'x' * 39}….eml"),
    ],
)
def test_a_letter_s_file_says_what_it_is_to_whom_and_at_which_company(company: str, name: str) -> None:
    mail = composed(a_record(company=company), now=TUESDAY_8_AM)

    assert list(mail.letters) == [name]
    assert name in one_line(mail.text)


def test_a_letter_s_file_is_named_in_the_owner_s_language() -> None:
    mail = composed(a_record(), now=TUESDAY_8_AM, language="ru")

    assert list(mail.letters) == ["Благодарность, Dana Winter, Acme.eml"]


def test_a_letter_to_nobody_by_name_is_named_after_the_company() -> None:
    mail = composed(a_record(contacts=(a_contact(name=None),)), now=TUESDAY_8_AM)

    assert list(mail.letters) == ["Thank-you, Acme.eml"]


def test_two_letters_to_one_person_have_names_of_their_own() -> None:
    mail = composed(a_record(1), a_record(2), a_record(3), now=TUESDAY_8_AM)

    assert list(mail.letters) == [f"Thank-you to Dana Winter, Acme{end}.eml" for end in ("", " (2)", " (3)")]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_change_neither_the_headers_nor_the_page(words: str) -> None:
    tame = composed(a_thanked(), a_record(2, interview_on=date(2026, 8, 9)))

    contact = a_contact(name=words or None)
    hostile = composed(
        a_thanked(company=words, position=words, contacts=(contact,)),
        a_record(2, interview_on=date(2026, 8, 9), company=words, position=words, contacts=(contact,), notes=words),
        name=words,
    )

    assert hostile.message.keys() == tame.message.keys()
    assert hostile.message["To"].addresses[0].addr_spec == "alex@example.org"
    assert len(hostile.message["To"].addresses) == 1
    assert len(hostile.subject) <= 77
    assert tags_of(hostile.html) == tags_of(tame.html)
    for letter in hostile.letters.values():
        assert "bcc" not in {key.lower() for key in email.message_from_bytes(letter).keys()}  # noqa: SIM118 (a message is no dict)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("words", [*HOSTILE, "A" * 3000, "x " * 1500, "Ромашка и сыновья " * 30, "株" * 900])
def test_f20_no_line_of_the_digest_or_of_its_letters_is_too_long(words: str, language: str) -> None:
    contact = a_contact(name=words or None)
    called = a_thanked(company=words, position=words, contacts=(contact,), notes=words)
    thanked = a_record(2, interview_on=date(2026, 8, 9), company=words, position=words, contacts=(contact,))

    mime = mime_of(called, thanked, name=words, language=language)

    assert b"application/octet-stream" in mime
    assert faults_of_lines(mime) == []


@settings(max_examples=25, deadline=None)
@given(words=st.text(max_size=300), language=st.sampled_from(["en", "ru"]))
def test_f20_nor_is_one_with_any_other_words(words: str, language: str) -> None:
    record = a_record(2, interview_on=date(2026, 8, 9), company=words, position=words, notes=words)

    assert faults_of_lines(mime_of(a_thanked(company=words), record, name=words, language=language)) == []


@settings(max_examples=60, deadline=None)
@given(name=SOME_WORDS, subject=SOME_WORDS, text=SOME_WORDS, html=SOME_WORDS, file=SOME_WORDS)
def test_f20_whatever_its_words_a_mail_has_its_form_and_says_what_it_said(
    name: str, subject: str, text: str, html: str, file: str
) -> None:
    letter = Attachment(safe_header(f"{file}.eml"), b"Subject: Hi\r\n\r\nHi\r\n")

    mime = as_mime(
        MailBody(subject, text, html, (letter,), "https://api.example.org/act/x"),
        an_owner(name=name),
        SENDER,
        date(2026, 8, 10),
        MONDAY_8_AM,
    )

    assert faults_of_form(mime) == []
    mail = read(mime)
    assert mail.subject == shortened(safe_header(subject), LONGEST_SUBJECT)
    assert [one.addr_spec for one in mail.message["To"].addresses] == ["alex@example.org"]
    assert [re.split(r"\r\n|\r|\n", said.rstrip("\r\n")) for said in (mail.text, mail.html)] == [
        re.split(r"\r\n|\r|\n", said.rstrip("\r\n")) for said in (text, html)
    ]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_f20_both_twins_say_their_character_set_and_are_quoted_printable(language: str) -> None:
    mime = mime_of(a_thanked(), a_record(2, interview_on=date(2026, 8, 9)), language=language)

    assert faults_of_form(mime) == []
    assert {part["Content-Transfer-Encoding"] for part in read(mime).message.walk()} == {
        None,
        "quoted-printable",
        "base64",  # the attached letter, which has to arrive byte for byte
    }


@pytest.mark.parametrize(
    "address", ["", "nobody", "a@b@c", "a b@example.org", "a@example.org\r\nBcc: x@example.net", "@"]
)
def test_an_impossible_address_is_refused_for_good(address: str) -> None:
    with pytest.raises(MailRefused) as refusal:
        mime_of(a_thanked(), email=address)

    assert refusal.value.reason == "NoAddress"


def test_a_lone_surrogate_breaks_no_mail() -> None:
    mail = composed(a_thanked(company="Ac\ud800me"), name="Alex \udfff")

    assert mail.subject.startswith("Call Ac")


def test_an_hour_in_any_zone_is_the_same_instant_in_the_header() -> None:
    now = datetime(2026, 8, 10, 6, 0, tzinfo=UTC)

    assert composed(a_thanked(), now=now).message["Date"].datetime == now


def tags_of(html: str) -> list[str]:
    """The structure of a page: its tags with their attributes' names, in order, but for paragraphs and line breaks."""
    from html.parser import HTMLParser

    found: list[str] = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag not in {"p", "br"}:
                found.append(" ".join([tag, *(name for name, _ in attrs)]))

    Tags().feed(html)
    return found


@pytest.mark.parametrize("length", [60, 400, LONGEST_LINK])
def test_f20_the_link_that_unsubscribes_stays_whole_on_its_line(length: int) -> None:
    link = "https://api.example.org/api/act/".ljust(length, "x")

    message = as_mime(replace(A_BODY, pause=link), an_owner(), SENDER, date(2026, 8, 10), MONDAY_8_AM)

    assert f"\r\nList-Unsubscribe: <{link}>\r\n".encode() in message
    assert b"\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n" in message
    assert faults_of_form(message) == []


@pytest.mark.parametrize(
    "link", ["https://api.example.org/act/".ljust(LONGEST_LINK + 1, "x"), "https://пример.рф/act/x"]
)
def test_f20_a_link_that_no_header_can_hold_whole_is_in_none(link: str) -> None:
    message = as_mime(replace(A_BODY, pause=link), an_owner(), SENDER, date(2026, 8, 10), MONDAY_8_AM)

    assert b"List-Unsubscribe" not in message
    assert faults_of_form(message) == []


def test_no_name_of_the_owner_adds_a_recipient() -> None:
    name = "boss@example.org, Dana Winter and a rather long name; that has to be folded: somewhere, anywhere, now"

    message = email.message_from_bytes(mime_of(a_thanked(), name=name), policy=email.policy.default)

    assert [address.addr_spec for address in message["To"].addresses] == ["alex@example.org"]
