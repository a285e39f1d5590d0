"""Several items written together or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar

from pynamodb.transactions import TransactWrite

from chalicelib.errors import StorageUnavailable
from chalicelib.records.storage_errors import TransactionConflict, storage_faults
from chalicelib.records.table_items import connection

_TRIES = 4

T = TypeVar("T")


@contextmanager
def transaction() -> Iterator[TransactWrite]:
    """One TransactWriteItems of all that is enlisted in it. Raises TransactionConflict, with nothing written, if a
    condition failed or another transaction had hold of an item."""
    with storage_faults(), TransactWrite(connection=connection()) as write:
        yield write


def retried_on_conflict(attempt: Callable[[], T]) -> T:
    """What ``attempt`` comes to once nobody is in its way. It reads what it depends on and then writes, and may
    be made several times; raises StorageUnavailable when it was contended each time."""
    for _ in range(_TRIES):
        with suppress(TransactionConflict):
            return attempt()
    raise StorageUnavailable
