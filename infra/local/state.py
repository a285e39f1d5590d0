"""What survives a restart and a ``kill -9``: one SQLite file with the table's items and the mails sent.

A request is one SQLite transaction, committed before its answer goes out. Not safe under threads: whoever uses it
holds the front's lock.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from infra.private_files import private_file, private_folder

SCHEMA = """
CREATE TABLE IF NOT EXISTS items (
    hash TEXT NOT NULL, range TEXT NOT NULL, item TEXT NOT NULL, PRIMARY KEY (hash, range)
);
CREATE TABLE IF NOT EXISTS mails (
    id INTEGER PRIMARY KEY AUTOINCREMENT, sent_at TEXT NOT NULL, message BLOB NOT NULL
);
"""
SECONDS_TO_WAIT_FOR_THE_LOCK = 1


class StateUnusable(Exception):
    """The folder or its file cannot be used; the text names it and says why."""


@dataclass(frozen=True, slots=True)
class KeptMail:
    """A mail as it was sent, byte for byte; ``sent_at`` is ISO 8601, by the clock of the request that sent it."""

    id: int
    sent_at: str
    message: bytes


class LocalState:
    """The file. An item is kept under its two keys as DynamoDB's JSON ({"S": …}, {"N": …})."""

    def __init__(self, folder: Path) -> None:
        try:
            private_folder(folder)
            self._db = _connect(_closed_to_others(folder / "state.sqlite"))
        except (OSError, sqlite3.Error) as error:
            raise StateUnusable(f"STATE {folder} cannot be used: {_in_words(error)}.") from error

    def close(self) -> None:
        """Let another server have the file."""
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """What is written inside is on disk when the block ends, or, if it fails, none of it."""
        self._db.execute("BEGIN")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise

    @contextmanager
    def all_or_nothing(self) -> Iterator[None]:
        """A part of a transaction that is undone by itself when it fails."""
        self._db.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK TO part")
            raise
        finally:
            self._db.execute("RELEASE part")

    def index_items(self, name: str, columns: Sequence[str]) -> None:
        """Have SQLite keep the items in another order too. ``columns`` are SQL expressions, ``name`` is one of ours."""
        self._db.execute(f'CREATE INDEX IF NOT EXISTS "index {name}" ON items ({", ".join(columns)})')

    def select_items(self, clauses: str, values: Sequence[str | float] = ()) -> Iterator[str]:
        """The items that SQL ``clauses`` (WHERE …, ORDER BY …) pick, read as they are asked for."""
        for (item,) in self._db.execute(f"SELECT item FROM items {clauses}", values):  # noqa: S608 - lasting_table.py's SQL
            yield item

    def count_items(self) -> int:
        """How many items there are."""
        return int(self._db.execute("SELECT count(*) FROM items").fetchone()[0])

    def put_item(self, hash_key: str, range_key: str, item: str) -> None:
        """Keep an item in the place of the one with these keys."""
        self._db.execute("INSERT OR REPLACE INTO items VALUES (?, ?, ?)", (hash_key, range_key, item))

    def delete_item(self, hash_key: str, range_key: str) -> None:
        """Forget the item with these keys, if there is one."""
        self._db.execute("DELETE FROM items WHERE hash = ? AND range = ?", (hash_key, range_key))

    def add_mail(self, sent_at: str, message: bytes) -> None:
        """Keep a mail as it was sent."""
        self._db.execute("INSERT INTO mails (sent_at, message) VALUES (?, ?)", (sent_at, message))

    def mails(self) -> list[KeptMail]:
        """All mails, the last sent first."""
        return [KeptMail(*row) for row in self._db.execute("SELECT id, sent_at, message FROM mails ORDER BY id DESC")]

    def mail(self, mail_id: int) -> KeptMail | None:
        """The mail with this id, if there is one."""
        row = self._db.execute("SELECT id, sent_at, message FROM mails WHERE id = ?", (mail_id,)).fetchone()
        return KeptMail(*row) if row else None


def _connect(file: Path) -> sqlite3.Connection:
    db = sqlite3.connect(file, timeout=SECONDS_TO_WAIT_FOR_THE_LOCK, isolation_level=None, check_same_thread=False)
    try:
        db.execute("PRAGMA locking_mode = EXCLUSIVE")  # a second server on the same folder is refused at its start
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")  # a commit outlives even a power cut
        db.executescript(SCHEMA)
    except sqlite3.Error:
        db.close()
        raise
    return db


def _closed_to_others(file: Path) -> Path:
    """The file and those that SQLite keeps beside it: it makes these as open as the file itself."""
    for beside in (file, *file.parent.glob(f"{file.name}-*")):
        private_file(beside)
    return file


def _in_words(error: Exception) -> str:
    if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
        return "another local server is using it"
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)
