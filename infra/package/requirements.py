"""Which of the locked libraries the package holds: those of ``requirements.txt`` that run in the cloud."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement

from infra.catalogs import PROJECT
from infra.package.package_settings import PackageSettings, Trick

LOCK = PROJECT / "requirements.txt"

# Locked, but not needed where the handlers run; tests/package runs every one of them without these.
LEFT_OUT = frozenset(
    {
        # Chalice's command line and its local server
        "ansicon",
        "blessed",
        "click",
        "editor",
        "inquirer",
        "jinxed",
        "packaging",
        "pip",
        "pyyaml",
        "readchar",
        "runs",
        "setuptools",
        "wcwidth",
        "wheel",
        "xmod",
        # botocore is spoken to directly, through PynamoDB's session
        "boto3",
        "s3transfer",
    }
)
_HOLIDAYS = "holidays"  # a table that is made from it stands in its place (days_off_table.py)


@dataclass(frozen=True, slots=True)
class Locked:
    """One entry of the lock: what it asks for, and its hashes as pip wants them."""

    requirement: Requirement
    hashes: str

    def is_for(self, settings: PackageSettings) -> bool:
        """Whether the machine that the package is made for needs it. pip would judge by the machine it runs on."""
        marker = self.requirement.marker
        return marker is None or marker.evaluate(_target(settings))

    @property
    def text(self) -> str:
        """The entry without its marker."""
        return f"{self.requirement.name}{self.requirement.specifier} {self.hashes}"


def left_out(settings: PackageSettings) -> frozenset[str]:
    """The names of the libraries that the package does without."""
    return LEFT_OUT | {_HOLIDAYS} if Trick.DAYS_OFF in settings.tricks else LEFT_OUT


def shipped(settings: PackageSettings, lock: Path = LOCK) -> list[Locked]:
    """The entries of the lock that the package holds."""
    unwanted = left_out(settings)
    return [one for one in locked(lock) if one.requirement.name not in unwanted and one.is_for(settings)]


def locked(lock: Path = LOCK) -> Iterator[Locked]:
    """Every entry of the lock."""
    lines = (line for line in lock.read_text(encoding="utf-8").splitlines() if not line.lstrip().startswith("#"))
    for entry in "\n".join(lines).replace("\\\n", " ").splitlines():
        asked, hash_option, hashes = entry.partition("--hash=")
        if asked.strip():
            yield Locked(Requirement(asked.strip()), hash_option + hashes)


def _target(settings: PackageSettings) -> dict[str, str]:
    return {
        "implementation_name": "cpython",
        "os_name": "posix",
        "platform_machine": settings.machine,
        "platform_python_implementation": "CPython",
        "platform_system": "Linux",
        "python_full_version": f"{settings.python_version}.0",
        "python_version": settings.python_version,
        "sys_platform": "linux",
    }
