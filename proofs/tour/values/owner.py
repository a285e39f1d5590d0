"""Valid and invalid values for the settings."""

from __future__ import annotations

from proofs.tour.values.odd import DAYS_BAD, NUMBERS_BAD, PLACES_BAD, TEXTS_BAD, TIMES_BAD, Values

OWNER_GOOD: Values = {
    "name": ("Alex Example", "Дарья"),
    "email": ("alex@example.org", "alex+new@example.org"),
    "phone": ("+49 30 23125 020", None),
    "language": ("en", "ru", "en-GB"),
    "tone": ("formal", "friendly"),
    "time_zone": ("Europe/Berlin", "Pacific/Apia", "UTC", "Asia/Kathmandu", "Australia/Lord_Howe"),
    "country": ("DE", "AT", "DE-BY", "US"),
    "digest_at": ("08:00", "07:30", "23:45", "02:30"),
    "digest_days": (["mon", "tue", "wed", "thu", "fri"], ["sun"], None),
    "paused_until": ("2026-08-24", None),
    "attempts_at_most": (3, 1, 10),
    "days_between_attempts": (1, 5, 3),
    "processes_at_least": (0, 20, 3),
    "capture_certain": (True, False),
}
OWNER_BAD: Values = {
    "name": (None, "", *TEXTS_BAD),
    "email": (None, "x", "a@b@c.example", "a\r\nBcc: b@example.org"),
    "phone": ("nobody", 5),
    "language": (None, "de", "xx-", 1),
    "tone": (None, "rude", 1),
    "time_zone": (None, "Europe/Atlantis", "Europe/../etc/passwd", "localtime", 1),
    "country": (None, *PLACES_BAD),
    "digest_at": (None, *TIMES_BAD),
    "digest_days": ([], ["monday"], "mon", [1], 7),
    "paused_until": DAYS_BAD,
    "attempts_at_most": (0, 11, *NUMBERS_BAD),
    "days_between_attempts": (0, 6, *NUMBERS_BAD),
    "processes_at_least": (-1, 21, *NUMBERS_BAD),
    "capture_certain": ("yes", 1),
    "calendar_url": ("https://afterword.example",),
}
