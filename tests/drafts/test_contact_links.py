"""Links for the phone and the mail program."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from chalicelib.drafts.contact_links import LONGEST_MAILTO, dialled, mailto


@pytest.mark.parametrize(
    ("phone", "extension", "place", "link"),
    [
        ("030 23125021", None, "DE", "tel:+493023125021"),
        ("030 23125021", None, "DE-BY", "tel:+493023125021"),
        ("+49 (0)30 23125021", None, "US", "tel:+493023125021"),
        ("8 (495) 123-45-67", None, "RU", "tel:+74951234567"),
        ("(202) 555-0123", "12", "US", "tel:+12025550123;ext=12"),
        ("(202) 555-0123 ext. 12", None, "US", "tel:+12025550123;ext=12"),
        ("(202) 555-0123 ext. 12", "x34", "US", "tel:+12025550123;ext=34"),
        ("٠٣٠ ٢٣١٢٥٠٢١", None, "DE", "tel:+493023125021"),
        ("555-0123 ext. 9", None, "US", "tel:5550123;ext=9"),
        ("+0 12", None, "DE", "tel:+012"),
        ("12345", "6", "ZZ", "tel:12345;ext=6"),
        ("ask Dana", None, "DE", None),
        ("", None, "DE", None),
        ("+", "12", "DE", None),
        ("9" * 400, None, "DE", "tel:" + "9" * 400),
        ("1\r\n;phone-context=evil<script>2", None, "ZZ", "tel:12"),
    ],
)
def test_a_number_is_dialled_from_where_the_employer_is(
    phone: str, extension: str | None, place: str, link: str | None
) -> None:
    assert dialled(phone, extension, place).tel == link


def test_a_letter_travels_in_a_link() -> None:
    link = mailto("dana@acme.example", "Any news? 50 % & more", "Dear Dana,\n\nHello + goodbye") or ""

    assert link == (
        "mailto:dana@acme.example?subject=Any%20news%3F%2050%20%25%20%26%20more"
        "&body=Dear%20Dana%2C%0D%0A%0D%0AHello%20%2B%20goodbye"
    )


@pytest.mark.parametrize(
    "address", ["a?bcc=evil@example.org", "a&cc=evil@x.org", "a\r\nBcc:evil@x.org", "a,evil@x.org"]
)
def test_an_address_cannot_bring_a_field_of_its_own(address: str) -> None:
    parts = urlsplit(mailto(address, "Subject", "Body") or "")

    assert set(parse_qs(parts.query)) == {"subject", "body"}
    assert not {"\r", "\n", "%0D", "%0A", ","} & {*parts.path, *(parts.path[i : i + 3] for i in range(len(parts.path)))}


def test_a_subject_stays_on_one_line() -> None:
    query = urlsplit(mailto("a@b.example", "One\r\nBcc: two", "Body") or "").query

    assert parse_qs(query)["subject"] == ["One Bcc: two"]


def test_a_link_over_the_limit_is_none() -> None:
    base = len(mailto("a@b.example", "s", "") or "")

    assert len(mailto("a@b.example", "s", "x" * (LONGEST_MAILTO - base)) or "") == LONGEST_MAILTO
    assert mailto("a@b.example", "s", "x" * (LONGEST_MAILTO - base + 1)) is None


def test_every_letter_of_the_body_arrives() -> None:
    body = "Žluťoučký kůň, „пётр“ 株\n\n50 % = ½?"

    query = urlsplit(mailto("a@b.example", "s", body) or "").query

    assert unquote(query.split("&body=")[1]) == body.replace("\n", "\r\n")
