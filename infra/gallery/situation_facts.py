"""A record's facts in one line: what a reader of the gallery has to know to judge its drafts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from chalicelib.playbook.contact import Contact
from chalicelib.playbook.event import Event
from chalicelib.playbook.interview import Interview


def facts(record: Interview) -> str:
    """The facts of a record in one line, without those that have their usual value."""
    return "; ".join(_facts(record))


def _facts(record: Interview) -> Iterator[str]:
    yield f"{record.company}, {record.position}"
    yield f"interview on {_day(record.interview_on)}" + (f", round {record.round}" if record.round > 1 else "")
    yield ", ".join(map(_contact, record.contacts)) or "nobody to contact"
    if record.answer_expected_on or record.answer_channel:
        by = f" by {_day(record.answer_expected_on)}" if record.answer_expected_on else ""
        yield f"answer promised{by}" + (f" ({record.answer_channel})" if record.answer_channel else "")
    yield from _marks(record)
    if record.notes:
        yield f"notes: {record.notes}"
    yield from map(_event, record.events)


def _marks(record: Interview) -> Iterator[str]:
    marks = {
        "calls are not welcome": record.may_call is False,
        "persistence is expected": record.persistence_expected is True,
        "a security check is running": record.background_check,
        "there was a test task": record.test_task,
        f"held {record.format}": record.format is not None,
        f"referred by {record.referred_by}": record.referred_by is not None,
        f"aloud: {record.position_short}": record.position_short is not None,
        f"the employer is in {record.employer_country}": record.employer_country is not None,
        f"the record is in the language {record.language}": record.language is not None,
        f"attempts in other rounds: {record.attempts_elsewhere}": record.attempts_elsewhere > 0,
    }
    yield from (mark for mark, does_hold in marks.items() if does_hold)


def _contact(contact: Contact) -> str:
    details = [name for name in ("phone", "extension", "email") if getattr(contact, name)]
    known = f"({', '.join(details) or 'neither phone nor address'})"
    addressed = f"(addressed as {contact.salutation})" if contact.salutation else None
    said = f"and said: {contact.notes}" if contact.notes else None
    there = "who was there" if contact.met else None
    return " ".join(filter(None, [contact.role, contact.name, addressed, known, there, said]))


def _event(event: Event) -> str:
    until = event.call_again_on or event.until
    facts = [
        event.result,
        f"until {_day(until)}" if until else None,
        f"to {_day(event.interview_on)}" if event.interview_on else None,
        f"to {event.contact}" if event.contact else None,
        "with reasons" if event.reasons_given else None,
    ]
    return " ".join(filter(None, [_day(event.on), event.kind, *facts]))


def _day(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}"
