"""F20: a text in a mail is quoted-printable, line by line as short as RFC 2045 wants it, and is read back as it was."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chalicelib.drafts.mail_body import set_text
from chalicelib.drafts.mail_policy import MAIL
from tests.mail_lines import faults_of_lines

# A blank, a dot or a tab near the end of a line is what encoders stumble over.
LINES = st.lists(st.text("a. \t=\x00é株", max_size=90) | st.integers(70, 80).map("a".__mul__), max_size=8)
TEXTS = st.text(max_size=400) | st.builds("".join, st.lists(LINES.map(" ".join) | st.just(" \n"), max_size=12))


def mail_of(text: str, subtype: str = "plain") -> bytes:
    message = EmailMessage(policy=MAIL)
    set_text(message, text, subtype)
    return message.as_bytes()


@given(text=TEXTS, subtype=st.sampled_from(["plain", "html"]))
@example(text="a" * 75 + " \nb", subtype="plain")
@example(text="a" * 74 + "\t\nb", subtype="plain")
@example(text="a" * 76 + "\nb", subtype="plain")
@example(text="株" * 100 + " ", subtype="plain")
def test_f20_any_text_has_short_lines_and_is_read_back_as_it_was(text: str, subtype: str) -> None:
    raw = mail_of(text, subtype)

    assert faults_of_lines(raw) == []
    read = message_from_bytes(raw, policy=default)
    assert read.get_content_type() == f"text/{subtype}"
    assert read.get_content() == "".join(f"{line}\r\n" for line in lines_of(text))


@pytest.mark.parametrize("text", ["Hello", "Здравствуйте", "", "a\n" * 12 + "Здравствуйте\n"])
def test_every_text_says_that_it_is_utf_8_in_quoted_printable(text: str) -> None:
    message = message_from_bytes(mail_of(text), policy=default)

    assert message["Content-Type"] == 'text/plain; charset="utf-8"'
    assert message["Content-Transfer-Encoding"] == "quoted-printable"


def lines_of(text: str) -> list[str]:
    """The lines of a text, as mail knows lines: other scripts' signs between lines are signs."""
    return re.split(r"\r\n|\r|\n", re.sub(r"(\r\n|\r|\n)\Z", "", text)) if text else []
