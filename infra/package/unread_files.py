"""A trick on all libraries: the files that nothing reads at run time are left out.

Tests, type stubs, C sources, examples, what is for other systems, and all of Chalice but what runs in the cloud. It
saves 1.9 MB of the zip and 4.8 MB unpacked, and no instruction (docs/packaging.md says how all figures here were
measured).

If a library begins to read one of these files, ``tests/package/test_handlers.py`` fails: it asks every route. If one
moves them elsewhere, they are shipped. ``TRICKS`` without ``unread-files`` switches it off.
"""

from __future__ import annotations

from pathlib import Path

from infra.package.libraries import remove

# Of Chalice only what runs in the cloud; its own packager takes the same two files.
_ALL_OF_CHALICE = ("chalice/__init__.py", "chalice/app.py")

# Licences and the METADATA that carries a version stay.
_NOT_NEEDED = (
    "*.dist-info/WHEEL",
    "*.dist-info/entry_points.txt",
    "*.dist-info/sboms",
    "*.dist-info/top_level.txt",
    "**/*.c",
    "**/*.pyi",
    "**/py.typed",
    "**/tests",
    "botocore/data/*/*/examples-1.json",
    "charset_normalizer/cli",
    "dateutil/tz/win.py",
    "dateutil/zoneinfo/*.tar.gz",
    "dateutil/zoneinfo/rebuild.py",
    "icalendar/cli.py",
    "icalendar/fuzzing",
    "phonenumbers/shortdata/region_*.py",
    "tzdata/zoneinfo/*.tab",
    "tzdata/zoneinfo/leapseconds",
    "tzdata/zoneinfo/tzdata.zi",
    "urllib3/contrib/emscripten",
)
# Compiled beside their sources: where there is the one, the other is never read.
_COMPILED_TOO = ("charset_normalizer/cd", "charset_normalizer/md")


def trim(folder: Path) -> None:
    """Remove them from the folder of the libraries."""
    kept = {folder / file for file in _ALL_OF_CHALICE}
    unneeded = {path for pattern in _NOT_NEEDED for path in folder.glob(pattern)}
    unneeded |= {folder / f"{module}.py" for module in _COMPILED_TOO if any(folder.glob(f"{module}.*.so"))}
    remove(unneeded | {path for path in folder.glob("chalice/**/*") if path.is_file() and path not in kept})
