"""When the tests play: around an interview on Monday 3 August 2026, in Berlin."""

from __future__ import annotations

MONDAY_EVENING = "2026-08-03T18:00:00+02:00"
TUESDAY = "2026-08-04T09:00:00+02:00"
NEXT_MONDAY = "2026-08-10T09:00:00+02:00"  # five working days later: the status call
NEXT_TUESDAY = "2026-08-11T09:00:00+02:00"
