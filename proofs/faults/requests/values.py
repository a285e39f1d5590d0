"""Valid values for the fields of a request; their texts hold a name that must never be logged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from chalicelib.playbook.event_kinds import EVENTS

CANARY = "kanarie"  # in every private text
PHONE = "+49 30 5550 1990"
DIGITS = "5550199"
ZONES = ("Europe/Berlin", "America/New_York", "Pacific/Apia", "Asia/Kathmandu", "UTC", "Australia/Lord_Howe")
COUNTRIES = ("DE", "DE-BY", "US", "CH", "RU", "NL", "GB")
LANGUAGES = ("en", "de", "ru", "nl")


def a_text(rng: Random, most: int = 3) -> str:
    """Some words of somebody."""
    return (
        " ".join(
            rng.choice(("Kanarie", "Dana", "Ζωή", "Анна", "kanarie", "O'Neil")) for _ in range(rng.randint(1, most))
        )
        + " Kanarie"
    )


def a_day(rng: Random, today: date, back: int = 40, ahead: int = 40) -> str:
    """A day around today."""
    return (today + timedelta(days=rng.randint(-back, ahead))).isoformat()


def a_time(rng: Random) -> str:
    """A time of a clock."""
    return f"{rng.randrange(24):02}:{rng.choice((0, 15, 30, 45)):02}"


def a_contact(rng: Random, _: date | None = None) -> dict[str, Any]:
    """Somebody there."""
    contact = {
        "name": a_text(rng),
        "role": rng.choice(("recruiter", "interviewer", "supervisor", "ceo", "office")),
        "phone": PHONE + str(rng.randrange(10)),
        "email": f"kanarie{rng.randrange(99)}@kanarie.example",
        "extension": str(rng.randrange(999)),
    }
    return {name: value for name, value in contact.items() if rng.random() < 0.7}


def a_switch(rng: Random, _: date | None = None) -> bool:
    """Yes or no."""
    return rng.random() < 0.5


Make = Callable[[Random, date], Any]
INTERVIEW: Mapping[str, Make] = {
    "interview_time": lambda rng, _: a_time(rng),
    "round": lambda rng, _: rng.randint(1, 4),
    "contacts": lambda rng, _: [a_contact(rng) for _ in range(rng.randint(0, 3))],
    "contact_name": lambda rng, _: a_text(rng),
    "contact_role": lambda rng, _: rng.choice(("recruiter", "office")),
    "contact_phone": lambda rng, _: PHONE,
    "contact_email": lambda rng, _: "kanarie@kanarie.example",
    "answer_expected_on": lambda rng, today: a_day(rng, today, -1),
    "answer_channel": lambda rng, _: rng.choice(("phone", "email")),
    "may_call": a_switch,
    "persistence_expected": a_switch,
    "background_check": a_switch,
    "test_task": a_switch,
    "employer_country": lambda rng, _: rng.choice(COUNTRIES),
    "language": lambda rng, _: rng.choice(LANGUAGES),
    "notes": lambda rng, _: a_text(rng, 12),
    "url": lambda rng, _: "https://kanarie.example/jobs?id=1",
    "process_id": lambda rng, _: rng.choice(("kanarie-1", "kanarie-2")),
}
OWNER: Mapping[str, Make] = {
    "name": lambda rng, _: a_text(rng),
    "email": lambda rng, _: "kanarie@kanarie.example",
    "phone": lambda rng, _: PHONE,
    "language": lambda rng, _: rng.choice(LANGUAGES),
    "tone": lambda rng, _: rng.choice(("formal", "friendly")),
    "time_zone": lambda rng, _: rng.choice(ZONES),
    "country": lambda rng, _: rng.choice(COUNTRIES),
    "digest_at": lambda rng, _: a_time(rng),
    "digest_days": lambda rng, _: rng.sample(("mon", "tue", "wed", "thu", "fri"), rng.randint(1, 5)),
    "paused_until": a_day,
    "attempts_at_most": lambda rng, _: rng.randint(1, 5),
    "days_between_attempts": lambda rng, _: rng.randint(1, 9),
    "processes_at_least": lambda rng, _: rng.randint(1, 9),
    "capture_certain": lambda rng, _: rng.random() < 0.5,
}


def an_interview(rng: Random, today: date) -> dict[str, Any]:
    """The fields of a new record."""
    must = {
        "company": f"Kanarie {rng.randrange(10**9)}",
        "position": a_text(rng),
        "interview_on": a_day(rng, today, 40, 10),
    }
    return must | some_of(INTERVIEW, rng, today, 0.2)


def some_of(fields: Mapping[str, Make], rng: Random, today: date, share: float) -> dict[str, Any]:
    """Some of these fields, with values that fit."""
    return {name: make(rng, today) for name, make in fields.items() if rng.random() < share}


EVENT: Mapping[str, Make] = {
    "until": lambda rng, today: a_day(rng, today, -1),
    "call_again_on": lambda rng, today: a_day(rng, today, -1),
    "call_again_time": lambda rng, _: a_time(rng),
    "interview_on": lambda rng, today: a_day(rng, today, 0),
    "interview_time": lambda rng, _: a_time(rng),
    "reasons_given": a_switch,
    "contact": lambda rng, _: "nobody",  # refused: ids are the service's
}


def an_event(rng: Random, today: date) -> dict[str, Any]:
    """Something that happened, with what it needs and most of what it takes."""
    spec = rng.choice(EVENTS)
    event: dict[str, Any] = {"kind": spec.kind.value} | ({"note": a_text(rng, 9)} if rng.random() < 0.5 else {})
    if rng.random() < 0.2:
        event["on"] = a_day(rng, today, 5, 0)
    if spec.result:
        event["result"] = spec.result.value
    taken = [name for name in spec.takes if rng.random() < (0.1 if name == "contact" else 0.7)]
    event |= {name: EVENT[name](rng, today) for name in (*spec.needs, *taken)}
    if spec.hour and spec.day not in event:
        event.pop(spec.hour, None)
    return event
