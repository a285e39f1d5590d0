"""The claim about time: its own clocks tell the known days right, and its lives are the same tick by tick."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from proofs.faults.clocks.life import EVERY_DAY, life_of
from proofs.faults.clocks.living import lived
from proofs.faults.clocks.zones import DAY, EPOCH, Due, Settings
from tests.digest.known_slots import KNOWN_SLOTS


@pytest.mark.parametrize(("zone", "digest_at", "on", "at"), KNOWN_SLOTS)
def test_its_own_clocks_tell_the_days_that_are_known(zone: str, digest_at: str, on: str, at: str) -> None:
    hour, minute = map(int, digest_at.split(":"))
    settings = Settings(zone, hour * 60 + minute, EVERY_DAY)
    known = Due(seconds(on) // DAY, seconds(at))

    before = settings.latest(known.at - 1)

    assert settings.latest(known.at) == known
    assert before.on < known.on
    for earlier in (before.at, (before.at + known.at) // 2, known.at - 1):
        assert settings.following(earlier) == known


@pytest.mark.parametrize("number", range(7, 5990, 599))
def test_a_life_is_as_expected_and_the_same_tick_by_tick(number: int) -> None:
    life = life_of(1, number)

    by_interest, tick_by_tick = lived(life), lived(life, every_tick=True)

    assert by_interest.wrong == tick_by_tick.wrong == []
    assert by_interest.sent == tick_by_tick.sent != []


def seconds(text: str) -> int:
    return int((datetime.fromisoformat(text).replace(tzinfo=UTC) - EPOCH).total_seconds())
