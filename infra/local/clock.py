"""What time it is here: the instant that the request in flight came with, or the real one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

HEADER = "X-Local-Now"
FIRST_YEAR, LAST_YEAR = 1970, 2199  # far enough for any test, near enough for every calendar


class Clock:
    """Shared by everything that runs under the front's lock: there is one request in flight at most."""

    def __init__(self) -> None:
        self._instant: datetime | None = None

    def now(self) -> datetime:
        """The instant in force; aware."""
        return self._instant or datetime.now(UTC)

    @contextmanager
    def standing_at(self, instant: datetime | None) -> Iterator[None]:
        """Stand still at ``instant`` for the length of the block; None leaves the real time in force."""
        self._instant = instant
        try:
            yield
        finally:
            self._instant = None


def instant_in(text: str) -> datetime:
    """The instant that a header gives. Raises ValueError, saying what is wrong with it."""
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError("is not a date and time in ISO 8601, such as 2026-08-03T18:00:00+02:00") from None
    if instant.utcoffset() is None:
        raise ValueError("has no offset: write 2026-08-03T18:00:00+02:00, or …Z")
    if not FIRST_YEAR <= instant.year <= LAST_YEAR:
        raise ValueError(f"is not between {FIRST_YEAR} and {LAST_YEAR}")
    return instant
