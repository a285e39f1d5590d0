"""Values that no field accepts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Values = Mapping[str, tuple[Any, ...]]

DAYS_BAD = (
    "2026-02-30",
    "0001-01-01",
    "9999-12-31",
    "03.08.2026",
    "２０２６-08-03",
    "1999-12-31",
    "2100-01-01",
    20260803,
)
TIMES_BAD = ("25:61", "24:00", "9:00", "noon", 9, "09:00:30")
TEXTS_BAD = ("\x00", "\ud800", "\u2028", "a" * 201, 7, ["x"], {"x": 1}, "\u200b", True)
SWITCHES_BAD: tuple[Any, ...] = ("maybe", 2, [], "yes no")
NUMBERS_BAD: tuple[Any, ...] = ("three", 3.5, -1, 2**63, 10**400, float("nan"), True, [])
PLACES_BAD = ("XX", "Deutschland GmbH", "D", 49, "DE-QQQ")
