"""Text on its way into a draft and out of it."""

from __future__ import annotations

import pytest

from chalicelib.drafts.wording import lines, one_line, paragraphs, shortened


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Acme", "Acme"),
        ("  Acme \t  Corp  ", "Acme Corp"),
        ("Acme\r\nBcc: x@example.org", "Acme Bcc: x@example.org"),
        ("Acme\x00\x1b[31m", "Acme [31m"),
        ("Acme\u2028Corp", "Acme Corp"),
        ("Acme\u202egnp.exe", "Acmegnp.exe"),
        ("\ud800Acme", "Acme"),
        ("\u200b\ufeff\x07", ""),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("株式会社\u3000アクメ", "株式会社 アクメ"),
    ],
)
def test_a_value_becomes_one_line_of_printable_text(given: str, expected: str) -> None:
    assert one_line(given) == expected


def test_lines_of_a_paragraph_are_joined_and_an_empty_paragraph_is_gone() -> None:
    assert paragraphs("One.\nTwo.\n\n\n   \n\nThree.\n") == "One. Two.\n\nThree."


@pytest.mark.parametrize(
    ("given", "expected"),
    [("At Acme Inc..", "At Acme Inc."), ("At Yahoo!. Now.", "At Yahoo! Now."), ("Well... yes.", "Well... yes.")],
)
def test_a_full_stop_after_a_stop_is_dropped(given: str, expected: str) -> None:
    assert paragraphs(given) == expected


def test_lines_keep_their_breaks_and_lose_the_empty_ones() -> None:
    assert lines("Kind regards,\n\n  Alex\n") == "Kind regards,\nAlex"


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("Data Engineer", 13, "Data Engineer"),
        ("Data Engineer", 12, "Data Enginee…"[:11] + "…"),
        ("Senior Data Engineer", 16, "Senior Data…"),
        ("Senior Data, Engineer", 14, "Senior Data…"),
        ("プラットフォームエンジニア", 6, "プラットフ…"),
        ("Data Engineer", 1, ""),
        ("Data Engineer", -3, ""),
    ],
)
def test_text_is_shortened_between_words_where_that_keeps_half(text: str, width: int, expected: str) -> None:
    assert shortened(text, width) == expected
    assert len(shortened(text, width)) <= max(width, 0)
