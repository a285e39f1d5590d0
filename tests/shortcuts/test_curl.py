"""curl in a terminal, with the token in a file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.infra.local_server import LocalServer
from tests.shortcuts.conftest import Cook
from tests.shortcuts.programs import run_in_bash


def answers(printed: str) -> Iterator[Any]:
    """The JSON answers that were printed one after the other."""
    decoder, rest = json.JSONDecoder(), printed.strip()
    while rest:
        answer, end = decoder.raw_decode(rest)
        yield answer
        rest = rest[end:].strip()


def test_the_token_is_kept_for_its_owner_alone(recipe_for: Cook, local: LocalServer, tmp_path: Path) -> None:
    keep, *others = recipe_for("curl").code("sh")

    run_in_bash(keep, tmp_path, typed=f"Authorization: Bearer {local.token}\n")

    assert (tmp_path / ".config/afterword/header").stat().st_mode & 0o077 == 0
    assert not any(local.token in other for other in others)


def test_one_records_looks_reports_and_takes_back(recipe_for: Cook, local: LocalServer, tmp_path: Path) -> None:
    keep, define, record, report, _ = recipe_for("curl").code("sh")
    run_in_bash(keep, tmp_path, typed=f"Authorization: Bearer {local.token}\n")

    first, again = answers(run_in_bash(define + record + record, tmp_path))
    agenda, after, undone = answers(run_in_bash(f"{define}ID={first['id']}\n{report}", tmp_path))

    assert first["company"] == "Acme & Söhne"
    assert first["contacts"][0]["phone"] == "+49 30 23125 021"
    assert again == first
    assert {"overdue", "today", "week", "waiting"} <= set(agenda)
    assert [event["result"] for event in after["events"]] == ["no_answer"]
    assert undone["events"] == []


def test_an_earlier_event_is_changed_and_taken_back_by_its_id(
    recipe_for: Cook, local: LocalServer, tmp_path: Path
) -> None:
    keep, define, _, _, earlier = recipe_for("curl").code("sh")
    record = local.record(now="2026-08-03T18:00:00+02:00", company="Earlier")
    event = {"kind": "note", "note": "They liked it", "on": "2026-08-04"}
    noted = local.ask("POST", f"/interviews/{record['id']}/events", event, now="2026-08-06T18:00:00+02:00").json
    run_in_bash(keep, tmp_path, typed=f"Authorization: Bearer {local.token}\n")

    known = f"ID={record['id']}\nEVENT={noted['events'][0]['id']}\n"
    changed, gone = answers(run_in_bash(f"{define}{known}{earlier}", tmp_path))

    assert [one["on"] for one in changed["events"]] == ["2026-08-05"]
    assert gone["events"] == []


def test_an_event_sent_twice_counts_once(recipe_for: Cook, local: LocalServer, tmp_path: Path) -> None:
    keep, define, _, report, _ = recipe_for("curl").code("sh")
    event = next(line for line in report.splitlines() if "If-Match" in line)
    record = local.record(now="2026-08-03T18:00:00+02:00", company="Once")
    run_in_bash(keep, tmp_path, typed=f"Authorization: Bearer {local.token}\n")

    after, refused = answers(run_in_bash(f"{define}ID={record['id']}\n{event}\n{event}", tmp_path))

    assert len(after["events"]) == 1
    assert refused["status"] == 412


def test_a_bad_day_is_named_in_the_answer(recipe_for: Cook, local: LocalServer, tmp_path: Path) -> None:
    keep, define, record, *_ = recipe_for("curl").code("sh")
    run_in_bash(keep, tmp_path, typed=f"Authorization: Bearer {local.token}\n")

    (problem,) = answers(run_in_bash(define + record.replace("=2026-08-03'", "=soon'"), tmp_path))

    assert problem["status"] == 422
    assert problem["problems"] == [{"field": "interview_on", "reason": "is not a day such as 2026-08-03"}]
