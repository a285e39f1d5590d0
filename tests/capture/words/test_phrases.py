"""What a sentence says, by the phrases of three languages, and what it only seems to say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from chalicelib.playbook.owner import Owner
from tests.capture.words.given import JONAS, MARIA, PRIYA, Message

_TABLES = Path(__file__).parent / "phrases"
_READERS = {"en": PRIYA, "de": JONAS, "ru": MARIA}
_MEANS = {
    "invitation": ("new_interview", None),
    "moved": ("moved", None),
    "cancelled": ("cancelled", None),
    "refusal": ("heard_back", "refusal"),
    "offer": ("heard_back", "offer"),
    "wait": ("heard_back", "told_to_wait"),
    "next round": ("heard_back", "next_round"),
    "nothing": ("nothing", None),
}


def _rows() -> Iterator[tuple[Owner, str, str]]:
    for language, owner in _READERS.items():
        heading = ""
        for line in (_TABLES / f"{language}.txt").read_text(encoding="utf-8").splitlines():
            if line.startswith("["):
                heading = line.strip("[]")
            else:
                yield owner, heading, line


@pytest.mark.parametrize(("owner", "heading", "sentence"), [pytest.param(*row, id=row[2]) for row in _rows()])
def test_a_sentence_says_what_a_careful_reader_hears(owner: Owner, heading: str, sentence: str) -> None:
    reading = Message(name=sentence, owner=owner, text=sentence, kind="").read()
    result = reading.fields.get("result")

    assert (reading.kind.value, result.value if result else None) == _MEANS[heading]


@pytest.mark.parametrize("kind", sorted(set(_MEANS) - {"nothing"}))
@pytest.mark.parametrize("language", _READERS)
def test_every_language_has_phrases_of_every_kind(language: str, kind: str) -> None:
    assert sum(1 for owner, heading, _ in _rows() if owner is _READERS[language] and heading == kind) >= 10
