"""A setting that does not fit is refused by its name, and all settings stay as they were."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.drafts.language_packs import Languages
from infra.catalogs import TEMPLATES
from tests.web.bad_input.refused import (
    NO_COUNTRY,
    NO_DAY,
    NO_EMAIL,
    NO_FIELD,
    NO_PHONE,
    NO_TIME,
    NO_ZONE,
    NOT_IN_FULL,
    REQUIRED,
    Rows,
    no_number,
    none_of,
    one_by_one,
    problem,
)
from tests.web.gateway import Gateway

LANGUAGES = Languages(TEMPLATES).codes
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NO_ZONES = ["Nowhere", "localtime", "posixrules", "Factory", "../../etc/passwd", "/", "+02:30"]
SETTINGS: Rows = [
    ("name", REQUIRED, [None, " "]),
    ("email", REQUIRED, [None]),
    ("email", NO_EMAIL, ["Alex <alex@example.org>"]),
    ("phone", NO_PHONE, ["none"]),
    ("language", REQUIRED, [None]),
    ("language", f"is not spoken here; these are: {', '.join(LANGUAGES)}", ["tlh"]),
    ("tone", none_of("formal", "friendly"), ["rude"]),
    ("time_zone", REQUIRED, [None]),
    ("time_zone", NO_ZONE, NO_ZONES),
    ("time_zone", NOT_IN_FULL, ["Berlin", "Europe/berlin", "Köln"]),
    ("country", REQUIRED, [None]),
    ("country", NO_COUNTRY, ["XX"]),
    ("digest_at", REQUIRED, [None]),
    ("digest_at", NO_TIME, ["8"]),
    ("digest_days", f"needs at least one of: {', '.join(DAYS)}", [[], "mon"]),
    ("digest_days", none_of(*DAYS), [["monday"], [1], [["mon"]]]),
    ("paused_until", NO_DAY, ["tomorrow"]),
    ("attempts_at_most", no_number(1, 10), [0, 11]),
    ("days_between_attempts", no_number(1, 5), [0, 6, "3"]),
    ("processes_at_least", no_number(0, 20), [-1, 21, "many"]),
    ("capture_certain", "is neither true nor false", ["perhaps", 1]),
    ("calendar_url", NO_FIELD, ["https://afterword.example/api/calendar/alex.mine.ics"]),
    ("token_hash", NO_FIELD, ["x"]),
    ("id", NO_FIELD, ["kim"]),
]


@pytest.mark.parametrize(("field", "reason", "value"), one_by_one(SETTINGS))
def test_a_setting_that_does_not_fit_is_refused_by_name(alex: Gateway, field: str, reason: str, value: Any) -> None:
    before = alex.get("/owner").data

    reply = alex.patch("/owner", {field: value})

    assert problem(reply) == (422, {field: reason})
    assert alex.get("/owner").data == before
