"""What the documents name is there: files, folders, the functions of a walk, and the commands of ``make``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent.parent
MAKEFILE = (PROJECT / "Makefile").read_text(encoding="utf-8")
FOLDERS = ("app.py", "conftest.py", ".ci", ".chalice", "chalicelib", "infra", "tests", "proofs", "templates", "docs")
DOCUMENTS = [
    path.relative_to(PROJECT).as_posix()
    for path in (*PROJECT.glob("*.md"), *PROJECT.glob("docs/**/*.md"))
    if path.name != "CHANGELOG.md"  # it tells of the past
]
A_PATH = re.compile(rf"(?<![\w./-])(?:{'|'.join(FOLDERS)})/[\w./*<>-]*[\w*>]")
A_SHORT_PATH = re.compile(r"(?<![\w./-])[\w./*<>-]+\.(?:py|txt|yaml|html|po|patch|mjs|js|css|md)\b")
QUOTED = re.compile(r"`([^`\n]+)`")
A_COMMAND = re.compile(r"(?:^\s*|`)make ((?:[a-z][a-z-]*\b(?!=) ?)+)", re.MULTILINE)
A_STEP_OF_A_WALK = re.compile(r"^\d+\. `([\w/]+\.py)` `(?:\w+\.)?(\w+)`:", re.MULTILINE)
ANY_NAME = re.compile(r"<\w+>|\bfr\b")  # French is the language that is not there yet
NOT_OURS = {"handlers.py", "httpsession.py"}  # botocore's
MADE = ("build/", "chalicelib/days_off.bin")


@cache
def there() -> frozenset[str]:
    """Every file and folder, also by the last parts of its path: ``chalicelib/digest/tick.py`` is ``tick.py`` too."""
    roots = [PROJECT / name for name in FOLDERS]
    within = [path for root in roots for path in (root, *root.rglob("*")) if "__pycache__" not in path.parts]
    paths = [path.relative_to(PROJECT).parts for path in (*within, *PROJECT.glob("*.*"))]
    return frozenset("/".join(parts[start:]) for parts in paths for start in range(len(parts)))


def is_there(name: str) -> bool:
    pattern = ANY_NAME.sub("*", name.removeprefix("../").rstrip("/"))
    return pattern in there() or ("*" in pattern and any(fnmatchcase(one, pattern) for one in there()))


def named_in(document: str) -> Iterator[str]:
    text = (PROJECT / document).read_text(encoding="utf-8")
    quoted = " ".join(QUOTED.findall(text))
    yield from (name for name in A_PATH.findall(text) if not name.startswith(MADE))
    yield from (name for name in A_SHORT_PATH.findall(quoted) if name not in NOT_OURS and not name.startswith(MADE))


def is_defined(name: str, file: str) -> bool:
    path = next(path for path in (PROJECT / file, PROJECT / "chalicelib" / file) if path.exists())
    return bool(re.search(rf"^ *(?:(?:def|class) )?{name}\b", path.read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("document", [*DOCUMENTS, "Makefile"])
def test_every_file_that_is_named_is_there(document: str) -> None:
    assert sorted({name for name in named_in(document) if not is_there(name)}) == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_that_is_named_is_one_of_the_makefile(document: str) -> None:
    commands = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
    named = A_COMMAND.findall((PROJECT / document).read_text(encoding="utf-8"))

    assert {command for words in named for command in words.split()} - commands == set()


def test_what_a_walk_passes_is_where_it_says() -> None:
    walks = A_STEP_OF_A_WALK.findall((PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8"))

    assert len(walks) > 20
    assert [(file, name) for file, name in walks if not is_defined(name, file)] == []
