"""Several items written together or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar

from pynamodb.transactions import TransactWrite

from chalicelib.errors import StorageUnavailable
from chalicelib.records.storage_errors import TransactionConflict, translate_storage_errors
from chalicelib.records.table import connection

_TRIES = 4

T = TypeVar("T")


@contextmanager
def transaction() -> Iterator[TransactWrite]:
    """Write all that is enlisted in one TransactWriteItems. Raises TransactionConflict, with nothing written, if a
    condition failed or another transaction held an item."""
    with translate_storage_errors(), TransactWrite(connection=connection()) as write:
        yield write


def retried_on_conflict(attempt: Callable[[], T]) -> T:
    """Return the result of ``attempt``, which is made again after a TransactionConflict.

    It must read what it depends on before it writes, because it may run several times. Raises StorageUnavailable if
    every try met a conflict.
    """
    for _ in range(_TRIES):
        with suppress(TransactionConflict):
            return attempt()
    raise StorageUnavailable
