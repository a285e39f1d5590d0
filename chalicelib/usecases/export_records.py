"""Everything that the owner has recorded, to take away: page by page, as JSON or as CSV."""

from __future__ import annotations

from msgspec import Struct

from chalicelib.errors import UnreadableRecord
from chalicelib.exchange import csv_writer, json_records
from chalicelib.exchange.pagination import export_page
from chalicelib.records.interview_mapping import Record, interview_in
from chalicelib.usecases.owner_context import OwnerContext


class Export(Struct, frozen=True):
    """A file, as much of it as one response holds. The rest begins after the id ``next``, None at the end."""

    text: str
    next: str | None


def export_as_json(context: OwnerContext, after: str | None) -> Export:
    """Return the records with their events, and the settings without the token. The file can be imported again.

    With ``after``, only records that were recorded before that one.
    """
    found = export_page(context.services.interviews.each(context.owner.id, after), json_records.as_text)
    return Export(json_records.as_file(context.owner, found), found.next)


def export_as_csv(context: OwnerContext, after: str | None) -> Export:
    """Return the interviews as a table for spreadsheets, without their events.

    With ``after``, only records that were recorded before that one.
    """

    def line(record: Record) -> str:
        return csv_writer.row(_cells(context, record))

    found = export_page(context.services.interviews.each(context.owner.id, after), line)
    return Export(csv_writer.as_file(found), found.next)


def _cells(context: OwnerContext, record: Record) -> list[object]:
    try:
        interview = interview_in(record)
        return csv_writer.cells_of(interview, context.plan(interview))
    except UnreadableRecord as unreadable:
        return csv_writer.cells_of_unreadable(unreadable)
