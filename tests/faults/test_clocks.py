"""The claim about time: its own clocks tell the known days right, and its lives are the same tick by tick."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.faults.clocks.life import EVERY_DAY, life_of
from tests.faults.clocks.living import lived
from tests.faults.clocks.zones import EPOCH, Settings


@pytest.mark.parametrize(
    ("zone", "digest_at", "before", "at"),
    [
        pytest.param("Europe/Berlin", "08:00", "2026-03-28T12:00", "2026-03-29T06:00", id="the clocks go forward"),
        pytest.param("Europe/Berlin", "02:30", "2026-03-28T12:00", "2026-03-29T01:00", id="skipped, so when it ends"),
        pytest.param("Europe/Berlin", "02:30", "2026-10-24T12:00", "2026-10-25T00:30", id="twice, so the first"),
        pytest.param("America/Nuuk", "23:30", "2024-03-30T12:00", "2024-03-31T01:00", id="skipped into the next day"),
        pytest.param("Pacific/Apia", "08:00", "2011-12-29T18:00", "2011-12-30T18:00", id="over a day that never was"),
    ],
)
def test_its_own_clocks_tell_the_days_that_are_known(zone: str, digest_at: str, before: str, at: str) -> None:
    hour, minute = map(int, digest_at.split(":"))
    settings = Settings(zone, hour * 60 + minute, EVERY_DAY)

    following = settings.following(seconds(before))

    assert following.at == seconds(at)
    assert settings.latest(following.at) == following
    assert settings.latest(following.at - 1).on < following.on


@pytest.mark.parametrize("number", range(7, 5990, 599))
def test_a_life_is_as_expected_and_the_same_tick_by_tick(number: int) -> None:
    life = life_of(1, number)

    by_interest, tick_by_tick = lived(life), lived(life, every_tick=True)

    assert by_interest.wrong == tick_by_tick.wrong == []
    assert by_interest.sent == tick_by_tick.sent != []


def seconds(text: str) -> int:
    return int((datetime.fromisoformat(f"{text}+00:00") - EPOCH).total_seconds())
