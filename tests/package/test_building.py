"""How the package is made: the same each time, as the settings say, or not at all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from infra.package.__main__ import report
from infra.package.archive import archive
from infra.package.build import MANIFEST, TEMPLATE, ZIP, BuiltPackage
from infra.package.bytecode import compile_all
from infra.package.interpreters import interpreter_for, version_of
from infra.package.package_errors import CannotPackage, TooBig
from infra.package.package_settings import ALL_TRICKS, PackageSettings, package_settings_in
from tests.package.this_machine import INTERPRETER, SETTINGS

BUILD = f"""
import os, sys
from pathlib import Path
from infra.package.build import build
from {package_settings_in.__module__} import {package_settings_in.__name__}
build(Path(sys.argv[1]), {package_settings_in.__name__}(os.environ), say=lambda _: None)
"""


def test_a_second_build_makes_the_same_bytes(package: BuiltPackage, target: Path, tmp_path: Path) -> None:
    elsewhere = {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C", "TMPDIR": str(tmp_path)}
    settings = {"ARCHITECTURE": SETTINGS.architecture, "PYTHON_VERSION": SETTINGS.python_version}
    again = tmp_path / "again"

    subprocess.run([sys.executable, "-c", BUILD, again], env=os.environ | elsewhere | settings, check=True)

    assert package.archive.sha256 == json.loads((again / MANIFEST).read_text())["sha256"]
    for file in (ZIP, TEMPLATE, MANIFEST):
        assert (again / file).read_bytes() == (target / file).read_bytes(), file


def test_what_does_not_compile_fails_the_build(tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text("def (:\n")

    with pytest.raises(CannotPackage, match=r"broken\.py"):
        compile_all(tmp_path, INTERPRETER)


def test_the_interpreter_of_this_version_is_this_one() -> None:
    own = f"{sys.version_info.major}.{sys.version_info.minor}"

    assert interpreter_for(PackageSettings(architecture="arm64", python_version=own)) == Path(sys.executable)


def test_a_version_that_is_not_on_this_machine_has_no_interpreter(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("PATH", "PYENV_ROOT", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    other = "3.14" if sys.version_info.minor != 14 else "3.12"

    assert interpreter_for(replace(SETTINGS, python_version=other)) is None


def test_a_package_without_bytecode_is_said_to_be_one(package: BuiltPackage) -> None:
    assert "NO BYTECODE" not in report(package, SETTINGS)
    assert "NO BYTECODE" in report(replace(package, compiled_by=None), SETTINGS)


def test_tricks_that_were_not_used_are_told(package: BuiltPackage) -> None:
    assert "tricks" not in report(package, replace(SETTINGS, tricks=ALL_TRICKS))
    assert "Made without these tricks: authorities, botocore" in report(package, replace(SETTINGS, tricks=frozenset()))


def test_a_program_that_fails_is_no_interpreter() -> None:
    assert version_of(Path("/bin/false")) is None


def test_a_zip_that_is_too_big_fails_the_build(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "large").write_bytes(os.urandom(2_000))

    with pytest.raises(TooBig, match="it may have 1,000"):
        archive(tmp_path / "content", tmp_path / "made.zip", most_bytes=1_000)
