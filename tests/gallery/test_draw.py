"""``make draw`` prints what the gallery spans, by a seed, in one language."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest

from chalicelib.playbook.step_kinds import STEP_KINDS
from infra.catalogs import TEMPLATES
from infra.gallery import pools
from infra.gallery.draw import drawn, language_in, main
from infra.gallery.exhibit import Curator
from infra.gallery.readable import is_readable, is_written_in
from infra.gallery.sampler import Sampler
from infra.gallery.situations import ALL
from infra.gallery.variants import VARIANTS

LANGUAGES = ("en", "ru")
LINE = re.compile(r"=== (?:mail )?(\d+) of (\d+): .+|=== sequence (\d), letter (\d+) of (\d+): .+")
A_DRAFT = re.compile(r"=== (\d+) of 40: ([a-z_]+), (en|ru)-[A-Z]{2}, (?:formal|friendly), .+, round \d+")


@cache
def texts(seed: int, language: str) -> tuple[str, ...]:
    """The texts of a draw."""
    return tuple(drawn(seed, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draw_is_forty_drafts_six_mails_and_four_sequences_each_under_its_line(language: str) -> None:
    lines = [text.partition("\n")[0] for text in texts(1, language)]

    assert all(LINE.fullmatch(line) for line in lines)
    assert [line for line in lines[:40] if not A_DRAFT.fullmatch(line)] == []
    assert [line.partition(":")[0] for line in lines[40:46]] == [f"=== mail {number} of 6" for number in range(1, 7)]
    assert Counter(line[:14] for line in lines[46:]).keys() == {f"=== sequence {number}" for number in range(1, 5)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letters_of_a_sequence_are_counted(language: str) -> None:
    places = re.findall(r"^=== sequence (\d), letter (\d+) of (\d+)", "\n".join(texts(1, language)), re.MULTILINE)

    counted = [(number, str(at), of) for number, of in dict.fromkeys((a, c) for a, _, c in places)
               for at in range(1, int(of) + 1)]  # fmt: skip
    assert places == counted


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draw_has_every_kind_that_has_words_and_no_text_twice(language: str) -> None:
    drafts = texts(1, language)[:40]
    heads = [A_DRAFT.match(text) for text in drafts]

    with_words = {kind for kind, facts in STEP_KINDS.items() if facts.script_rules or facts.letter_rules}
    assert {head[2] for head in heads if head} == with_words
    assert {head[3] for head in heads if head} == {language}
    assert len({text.partition("\n")[2] for text in drafts}) == len(drafts)


def test_the_same_seed_draws_the_same_and_another_one_something_else() -> None:
    assert tuple(drawn(1, "en")) == texts(1, "en")
    assert not set(texts(1, "en")) & set(texts(2, "en"))


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("en", "en"),
        ("en_US.UTF-8", "en"),
        ("C.UTF-8", "en"),
        ("", "en"),
        ("de_DE.UTF-8", "en"),
        ("ru", "ru"),
        ("ru_RU.UTF-8", "ru"),
    ],
)
def test_of_the_locale_only_a_language_that_is_spoken_counts_else_it_is_english(locale: str, language: str) -> None:
    assert language_in(locale) == language


def test_a_seed_that_is_no_number_is_told_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main({"SEED": "one"}) == 2
    assert capsys.readouterr() == ("", "usage: make draw SEED=1 LANG=en\n")


@pytest.mark.parametrize("seed", range(3))
def test_a_russian_draw_has_no_name_company_or_title_in_other_letters(seed: int) -> None:
    curator = Curator(TEMPLATES)
    drafts = Sampler(curator, "ru", seed).drafts(40)

    for one in drafts:
        record = one.record
        said = [record.company, record.position, record.position_short, record.referred_by, record.place, record.notes]
        people = [text for contact in record.contacts for text in (contact.name, contact.salutation, contact.notes)]
        assert [text for text in filter(None, (*said, *people, one.owner.name)) if not is_written_in("ru", text)] == []


def test_everything_that_a_record_of_a_draw_is_made_of_has_a_russian_variant() -> None:
    people = {text for person in (*pools.PEOPLE, *pools.COLLEAGUES) for text in person if text}
    titles = {text for position in pools.POSITIONS for text in position if text}
    others = {*pools.COMPANIES, *pools.OWNERS, *pools.REFERRERS, *pools.NOTES, *pools.REMARKS, pools.ADDRESS}

    assert {*people, *titles, *others} - set(VARIANTS["ru"]) == set()


def test_situations_in_the_letters_of_another_language_or_with_markup_are_not_drawn() -> None:
    left_out = {situation.name for situation in ALL if not is_readable(situation, "en")}

    assert {"Names are Japanese", "There is markup in every field", "The employer is written to in Russian"} <= left_out
    assert len(left_out) < 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draw_meets_panels_rounds_formats_referrals_and_odd_names_in_two_countries(language: str) -> None:
    drafts = Sampler(Curator(TEMPLATES), language, 1).drafts(120)

    records = [one.record for one in drafts]
    assert {record.round for record in records} >= {1, 2, 3}
    assert {record.format for record in records} == set(pools.FORMATS)
    assert any(record.referred_by for record in records)
    assert any(sum(contact.met for contact in record.contacts) > 1 for record in records)
    assert any(contact.salutation for record in records for contact in record.contacts)
    assert any(record.position_short for record in records)
    assert {one.country for one in drafts} >= ({"US", "GB"} if language == "en" else {"RU", "KZ"})


def test_no_two_drafts_of_a_draw_are_of_one_composed_process() -> None:
    drafts = Sampler(Curator(TEMPLATES), "en", 1).drafts(40)

    of_the_gallery = {record.process_id for situation in ALL for record in situation.records}
    composed = [one.record.process_id for one in drafts if one.record.process_id not in of_the_gallery]
    assert len(composed) == len(set(composed)) > 20
