"""The voice of the words, as far as a machine can hear it, over a large draw from all that the gallery spans."""

from __future__ import annotations

from functools import cache

import pytest

from infra.gallery.exhibit import Curator
from infra.gallery.sampler import Drawn, Sampler
from tests.drafts.given import TEMPLATES
from tests.drafts.voice_checks import CHECKS, Check

SEEDS, EACH = (1, 2, 3), 60
SHOWN = 12  # of the fragments


@cache
def draw(language: str) -> tuple[Drawn, ...]:
    """Drafts of every kind, by several seeds."""
    curator = Curator(TEMPLATES)
    return tuple(drawn for seed in SEEDS for drawn in Sampler(curator, language, seed).drafts(EACH))


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_no_draft_of_a_large_draw_has(check: Check, language: str) -> None:
    wrong = [(drawn, found) for drawn in draw(language) if (found := check(drawn))]

    if wrong:
        told = [f"{_name(drawn)}: {fragment!r}" for drawn, found in wrong for fragment in found]
        how_often = f"{check.__name__}: {len(wrong)} of {len(draw(language))} drafts"
        pytest.fail("\n".join([how_often, *dict.fromkeys(told[:SHOWN])]), pytrace=False)


def _name(drawn: Drawn) -> str:
    draft, record = drawn.draft, drawn.record
    return f"{draft.kind}, {draft.language}-{drawn.country}, {drawn.owner.tone}, {record.company}"
