"""What can be chosen about a package, and what is said of a wrong choice."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from infra.package.interpreters import interpreter_for
from infra.package.package_errors import BadPackageSetting
from infra.package.package_settings import ALL_TRICKS, PackageSettings, Trick, package_settings_in
from tests.package.this_machine import INTERPRETER, SETTINGS


def test_without_any_it_is_made_for_production_on_arm_and_python_3_13() -> None:
    assert package_settings_in({}) == PackageSettings(architecture="arm64", python_version="3.13", tricks=ALL_TRICKS)


def test_an_empty_one_is_an_absent_one() -> None:
    assert package_settings_in({"ARCHITECTURE": "", "INTERPRETER": "", "TRICKS": ""}) == package_settings_in({})


@pytest.mark.parametrize(
    ("name", "value"), [("ARCHITECTURE", "aarch64"), ("PYTHON_VERSION", "3.9"), ("TRICKS", "none")]
)
def test_a_wrong_one_is_named_with_its_value_and_what_it_may_be(name: str, value: str) -> None:
    with pytest.raises(BadPackageSetting, match=f"{name} is '{value}'; it must be .*(arm64|3.13|on, off, or some of)"):
        package_settings_in({name: value})


@pytest.mark.parametrize(
    ("value", "tricks"),
    [
        ("on", set(Trick)),
        ("off", set()),
        ("authorities", {Trick.AUTHORITIES}),
        ("days-off,http2", {Trick.DAYS_OFF, Trick.HTTP_2}),
    ],
)
def test_tricks_are_all_on_all_off_or_those_that_are_named(value: str, tricks: set[Trick]) -> None:
    assert package_settings_in({"TRICKS": value}).tricks == tricks


@pytest.mark.parametrize("value", ["ON", "authorities,", "authorities, http2", "on,off", "certifi"])
def test_an_unknown_trick_is_refused_and_those_there_are_are_listed(value: str) -> None:
    known = "authorities, botocore, days-off, http2, services, sources, templates, unread-files"

    with pytest.raises(
        BadPackageSetting, match=f"TRICKS is '{value}'; it must be on, off, or some of {known}, by comma."
    ):
        package_settings_in({"TRICKS": value})


def test_an_interpreter_of_another_version_is_refused() -> None:
    wrong = "3.11" if SETTINGS.python_version != "3.11" else "3.12"
    settings = package_settings_in({"PYTHON_VERSION": wrong, "INTERPRETER": str(INTERPRETER)})

    with pytest.raises(BadPackageSetting, match=f"INTERPRETER is '.*', which is not a python{wrong}"):
        interpreter_for(settings)


def test_what_is_no_interpreter_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadPackageSetting, match="INTERPRETER is '/nowhere'"):
        interpreter_for(package_settings_in({"INTERPRETER": "/nowhere"}))


def test_the_program_says_so_and_fails() -> None:
    made = subprocess.run(
        [sys.executable, "-m", "infra.package"],
        env=os.environ | {"ARCHITECTURE": "mips"}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert made.returncode == 1
    assert made.stderr == "ARCHITECTURE is 'mips'; it must be one of arm64, x86_64.\n"
