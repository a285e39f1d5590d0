"""A position is said as one says it in a sentence: the main words, without what only an advertisement needs."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chalicelib.drafts import title_words
from chalicelib.drafts.position_titles import _is_plain, _said_of_odd, position_as_said, position_within
from chalicelib.drafts.word_lists import words
from tests.drafts.odd_titles import ENGLISH, RUSSIAN, SHORT, WITHIN, Row

UNFIT = re.compile(r"[()\[\]{}<>|\n\r\t…]|  |^\s|\s$|\bm/[fw]\b|^(?:the|an) | (?:position|role)$", re.IGNORECASE)
LONGEST = 60

FRAGMENTS = sorted(
    words(
        """
    Data ¦ ENGINEER ¦ (m/f/d) ¦ m/w/d ¦ the ¦ position ¦ - ¦ | ¦ / ¦ , ¦ ( ¦ REF-1234 ¦ 100% ¦ remote ¦
    Entwickler*in ¦ позиция ¦ аналитика ¦ г. Москва ¦ VP, ¦ in ¦ for ¦ Berlin ¦ « ¦ » ¦ of ¦ the role of ¦ Head - ¦
    a ¦ Job ¦
    m/f ¦ Ищем
    """,
        "¦",
    )
)
texts = st.text(max_size=200) | st.lists(st.sampled_from(FRAGMENTS), max_size=12).map(" ".join)


def test_there_are_enough_odd_titles() -> None:
    assert len({row[0] for row in ENGLISH + RUSSIAN}) >= 200


@pytest.mark.parametrize("row", ENGLISH, ids=lambda row: row[0])
def test_a_title_is_said_without_what_only_the_advertisement_needs(row: Row) -> None:
    assert position_as_said(row[0], None, "en") == row[1]


@pytest.mark.parametrize("row", RUSSIAN, ids=lambda row: row[0])
def test_a_russian_title_is_said_in_the_nominative_or_not_at_all(row: Row) -> None:
    assert position_as_said(row[0], None, "ru") == row[1]


@pytest.mark.parametrize("frame", ["{}", "Data Engineer {}", "{} Data Engineer", "data {} Berlin", "{} analyst"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_plain_title_is_said_as_the_patterns_for_odd_ones_would_say_it(frame: str, language: str) -> None:
    known = {word for row in ENGLISH for text in row[:2] for word in (text or "").split() if word.isalpha()}
    in_patterns = re.findall(r"[A-Za-z]{2,}", re.sub(r"\\[a-zA-Z]", " ", Path(title_words.__file__).read_text("utf-8")))
    words_to_try = known | set(in_patterns)
    titles = {frame.format(form(word)) for word in words_to_try for form in (str.capitalize, str.lower, str)}
    plain = {title for title in titles if _is_plain(title)}

    assert len(plain) > len(titles) / 2
    assert {title for title in plain if _said_of_odd(title, language) != title} == set()


@pytest.mark.parametrize(("short", "position", "language", "said"), SHORT)
def test_the_short_name_wins_where_it_can_be_said(
    short: str | None, position: str | None, language: str, said: str | None
) -> None:
    assert position_as_said(position, short, language) == said


@pytest.mark.parametrize(("position", "width", "said"), WITHIN)
def test_a_title_that_a_subject_has_no_room_for_ends_before_a_connecting_word(
    position: str, width: int, said: str
) -> None:
    assert position_within(position, width) == said


@given(position=st.none() | texts, short=st.none() | texts, language=st.sampled_from(["en", "ru"]))
@example(position="the the position position", short=None, language="en")
@example(position="VP, m/f/d, of", short=None, language="en")
@example(position="Engineer…Senior", short=None, language="en")
def test_whatever_is_typed_it_fits_into_a_sentence(position: str | None, short: str | None, language: str) -> None:
    said = position_as_said(position, short, language)

    assert said is None or (said and len(said) <= LONGEST and not UNFIT.search(said)), said
    assert not any(unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} for sign in said or ""), said
