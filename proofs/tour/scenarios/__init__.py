"""The scenarios by name: requests of a person, a program or a stranger, each scenario with an app of its own."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules

from proofs.tour.scene import Scene

Scenario = Callable[[Scene], None]
_SCENARIOS: dict[str, Scenario] = {}


def scenario(play: Scenario) -> Scenario:
    """Declare a scenario; it is called by its function's name."""
    _SCENARIOS[play.__name__] = play
    return play


def all_scenarios() -> dict[str, Scenario]:
    """All scenarios by name."""
    for module in iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    return dict(sorted(_SCENARIOS.items()))
