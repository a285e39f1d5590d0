"""What the gallery says is what was reviewed: a change of words shows up as a diff of the golden files."""

from __future__ import annotations

from pathlib import Path

import pytest

from infra.gallery.__main__ import GOLDEN
from infra.gallery.exhibit import Curator, Exhibit
from infra.gallery.golden import golden_files

KILO_CHARACTERS = 420  # in each language; formal and friendly are two texts


def test_the_words_are_those_of_the_golden_files(curator: Curator, exhibits: tuple[Exhibit, ...]) -> None:
    language = golden_files(exhibits, curator)
    reviewed = {str(file.relative_to(GOLDEN)): file.read_text(encoding="utf-8") for file in GOLDEN.rglob("*.txt")}

    changed = [path for path in sorted({*language, *reviewed}) if language.get(path) != reviewed.get(path)]

    assert not changed, f"The words changed: run `make golden` and review the diff of {', '.join(changed)}"


@pytest.mark.parametrize("folder", sorted(GOLDEN.iterdir()), ids=lambda folder: folder.name)
def test_the_golden_files_stay_small_enough_to_be_read(folder: Path) -> None:
    assert sum(len(file.read_text(encoding="utf-8")) for file in folder.rglob("*.txt")) < KILO_CHARACTERS * 1000
