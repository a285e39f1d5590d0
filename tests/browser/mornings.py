"""The telling mornings: the days on which the mail and Today have most to get right, each with its records.

The texts are English; ``infra.gallery.variants`` has the same people and companies in other languages.
"""

from __future__ import annotations

from datetime import date, datetime, time
from itertools import product
from typing import Any, NamedTuple

from msgspec.structs import replace

from chalicelib.playbook.event import EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_facts import Format
from infra.gallery.cast import BY_MAIL, BY_PHONE, NOON, OFFICE, RECRUITER, a_record, august, called, happened, heard
from infra.gallery.cast import thanked as thanked_at_acme
from infra.gallery.situations.other_processes import INITECH, UMBRELLA
from infra.gallery.situations.panels import DANA, IVO, ROBIN

COMPANIES = (
    *("Acme", "Globex", "Initech", "Umbrella", "Initrode", "Northwind Ltd", "Brightwater", "Harbour & Sons"),
    *("St. Mary's Hospital", 'the "Blue Whale" company'),
)
TOWNS = ("Berlin", "Hamburg", "Leipzig", "Bremen")
POSITIONS = ("Data Engineer", "Backend Developer", "Warehouse Manager", "Nurse (part-time)")
REACHES = (RECRUITER, BY_PHONE, BY_MAIL, OFFICE)
IN_RUSSIAN = ("interview today", "an offer's last day", "forty due")


class Morning(NamedTuple):
    """What is recorded on the morning of a day; ``last`` is the day of the digest before it."""

    name: str
    on: date
    records: tuple[Interview, ...]
    last: date | None = None

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which it is shown."""
        return ("en", "ru") if self.name in IN_RUSSIAN else ("en",)

    @property
    def slug(self) -> str:
        """The name as a part of a file's name."""
        return self.name.replace("'", "").replace(" ", "-")


def july(day: int) -> date:
    """A day of July 2026."""
    return date(2026, 7, day)


def thanked(number: int, *, interview_on: date, **changes: Any) -> Interview:
    """A record whose thank-you letter is sent; company, position and who can be reached go by its number."""
    facts: dict[str, Any] = {
        "company": COMPANIES[number % len(COMPANIES)],
        "position": POSITIONS[number % len(POSITIONS)],
        "contacts": (REACHES[number % len(REACHES)],),
    }
    return thanked_at_acme(number, interview_on=interview_on, **(facts | changes))


def ahead(number: int, *, interview_on: date, **changes: Any) -> Interview:
    """A record of an interview to come, as recorded on Monday 3 August."""
    known = datetime.combine(august(3), NOON)
    return a_record(number, interview_on=interview_on, dated_on=august(3), created_at=known, **changes)


NEXT_TO_COME = ahead(
    30,
    interview_on=august(12),
    interview_time=time(11),
    interview_minutes=45,
    company="Hooli",
    position="Press Officer",
    format=Format.VIDEO,
    meeting_url="https://meet.example.org/hooli-press",
    contacts=(DANA, ROBIN),
    notes="liked: how your team plans its week\nasked about salary",
)
OVERDUE = tuple(thanked(number, interview_on=july(24 + number % 8)) for number in range(9))
OFFERED = thanked(
    31, interview_on=august(3), company="Umbrella", events=(heard(august(6), Result.OFFER, until=august(14)),)
)
DECIDING = (
    thanked(0, interview_on=august(3)),
    thanked(1, interview_on=august(10)),
    thanked(2, interview_on=august(4), answer_expected_on=august(28)),
)
AGREED = thanked(
    4,
    interview_on=august(3),
    events=(called(august(10), Result.NO_DECISION, call_again_on=august(14), call_again_time=time(16)),),
)
AWAY = tuple(thanked(number, interview_on=august(3 + number % 3)) for number in range(6))
PROMISED = thanked(6, interview_on=august(5), answer_expected_on=august(14))
HELD_YESTERDAY = a_record(32, company="Hooli", interview_on=august(14), interview_time=time(11))
TEN_WORKING_DAYS = tuple(day for day in (*map(july, range(23, 32)), *map(august, range(1, 6))) if day.weekday() < 5)
FORTY = tuple(
    thanked(number, company=f"{company} {town}", interview_on=TEN_WORKING_DAYS[number // 4])
    for number, (town, company) in enumerate(product(TOWNS, COMPANIES))
)
ACCEPTED = replace(
    OFFERED, events=(*OFFERED.events, happened(EventKind.OFFER_ACCEPTED, august(10)))
)  # at noon, when the digest of that day had gone out

MORNINGS = (
    Morning("first day", august(4), (a_record(contacts=(DANA,)),)),
    Morning("interview today", august(12), (NEXT_TO_COME, *OVERDUE, thanked(9, interview_on=august(10))), august(11)),
    Morning("an offer's last day", august(14), (OFFERED, *DECIDING, AGREED), august(13)),
    Morning("panel thanks", august(4), (a_record(contacts=(DANA, ROBIN, IVO)),)),
    Morning("saturday", august(15), (HELD_YESTERDAY, *OVERDUE[:3]), august(14)),
    Morning("back after a week away", august(17), (*AWAY, PROMISED), august(14)),
    Morning("forty due", august(12), FORTY, august(11)),
    Morning(
        "a quiet monday", august(10), (thanked_at_acme(answer_expected_on=august(21)), UMBRELLA, INITECH), august(7)
    ),
    Morning("an offer was accepted", august(11), (ACCEPTED, *DECIDING, NEXT_TO_COME), august(10)),
)
