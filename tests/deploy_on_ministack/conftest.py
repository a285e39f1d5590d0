"""A deployment on ministack, made by the commands themselves: each runs in a process of its own, as a user's would."""

from __future__ import annotations

import json
import platform
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from infra.ministack.ministack_server import running
from infra.package.build import build
from infra.package.package_settings import package_settings_in
from tests.deploy_on_ministack.account import Account, Stage

HERE = {"arm64": "arm64", "aarch64": "arm64"}.get(platform.machine(), "x86_64")
# ministack has no budgets, takes no alarm on a sum of metrics, and knows no sender that a condition could ask for.
# Other tests read these things off the template.
UNKNOWN = ("Budget", "TableThrottlesAlarm")
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package for this machine, its template without what ministack does not know."""
    folder = tmp_path_factory.mktemp("package")
    settings = package_settings_in({"ARCHITECTURE": HERE, "PYTHON_VERSION": PYTHON, "INTERPRETER": sys.executable})
    build(folder, settings, say=lambda _: None)
    template = folder / "template.json"
    template.write_text(json.dumps(fitted(json.loads(template.read_text()))))
    return folder


@pytest.fixture(scope="module")
def account(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Account]:
    """An empty account at ministack, and the commands to work on it."""
    folder = tmp_path_factory.mktemp("account")
    shutil.copytree(package, folder / "package")
    with running(folder) as address:
        yield Account(address, folder)


@pytest.fixture(scope="module")
def dev(account: Account) -> Stage:
    """Afterword, deployed as the stage dev."""
    return account.deployed("dev")


def fitted(template: dict[str, Any]) -> dict[str, Any]:
    """The template without what ministack does not know: it also answers without TLS only."""
    for name in UNKNOWN:
        del template["Resources"][name]
    for resource in template["Resources"].values():
        if "PolicyDocument" in (policy := resource.get("Properties", {})):
            statements = policy["PolicyDocument"]["Statement"]
            statements[:] = [one for one in statements if one["Sid"] != "NeverInTheClear"]
    for policy in template["Resources"]["TickRole"]["Properties"]["Policies"]:
        choices = [one.get("Fn::If", [one])[-2:] for one in policy["PolicyDocument"]["Statement"]]
        for statement in (statement for choice in choices for statement in choice):
            if statement.pop("Condition", None):
                statement["Resource"] = "*"
    return template
