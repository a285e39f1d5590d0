"""The file of a backup: a header line, a line for each item, and a last line that shows that the file is whole.

    {"afterword_backup": 1, "table": "afterword-prod", "at": "2026-11-20T08:00:00Z"}
    {"item": {"owner_id": {"S": "me"}, "item_id": {"S": "PROFILE"}, …}}
    {"count": 1, "schemas": [1], "sha256": "…"}

It is written and read line by line, so that a large table needs no more memory than a small one.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkstemp
from typing import IO

from infra.deploy.deployment import CannotDo
from infra.deploy.typed_json import TypedItem, line_of, value_of
from infra.private_files import private_folder

FORMAT = 1
_EARLIEST_SCHEMA = "1"


@dataclass(frozen=True, slots=True)
class Backup:
    """A complete file: ``count`` items of ``table`` as of ``at``, written at these ``schemas``."""

    path: Path
    table: str
    at: datetime
    count: int
    schemas: tuple[int, ...]

    def items(self) -> Iterator[TypedItem]:
        """The items, read from the file one by one."""
        with self.path.open("rb") as file:
            for line in file:
                value = value_of(line)
                if "item" in value:
                    yield value["item"]


def write_backup(path: Path, table: str, at: datetime, items: Iterable[TypedItem]) -> Backup:
    """Write a new file that only its owner may read; it is there whole or not at all. Raises CannotDo."""
    if path.exists():
        raise CannotDo(f"{path} is there already, and a backup is never written over: name another file with INTO=…")
    try:
        private_folder(path.parent)
        descriptor, name = mkstemp(dir=path.parent, prefix=f".{path.name}.")  # readable for nobody else
        try:
            with os.fdopen(descriptor, "wb") as file:
                count, schemas = _write(file, table, at, items)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise CannotDo(f"{path} cannot be written: {error.strerror}. Nothing was kept.") from error
    return Backup(path, table, at, count, schemas)


def _write(file: IO[bytes], table: str, at: datetime, items: Iterable[TypedItem]) -> tuple[int, tuple[int, ...]]:
    checksum, count, schemas = hashlib.sha256(), 0, set[int]()

    def write(value: TypedItem) -> None:
        line = line_of(value)
        checksum.update(line)
        file.write(line)

    write({"afterword_backup": FORMAT, "table": table, "at": in_utc(at)})
    for count, item in enumerate(items, 1):  # noqa: B007  # the last number is the count
        write({"item": item})
        schemas.add(schema_of(item))
    write({"count": count, "schemas": sorted(schemas), "sha256": checksum.hexdigest()})
    return count, tuple(sorted(schemas))


def schema_of(item: TypedItem) -> int:
    """The version of the schema that an item was written at."""
    return int(item.get("schema", {"N": _EARLIEST_SCHEMA})["N"])


def in_utc(at: datetime) -> str:
    """An instant in UTC, as text that sorts by time: ``2026-11-20T08:00:00Z``."""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
