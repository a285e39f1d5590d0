"""What becomes of trouble with one record: it is set apart by its id, and the others are as they were.

What is logged of it is its kind and place, never its message, which may quote a record.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from traceback import extract_tb
from typing import TypeVar

from chalicelib.errors import AfterwordError, UnreadableRecord
from chalicelib.playbook.agenda import AgendaItem

log = logging.getLogger(__name__)

T = TypeVar("T")
Made = TypeVar("Made")


def each(
    of: Iterable[T], make: Callable[[T], Made], id_of: Callable[[T], str]
) -> tuple[tuple[Made, ...], tuple[UnreadableRecord, ...]]:
    """What could be made of each, and the records of which nothing could be made. Raises what is temporary."""
    made: list[Made] = []
    failed: list[UnreadableRecord] = []
    for one in of:
        try:
            made.append(make(one))
        except Exception as error:
            if isinstance(error, AfterwordError) and error.is_temporary:
                raise
            log.error("Nothing to show of interview %s: %s", id_of(one), described(error))
            known = error if isinstance(error, UnreadableRecord) else None
            failed.append(known or UnreadableRecord(id_of(one), type(error).__name__))
    return tuple(made), tuple(failed)


def each_in_words(
    items: Iterable[AgendaItem], say: Callable[[AgendaItem], Made]
) -> tuple[tuple[Made, ...], tuple[UnreadableRecord, ...]]:
    """What could be said of each item, and the records that could not be put into words."""
    return each(items, say, lambda item: item.interview.id)


def described(error: BaseException) -> str:
    """Such as ``ValueError at compose.py:41``."""
    frames = extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return type(error).__name__ + place
