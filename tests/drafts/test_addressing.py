"""Whom a letter greets and a call asks for is named as a careful person would, and where unsure, not at all."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chalicelib.drafts.addressing import Address, address_of
from chalicelib.drafts.names import vocabulary
from chalicelib.drafts.names.name_field import named_in
from chalicelib.drafts.names.plain_names import plainly_named
from chalicelib.drafts.word_lists import words
from chalicelib.playbook.contact import Contact
from tests.drafts.odd_names import ENGLISH, GENDERS, NO_SALUTATIONS, RUSSIAN, SALUTATIONS, Row

UNFIT = re.compile(r"[()\[\]{}<>@|\n\r\t]|  |^\s|\s$|[,;]$|^(?:Dear|Hello)\b")
LONGEST = 80
DEGREES = {"phd", "dphil", "mba", "bsc", "msc", "llb", "llm", "jr", "esq", "ii", "iii", "phr", "sphr", "shrm", "iv"}

FRAGMENTS = sorted(
    words(
        """
    Dana ¦ WINTER ¦ van der ¦ Winter, ¦ Dr. ¦ Ms ¦ (HR) ¦ and ¦ / ¦ - ¦ D. ¦ Сергеевна ¦ Иванов ¦ И.И. ¦ и ¦ PhD ¦
    O'NEILL ¦ « ¦ "Bob" ¦ 王小明 ¦ HR ¦ отдел ¦ 😊
    ¦ Dear ¦ (
    ¦ jobs@acme.example ¦ Ivo ¦ : ¦ | ¦ ; ¦ & ¦ , ¦ at ¦ the ¦ SJ ¦ 2
    ¦ тел. 1
    """,
        "¦",
    )
    | {"\u202e"}
)
texts = st.text(max_size=200) | st.lists(st.sampled_from(FRAGMENTS), max_size=8).map(" ".join)


def _forms(name: str | None, language: str, *, salutation: str | None = None) -> Row:
    friendly, formal = _addresses(name, language, salutation=salutation)
    assert (friendly.spoken, friendly.written) == (formal.spoken, formal.written), "tones differ in the greeting only"
    return name or "", friendly.greeting, formal.greeting, formal.spoken, formal.written


def _addresses(name: str | None, language: str, *, salutation: str | None = None) -> tuple[Address, Address]:
    contact = Contact(name=name, salutation=salutation)
    return (
        address_of(contact, is_formal=False, language=language),
        address_of(contact, is_formal=True, language=language),
    )


def test_a_plain_name_is_read_as_the_patterns_for_odd_ones_would_read_it() -> None:
    typed = {word for row in ENGLISH + RUSSIAN for word in (row[0] or "").split()}
    in_tables = {word for table in vars(vocabulary).values() if isinstance(table, frozenset) for word in table}
    lasts = sorted(
        {word.capitalize() for word in typed | in_tables | set(vocabulary.HONORIFICS) | DEGREES} | {"Winter"}
    )
    names = [f"{given} {last}" for given in ("Dana", "James", "Mary", "Kim", "Olga", "Winter") for last in lasts]
    plain = {name: named for name in names if (named := plainly_named(name))}

    assert len(plain) > len(names) / 20
    assert {name for name, named in plain.items() if named_in(name, "en") != named} == set()


def test_there_are_enough_odd_names() -> None:
    assert len({row[0] for row in ENGLISH}) + len({row[0] for row in RUSSIAN}) >= 300


@pytest.mark.parametrize("row", ENGLISH, ids=lambda row: row[0])
def test_english_addresses_a_person_as_a_careful_writer_would(row: Row) -> None:
    assert _forms(row[0], "en") == row


@pytest.mark.parametrize("row", RUSSIAN, ids=lambda row: row[0])
def test_russian_addresses_a_person_by_given_name_and_patronymic_if_there_is_one(row: Row) -> None:
    assert _forms(row[0], "ru") == row


@pytest.mark.parametrize(("salutation", "name", "greeting"), SALUTATIONS)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_owners_own_form_of_address_wins_in_both_tones(
    salutation: str, name: str | None, greeting: str | None, language: str
) -> None:
    friendly, formal = _addresses(name, language, salutation=salutation)

    assert (friendly.greeting, formal.greeting) == (greeting, greeting)


@pytest.mark.parametrize("salutation", NO_SALUTATIONS)
def test_words_that_are_no_form_of_address_leave_the_name_to_decide(salutation: str) -> None:
    assert _forms("Winter, Dana", "en", salutation=salutation) == _forms("Winter, Dana", "en")


@pytest.mark.parametrize(
    ("salutation", "asked_for"),
    [("Ms Winter", "Ms Winter"), ("Dana", "Dana"), ("Дана Сергеевна", "Дана Сергеевна"), ("all", None)],
)
def test_without_a_name_the_caller_asks_for_the_owners_form(salutation: str, asked_for: str | None) -> None:
    assert _forms(None, "en", salutation=salutation)[3:] == (asked_for, asked_for)


@pytest.mark.parametrize(("name", "salutation", "gender"), GENDERS)
def test_the_gender_is_told_only_where_something_tells_it_for_sure(
    name: str | None, salutation: str | None, gender: str
) -> None:
    friendly, formal = _addresses(name, "ru", salutation=salutation)

    assert (friendly.gender, formal.gender) == (gender, gender)


def test_another_language_has_the_english_forms() -> None:
    assert _forms("Dr. Olga Smith", "de") == _forms("Dr. Olga Smith", "en")


@given(name=st.none() | texts, salutation=st.none() | texts, language=st.sampled_from(["en", "ru"]))
@example(name="Dana (((", salutation=None, language="en")
@example(name="Dear Dear Dana", salutation="Dear Hello Dear", language="en")
@example(name=None, salutation="@A", language="en")
def test_whatever_is_typed_every_form_fits_into_a_sentence(
    name: str | None, salutation: str | None, language: str
) -> None:
    for address in _addresses(name, language, salutation=salutation):
        for form in (address.greeting, address.spoken, address.written):
            assert form is None or (form and len(form) <= LONGEST and not UNFIT.search(form)), form
            assert not any(unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} for sign in form or ""), form
        assert address.gender in {"", "feminine", "masculine"}
