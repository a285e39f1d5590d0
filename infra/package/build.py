"""From the sources to the package, one step after another, each in a folder that is new."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from infra.package import bytecode, days_off_table, libraries, library_sources, sources, template, tricks
from infra.package.archive import Archive, archive, most_bytes
from infra.package.compiled_templates import compile_templates
from infra.package.interpreters import interpreter_for, version_of
from infra.package.package_settings import PackageSettings, Trick
from infra.package.requirements import shipped

ZIP, TEMPLATE, MANIFEST = "deployment.zip", "template.json", "manifest.json"

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class BuiltPackage:
    """``compiled_by`` is the version of the Python that wrote the bytecode, None if there is no bytecode in it."""

    archive: Archive
    compiled_by: str | None


def build(target: Path, settings: PackageSettings, say: Say) -> BuiltPackage:
    """Make the zip, the template and the manifest in the target folder. Raises CannotPackage."""
    interpreter = interpreter_for(settings)
    target.mkdir(parents=True, exist_ok=True)
    for name in (ZIP, TEMPLATE, MANIFEST):
        (target / name).unlink(missing_ok=True)  # so that nobody deploys an older one after a failure
    with TemporaryDirectory(dir=target) as staging:
        folder = Path(staging)
        _gather(folder, settings, say)
        if interpreter:
            with _step("bytecode", say):
                bytecode.compile_all(folder, interpreter)
                if Trick.SOURCES in settings.tricks:
                    library_sources.leave_out(folder)
        with _step("zip", say):
            zipped = archive(folder, target / ZIP, most_bytes(settings))
        made = BuiltPackage(zipped, version_of(interpreter) if interpreter else None)
    with _step("CloudFormation template", say):
        template.write(template.template(settings), target / TEMPLATE)
    (target / MANIFEST).write_text(json.dumps(_manifest(made, settings), indent=2) + "\n", encoding="utf-8")
    return made


def _gather(folder: Path, settings: PackageSettings, say: Say) -> None:
    with _step("libraries", say):
        libraries.install(folder, settings)
        tricks.change(folder, settings.tricks)
    with _step("code and templates", say):
        sources.copy_code(folder)
        sources.copy_templates(folder)
        if Trick.TEMPLATES in settings.tricks:
            compile_templates(folder / "templates")
    if Trick.DAYS_OFF in settings.tricks:
        with _step("days off of all places (half a minute, once)", say):
            days_off_table.write_table(folder / "chalicelib", say)


@contextmanager
def _step(name: str, say: Say) -> Iterator[None]:
    say(f"  {name} ...")
    began = time.monotonic()
    yield
    say(f"  {name}: {time.monotonic() - began:.1f} s")


def _manifest(made: BuiltPackage, settings: PackageSettings) -> dict[str, object]:
    return {
        "sha256": made.archive.sha256,
        "zipped_bytes": made.archive.zipped,
        "unpacked_bytes": made.archive.unpacked,
        "architecture": settings.architecture,
        "runtime": settings.runtime,
        "tricks": sorted(settings.tricks),
        "bytecode_by": made.compiled_by and f"Python {made.compiled_by}",
        "libraries": [f"{one.requirement.name}{one.requirement.specifier}" for one in shipped(settings)],
    }
