"""Handles a failure in one record: the record is set apart by its id, and the others are not affected.

The log has the type and place of the error, never its message, which may quote a record.
The way in is ``convert_each``.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from traceback import extract_tb
from typing import TypeVar

from chalicelib.errors import AfterwordError, UnreadableRecord
from chalicelib.playbook.agenda import AgendaItem

MOST_UNREADABLE = 100  # shown at once; once they are mended or removed, others come

log = logging.getLogger(__name__)

T = TypeVar("T")
Made = TypeVar("Made")


def convert_each(
    of: Iterable[T], make: Callable[[T], Made], id_of: Callable[[T], str]
) -> tuple[tuple[Made, ...], tuple[UnreadableRecord, ...]]:
    """The result of ``make`` for each, and the records for which it failed. Raises errors that are temporary."""
    results: list[Made] = []
    failed: list[UnreadableRecord] = []
    for item in of:
        try:
            results.append(make(item))
        except Exception as error:
            if isinstance(error, AfterwordError) and error.is_temporary:
                raise
            log.error("Nothing to show of interview %s: %s", id_of(item), error_summary(error))
            unreadable = error if isinstance(error, UnreadableRecord) else None
            failed.append(unreadable or UnreadableRecord(id_of(item), type(error).__name__))
    return tuple(results), tuple(failed)


def each_in_words(
    items: Iterable[AgendaItem], say: Callable[[AgendaItem], Made]
) -> tuple[tuple[Made, ...], tuple[UnreadableRecord, ...]]:
    """The words for each item, and the records that could not be put into words."""
    return convert_each(items, say, lambda item: item.interview.id)


def error_summary(error: BaseException) -> str:
    """The type and place of an error, such as ``ValueError at compose.py:41``."""
    frames = extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return type(error).__name__ + place
