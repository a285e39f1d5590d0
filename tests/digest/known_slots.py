"""Digests that are due at known instants, on which every implementation of the world's clocks must agree."""

from __future__ import annotations

import pytest

# The owner's zone and time, the local day, and the instant in UTC.
KNOWN_SLOTS = (
    pytest.param("Europe/Berlin", "08:00", "2026-08-10", "2026-08-10T06:00", id="an ordinary day"),
    pytest.param("UTC", "00:00", "2026-08-10", "2026-08-10T00:00", id="at midnight"),
    pytest.param("Asia/Kathmandu", "08:00", "2026-08-10", "2026-08-10T02:15", id="quarters of an hour"),
    pytest.param("Pacific/Kiritimati", "08:00", "2026-08-10", "2026-08-09T18:00", id="the first zone of the day"),
    pytest.param("Pacific/Niue", "23:45", "2026-08-10", "2026-08-11T10:45", id="the last zone of the day"),
    pytest.param("Europe/Berlin", "08:00", "2026-03-29", "2026-03-29T06:00", id="the day the clocks go forward"),
    pytest.param("Europe/Berlin", "02:30", "2026-03-29", "2026-03-29T01:00", id="skipped, so when it ends"),
    pytest.param("Europe/Berlin", "02:00", "2026-03-29", "2026-03-29T01:00", id="the first time skipped"),
    pytest.param("Europe/Berlin", "02:30", "2026-10-25", "2026-10-25T00:30", id="twice there, so the first"),
    pytest.param("America/New_York", "02:30", "2026-03-08", "2026-03-08T07:00", id="skipped, west"),
    pytest.param("Australia/Lord_Howe", "02:15", "2026-10-04", "2026-10-03T15:30", id="half an hour skipped"),
    pytest.param("America/Havana", "00:30", "2026-03-08", "2026-03-08T05:00", id="midnight skipped"),
    pytest.param("America/Nuuk", "23:30", "2024-03-30", "2024-03-31T01:00", id="skipped into the next day"),
    pytest.param("Pacific/Apia", "08:00", "2011-12-29", "2011-12-29T18:00", id="before Samoa's jump"),
    pytest.param("Pacific/Apia", "08:00", "2011-12-31", "2011-12-30T18:00", id="after Samoa's jump"),
)
