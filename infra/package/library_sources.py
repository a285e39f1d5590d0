"""A trick on all libraries: their bytecode stands where their sources stood, which nothing reads then.

Python imports the bytecode that lies beside its module where there is no source. A traceback names file and line of a
library as before, but cannot quote the line; of our own code it can. It saves 1.4 MB of the zip, and each import a look
at its source.

If a library begins to read its own sources, ``tests/package/test_handlers.py`` fails: it asks every route. ``TRICKS``
without ``sources`` switches it off, and so does a package without bytecode.
"""

from __future__ import annotations

from pathlib import Path

from infra.package.package_errors import CannotPackage

OURS = frozenset({"app.py", "chalicelib", "templates"})


def leave_out(folder: Path) -> None:
    """Put the bytecode of every library into the place of its source. Raises CannotPackage for a source without."""
    for source in sorted(folder.rglob("*.py")):
        if source.relative_to(folder).parts[0] not in OURS:
            _replace(source)
    for cache in sorted(folder.rglob("__pycache__")):
        if not any(cache.iterdir()):
            cache.rmdir()


def _replace(source: Path) -> None:
    compiled = next(source.parent.glob(f"__pycache__/{source.stem}.*.pyc"), None)
    if compiled is None:
        raise CannotPackage(f"{source.name} was not compiled. TRICKS=off makes the package without this.")
    compiled.rename(source.with_suffix(".pyc"))
    source.unlink()
