"""What can be chosen about a package; each setting is a variable of ``make package``."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from infra.package.package_errors import BadPackageSetting

MACHINES = {"arm64": "aarch64", "x86_64": "x86_64"}  # Lambda's word for a processor, and that of wheels
PYTHON_VERSIONS = ("3.11", "3.12", "3.13", "3.14")


class Trick(StrEnum):
    """What can be done to the libraries of a package beside installing them (docs/packaging.md)."""

    UNREAD_FILES = "unread-files"
    SERVICES = "services"
    BOTOCORE = "botocore"
    HTTP_2 = "http2"
    AUTHORITIES = "authorities"
    TEMPLATES = "templates"
    DAYS_OFF = "days-off"
    SOURCES = "sources"


ALL_TRICKS = frozenset(Trick)
_SWITCH = {"on": ALL_TRICKS, "off": frozenset[Trick]()}


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageSettings:
    """``interpreter`` compiles; None: whichever Python of that version is found on this machine. ``tricks`` are those
    that are used."""

    architecture: str
    python_version: str
    interpreter: Path | None = None
    tricks: frozenset[Trick] = ALL_TRICKS

    @property
    def machine(self) -> str:
        """The processor as wheels name it."""
        return MACHINES[self.architecture]

    @property
    def runtime(self) -> str:
        """The Python as Lambda names it."""
        return f"python{self.python_version}"


def package_settings_in(environment: Mapping[str, str]) -> PackageSettings:
    """``ARCHITECTURE``, ``PYTHON_VERSION``, ``INTERPRETER``, ``TRICKS``; an empty one is an absent one. BadSetting."""
    interpreter = environment.get("INTERPRETER")
    return PackageSettings(
        architecture=_one_of(environment, "ARCHITECTURE", MACHINES, "arm64"),
        python_version=_one_of(environment, "PYTHON_VERSION", PYTHON_VERSIONS, "3.13"),
        interpreter=Path(interpreter) if interpreter else None,
        tricks=_tricks(environment.get("TRICKS") or "on"),
    )


def _one_of(environment: Mapping[str, str], name: str, choices: Collection[str], default: str) -> str:
    value = environment.get(name) or default
    if value not in choices:
        raise BadPackageSetting(f"{name} is {value!r}; it must be one of {', '.join(choices)}.")
    return value


def _tricks(value: str) -> frozenset[Trick]:
    if value in _SWITCH:
        return _SWITCH[value]
    try:
        return frozenset(map(Trick, value.split(",")))
    except ValueError:
        names = ", ".join(sorted(Trick))
        raise BadPackageSetting(f"TRICKS is {value!r}; it must be on, off, or some of {names}, by comma.") from None
