"""What this machine can build and run: the package for its own processor, with the tricks that ``TRICKS`` names."""

from __future__ import annotations

import os
import platform
import sys
from dataclasses import replace
from pathlib import Path

from infra.package.interpreters import interpreter_for
from infra.package.package_settings import PackageSettings, package_settings_in


def for_this_machine() -> tuple[PackageSettings, Path]:
    """The settings, and the interpreter that runs what is made: of the default version where this machine has one, or
    else the one that runs the tests."""
    architecture = "arm64" if platform.machine() in {"arm64", "aarch64"} else "x86_64"
    default = package_settings_in({"ARCHITECTURE": architecture, "TRICKS": os.environ.get("TRICKS", "")})
    own = replace(default, python_version=f"{sys.version_info.major}.{sys.version_info.minor}")
    found = interpreter_for(default)
    return (default, found) if found else (own, Path(sys.executable))


SETTINGS, INTERPRETER = for_this_machine()
IS_DEFAULT = SETTINGS.python_version == package_settings_in({}).python_version
