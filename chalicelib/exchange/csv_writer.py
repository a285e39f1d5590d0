"""Interviews as rows of a CSV, for spreadsheets: one row each, the first contact flat."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date, time

from chalicelib.errors import UnreadableRecord
from chalicelib.exchange.formula_escaping import defused
from chalicelib.exchange.pagination import Portion
from chalicelib.playbook.contact import Contact
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import Plan

BYTE_ORDER_MARK = "\ufeff"  # by it spreadsheets know UTF-8
_FACTS = ("id", "company", "position", "interview_on", "interview_time", "round")
_CONTACT = ("name", "role", "phone", "email")
_FURTHER = (
    "answer_expected_on",
    "answer_channel",
    "may_call",
    "persistence_expected",
    "background_check",
    "test_task",
    "employer_country",
    "language",
    "notes",
    "url",
    "process_id",
)
DERIVED = ("status", "next_step", "next_due_on")
HEADERS = (*_FACTS, *(f"contact_{name}" for name in _CONTACT), *_FURTHER, "outcome", *DERIVED)


def row(cells: Iterable[object]) -> str:
    """One line of the CSV, with its end."""
    line = io.StringIO(newline="")
    csv.writer(line, quoting=csv.QUOTE_ALL).writerow([defused(_text(cell)) for cell in cells])
    return line.getvalue()


def as_file(found: Portion) -> str:
    """The whole CSV."""
    return BYTE_ORDER_MARK + row(HEADERS) + "".join(found.texts)


def cells_of(interview: Interview, plan: Plan) -> list[object]:
    """The record in the order of ``HEADERS``."""
    contact = interview.contacts[0] if interview.contacts else None
    step = plan.step
    return [
        *(getattr(interview, name) for name in _FACTS),
        *(_of_contact(contact, name) for name in _CONTACT),
        *(getattr(interview, name) for name in _FURTHER),
        plan.outcome,
        "open" if plan.is_open else "ended",
        step and step.kind,
        step and step.due_on,
    ]


def cells_of_unreadable(record: UnreadableRecord) -> list[object]:
    """A record of which nothing but its id can be shown."""
    known = {"id": record.id, "status": "unreadable"}
    return [known.get(name) for name in HEADERS]


def _of_contact(contact: Contact | None, name: str) -> object:
    return getattr(contact, name) if contact else None


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    return cell.isoformat() if isinstance(cell, date) else str(cell)
