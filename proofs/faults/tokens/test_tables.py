"""The tables of the claim ``tokens``, and some thousand tampered texts: quick enough for every run of the tests."""

from __future__ import annotations

from random import Random

import pytest

from proofs.faults.tokens import boundaries, constant_time
from proofs.faults.tokens.doors import Door, doors
from proofs.faults.tokens.tampering import tampered

DOORS = doors()


def test_links_and_sessions_live_as_long_as_they_should_and_no_key_is_believed_longer() -> None:
    assert [what for what, should, is_so in boundaries.cases() if is_so != should] == []


def test_secrets_are_compared_in_constant_time() -> None:
    assert [what for what, should, is_so in constant_time.cases() if is_so != should] == []


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.name)
def test_what_is_genuine_opens_its_own_door_and_no_other(door: Door) -> None:
    others = {text for other in DOORS if other.name != door.name for text in other.genuine}
    opening = {text for other in DOORS for text in other.genuine if door.opens(text)}

    assert opening == door.genuine
    assert not others & door.genuine


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.name)
def test_what_was_tampered_with_opens_nothing(door: Door) -> None:
    rng = Random(door.name)
    genuine = sorted(text for other in DOORS for text in other.genuine)
    texts = (tampered(rng.choice(genuine), genuine, rng) for _ in range(1_500))

    assert [text for text in texts if door.reads(text) not in door.genuine and door.opens(text)] == []
