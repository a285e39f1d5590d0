"""How the package is made: the same each time, as the settings say, or not at all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from infra.package.archive import archive
from infra.package.build import MANIFEST, TEMPLATE, ZIP, Package
from infra.package.bytecode import compile_all
from infra.package.errors import BadSetting, CannotPackage, TooBig
from infra.package.interpreters import interpreter_for, version_of
from infra.package.libraries import install
from infra.package.requirements import shipped
from infra.package.settings import Settings, settings_in
from infra.package.template import resources, template
from tests.package.conftest import INTERPRETER, SETTINGS

ARM = Settings(stage="dev", architecture="arm64", python_version="3.13")
HASH = "--hash=sha256:" + "0" * 64

BUILD = """
import os, sys
from pathlib import Path
from infra.package.build import build
from infra.package.settings import settings_in
build(Path(sys.argv[1]), settings_in(os.environ), say=lambda _: None)
"""


def test_a_second_build_makes_the_same_bytes(package: Package, target: Path, tmp_path: Path) -> None:
    elsewhere = {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C", "TMPDIR": str(tmp_path)}
    settings = {"ARCHITECTURE": SETTINGS.architecture, "PYTHON_VERSION": SETTINGS.python_version}
    again = tmp_path / "again"

    subprocess.run([sys.executable, "-c", BUILD, again], env=os.environ | elsewhere | settings, check=True)

    assert package.archive.sha256 == json.loads((again / MANIFEST).read_text())["sha256"]
    for file in (ZIP, TEMPLATE, MANIFEST):
        assert (again / file).read_bytes() == (target / file).read_bytes(), file


class TestTheTemplate:
    @pytest.fixture(scope="class")
    def made(self) -> Iterator[dict[str, dict[str, object]]]:
        """The properties of its functions, by their names."""
        found = template(ARM)["Resources"].items()
        yield {name: one["Properties"] for name, one in found if one["Type"] == "AWS::Serverless::Function"}

    def test_every_function_has_the_runtime_and_the_processor_that_were_asked_for(
        self, made: dict[str, dict[str, object]]
    ) -> None:
        assert {"APIHandler", "Tick"} <= set(made)
        for properties in made.values():
            assert (properties["Runtime"], properties["Architectures"]) == ("python3.13", ["arm64"])

    def test_every_function_runs_the_zip_beside_it(self, made: dict[str, dict[str, object]]) -> None:
        assert {properties["CodeUri"] for properties in made.values()} == {"./deployment.zip"}

    def test_its_settings_are_those_of_the_stage(self, made: dict[str, dict[str, object]]) -> None:
        assert '"afterword-dev"' in json.dumps(made["APIHandler"])

    def test_short_forms_of_cloudformation_are_understood(self, tmp_path: Path) -> None:
        file = tmp_path / "resources.yaml"
        file.write_text("Resources: {A: {Role: !GetAtt [R, Arn], Name: !Sub ['${A}', {A: !Ref B}]}}\n")

        assert resources(file)["Resources"]["A"] == {
            "Role": {"Fn::GetAtt": ["R", "Arn"]},
            "Name": {"Fn::Sub": ["${A}", {"A": {"Ref": "B"}}]},
        }


class TestTheSettings:
    def test_without_any_it_is_made_for_production_on_arm_and_python_3_13(self) -> None:
        assert settings_in({}) == Settings(stage="prod", architecture="arm64", python_version="3.13")

    def test_an_empty_one_is_an_absent_one(self) -> None:
        assert settings_in({"STAGE": "", "ARCHITECTURE": "", "INTERPRETER": ""}) == settings_in({})

    @pytest.mark.parametrize(
        ("name", "value"), [("STAGE", "test"), ("ARCHITECTURE", "aarch64"), ("PYTHON_VERSION", "3.9")]
    )
    def test_a_wrong_one_is_named_with_its_value_and_what_it_may_be(self, name: str, value: str) -> None:
        with pytest.raises(BadSetting, match=f"{name} is '{value}'; it must be one of .*(dev|arm64|3.13)"):
            settings_in({name: value})

    def test_an_interpreter_of_another_version_is_refused(self) -> None:
        wrong = "3.11" if SETTINGS.python_version != "3.11" else "3.12"
        settings = settings_in({"PYTHON_VERSION": wrong, "INTERPRETER": str(INTERPRETER)})

        with pytest.raises(BadSetting, match=f"INTERPRETER is '.*', which is not a python{wrong}"):
            interpreter_for(settings)

    def test_what_is_no_interpreter_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(BadSetting, match="INTERPRETER is '/nowhere'"):
            interpreter_for(settings_in({"INTERPRETER": "/nowhere"}))

    def test_the_program_says_so_and_fails(self) -> None:
        made = subprocess.run(
            [sys.executable, "-m", "infra.package"],
            env=os.environ | {"ARCHITECTURE": "mips"}, capture_output=True, text=True, check=False,
        )  # fmt: skip

        assert made.returncode == 1
        assert made.stderr == "ARCHITECTURE is 'mips'; it must be one of arm64, x86_64.\n"


class TestTheLibraries:
    @pytest.fixture
    def lock(self, tmp_path: Path) -> Path:
        """A lock of three libraries, two of which are for some machines only."""
        file = tmp_path / "requirements.txt"
        file.write_text(
            f"alpha==1.0 \\\n    {HASH} \\\n    {HASH}\n    # via afterword\n"
            f"beta==2.0 ; python_full_version < '3.13' \\\n    {HASH}\n"
            f"gamma==3.0 ; platform_machine == 'aarch64' \\\n    {HASH}\n"
        )
        return file

    @pytest.mark.parametrize(
        ("architecture", "python_version", "names"),
        [
            ("arm64", "3.13", ["alpha", "gamma"]),
            ("x86_64", "3.13", ["alpha"]),
            ("x86_64", "3.12", ["alpha", "beta"]),
        ],
    )
    def test_markers_are_read_for_the_machine_that_runs_it_not_for_the_one_that_builds_it(
        self, lock: Path, architecture: str, python_version: str, names: list[str]
    ) -> None:
        settings = Settings(stage="prod", architecture=architecture, python_version=python_version)

        assert [one.requirement.name for one in shipped(settings, lock)] == names

    def test_every_hash_is_asked_for(self, lock: Path) -> None:
        assert shipped(ARM, lock)[0].text.split() == ["alpha==1.0", HASH, HASH]

    def test_those_for_arm_have_no_machine_code_for_another_processor(self, tmp_path: Path) -> None:
        install(tmp_path, ARM)

        machine_code = [file.name for file in tmp_path.rglob("*.so")]
        assert machine_code
        assert [name for name in machine_code if "aarch64" not in name] == []


class TestBytecode:
    def test_what_does_not_compile_fails_the_build(self, tmp_path: Path) -> None:
        (tmp_path / "broken.py").write_text("def (:\n")

        with pytest.raises(CannotPackage, match=r"broken\.py"):
            compile_all(tmp_path, INTERPRETER)

    def test_the_interpreter_of_this_version_is_this_one(self) -> None:
        own = f"{sys.version_info.major}.{sys.version_info.minor}"

        assert interpreter_for(Settings(stage="prod", architecture="arm64", python_version=own)) == Path(sys.executable)

    def test_a_program_that_fails_is_no_interpreter(self) -> None:
        assert version_of(Path("/bin/false")) is None


def test_a_zip_that_is_too_big_fails_the_build(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "large").write_bytes(os.urandom(2_000))

    with pytest.raises(TooBig, match="it may have 1,000"):
        archive(tmp_path / "content", tmp_path / "made.zip", most_bytes=1_000)
