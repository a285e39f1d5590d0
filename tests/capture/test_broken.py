"""Whatever is brought in, the answer is a proposal or a clear refusal, and takes no longer than its length."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.capture.calendars.components import calendars_in
from chalicelib.capture.calendars.invitation import invitations_in
from chalicelib.capture.documents import DocumentKind, document_of, read_document
from chalicelib.capture.found import ProposalKind
from chalicelib.capture.mail.mail_message import read_mail
from chalicelib.capture.proposal import Proposal
from chalicelib.capture.proposal_text import proposal_of, text_of_proposal
from chalicelib.capture.propose import propose
from chalicelib.request_errors import RequestError
from tests.capture.cases import FILES, TYPES
from tests.capture.given import BERLIN, OWN, a_mail
from tests.factories import THAT_EVENING, an_owner
from tests.growth import grows_like_its_length

WHOLE = [(path.read_bytes(), _kind) for path in sorted(FILES.iterdir()) if (_kind := TYPES.get(path.suffix))]
ODD = [
    b"\r\n",
    b"=?",
    b"?=",
    b"\xff",
    b"\xe2\x80\xae",
    b"BEGIN:VEVENT\r\n",
    b"END:",
    b"--",
    b'"',
    b"<",
    b";",
    b"\0",
    b"9" * 40,
]
NOW: datetime = THAT_EVENING


def proposed(raw: bytes, kind: str | None = None) -> Proposal | None:
    """What a document proposes; None if it is refused."""
    try:
        document = document_of(raw, DocumentKind(kind.partition(";")[0]) if kind else None)
        return propose(read_document(document, an_owner(), NOW), None, an_owner(), NOW)
    except RequestError:
        return None


@st.composite
def broken(draw: st.DrawFn) -> tuple[bytes, str]:
    """A real document, cut, with something odd in it, and with a piece of it twice or missing."""
    raw, kind = draw(st.sampled_from(WHOLE))
    for _ in range(draw(st.integers(1, 4))):
        begin = draw(st.integers(0, len(raw)))
        end = draw(st.integers(begin, min(len(raw), begin + 200)))
        middle = draw(st.sampled_from([b"", raw[begin:end] * 2, *ODD]))
        raw = raw[:begin] + middle + raw[end:]
    return raw[: draw(st.integers(0, len(raw)))] if draw(st.booleans()) else raw, kind


@settings(max_examples=150)
@given(broken())
def test_a_broken_document_is_a_proposal_or_refused(document: tuple[bytes, str]) -> None:
    raw, kind = document
    proposal = proposed(raw, kind)

    if proposal is not None:
        assert proposal.kind in [*ProposalKind]
        assert proposal_of(text_of_proposal(proposal)).kind is proposal.kind


@settings(max_examples=200)
@given(st.binary(max_size=300))
def test_bytes_that_mean_nothing_raise_nothing(raw: bytes) -> None:
    for kind in (None, *TYPES.values()):
        proposed(raw, kind)


HOSTILE = {
    "open tags": (b"Content-Type: text/html\r\n\r\n", b"<a <b ", b"", "message/rfc822"),
    "open comments": (b"Content-Type: text/html\r\n\r\n", b"<!-- <! ", b"", "message/rfc822"),
    "quotes in tags": (b"Content-Type: text/html\r\n\r\n", b"<a b=\"'", b"", "message/rfc822"),
    "hidden in hidden": (b"Content-Type: text/html\r\n\r\n", b"<p style='display:none'>", b"", "message/rfc822"),
    "quoted lines": (b"Subject: Re: x\r\n\r\n", b"> On Monday wrote:\r\n", b"", "message/rfc822"),
    "labels": (b"Subject: Fwd: x\r\n\r\n", b"From: x\r\nTo: y\r\n", b"", "message/rfc822"),
    "encoded words": (b"Subject: ", b"=?utf-8?q?=C3?= ", b"\r\n\r\nx", "message/rfc822"),
    "addresses": (b"From: ", b'a@b.c, "x', b"\r\n\r\nx", "message/rfc822"),
    "folds": (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:", b"x\r\n ", b"\r\nEND:VEVENT\r\n", "text/calendar"),
    "parameters": (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART", b';A="b",c', b":1\r\nEND:VEVENT", "text/calendar"),
    "components": (b"BEGIN:VCALENDAR\r\n", b"BEGIN:VALARM\r\n", b"", "text/calendar"),
    "zones": (b"BEGIN:VCALENDAR\r\n", b"BEGIN:VTIMEZONE\r\nTZID:A\r\nEND:VTIMEZONE\r\n", b"", "text/calendar"),
    "a long zone": (
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;TZID=",
        b"Aa_",
        b":20260812T150000\r\n",
        "text/calendar",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_the_time_that_a_document_takes_grows_like_its_length(name: str) -> None:
    before, middle, after, kind = HOSTILE[name]

    def read(times: int) -> None:
        raw = before + middle * times + after
        if kind == DocumentKind.MAIL:
            read_mail(raw, BERLIN, OWN)
        else:
            assert sum(len([*invitations_in(calendar)]) for calendar in calendars_in(raw)) <= 1

    assert grows_like_its_length(read, 3000)


@pytest.mark.parametrize("charset", ["idna", "punycode", "hex", "nonsense"])
def test_a_character_set_that_decodes_no_mail_is_passed_over(charset: str) -> None:
    words = "We would like to interview you for the Analyst position at Globex on 12 August at 3 pm. Grüße"

    found = proposed(a_mail(words, Content_Type=f"text/plain; charset={charset}"), "message/rfc822")

    assert found is not None
    assert found.kind is ProposalKind.NEW_INTERVIEW


def test_a_mail_within_a_mail_without_an_end_is_refused_or_read() -> None:
    nested = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (at, at) for at in range(3000))

    proposed(nested, "message/rfc822")
