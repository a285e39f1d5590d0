"""No rule is lost: each id of the playbook is explained to the owner, and cited by the program.

That a test is named after each of them is tests/infra/test_rule_table.py.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from chalicelib.playbook.persistence import BEGINNINGS, WHOLE_WORDS
from chalicelib.playbook.planning_context import Pacing
from chalicelib.playbook.reasons_term import REASONS_TERMS
from infra.rule_table import playbook, rules

PROJECT = Path(__file__).parents[2]
HOW_MANY = {"C": 4, "H": 7, "W": 13, "D": 10, "S": 16, "R": 9, "E": 2, "M": 4}
RULES = [f"{letter}{number}" for letter, most in HOW_MANY.items() for number in range(1, most + 1)]
AN_ID = re.compile(r"\b[CHWDSREM](?:1[0-9]|[1-9])\b")


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


@pytest.mark.parametrize("rule", RULES)
class TestEachRule:
    def test_it_is_explained_to_the_owner(self, rule: str) -> None:
        assert rule in rules()

    def test_the_program_cites_it_unless_it_is_about_the_mail_which_cites_none(self, rule: str) -> None:
        assert rule in cited() or rule.startswith("D")


def test_the_program_cites_no_rule_that_does_not_exist_or_is_still_to_come() -> None:
    assert cited() <= set(RULES)


def test_the_owner_reads_of_no_rule_that_does_not_exist() -> None:
    assert set(rules()) <= {*RULES, "T"}


def test_w5_the_words_of_the_guess_are_documented() -> None:
    guess = playbook().split("**W5 is guessed**")[1].split("\n## ")[0]

    assert re.findall(r"\*([^*]+)\*", guess) == [*BEGINNINGS, *WHOLE_WORDS]


def test_h5_the_documented_numbers_are_the_defaults() -> None:
    assert Pacing() == Pacing(attempts=4, days=3)
    assert "at least three working days between two attempts, at most four unanswered attempts" in playbook()


def test_s7_the_documented_law_is_the_one_that_is_known() -> None:
    assert REASONS_TERMS == {"RU": 7}
    assert "In Russia the Labour Code (article 64) gives the employer seven working days" in playbook()
