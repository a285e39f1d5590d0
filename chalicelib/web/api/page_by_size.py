"""As much of a list as one answer holds. The way in is ``filled``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

import msgspec
from msgspec import Struct

from chalicelib.errors import UnreadableRecord
from chalicelib.view_models.unreadable_records import convert_each

MOST_BYTES = 1_000_000  # of six million that Lambda sends, where a letter may take three times its size

T = TypeVar("T")
Made = TypeVar("Made")


class Filled(Struct, Generic[T, Made], frozen=True):
    """What fits: ``items``, what was ``made`` of them, and those for which that failed; ``is_cut`` if more follow."""

    items: tuple[T, ...]
    made: tuple[Made, ...]
    unreadable: tuple[UnreadableRecord, ...]
    is_cut: bool


def filled(items: Iterable[T], make: Callable[[T], Made], id_of: Callable[[T], str]) -> Filled[T, Made]:
    """The result of ``make`` for as many items as have, as JSON, ``MOST_BYTES`` in all; for one at least."""
    size = 0
    shown: list[T] = []
    results: list[Made] = []
    failed: list[UnreadableRecord] = []
    for item in items:
        made, unreadable = convert_each([item], make, id_of)
        size += sum(len(msgspec.json.encode(one)) for one in made)
        if size > MOST_BYTES and shown:
            return Filled(tuple(shown), tuple(results), tuple(failed), is_cut=True)
        shown.append(item)
        results += made
        failed += unreadable
    return Filled(tuple(shown), tuple(results), tuple(failed), is_cut=False)
