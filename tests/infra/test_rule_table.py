"""The way from a rule to its tests is in the playbook, and leads there."""

from __future__ import annotations

import pytest

from infra.rule_table import FILE, files_of, is_named_after, keyword, names, rules, text


def test_it_is_as_the_tests_are_named() -> None:
    assert FILE.read_text(encoding="utf-8") == text(), "run `make rules`"


@pytest.mark.parametrize("rule", rules())
def test_a_test_is_named_after_each_rule(rule: str) -> None:
    assert files_of(rule), f"no test has {rule} in its name: `def test_{rule.lower()}_…` in tests/playbook/"


@pytest.mark.parametrize("rule", rules())
def test_its_keyword_selects_the_tests_that_are_named_after_it_and_no_other(rule: str) -> None:
    selected = [(path, name) for path, name in names() if keyword(rule) in f"{path}::{name}".lower()]

    assert selected == [(path, name) for path, name in names() if is_named_after(name, rule)]
