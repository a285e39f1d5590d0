"""The libraries, as wheels for the machine that the package is made for, installed by pip and trimmed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile

from infra.package.package_errors import CannotPackage
from infra.package.package_settings import PackageSettings
from infra.package.requirements import Locked, shipped

# Wheels for any Linux that Lambda has: Python 3.11 runs on one with glibc 2.26, later ones on one with 2.34.
_PLATFORMS = ("manylinux2014", "manylinux_2_17")

# Of Chalice only what runs in the cloud; its own packager takes the same two files.
_ALL_OF_CHALICE = ("chalice/__init__.py", "chalice/app.py")

# What nothing reads at run time. Licences and the METADATA that carries a version stay.
_NOT_NEEDED = (
    "bin",
    "*.dist-info/INSTALLER",
    "*.dist-info/RECORD",
    "*.dist-info/REQUESTED",
    "*.dist-info/WHEEL",
    "*.dist-info/direct_url.json",
    "*.dist-info/entry_points.txt",
    "*.dist-info/sboms",
    "*.dist-info/top_level.txt",
    "**/*.c",
    "**/*.pyi",
    "**/py.typed",
    "**/tests",
    "botocore/data/*/*/examples-1.json",
    "dateutil/zoneinfo/*.tar.gz",
    "icalendar/fuzzing",
    "phonenumbers/shortdata/region_*.py",
    "tzdata/zoneinfo/*.tab",
    "tzdata/zoneinfo/leapseconds",
    "tzdata/zoneinfo/tzdata.zi",
)


def install(folder: Path, settings: PackageSettings) -> None:
    """Install what the lock asks for into the folder, and trim it. Raises CannotPackage with pip's own words."""
    install_wheels(folder, settings, shipped(settings))
    trim(folder)


def install_wheels(folder: Path, settings: PackageSettings, wheels: Iterable[Locked]) -> None:
    """Install wheels into the folder, whole. Raises CannotPackage with pip's own words."""
    with NamedTemporaryFile("w", suffix=".txt") as requirements:
        requirements.write("".join(f"{one.text}\n" for one in wheels))
        requirements.flush()
        command = [sys.executable, "-m", "pip", "install", *_options(settings), "--requirement", requirements.name]
        pip = subprocess.run([*command, "--target", str(folder)], capture_output=True, text=True, check=False)
    if pip.returncode:
        raise CannotPackage(f"pip could not install the libraries for {settings.runtime}:\n{pip.stderr.strip()}")


def _options(settings: PackageSettings) -> list[str]:
    """Only wheels, so that nothing is built here; the lock is complete, so pip resolves nothing."""
    return [
        "--quiet",
        "--no-deps",
        "--no-compile",
        "--require-hashes",
        "--only-binary=:all:",
        "--implementation=cp",
        f"--python-version={settings.python_version}",
        *(f"--platform={platform}_{settings.machine}" for platform in _PLATFORMS),
        "--disable-pip-version-check",
        "--no-input",
    ]


def trim(folder: Path) -> None:
    """Remove what nothing reads at run time."""
    kept = {folder / file for file in _ALL_OF_CHALICE}
    unneeded = {path for pattern in _NOT_NEEDED for path in folder.glob(pattern)}
    unneeded |= {path for path in folder.glob("chalice/**/*") if path.is_file() and path not in kept}
    for path in unneeded:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)  # its folder may be gone already
