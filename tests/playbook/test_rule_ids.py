"""No rule is lost: each id of the playbook is explained to the owner, cited by the program, and named by a test."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from chalicelib.playbook.pacing import Pacing
from chalicelib.playbook.persistence import BEGINNINGS, WHOLE_WORDS
from chalicelib.playbook.reasons_term import REASONS_TERMS

PROJECT = Path(__file__).parents[2]
HOW_MANY = {"C": 3, "H": 7, "W": 10, "S": 9, "R": 9, "E": 2, "M": 4}
RULES = [f"{letter}{number}" for letter, most in HOW_MANY.items() for number in range(1, most + 1)]
AN_ID = re.compile(r"\b[CHWSREM](?:10|[1-9])\b")
A_ROW = re.compile(r"^\| ([CHWSREM]\d+) \|", re.MULTILINE)


@cache
def playbook() -> str:
    """What the owner reads."""
    return (PROJECT / "docs" / "playbook.md").read_text(encoding="utf-8")


@cache
def cited() -> frozenset[str]:
    """The ids that the program says: in its templates, and in the strings of its code, docstrings aside."""
    code = (text for path in (PROJECT / "chalicelib").rglob("*.py") for text in strings_of(path))
    templates = (path.read_text(encoding="utf-8") for path in (PROJECT / "templates").rglob("*.txt"))
    return frozenset(found for text in (*code, *templates) for found in AN_ID.findall(text))


def strings_of(path: Path) -> Iterator[str]:
    """The string constants of a module that are not docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in alone)
    return (node.value for node in constants if isinstance(node.value, str))


@cache
def named_by_tests() -> frozenset[str]:
    """The ids that begin a test's name, or stand in it: ``test_w3_…``, ``test_t_w9_…``."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in (PROJECT / "tests").rglob("test_*.py"))
    names = re.findall(r"def (test_\w+)", source)
    return frozenset(part.upper() for name in names for part in name.split("_") if AN_ID.fullmatch(part.upper()))


@pytest.mark.parametrize("rule", RULES)
class TestEachRule:
    def test_it_is_explained_to_the_owner(self, rule: str) -> None:
        assert rule in A_ROW.findall(playbook())

    def test_the_program_cites_it(self, rule: str) -> None:
        assert rule in cited()

    def test_a_test_is_named_after_it(self, rule: str) -> None:
        assert rule in named_by_tests()


def test_the_program_cites_no_rule_that_does_not_exist() -> None:
    assert cited() <= set(RULES)


def test_the_owner_reads_of_no_rule_that_does_not_exist() -> None:
    assert set(A_ROW.findall(playbook())) == set(RULES)


def test_w5_the_words_of_the_guess_are_documented() -> None:
    guess = playbook().split("**W5 is guessed**")[1].split("\n## ")[0]

    assert re.findall(r"\*([^*]+)\*", guess) == [*BEGINNINGS, *WHOLE_WORDS]


def test_h5_the_documented_numbers_are_the_defaults() -> None:
    assert Pacing() == Pacing(attempts=4, days=3)
    assert "at least three working days between two attempts, at most four unanswered attempts" in playbook()


def test_s7_the_documented_law_is_the_one_that_is_known() -> None:
    assert REASONS_TERMS == {"RU": 7}
    assert "In Russia the Labour Code (article 64) gives the employer seven working days" in playbook()
