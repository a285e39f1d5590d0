"""Russian typography: what may not be torn apart by a line break, the dash, and the quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.drafts.typography import NO_BREAK, firm, guillemets, typeset

TYPESET = [  # "~" is a no-break space
    ("Встретимся 14 августа.", "Встретимся 14~августа."),
    ("Это было 3 мая 2026 года.", "Это было 3~мая~2026~года."),
    ("С 1 марта по 2 апреля", "С 1~марта по 2~апреля"),
    ("на 10 % больше", "на 10~% больше"),
    ("от 150 000 ₽ и 2 недели", "от 150 000~₽ и 2~недели"),
    ("за 15 минут, 2 часа и 3 дня", "за 15~минут, 2~часа и 3~дня"),
    ("И. И. Иванов", "И.~И.~Иванов"),
    ("Иванов И. И.", "Иванов~И.~И."),
    ("в ООО «Ромашка»", "в ООО~«Ромашка»"),
    ("в АО Ромашка и ПАО «Лютик»", "в АО~Ромашка и ПАО~«Лютик»"),
    ("приказ № 5", "приказ №~5"),
    ("Ответ - завтра", "Ответ~— завтра"),
    ("Ответ – завтра", "Ответ~— завтра"),
    ("Ответ — завтра", "Ответ~— завтра"),
    ("«Назовите» — 5", "«Назовите»~— 5"),
    ('Мне нравится "Ромашка".', "Мне нравится «Ромашка»."),
    ("Анна-Мария из-за рубежа", "Анна-Мария из-за рубежа"),
    ("Мой номер: +7 495 000-00-20.", "Мой номер: +7 495 000-00-20."),
    ("030 23125 - 021", "030 23125 - 021"),
    ("8 900 000 00 11, звоните", "8 900 000 00 11, звоните"),
    ("12 человек", "12 человек"),
    ("Вакансия 1С", "Вакансия 1С"),
    ("С уважением,\nСаша\nТелефон: 5", "С уважением,\nСаша\nТелефон: 5"),
    ('Кавычка " одна', 'Кавычка " одна'),
]


@pytest.mark.parametrize(("text", "expected"), TYPESET)
def test_a_text_is_typeset(text: str, expected: str) -> None:
    assert typeset(text) == expected.replace("~", NO_BREAK)


@given(
    st.lists(st.sampled_from([*(text for text, _ in TYPESET), " ", "—", "-", "5", "г.", "«", '"', "\n"])).map(" ".join)
)
def test_typesetting_again_changes_nothing_and_no_line_is_joined(text: str) -> None:
    once = typeset(text)

    assert typeset(once) == once
    assert once.count("\n") == text.count("\n")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Инженер данных", "«Инженер данных»"),
        ("Менеджер проекта «Альфа»", "«Менеджер проекта „Альфа“»"),
        ('Редактор "Вестника"', "«Редактор „Вестника“»"),
        ("«Инженер»", "«Инженер»"),
        ('5 " диск', '«5 " диск»'),
    ],
)
def test_quotation_marks_within_a_quoted_name_are_the_inner_ones(name: str, expected: str) -> None:
    assert guillemets(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ромашка", "компании «Ромашка»"),
        ("«Ромашка»", "компании «Ромашка»"),
        ("ООО «Ромашка»", "ООО «Ромашка»"),
        ('ООО "Ромашка"', "ООО «Ромашка»"),
        ("АО Ромашка", "АО «Ромашка»"),
        ("ИП Иванова", "ИП Иванова"),
        ("Аольская мастерская", "компании «Аольская мастерская»"),
    ],
)
def test_a_legal_form_stands_without_the_word_company(name: str, expected: str) -> None:
    assert firm(name) == expected
