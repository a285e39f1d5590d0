"""Does work grow with the length of what is read, or with its square? A ratio within one run, whatever the machine."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

from chalicelib.request_errors import RequestError

_TRIES = 5
_AS_LONG = 4  # times; what takes the square of a length then takes 16 times as long
_MOST = 2.0 * _AS_LONG
_IMMEASURABLE = 0.005  # seconds


def grows_like_its_length(work: Callable[[int], object], longest: int) -> bool:
    """Whether ``work(longest)`` takes about four times as long as ``work(longest // 4)``, or no time worth a name.

    ``work`` prepares its input and reads it; a request that it refuses with an error is work done. The fastest of some
    tries counts, since whatever else the machine does can only make a try slower.
    """
    less, more = (min(_seconds(work, length) for _ in range(_TRIES)) for length in (longest // _AS_LONG, longest))
    return more <= max(_MOST * less, _IMMEASURABLE)


def _seconds(work: Callable[[int], object], length: int) -> float:
    begun = time.thread_time()
    with suppress(RequestError):
        work(length)
    return time.thread_time() - begun
