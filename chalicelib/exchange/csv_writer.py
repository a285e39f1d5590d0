"""Writes records as CSV for spreadsheets: one row each, with the first contact in columns of its own."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date, time

from chalicelib.errors import UnreadableRecord
from chalicelib.exchange.formula_escaping import escape
from chalicelib.exchange.pagination import ExportPage
from chalicelib.playbook.fields import fields_of
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_facts import InterviewFacts
from chalicelib.playbook.plan import Plan
from chalicelib.schemas.contact_fields import FLAT_PREFIX
from chalicelib.schemas.interview_fields import InterviewFields

BYTE_ORDER_MARK = "\ufeff"  # spreadsheets recognize UTF-8 by it
DERIVED = ("outcome", "status", "next_step", "next_due_on")
_CONTACT = [name for name in fields_of(InterviewFields) if name.startswith(FLAT_PREFIX)]
_FACTS = [*fields_of(InterviewFacts)]
_AFTER_THE_ROUND = _FACTS.index("round") + 1  # the contact comes here, as in earlier exports
HEADERS = ("id", *_FACTS[:_AFTER_THE_ROUND], *_CONTACT, *_FACTS[_AFTER_THE_ROUND:], "process_id", *DERIVED)


def row(cells: Iterable[object]) -> str:
    """One line of the CSV, with its line ending."""
    line = io.StringIO(newline="")
    csv.writer(line, quoting=csv.QUOTE_ALL).writerow([escape(_text(cell)) for cell in cells])
    return line.getvalue()


def as_file(found: ExportPage) -> str:
    """The whole CSV of a page of records."""
    return BYTE_ORDER_MARK + row(HEADERS) + "".join(found.texts)


def cells_of(interview: Interview, plan: Plan) -> list[object]:
    """The cells of a record, in the order of ``HEADERS``."""
    contact = interview.contacts[0] if interview.contacts else None
    step = plan.step
    derived = {
        "outcome": plan.outcome,
        "status": "open" if plan.is_open else "ended",
        "next_step": step and step.kind,
        "next_due_on": step and step.due_on,
    }
    flat = {name: getattr(contact, name.removeprefix(FLAT_PREFIX), None) for name in _CONTACT}
    return [
        derived[name] if name in derived else flat[name] if name in flat else getattr(interview, name)
        for name in HEADERS
    ]


def cells_of_unreadable(record: UnreadableRecord) -> list[object]:
    """The cells of an unreadable record: its id and its status, all others empty."""
    known = {"id": record.id, "status": "unreadable"}
    return [known.get(name) for name in HEADERS]


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    return cell.isoformat() if isinstance(cell, date) else str(cell)
