"""What can be chosen about a package; each setting is a variable of ``make package``."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from infra.package.package_errors import BadPackageSetting

MACHINES = {"arm64": "aarch64", "x86_64": "x86_64"}  # Lambda's word for a processor, and that of wheels
PYTHON_VERSIONS = ("3.11", "3.12", "3.13", "3.14")


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageSettings:
    """``interpreter`` compiles; None: whichever Python of that version is found on this machine."""

    architecture: str
    python_version: str
    interpreter: Path | None = None

    @property
    def machine(self) -> str:
        """The processor as wheels name it."""
        return MACHINES[self.architecture]

    @property
    def runtime(self) -> str:
        """The Python as Lambda names it."""
        return f"python{self.python_version}"


def package_settings_in(environment: Mapping[str, str]) -> PackageSettings:
    """``ARCHITECTURE``, ``PYTHON_VERSION``, ``INTERPRETER``; an empty one is an absent one. BadSetting."""
    interpreter = environment.get("INTERPRETER")
    return PackageSettings(
        architecture=_one_of(environment, "ARCHITECTURE", MACHINES, "arm64"),
        python_version=_one_of(environment, "PYTHON_VERSION", PYTHON_VERSIONS, "3.13"),
        interpreter=Path(interpreter) if interpreter else None,
    )


def _one_of(environment: Mapping[str, str], name: str, choices: Collection[str], default: str) -> str:
    value = environment.get(name) or default
    if value not in choices:
        raise BadPackageSetting(f"{name} is {value!r}; it must be one of {', '.join(choices)}.")
    return value
