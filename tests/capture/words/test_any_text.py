"""Any text is read: nothing raises, quotes are pieces of it, and reading takes time like its length."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.capture.found import Mailbox, WordsReading
from chalicelib.capture.words.passage import MOST_CHARACTERS
from chalicelib.capture.words.reading import read_words
from chalicelib.playbook.owner import Owner
from tests.capture.words.given import JONAS, JORDAN, MARIA, PRIYA
from tests.capture.words.test_messages import MESSAGES
from tests.growth import grows_like_its_length

_OWNERS = st.sampled_from([JORDAN, PRIYA, JONAS, MARIA])
_TIMES = st.datetimes(datetime(2001, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - gets its zone
_PIECES = st.sampled_from(
    [
        *(piece for message in MESSAGES for piece in message.text.split()),
        *"\n-,.:;()«»|\t\r\xa0>@#", "31.02.", "29/2", "0.0.", "24:00", "99:99", "25:61", "00/00", "МСК+99", "UTC-14",
        "12", "1",
        "http://[", "https://%zz", "On x wrote:", "Where:", "\u200b", "\u0130", "ß", "\ud7ff", "９：３０", "२५",
    ]
)  # fmt: skip
_TEXTS = st.one_of(
    st.text(max_size=400), st.lists(_PIECES, max_size=60).map(" ".join), st.lists(_PIECES).map("\n".join)
)


def _read(text: str, subject: str = "", sender: Mailbox | None = None, owner: Owner = JONAS) -> WordsReading:
    return read_words(text, subject=subject, sender=sender, owner=owner, sent_at=datetime(2026, 8, 19, 8, tzinfo=UTC))


@given(text=_TEXTS, subject=_TEXTS, name=st.text(max_size=60), owner=_OWNERS, sent_at=_TIMES)
@settings(max_examples=200, deadline=None)
def test_nothing_raises_and_quotes_are_pieces(
    text: str, subject: str, name: str, owner: Owner, sent_at: datetime
) -> None:
    sender = Mailbox(name, "dana.winter@acme.example")
    reading = read_words(text, subject=subject, sender=sender, owner=owner, sent_at=sent_at)

    for found in reading.fields.values():
        assert any(found.quote in piece for piece in (text, subject, sender.name, sender.address))


def test_the_same_text_is_always_read_alike() -> None:
    assert all(message.read() == message.read() for message in MESSAGES[:5])


def test_what_is_beyond_the_limit_is_not_read() -> None:
    invitation = "You are invited to an interview on 25 August at 10:00."

    assert _read("word " * (MOST_CHARACTERS // 5) + invitation).kind == "nothing"


@pytest.mark.parametrize(
    "unit",
    [
        " ", "\n", ".", "1", "A", "12 ", "10:00 - ", "you ", "Anna Meyer ", "at the A & B ", "https://zoom.us/j/1 ",
        "a@b.de ", "Where: x\n", "Best regards\n", "> on x wrote:\n", "On x\n", "«а ", "ул. Мира ", "the role of ", "(",
        "+49 30 23125 061\n", "On Mon, ", "on 3 May, ",
    ],
)  # fmt: skip
def test_reading_takes_time_like_the_length(unit: str) -> None:
    invitation = "You are invited to an interview on 25 August at 10:00. "

    def work(length: int) -> WordsReading:
        return _read(invitation + unit * (length // len(unit)))

    assert grows_like_its_length(work, 4_000)
