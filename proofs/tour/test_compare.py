"""The tour's comparison sees a difference. (The tour itself takes a minute, and is no quick test.)"""

from __future__ import annotations

from pathlib import Path

import pytest

from proofs.tour.compare import compare
from proofs.tour.record import Record


def recorded(folder: Path, body: str) -> Path:
    """A folder with a record of one step that was answered so."""
    folder.mkdir()
    record = Record("scenario")
    record.heading("a step", "2026-08-03T16:00:00+00:00")
    record.request("GET", "/api/", {}, None)
    record.answer(200, {"Content-Type": "text/plain"}, body)
    record.write(folder)
    return folder


@pytest.mark.parametrize(
    ("before", "now", "differing"),
    [("same", "same", 0), ("same", "other", 1), ("a line\r\n", "a line\n", 1), ("\x00", "\\u0000", 1), ("", " ", 1)],
)
def test_a_difference_of_one_byte_is_seen(tmp_path: Path, before: str, now: str, differing: int) -> None:
    assert compare(recorded(tmp_path / "before", before), recorded(tmp_path / "now", now)) == differing


def test_the_step_that_differs_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    compare(recorded(tmp_path / "before", "Good day"), recorded(tmp_path / "now", "Good night"))

    assert "  in a step\n" in (said := capsys.readouterr().out)
    assert "+Good night" in said


def test_a_scenario_that_is_gone_is_a_difference(tmp_path: Path) -> None:
    (tmp_path / "now").mkdir()

    assert compare(recorded(tmp_path / "before", "x"), tmp_path / "now") == 1
