"""``python -m infra.rule_table`` writes the last section of ``docs/playbook.md``: which tests are about which rule.

A test has the ids of its rules in its name: ``test_h5_…``, ``test_w3_w4_…``; ``test_t_…`` is about chapter T itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_PROJECT = Path(__file__).parent.parent
FILE = _PROJECT / "docs" / "playbook.md"
_HEADING = "## From a rule to its tests\n"
_ABOUT = """
A test has the ids of its rules in its name, in small letters: `.venv/bin/python -m pytest -q -k h5_` runs those of H5,
wherever they are. How the rules work together (T) is tested in `tests/playbook/`, by the names of the rules that meet;
what T alone says begins with `test_t_`. The table is made from the names of the tests by `make rules`; its files are in
`tests/`.

| rule | run with | files |
|---|---|---|
"""
_A_RULE = re.compile(r"^\| ([A-Z]\d+) \|", re.MULTILINE)
_A_NAME = re.compile(r"^ *(?:def|class) ([Tt]est\w+)", re.MULTILINE)


def text() -> str:
    """The text of the whole file."""
    return "".join((playbook(), _HEADING, _ABOUT, *map(_row, rules())))


def playbook() -> str:
    """The file without its last section: the part that owners read."""
    return FILE.read_text(encoding="utf-8").partition(_HEADING)[0]


def rules() -> tuple[str, ...]:
    """The ids of all rules in the playbook, in its order; the last is T, the chapter that binds them together."""
    return (*dict.fromkeys(_A_RULE.findall(playbook())), "T")


def keyword(rule: str) -> str:
    """The keyword that selects the tests of a rule, as in ``pytest -k h5_``."""
    return f"{rule.lower()}_" if rule[1:] else f"test_{rule.lower()}_"


def is_named_after(name: str, rule: str) -> bool:
    """Whether one of the words of a test's name is the rule's id; for chapter T it must be the first word."""
    words = name.split("_")[1:]
    return rule.lower() in (words if rule[1:] else words[:1])


@cache
def names() -> tuple[tuple[str, str], ...]:
    """(file in ``tests/``, name) of every test and every class of tests."""
    folder = _PROJECT / "tests"
    files = sorted(folder.rglob("test_*.py"))
    return tuple((path.relative_to(folder).as_posix(), name) for path in files for name in _names_in(path))


def files_of(rule: str) -> tuple[str, ...]:
    """The files that have a test named after the rule."""
    return tuple(dict.fromkeys(path for path, name in names() if is_named_after(name, rule)))


def _names_in(path: Path) -> Iterator[str]:
    return (found[1] for found in _A_NAME.finditer(path.read_text(encoding="utf-8")))


def _row(rule: str) -> str:
    return f"| `{rule}` | `-k {keyword(rule)}` | {', '.join(f'`{path}`' for path in files_of(rule))} |\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
