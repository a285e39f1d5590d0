"""Record how long the last whole run of the quick tests took, for ``make bench`` to report."""

from __future__ import annotations

import json
import os
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

RECORD = Path(__file__).parents[1] / "build" / "quick_tests.json"
_BEGAN = time.monotonic()


@dataclass(frozen=True, slots=True)
class QuickRun:
    """``seconds`` on the clock, ``processor_seconds`` of all processes that it waited for, and how many ``tests``."""

    seconds: float
    processor_seconds: float
    tests: int


def record(session: pytest.Session, exitstatus: int) -> None:
    """Record the time of a run that passed, and that neither named nor selected tests."""
    config, told = session.config, session.config.pluginmanager.get_plugin("terminalreporter")
    is_whole = config.args_source is pytest.Config.ArgsSource.TESTPATHS and not (
        config.option.keyword or config.option.markexpr or getattr(config.option, "lf", False)
    )
    if told and is_whole and exitstatus == pytest.ExitCode.OK:
        took = QuickRun(time.monotonic() - _BEGAN, sum(os.times()[:4]), len(told.stats.get("passed", ())))
        RECORD.parent.mkdir(exist_ok=True)
        RECORD.write_text(json.dumps(asdict(took)) + "\n", encoding="utf-8")


def recorded() -> QuickRun | None:
    """The last recorded run, None if there is none."""
    return QuickRun(**json.loads(RECORD.read_text(encoding="utf-8"))) if RECORD.exists() else None
