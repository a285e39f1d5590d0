"""Point-in-time recovery: DynamoDB can restore a table as it was at any second of the last weeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from botocore.exceptions import ClientError

from infra.deploy.backup_file import in_utc, write_backup
from infra.deploy.deployment import CannotDo, Deployment
from infra.deploy.raw_items import RawItems
from infra.deploy.terminal import Terminal, with_progress

_RESTORE_TIMEOUT = 6 * 3600.0  # seconds; AWS names minutes as usual, and hours at worst
_POLL_INTERVAL = 15.0  # seconds


@dataclass(frozen=True, slots=True)
class RestorableTime:
    """The first and the last instant, in UTC, that the table can be restored to."""

    earliest: datetime
    latest: datetime

    @property
    def in_words(self) -> str:
        """Such as "from 2026-10-16T08:00:00Z to 2026-11-20T08:00:00Z"."""
        return f"from {in_utc(self.earliest)} to {in_utc(self.latest)}"


def restorable_time(deployment: Deployment) -> RestorableTime | None:
    """The span that the table can be restored to; None if recovery is off. Raises ClientError if access is denied."""
    described = deployment.client("dynamodb").describe_continuous_backups(TableName=deployment.name)
    found = described["ContinuousBackupsDescription"]["PointInTimeRecoveryDescription"]
    if found["PointInTimeRecoveryStatus"] != "ENABLED":
        return None
    return RestorableTime(
        found["EarliestRestorableDateTime"].astimezone(UTC), found["LatestRestorableDateTime"].astimezone(UTC)
    )


def restorable_time_in_words(deployment: Deployment) -> str:
    """The state of point-in-time recovery in one line of a report; never raises ClientError."""
    try:
        found = restorable_time(deployment)
    except ClientError as error:
        return f"not known ({error.response['Error']['Code']})"
    return f"on: make restore AT=… takes any instant {found.in_words}" if found else "OFF: make deploy turns it on"


def save_as_of(deployment: Deployment, terminal: Terminal, at: datetime, path: Path) -> None:
    """Save the table as it was at an instant to a new file.

    DynamoDB restores only into a new table. It is named after the instant, so that a run after an interrupted one finds
    it and goes on with it. Raises CannotDo.
    """
    _check_reach(deployment, at)
    table = f"{deployment.name}-restored-{at.astimezone(UTC):%Y%m%d-%H%M%S}"
    if _status(deployment, table) is None:
        _begin(deployment, terminal, at, table)
    waiting = f"DynamoDB copies it to {table}, which takes 10 minutes to hours"
    terminal.wait_for(waiting, lambda: _status(deployment, table) == "ACTIVE", _RESTORE_TIMEOUT, _POLL_INTERVAL)
    items = RawItems.of(deployment, terminal, table).all()
    write_backup(path, deployment.name, at, with_progress(items, terminal, f"Reading {table}"))
    terminal.say(f"The table as of {in_utc(at)} is in {path}: make restore FROM={path} takes it from there, too.")
    _forget(deployment, terminal, table)


def _check_reach(deployment: Deployment, at: datetime) -> None:
    try:
        found = restorable_time(deployment)
    except deployment.client("dynamodb").exceptions.TableNotFoundException as error:
        raise CannotDo(f"There is no table {deployment.name} in {deployment.region}; STAGE=… names another.") from error
    if found is None:
        raise CannotDo(f"Point-in-time recovery of {deployment.name} is off: restore from a file, FROM=backups/….json")
    if not found.earliest <= at <= found.latest:
        raise CannotDo(f"{deployment.name} can be had {found.in_words}; AT is {in_utc(at)}.")


def _begin(deployment: Deployment, terminal: Terminal, at: datetime, table: str) -> None:
    terminal.say(f"Asking DynamoDB for {deployment.name} as of {in_utc(at)}.")
    deployment.client("dynamodb").restore_table_to_point_in_time(
        SourceTableName=deployment.name, TargetTableName=table, RestoreDateTime=at
    )


def _status(deployment: Deployment, table: str) -> str | None:
    dynamodb = deployment.client("dynamodb")
    try:
        described: dict[str, Any] = dynamodb.describe_table(TableName=table)["Table"]
    except dynamodb.exceptions.ResourceNotFoundException:
        return None
    return str(described["TableStatus"])


def _forget(deployment: Deployment, terminal: Terminal, table: str) -> None:
    """Delete the temporary table if the answer is yes. It has been read: the restore goes on in any case."""
    try:
        terminal.agree(f"Delete the temporary table {table}? (yes/no)")
        deployment.client("dynamodb").delete_table(TableName=table)
    except (CannotDo, ClientError) as reason:
        terminal.say(
            str(reason),
            f"{table} stays, and its storage costs a little. This deletes it:",
            f"  aws dynamodb delete-table --table-name {table} --region {deployment.region}",
        )
