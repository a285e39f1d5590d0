"""Which libraries are shipped: those of the lock that the machine in the cloud needs, for that machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from infra.package.aws_services import without_prose
from infra.package.libraries import install
from infra.package.package_settings import PackageSettings
from infra.package.requirements import shipped

ARM = PackageSettings(architecture="arm64", python_version="3.13")
HASH = "--hash=sha256:" + "0" * 64


@pytest.fixture
def lock(tmp_path: Path) -> Path:
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
    lock: Path, architecture: str, python_version: str, names: list[str]
) -> None:
    settings = PackageSettings(architecture=architecture, python_version=python_version)

    assert [one.requirement.name for one in shipped(settings, lock)] == names


def test_every_hash_is_asked_for(lock: Path) -> None:
    assert shipped(ARM, lock)[0].text.split() == ["alpha==1.0", HASH, HASH]


def test_those_for_arm_have_no_machine_code_for_another_processor(tmp_path: Path) -> None:
    install(tmp_path, ARM)

    machine_code = [file.name for file in tmp_path.rglob("*.so")]
    assert machine_code
    assert [name for name in machine_code if "aarch64" not in name] == []


def test_of_a_service_s_description_only_the_prose_is_left_out() -> None:
    described = {"documentation": "<p>Words.</p>", "members": {"documentation": {"shape": "Text"}}, "list": [{"a": 1}]}

    assert without_prose(described) == {"members": {"documentation": {"shape": "Text"}}, "list": [{"a": 1}]}
