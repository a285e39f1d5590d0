"""Check a backup before it is used: is it whole and unchanged, is it ours, and does this release understand it?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from chalicelib.records.table import SCHEMA
from infra.deploy.backup_file import FORMAT, Backup, schema_of
from infra.deploy.deployment import CannotDo
from infra.deploy.terminal import Terminal, with_progress
from infra.deploy.typed_json import value_of


def read_backup(path: Path, terminal: Terminal) -> Backup:
    """The backup in a file. Raises CannotDo if the file is not whole, was changed, or is no backup for this release."""
    try:
        with path.open("rb") as file:
            return _checked(path, with_progress(file, terminal, f"Checking {path}"))
    except OSError as error:
        raise CannotDo(f"{path} cannot be read: {error.strerror}. Name a backup: FROM=backups/….json") from error


def _checked(path: Path, lines: Iterable[bytes]) -> Backup:
    lines = iter(lines)
    first = next(lines, b"")
    table, at = _header(path, first)
    checksum, schemas = hashlib.sha256(first), set[int]()
    for count, line in enumerate(lines):
        value = _value(path, line)
        if "item" not in value:
            _check_end(path, value, count, checksum.hexdigest(), lines)
            return Backup(path, table, at, count, tuple(sorted(schemas)))
        checksum.update(line)
        schemas.add(_known_schema(path, value["item"]))
    raise _refused(path, "is cut off: its last line is missing")


def _header(path: Path, line: bytes) -> tuple[str, datetime]:
    try:
        header = value_of(line)
        version, table, at = int(header["afterword_backup"]), header["table"], datetime.fromisoformat(header["at"])
    except (ValueError, LookupError, TypeError) as error:
        raise CannotDo(f"{path} is not a backup of Afterword. Name one: FROM=backups/….json") from error
    if version > FORMAT:
        raise _refused(
            path, f"has format {version}; this release reads up to {FORMAT}. Restore it with the release it is of"
        )
    return table, at


def _value(path: Path, line: bytes) -> dict[str, Any]:
    try:
        value = value_of(line)
    except ValueError:
        value = None
    if not isinstance(value, dict) or not isinstance(value.get("item", {}), dict):
        raise _refused(path, "is cut off, or was changed: it has a line that cannot be read")
    return value


def _check_end(path: Path, end: dict[str, Any], count: int, checksum: str, rest: Iterable[bytes]) -> None:
    if any(rest) or (end.get("count"), end.get("sha256")) != (count, checksum):
        raise _refused(path, "was changed since it was written: its checksum is another")


def _known_schema(path: Path, item: dict[str, Any]) -> int:
    schema = schema_of(item)
    if schema > SCHEMA:
        raise _refused(
            path, f"was made by a later release (schema {schema}; this one knows {SCHEMA}): restore it with that"
        )
    return schema


def _refused(path: Path, why: str) -> CannotDo:
    return CannotDo(f"{path} {why}. Nothing was written.")
