"""A letter as a message file (H3), and what no field may smuggle into its headers."""

from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from chalicelib.drafts.draft import Draft, DraftChannel
from chalicelib.drafts.letter_file import letter_as_eml, safe_header, safe_name
from chalicelib.errors import NoSuchDraft
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.process_state import DayToCome
from chalicelib.playbook.step import StepKind
from tests.drafts.given import LETTERS, a_draft, a_letter_to_send, the_second_letter
from tests.factories import a_contact, an_interview, an_owner
from tests.mail_lines import faults_of_lines

NOW = datetime(2026, 8, 10, 6, 0, tzinfo=UTC)
HEADERS = {
    "Subject",
    "Date",
    "From",
    "To",
    "X-Unsent",
    "Importance",
    "X-Priority",
    "Priority",
    "Content-Type",
    "Content-Transfer-Encoding",
    "MIME-Version",
}
HOSTILE = [
    "=?utf-8?q?x=0d=0aBcc:_evil@example.org?=",
    "=\x00?utf-8?q?x=0d=0aBcc:_evil@example.org?=",
    "x\r\nBcc: evil@example.org",
    "x\u2028Bcc: evil@example.org",
    "x, y " * 40,
    'evil@example.org, "x',
    "<evil@example.org>",
    "Ünal, evil@example.org;" * 9,
    "名" * 200,
    "\\",
]


def opened(letter: Draft, owner: Owner | None = None) -> EmailMessage:
    message = message_from_bytes(letter_as_eml(letter, owner or an_owner(), NOW), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_h3_the_message_opens_as_unsent_and_important() -> None:
    message = opened(a_draft(StepKind.STATUS_LETTER))

    assert message["X-Unsent"] == "1"
    assert (message["Importance"], message["X-Priority"], message["Priority"]) == ("high", "1", "urgent")


def test_h3_the_second_letter_is_important_too() -> None:
    message = opened(a_draft(StepKind.STATUS_LETTER, step=the_second_letter()))

    assert message["Importance"] == "high"


@pytest.mark.parametrize("kind", [kind for kind in LETTERS if kind is not StepKind.STATUS_LETTER])
def test_h3_thanks_last_words_and_letters_about_offers_open_as_unsent_and_not_as_important(kind: StepKind) -> None:
    message = opened(a_letter_to_send(kind))

    assert message["X-Unsent"] == "1"
    assert [message[name] for name in ("Importance", "X-Priority", "Priority")] == [None, None, None]


def test_h3_a_letter_that_asks_for_a_day_is_not_important() -> None:
    message = opened(a_letter_to_send(StepKind.STATUS_LETTER, day_to_come=DayToCome.INTERVIEW))

    assert message["Importance"] is None


def test_it_goes_from_the_owner_to_the_contact() -> None:
    message = opened(a_draft(StepKind.STATUS_LETTER))

    assert str(message["From"]) == "Alex Example <alex@example.org>"
    assert str(message["To"]) == "Dana Winter <dana.winter@acme.example>"
    assert message["Date"].datetime == NOW


def test_its_text_is_the_draft_s_and_nothing_more() -> None:
    letter = a_draft(StepKind.STATUS_LETTER, an_interview(position="Инженер данных"))

    message = opened(letter)

    assert message["Subject"] == letter.subject
    assert message.get_content_type() == "text/plain"
    assert message.get_content().rstrip("\r\n").replace("\r\n", "\n") == letter.text


def test_f20_its_lines_are_as_mail_wants_them() -> None:
    raw = letter_as_eml(a_draft(StepKind.STATUS_LETTER, an_interview(position="株" * 200)), an_owner(), NOW)

    assert faults_of_lines(raw) == []


def test_s8_a_closing_letter_is_a_message_too() -> None:
    assert "so I will not keep writing" in opened(a_letter_to_send(StepKind.CLOSING_CONTACT)).get_content()


def test_a_call_is_no_message() -> None:
    with pytest.raises(NoSuchDraft):
        letter_as_eml(a_draft(StepKind.STATUS_CALL), an_owner(), NOW)


def test_without_a_contact_s_address_the_recipient_is_left_to_fill_in() -> None:
    letter = a_draft(StepKind.STATUS_LETTER, an_interview(contacts=()))

    assert "To" not in opened(letter)


@pytest.mark.parametrize("address", ["", "a@", "@b", "a b@c.example", "a@b, c@d", "ü@c.example", "a@" + "x" * 99])
def test_an_address_that_mail_cannot_carry_is_left_out(address: str) -> None:
    message = opened(a_draft(StepKind.STATUS_LETTER), an_owner(email=address))

    assert "From" not in message
    assert message["To"]


def test_a_domain_in_another_script_is_carried_in_ascii() -> None:
    message = opened(a_draft(StepKind.STATUS_LETTER), an_owner(email="alex@müller.example"))

    assert message["From"].addresses[0].addr_spec == "alex@xn--mller-kva.example"


@pytest.mark.parametrize("text", HOSTILE)
@settings(max_examples=25)
@given(more=st.text(max_size=80))
@example(more="")
def test_no_field_adds_a_header_or_a_recipient(text: str, more: str) -> None:
    evil = text + more
    contact = a_contact(name=evil)
    letter = a_draft(StepKind.STATUS_LETTER, an_interview(company=evil, position=evil, contacts=(contact,)))

    message = opened(replace(letter, subject=evil), an_owner(name=evil))

    assert set(message.keys()) == HEADERS
    assert [one.addr_spec for one in message["To"].addresses] == ["dana.winter@acme.example"]
    assert [one.addr_spec for one in message["From"].addresses] == ["alex@example.org"]


def test_the_hostile_subject_of_the_issue_stays_a_subject() -> None:
    letter = replace(a_draft(StepKind.STATUS_LETTER), subject=HOSTILE[0], channel=DraftChannel.LETTER)

    message = opened(letter)

    assert "Bcc" not in message
    assert message["Subject"] == "= ?utf-8?q?x=0d=0aBcc:_evil@example.org?="


@given(st.text(max_size=400))
@example("=" + "=?" * 100)
@example("=\x7f?utf-8?q?x?=")
def test_a_safe_header_is_one_bounded_line_without_encoded_words(text: str) -> None:
    safe = safe_header(text)

    assert "=?" not in safe
    assert safe == " ".join(safe.split())
    assert len(safe) <= 200


@given(st.text(max_size=400))
def test_a_safe_name_needs_no_quotes(text: str) -> None:
    assert not set(safe_name(text)) & set('()<>[]@,;:\\"')
    assert len(safe_name(text)) <= 60


def test_an_ordinary_header_or_name_is_left_as_it_is() -> None:
    assert safe_header("Call Acme, thank Globex") == "Call Acme, thank Globex"
    assert safe_name("Łukasz O'Brien-Żuk Jr.") == "Łukasz O'Brien-Żuk Jr."
