"""The template around the package: Chalice's, with our resources in it and the settings throughout."""

from __future__ import annotations

from pathlib import Path

import pytest

from infra.package.package_settings import PackageSettings
from infra.package.template import resources, template

ARM = PackageSettings(architecture="arm64", python_version="3.13")


@pytest.fixture(scope="module")
def made() -> dict[str, dict[str, object]]:
    """The properties of the template's functions, by their names."""
    found = template(ARM)["Resources"].items()
    return {name: one["Properties"] for name, one in found if one["Type"] == "AWS::Serverless::Function"}


def test_every_function_has_the_runtime_and_the_processor_that_were_asked_for(
    made: dict[str, dict[str, object]],
) -> None:
    assert {"APIHandler", "Tick"} <= set(made)
    for properties in made.values():
        assert (properties["Runtime"], properties["Architectures"]) == ("python3.13", ["arm64"])


def test_every_function_runs_the_zip_beside_it(made: dict[str, dict[str, object]]) -> None:
    assert {properties["CodeUri"] for properties in made.values()} == {"./deployment.zip"}


def test_short_forms_of_cloudformation_are_understood(tmp_path: Path) -> None:
    file = tmp_path / "resources.yaml"
    file.write_text("Resources: {A: {Role: !GetAtt [R, Arn], Name: !Sub ['${A}', {A: !Ref B}]}}\n")

    assert resources(file)["Resources"]["A"] == {
        "Role": {"Fn::GetAtt": ["R", "Arn"]},
        "Name": {"Fn::Sub": ["${A}", {"A": {"Ref": "B"}}]},
    }
