"""Hostile records, each with a tame twin: the same facts, but every text of letters only."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from msgspec.structs import replace

from chalicelib.playbook.contact import Contact, Role
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.request_errors import Invalid
from chalicelib.schemas.interview_fields import new_interview, read_interview
from proofs.faults.escapes.hostility import ADDRESSES, hostile, tame
from tests.factories import a_call, a_contact, an_event, an_owner

NOW = datetime(2026, 8, 10, 6, 0, tzinfo=UTC)  # Monday, 8:00 in Berlin
TODAY = date(2026, 8, 10)
SEEN = "Acme"  # where nothing of the hostile words can be seen
IN_A_BATCH = 10
_DAYS_AGO = (0, 1, 2, 5, 7, 7, 10, 14, 21)


@dataclass(frozen=True, slots=True)
class Batch:
    """Ten hostile records of a hostile owner, and their twins; ``number`` repeats it."""

    number: int
    owner: Owner
    records: tuple[Interview, ...]
    tame_owner: Owner
    tame_records: tuple[Interview, ...]


def batch(seed: int, number: int) -> Batch:
    """A batch; always the same for the same seed and number."""
    rng = random.Random(f"{seed}/{number}")
    name = _seen(hostile(rng))
    owner = an_owner(name=name, language=rng.choice(("en", "ru")))
    records = tuple(_record(rng, place) for place in range(IN_A_BATCH))
    twins = tuple(_twin(record) for record in records)
    return Batch(number, owner, records, replace(owner, name=tame(name)), twins)


def _record(rng: random.Random, place: int) -> Interview:
    """A record as the API accepts it; if it does not, as a table may hold it that something else has written to."""
    interview_on = TODAY - timedelta(days=rng.choice(_DAYS_AGO))
    sent: dict[str, object] = {
        "company": _seen(hostile(rng)),
        "position": _seen(hostile(rng)),
        "interview_on": interview_on.isoformat(),
        "contact_name": _seen(hostile(rng)),
        "contact_phone": "+49 30 23125 021",
        "contact_email": "dana.winter@acme.example",
        "notes": _seen(hostile(rng)),
        "url": rng.choice(ADDRESSES),
    }
    record_id = f"01K1S0M3{place:018}"
    record = _as_the_api_takes_it(sent) or _as_it_may_be_stored(sent, interview_on)
    at = datetime(interview_on.year, interview_on.month, interview_on.day, 16, 0, tzinfo=UTC)
    events = () if rng.random() < 0.3 else _events(rng, interview_on)
    kept: dict[str, Any] = {"id": record_id, "process_id": record_id, "created_at": at, "dated_on": interview_on}
    return replace(record, events=events, **kept)


def _events(rng: random.Random, interview_on: date) -> tuple[Event, ...]:
    thanked = an_event(EventKind.THANK_YOU_SENT, min(interview_on + timedelta(days=1), TODAY), note=_seen(hostile(rng)))
    called = a_call(TODAY - timedelta(days=1), Result.NO_ANSWER, note=_seen(hostile(rng)))
    return (thanked, called) if rng.random() < 0.3 else (thanked,)


def _as_the_api_takes_it(sent: dict[str, object]) -> Interview | None:
    """The record without the fields that the API refuses; None if it requires one of them."""
    for _ in sent:
        try:
            return new_interview(read_interview(sent), TODAY, NOW)
        except Invalid as refusal:
            refused = {fault.field for fault in refusal.faults}
            if refused & {"company", "position"}:
                return None
            sent = {name: value for name, value in sent.items() if name not in refused}
    return None


def _as_it_may_be_stored(sent: dict[str, Any], interview_on: date) -> Interview:
    contact = a_contact(name=sent["contact_name"], role=Role.RECRUITER)
    return Interview(
        id="", company=sent["company"], position=sent["position"], interview_on=interview_on, dated_on=interview_on,
        created_at=NOW, contacts=(contact,), notes=sent["notes"],
    )  # fmt: skip


def _twin(record: Interview) -> Interview:
    notes = record.notes and _by_line(record.notes, tame)
    events = tuple(replace(one, note=one.note and _by_line(one.note, tame)) for one in record.events)
    return replace(
        record,
        company=tame(record.company),
        position=tame(record.position),
        contacts=tuple(_tame_contact(one) for one in record.contacts),
        notes=notes,
        events=events,
        url=record.url and "https://acme.example/",
    )


def _tame_contact(contact: Contact) -> Contact:
    return replace(contact, name=contact.name and tame(contact.name))


def _by_line(text: str, change: Callable[[str], str]) -> str:
    """Change each line but its prefix: which lines of the notes a letter takes depends on how they begin."""
    return "\n".join(_kept_beginning(line, change) for line in text.splitlines())


def _kept_beginning(line: str, change: Callable[[str], str]) -> str:
    beginning, colon, rest = line.partition(":")
    return f"{beginning}:{change(rest)}" if colon and beginning.strip().isalpha() else change(line)


def _seen(words: str) -> str:
    """The words, after ``SEEN`` if none are visible: an empty name is another fact, and no question of escaping."""
    return words if tame(words).strip() else f"{SEEN} {words}"
