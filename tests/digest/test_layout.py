"""How a digest is laid out: the lines of its text, and a page that any mail program can show."""

from __future__ import annotations

from itertools import pairwise

from msgspec.structs import replace

from tests.digest.given import ADDRESS, composed
from tests.digest.monday import ALL, OVERDUE


def test_the_text_keeps_to_72_columns_but_for_what_cannot_be_broken() -> None:
    long = replace(OVERDUE, position="Senior " * 28)

    for line in composed(long, *ALL[:3]).text.splitlines():
        assert len(line) <= 72 or line.strip().startswith(f"{ADDRESS}/")


def test_the_page_has_no_pictures_no_scripts_and_asks_for_nothing_from_elsewhere() -> None:
    html = composed(*ALL).html

    for tag in ("<img", "<script", "<link", "<iframe", "url(", "@import", "src="):
        assert tag not in html


def test_the_page_knows_the_dark_and_fits_a_phone() -> None:
    html = composed(*ALL).html

    assert '<meta name="color-scheme" content="light dark">' in html
    assert "prefers-color-scheme: dark" in html
    assert "max-width: 600px" in html
    assert 'name="viewport"' in html


def test_headings_go_down_one_level_at_a_time() -> None:
    html = composed(*ALL).html

    levels = [int(part[0]) for part in html.split("<body>")[1].split("<h")[1:] if part[0].isdigit()]

    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
