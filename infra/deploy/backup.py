"""``make backup``: save the stage's whole table in one file: that of ``INTO``, or one named after stage and instant."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from chalicelib.records.table import SCHEMA
from infra.deploy.backup_file import Backup, write_backup
from infra.deploy.deployment import Deployment
from infra.deploy.point_in_time import restorable_time_in_words
from infra.deploy.raw_items import RawItems
from infra.deploy.terminal import Terminal, with_progress

FOLDER = Path("backups")


def run(deployment: Deployment, terminal: Terminal, environment: Mapping[str, str]) -> None:
    """Make a backup and say what is in it. Raises CannotDo."""
    now = datetime.now(UTC)
    into = environment.get("INTO")
    saved = save_backup(deployment, terminal, Path(into) if into else unused_path(deployment.stage, now), now)
    if saved.schemas and saved.schemas[-1] > SCHEMA:
        terminal.say(f"A later release wrote to this table (schema {saved.schemas[-1]}); only that one can restore it.")
    terminal.say("It holds letters, phone numbers and what proves who you are: keep it where nobody else reads it.")
    terminal.say(f"Point-in-time recovery is {restorable_time_in_words(deployment)}.")


def save_backup(deployment: Deployment, terminal: Terminal, path: Path, now: datetime) -> Backup:
    """Save the whole table to a new file; each item is as it was when it was read. Raises CannotDo."""
    items = with_progress(RawItems.of(deployment, terminal).all(), terminal, f"Reading {deployment.name}")
    saved = write_backup(path, deployment.name, now, items)
    terminal.say(f"{saved.count:,} items of {deployment.name} are in {path}.")
    return saved


def unused_path(stage: str, at: datetime, purpose: str = "") -> Path:
    """A file name for a backup of an instant that is not taken yet: a second one of the same instant gets a number."""
    stem = f"{stage}-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}{purpose}"
    names = (FOLDER / f"{stem}{'' if number == 1 else f'-{number}'}.json" for number in count(1))
    return next(path for path in names if not path.exists())
