"""How a person is addressed where names have a patronymic."""

from __future__ import annotations

import pytest

from chalicelib.drafts.russian_names import given_name_and_patronymic, patronymic_gender

DANA, IVAN = "Дана Сергеевна", "Иван Петрович"


@pytest.mark.parametrize(
    ("name", "address", "gender"),
    [
        ("Дана Сергеевна", DANA, "feminine"),
        ("Дана Сергеевна Винтер", DANA, "feminine"),
        ("Винтер Дана Сергеевна", DANA, "feminine"),
        ("Иван Петрович", IVAN, "masculine"),
        ("Петров Иван Петрович", IVAN, "masculine"),
        ("Рабинович Иван Петрович", IVAN, "masculine"),
        ("Анна Ильинична", "Анна Ильинична", "feminine"),
        ("Илья Ильич", "Илья Ильич", "masculine"),
        ("Никита Фомич", "Никита Фомич", "masculine"),
        ("Роман Аркадьевич Абрамович", "Роман Аркадьевич", "masculine"),
        ("Пётр Никитич Орлов", "Пётр Никитич", "masculine"),
    ],
)
def test_a_patronymic_gives_the_address_and_tells_the_gender(name: str, address: str, gender: str) -> None:
    assert (given_name_and_patronymic(name), patronymic_gender(name)) == (address, gender)


@pytest.mark.parametrize(
    "name",
    [
        "Дана Винтер",
        "Анна Рабинович",
        "Дана",
        "Ович",
        "Dana Winter",
        "王小明",
        "Мария Анна Винтер фон Берг",
        "",
    ],
)
def test_any_other_name_stays_as_it_is_and_tells_nothing(name: str) -> None:
    assert (given_name_and_patronymic(name), patronymic_gender(name)) == (name, "")
