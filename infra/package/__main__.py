"""``python -m infra.package``: make the package, and say how large it is."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from infra.catalogs import PROJECT
from infra.package.archive import MEGABYTE
from infra.package.build import TEMPLATE, ZIP, BuiltPackage, build
from infra.package.package_errors import CannotPackage
from infra.package.package_settings import ALL_TRICKS, PackageSettings, package_settings_in

TARGET = PROJECT / "build" / "package"


def main(environment: Mapping[str, str]) -> int:
    """0: the package is made; 1: it could not be, and why is said."""
    try:
        settings = package_settings_in(environment)
        print(f"Afterword for {settings.runtime} on {settings.architecture}", flush=True)
        package = build(TARGET, settings, say=lambda text: print(text, flush=True))
    except CannotPackage as problem:
        print(problem, file=sys.stderr)
        return 1
    print(report(package, settings))
    return 0


def report(package: BuiltPackage, settings: PackageSettings) -> str:
    """What was made, and what is wrong with it."""
    archive = package.archive
    lines = [
        f"{TARGET.relative_to(PROJECT) / ZIP}: {_size(archive.zipped)}, unpacked {_size(archive.unpacked)}",
        f"SHA-256 {archive.sha256}",
        f"{TARGET.relative_to(PROJECT) / TEMPLATE} is the template around it",
    ]
    if unused := sorted(ALL_TRICKS - settings.tricks):
        lines.append(f"Made without these tricks: {', '.join(unused)}")
    if package.compiled_by is None:
        lines.append(f"NO BYTECODE: there is no {settings.runtime} on this machine, so every cold start will compile.")
    return "\n".join(lines)


def _size(count: int) -> str:
    return f"{count / MEGABYTE:.2f} MB"


if __name__ == "__main__":
    sys.exit(main(os.environ))
