"""The digest as a web page: the mail's words, without its attachments."""

from __future__ import annotations

from chalicelib.digest.digest_as_page import DigestAsPage
from chalicelib.drafts.language_packs import Languages
from chalicelib.drafts.writer import Writer
from chalicelib.view_models.day_view import read_day
from tests.digest.given import (
    ADDRESS,
    LINKS,
    MONDAY_8_AM,
    TEMPLATES,
    TUESDAY_8_AM,
    a_record,
    a_thanked,
    composed,
    words_of,
)
from tests.factories import an_owner


def test_the_page_shows_what_the_mail_shows_its_style_beside_it() -> None:
    owner, records = an_owner(), (a_thanked(1), a_thanked(2, company="Hooli"))
    day = read_day(owner, records, MONDAY_8_AM)

    page = DigestAsPage(Writer(Languages(TEMPLATES)), TEMPLATES, LINKS)(owner, day, MONDAY_8_AM, ADDRESS)

    assert words_of(page) == words_of(composed(*records).html)
    assert '<link rel="stylesheet" href="./digest.css">' in page
    assert "<style" not in page
    assert "style=" not in page


def test_a_page_has_the_letter_but_no_attachment() -> None:
    owner = an_owner()
    day = read_day(owner, [a_record()], TUESDAY_8_AM)

    words = words_of(DigestAsPage(Writer(Languages(TEMPLATES)), TEMPLATES, LINKS)(owner, day, MONDAY_8_AM, ADDRESS))

    assert "Thank you for our conversation about the Data Engineer role" in words
    assert "Attached" not in words
