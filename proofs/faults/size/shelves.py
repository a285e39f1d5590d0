"""Owners who have too much for one answer: many records, and records as large as a table holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from chalicelib.errors import UnreadableRecord
from chalicelib.playbook.contact import Contact, Role
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_facts import LONGEST_NOTES
from chalicelib.playbook.owner import Owner
from chalicelib.records.interview_mapping import Record
from proofs.faults.escapes.records import NOW, TODAY
from tests.factories import a_call, a_contact, a_letter, an_answer, an_event, an_interview, an_owner

ALPHABETS = {"latin": "a", "cyrillic": "ш", "emoji": "🎉", "quotes": '"<', "markup": "&\\"}
_LINE, _NOTE = 200, 1000
_LARGEST_NOTES = 90_000  # characters of notes in one record: with four bytes each, an item of 400 KB holds them


@dataclass(frozen=True)
class Shelf:
    """What an owner has; ``name`` repeats it."""

    name: str
    owner: Owner
    records: Sequence[Record]


def shelves(many: int, language: str) -> Iterator[Shelf]:
    """Many records with the longest names, some as large as can be, and many that cannot be read; in each alphabet."""
    for alphabet, letters in ALPHABETS.items():
        owner = an_owner(language=language, name=_text(letters, 60))
        records = [*(_due(number, letters) for number in range(many)), _offered(many, letters)]
        yield Shelf(f"{many} due, {alphabet}, {language}", owner, records)
    for alphabet, letters in ALPHABETS.items():
        records = [_large(number, letters) for number in range(60)]
        yield Shelf(f"60 large, {alphabet}, {language}", an_owner(language=language), records)
    unreadable = [UnreadableRecord(_id(number), "ValidationError at contacts[0].role") for number in range(many)]
    yield Shelf(f"{many} unreadable, {language}", an_owner(language=language), unreadable)


def _due(number: int, letters: str) -> Interview:
    """A record whose step is due: a letter to thank, a call, a letter to ask, or the last word."""
    thanked = an_event(EventKind.THANK_YOU_SENT, TODAY - timedelta(days=13), note=_text(letters, _NOTE))
    no_answer = a_call(TODAY - timedelta(days=6), Result.NO_ANSWER)
    histories = ((), (thanked,), (thanked, no_answer), (thanked, a_letter(TODAY - timedelta(days=5))))
    history = histories[number % len(histories)]
    interview_on = TODAY - timedelta(days=1 if not history else 14)
    return _record(number, letters, interview_on, history, notes=_text(letters, LONGEST_NOTES))


def _offered(number: int, letters: str) -> Interview:
    """A record of an offer that stands, so that all others are to be told."""
    offer = an_answer(TODAY, Result.OFFER, until=TODAY + timedelta(days=7))
    return _record(number, letters, TODAY - timedelta(days=14), (offer,), notes="")


def _large(number: int, letters: str) -> Interview:
    """A record as large as an item may be."""
    notes = [
        Event(kind=EventKind.NOTE, on=TODAY, recorded_at=NOW, note=_text(letters, _NOTE))
        for _ in range(_LARGEST_NOTES // _NOTE)
    ]
    return _record(number, letters, TODAY - timedelta(days=14), tuple(notes), notes=_text(letters, LONGEST_NOTES))


def _record(number: int, letters: str, on: date, events: tuple[Event, ...], notes: str) -> Interview:
    return an_interview(
        id=_id(number),
        process_id=_id(number),
        company=_text(letters, _LINE),
        position=_text(letters, _LINE),
        interview_on=on,
        dated_on=on,
        contacts=tuple(_contact(letters, role) for role in Role) * 2,
        events=events,
        notes=notes,
        version=1 + len(events),
    )


def _contact(letters: str, role: Role) -> Contact:
    return a_contact(role=role, name=_text(letters, _LINE), notes=_text(letters, _NOTE), title=_text(letters, _LINE))


def _text(letters: str, length: int) -> str:
    return (letters * length)[:length]


def _id(number: int) -> str:
    return f"01K1S0M3{number:018}"
