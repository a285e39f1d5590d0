"""``python -m infra.gallery``: write the gallery's page; with ``--golden``, its golden files."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from infra import catalogs
from infra.catalogs import PROJECT, TEMPLATES
from infra.gallery.exhibit import Curator, Exhibit
from infra.gallery.gallery_page import drafts_in, page
from infra.gallery.golden import golden_files
from infra.gallery.situations import ALL

PAGE = PROJECT / "build" / "gallery" / "index.html"
GOLDEN = PROJECT / "tests" / "gallery" / "golden"


def main(arguments: list[str]) -> int:
    """Write the page or the golden files. Exit code 0: written, 2: unknown arguments."""
    if arguments not in ([], ["--golden"]):
        print("usage: python -m infra.gallery [--golden]", file=sys.stderr)
        return 2
    catalogs.compile_all()
    curator = Curator(TEMPLATES)
    exhibits = list(exhibits_of(curator))
    if arguments:
        _write_golden(exhibits, curator)
    else:
        _write_page(exhibits, curator)
    return 0


def exhibits_of(curator: Curator) -> Iterator[Exhibit]:
    """Every situation in one language after another; prints the progress."""
    for code in curator.languages.codes:
        print(f"{code}: {len(ALL)} situations ...", flush=True)
        for situation in ALL:
            yield curator.exhibit(situation, code)


def _write_page(exhibits: list[Exhibit], curator: Curator) -> None:
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(exhibits, curator, TEMPLATES), encoding="utf-8")
    print(f"{drafts_in(exhibits)} drafts and {len(exhibits)} digests: {PAGE.relative_to(PROJECT)}")


def _write_golden(exhibits: list[Exhibit], curator: Curator) -> None:
    shutil.rmtree(GOLDEN, ignore_errors=True)
    files = golden_files(exhibits, curator)
    for path, text in files.items():
        _write(GOLDEN / path, text)
    print(f"{len(files)} files: {GOLDEN.relative_to(PROJECT)}")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
