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

# What pip writes beside the libraries. Programs name the Python that made the package, and so does the hash of each in
# RECORD: the same package would have other bytes elsewhere.
_PIPS_OWN = ("bin", *(f"*.dist-info/{name}" for name in ("INSTALLER", "RECORD", "REQUESTED", "direct_url.json")))


def install(folder: Path, settings: PackageSettings) -> None:
    """Install what the lock asks for into the folder, as it is. Raises CannotPackage with pip's own words."""
    install_wheels(folder, settings, shipped(settings))
    remove(path for pattern in _PIPS_OWN for path in folder.glob(pattern))


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


def remove(paths: Iterable[Path]) -> None:
    """Remove files and folders, of which some may be within others."""
    for path in list(paths):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)  # its folder may be gone already
