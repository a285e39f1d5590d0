"""What the benchmark watches by name is there under that name."""

from __future__ import annotations

from functools import reduce
from importlib import import_module

import pytest

from proofs.bench.recording import PHASES


@pytest.mark.parametrize("place", PHASES)
def test_each_phase_of_a_request_is_a_function_of_the_code(place: str) -> None:
    module, _, path = place.partition(":")

    assert callable(reduce(getattr, path.split("."), import_module(module)))
