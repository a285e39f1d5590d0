"""``make restore``: restore a stage from a backup file (``FROM``), or to its table at an instant (``AT``)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from chalicelib.records import table
from infra.deploy.backup import save_backup, unused_path
from infra.deploy.backup_check import read_backup
from infra.deploy.backup_file import Backup, in_utc
from infra.deploy.deployment import CannotDo, Deployment
from infra.deploy.point_in_time import save_as_of
from infra.deploy.raw_items import RawItems
from infra.deploy.restoration import Restoration
from infra.deploy.restore_summary import RestoreSummary
from infra.deploy.terminal import Terminal


def run(deployment: Deployment, terminal: Terminal, environment: Mapping[str, str]) -> None:
    """Show what would change, ask, and restore; before the question the table is backed up. Raises CannotDo."""
    backup = read_backup(_source(deployment, terminal, environment), terminal)
    terminal.say(f"{backup.path} holds {backup.count:,} items of {backup.table} as of {in_utc(backup.at)}.")
    _check_stage(deployment, terminal, environment, backup)
    table.configure(deployment.name, deployment.region)
    restoration = Restoration(backup, RawItems.of(deployment, terminal), terminal, _now)
    summary = restoration.preview()
    terminal.listed(summary.rows)
    if summary.changes_nothing:
        terminal.say(f"All of it is in {deployment.name} as it was then: nothing to change.")
        return
    _say_consequences(terminal, summary)
    save_backup(deployment, terminal, unused_path(deployment.stage, _now(), "-before-restore"), _now())
    terminal.agree(f"Write this to {deployment.name}? (yes/no)")
    problems = restoration.write()
    if problems:
        raise CannotDo("\n".join(["All is restored but for these:", *problems]))
    terminal.say("Restored.")


def _source(deployment: Deployment, terminal: Terminal, environment: Mapping[str, str]) -> Path:
    file, at = environment.get("FROM"), environment.get("AT")
    if file and not at:
        return Path(file)
    if at and not file:
        instant = _instant(at)
        path = unused_path(deployment.stage, instant, "-point-in-time")
        save_as_of(deployment, terminal, instant, path)
        return path
    raise CannotDo("Say from where: make restore FROM=backups/….json, or AT=2026-11-20T08:00:00Z; not both.")


def _instant(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        raise CannotDo(f"AT is {text!r}; it must be an instant with its offset, such as 2026-11-20T08:00:00Z.")
    return at.astimezone(UTC).replace(microsecond=0)


def _check_stage(deployment: Deployment, terminal: Terminal, environment: Mapping[str, str], backup: Backup) -> None:
    """Raise CannotDo if the backup is of another stage, unless ``STAGE`` names this one on purpose."""
    if backup.table == deployment.name:
        return
    if not environment.get("STAGE"):
        raise CannotDo(f"This is {backup.table}, not {deployment.name}: say where it goes with STAGE=…")
    terminal.say(f"It goes into another table, {deployment.name}: its owners will get digests from that stage as well.")


def _say_consequences(terminal: Terminal, summary: RestoreSummary) -> None:
    terminal.say(
        f"This concerns {summary.owners_in_words}. What was added since stays.",
        "No digest that was sent is sent again: the next one comes at the owner's next time for it.",
        "Links of earlier mails do not act on a record that is written now.",
    )
    if summary.older_tokens:
        terminal.say(f"Token and calendar address are those of the backup again for {summary.older_tokens_in_words}.")


def _now() -> datetime:
    return datetime.now(UTC)
