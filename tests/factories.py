"""Records with good defaults, so that a test names only what it is about."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from chalicelib.playbook.contact import Contact, Role
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.offers import Offer
from chalicelib.playbook.owner import Owner

MONDAY = date(2026, 8, 3)
THAT_EVENING = datetime(2026, 8, 3, 16, 0, tzinfo=UTC)  # 18:00 in Berlin


def an_owner(**changes: Any) -> Owner:
    """Alex Example in Berlin, who reads English."""
    facts: dict[str, Any] = {
        "id": "alex",
        "name": "Alex Example",
        "email": "alex@example.org",
        "phone": "+49 30 23125 020",
        "time_zone": "Europe/Berlin",
        "country": "DE",
        "digest_at": time(8, 0),
    }
    return Owner(**(facts | changes))


def a_contact(**changes: Any) -> Contact:
    """A recruiter with a phone and an address."""
    facts: dict[str, Any] = {
        "role": Role.RECRUITER,
        "name": "Dana Winter",
        "phone": "+49 30 23125 021",
        "email": "dana.winter@acme.example",
    }
    return Contact(**(facts | changes))


def an_interview(**changes: Any) -> Interview:
    """An interview at Acme on Monday 3 August 2026, recorded that evening."""
    facts: dict[str, Any] = {
        "id": "01K1S0M3000000000000000001",
        "company": "Acme",
        "position": "Data Engineer",
        "interview_on": MONDAY,
        "dated_on": MONDAY,
        "created_at": THAT_EVENING,
        "contacts": (a_contact(),),
        "process_id": "01K1S0M3000000000000000001",
    }
    return Interview(**(facts | changes))


def an_event(kind: EventKind, on: date, **changes: Any) -> Event:
    """Something that happened at noon (UTC) on a day."""
    facts: dict[str, Any] = {"recorded_at": datetime(on.year, on.month, on.day, 12, 0, tzinfo=UTC)}
    return Event(kind=kind, on=on, **(facts | changes))


def a_call(on: date, result: Result, **changes: Any) -> Event:
    """A call on a day, and how it went."""
    return an_event(EventKind.CALLED, on, result=result, **changes)


def a_letter(on: date, **changes: Any) -> Event:
    """A letter sent on a day."""
    return an_event(EventKind.LETTER_SENT, on, **changes)


def an_answer(on: date, result: Result, **changes: Any) -> Event:
    """An answer from the employer on a day."""
    return an_event(EventKind.HEARD_BACK, on, result=result, **changes)


def an_offer(**changes: Any) -> Offer:
    """Umbrella's offer of Monday 10 August 2026 that is to be answered by Friday 21."""
    facts: dict[str, Any] = {
        "interview_id": "offered",
        "process_id": "offered",
        "company": "Umbrella",
        "on": date(2026, 8, 10),
        "recorded_at": datetime(2026, 8, 10, 11, 0, tzinfo=UTC),
        "answer_on": date(2026, 8, 21),
        "until": date(2026, 8, 21),
    }
    return Offer(**(facts | changes))
