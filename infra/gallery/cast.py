"""The gallery's people, and makers of its records and events with good defaults."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from chalicelib.playbook.contact import Contact, Role
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.offers import Offer
from chalicelib.playbook.owner import Owner

MONDAY = date(2026, 8, 3)  # the day of most interviews
NOON = time(12, tzinfo=UTC)

RECRUITER = Contact(name="Dana Winter", phone="+49 30 23125 021", email="dana.winter@acme.example")
BY_PHONE = Contact(name="Dana Winter", phone="+49 30 23125 021")
BY_MAIL = Contact(name="Dana Winter", email="dana.winter@acme.example")
NAMELESS = Contact(phone="+49 30 23125 021", email="jobs@acme.example")
INTERVIEWER = Contact(role=Role.INTERVIEWER, name="Ivo Lang", phone="+49 30 23125 022", email="ivo.lang@acme.example")
SUPERVISOR = Contact(role=Role.SUPERVISOR, name="Robin Hale", phone="+49 30 23125 023", email="robin.hale@acme.example")
CEO = Contact(role=Role.CEO, name="Mara Stone", phone="+49 30 23125 024", email="mara.stone@acme.example")
OFFICE = Contact(role=Role.OFFICE, phone="+49 30 23125 0", email="office@acme.example")


def august(day: int) -> date:
    """A day of August 2026."""
    return date(2026, 8, day)


def an_owner(**changes: Any) -> Owner:
    """Alex Example in Berlin, who wants one live process only: else the nudge (M1) would show everywhere."""
    facts: dict[str, Any] = {
        "id": "alex",
        "name": "Alex Example",
        "email": "alex@example.org",
        "phone": "+49 30 23125 020",
        "time_zone": "Europe/Berlin",
        "country": "DE",
        "processes_at_least": 1,
    }
    return Owner(**(facts | changes))


def a_record(number: int = 1, **changes: Any) -> Interview:
    """An interview at Acme on Monday 3 August 2026 with nothing agreed, recorded at noon; ``number`` tells it apart."""
    record_id = f"01K1S0M3{number:018}"
    held_on: date = changes.get("interview_on", MONDAY)
    facts: dict[str, Any] = {
        "id": record_id,
        "process_id": record_id,
        "company": "Acme",
        "position": "Data Engineer",
        "interview_on": held_on,
        "dated_on": held_on,
        "created_at": datetime.combine(held_on, NOON),
        "contacts": (RECRUITER,),
    }
    return Interview(**(facts | changes))


def thanked(number: int = 1, **changes: Any) -> Interview:
    """A record whose thank-you letter was sent on the day after the interview, so that the status step is next."""
    record = a_record(number, **changes)
    letter = happened(EventKind.THANK_YOU_SENT, date.fromordinal(record.interview_on.toordinal() + 1))
    return a_record(number, **(changes | {"events": (letter, *record.events)}))


def happened(kind: EventKind, on: date, **changes: Any) -> Event:
    """An event of a day, recorded at noon UTC."""
    return Event(kind=kind, on=on, recorded_at=datetime.combine(on, NOON), **changes)


def called(on: date, result: Result, **changes: Any) -> Event:
    """A call and its result."""
    return happened(EventKind.CALLED, on, result=result, **changes)


def wrote(on: date) -> Event:
    """A letter that asks for the decision."""
    return happened(EventKind.LETTER_SENT, on)


def heard(on: date, result: Result, **changes: Any) -> Event:
    """An answer from the employer."""
    return happened(EventKind.HEARD_BACK, on, result=result, **changes)


def an_offer_elsewhere(today: date) -> Offer:
    """An offer that Umbrella made the day before; it has to be answered in a week."""
    made_on, until = today - timedelta(days=1), today + timedelta(days=7)
    return Offer(
        interview_id="elsewhere",
        process_id="elsewhere",
        company="Umbrella",
        on=made_on,
        recorded_at=datetime.combine(made_on, NOON),
        until=until,
        answer_on=until,
    )
