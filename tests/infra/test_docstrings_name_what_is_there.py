"""What docstrings and comments name in double backticks is in the code under that name."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from functools import cache
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent.parent
FOLDERS = ("chalicelib", "infra", "tests", "proofs")
SOURCES = [PROJECT / "app.py", PROJECT / "conftest.py"] + [
    path for folder in FOLDERS for path in sorted((PROJECT / folder).rglob("*.py"))
]
A_NAME = re.compile(r"``([A-Za-z_][\w.]*)``")
A_FILE = re.compile(r"(?<![\w./<])([\w/]+\.py)\b")
OF_LIBRARIES = {"handlers.py", "httpsession.py", "probe.py"}  # botocore's and urllib3's
OF_OTHERS = {"de_facto", "wd"}  # a category of the library ``holidays``, and a function of the playbook's text


@cache
def words_of_the_code() -> frozenset[str]:
    """Every word of the code and the templates that is not in a docstring or a comment."""
    words: set[str] = set()
    for source in SOURCES:
        words |= {word for text in _code(source) for word in re.findall(r"\w+", text)}
    for pattern in ("templates/**/*.*", "infra/*.yaml", "pyproject.toml", "Makefile"):
        for file in PROJECT.glob(pattern):
            words |= set(re.findall(r"\w+", file.read_text(encoding="utf-8", errors="replace")))
    return frozenset(words | {path.stem for path in SOURCES} | {path.parent.name for path in SOURCES})


def _code(source: Path) -> list[str]:
    docstrings = _docstrings(source)
    tokens = tokenize.generate_tokens(io.StringIO(source.read_text(encoding="utf-8")).readline)
    return [token.string for token in tokens if token.type != tokenize.COMMENT and not _is_in(token, docstrings)]


def _is_in(token: tokenize.TokenInfo, docstrings: dict[int, str]) -> bool:
    return token.type == tokenize.STRING and token.start[0] in docstrings


def _docstrings(source: Path) -> dict[int, str]:
    """The docstrings of a file, by the line on which they begin."""
    found: dict[int, str] = {}
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node):
            found[node.body[0].lineno] = ast.get_docstring(node) or ""
    return found


def _said(source: Path) -> list[str]:
    tokens = tokenize.generate_tokens(io.StringIO(source.read_text(encoding="utf-8")).readline)
    return [*_docstrings(source).values(), *(token.string for token in tokens if token.type == tokenize.COMMENT)]


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_name_in_backticks_is_a_name_of_the_code(folder: str) -> None:
    gone = [
        f"{source.relative_to(PROJECT)}: {name}"
        for source in SOURCES
        if source.is_relative_to(PROJECT / folder)
        for text in _said(source)
        for name in A_NAME.findall(text)
        if not {part for part in name.split(".") if part} <= words_of_the_code() | OF_OTHERS
    ]

    assert gone == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_file_that_is_named_is_there(folder: str) -> None:
    paths = {path.relative_to(PROJECT).as_posix() for path in SOURCES}
    gone = [
        f"{source.relative_to(PROJECT)}: {name}"
        for source in SOURCES
        if source.is_relative_to(PROJECT / folder)
        for text in _said(source)
        for name in A_FILE.findall(text)
        if name not in OF_LIBRARIES and not any(f"/{path}".endswith(f"/{name}") for path in paths)
    ]

    assert gone == []
