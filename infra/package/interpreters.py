"""A Python of the version that the package is made for: only that one writes bytecode which that one reads."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from infra.package.package_errors import BadPackageSetting
from infra.package.package_settings import PackageSettings

_VERSION = "import platform; print(platform.python_version())"


def interpreter_for(settings: PackageSettings) -> Path | None:
    """The interpreter that the settings name, or the first that is found here; None if there is none.

    Raises BadPackageSetting.
    """
    if settings.interpreter:
        found = version_of(settings.interpreter)
        if not _is(settings.python_version, found):
            raise BadPackageSetting(f"INTERPRETER is {str(settings.interpreter)!r}, which is not a {settings.runtime}.")
        return settings.interpreter
    candidates = dict.fromkeys(_candidates(settings.python_version))
    return next((path for path in candidates if _is(settings.python_version, version_of(path))), None)


def version_of(interpreter: Path) -> str | None:
    """Its full version, None if it does not run: a pyenv shim may stand for a Python that is not switched on."""
    try:
        said = subprocess.run([interpreter, "-I", "-c", _VERSION], capture_output=True, text=True, check=False)
    except OSError:
        return None
    return said.stdout.strip() if said.returncode == 0 else None


def _is(wanted: str, version: str | None) -> bool:
    return version is not None and version.startswith(f"{wanted}.")


def _candidates(version: str) -> Iterator[Path]:
    """This one, those on the PATH, and those that pyenv and uv keep."""
    yield Path(sys.executable)
    for folder in os.get_exec_path():
        found = shutil.which(f"python{version}", path=folder)
        if found:
            yield Path(found)
    home = Path.home()
    pyenv = Path(os.environ.get("PYENV_ROOT") or home / ".pyenv") / "versions"
    uv = home / ".local" / "share" / "uv" / "python"
    yield from sorted(pyenv.glob(f"{version}.*/bin/python{version}"), reverse=True)
    yield from sorted(uv.glob(f"cpython-{version}.*/bin/python{version}"), reverse=True)
