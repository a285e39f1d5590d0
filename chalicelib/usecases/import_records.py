"""The two halves of an import: looking at what would come of it, and doing that."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from chalicelib.errors import AfterwordError, ChangedMeanwhile, StorageUnavailable
from chalicelib.exchange.dry_run import ImportRow, Preview, Report, RowState, dry_run
from chalicelib.exchange.uploads import Upload, parse_upload
from chalicelib.playbook.offers import offer_in
from chalicelib.records.processes import MOST_ROUNDS, TooManyRounds
from chalicelib.records.storage_errors import RecordTooLarge
from chalicelib.request_errors import Fault, Invalid
from chalicelib.usecases.owner_context import OwnerContext
from chalicelib.usecases.standing_offers import keep_offer

MOST_AT_ONCE = 200  # records written by one request: the gateway waits for 29 seconds, and a table may be slow


def preview(context: OwnerContext, upload: Upload) -> Preview:
    """Look at what would come of an upload; nothing is written. Raises ``Malformed``, ``Invalid``."""
    found = parse_upload(upload, context.today, context.now)
    return Preview(found, dry_run(found.candidates, context.services.interviews.each(context.owner.id)))


def import_file(context: OwnerContext, upload: Upload) -> Report:
    """Do what the preview says, as things are now; no record is ever written over. Raises ``Malformed``, ``Invalid``,
    and StorageUnavailable if nothing at all could be written."""
    looked_at = preview(context, upload)
    if looked_at.offered.problems:
        raise Invalid(*looked_at.offered.problems)
    rows = {row.number: row for row in looked_at.rows}
    to_create = sorted((row for row in looked_at.rows if row.state is RowState.CREATE), key=_by_recording)
    rows |= {row.number: row for row in _written(context, to_create)}
    return Report(looked_at.offered, tuple(rows.values()))


def _by_recording(row: ImportRow) -> str:
    """The rounds of a process follow one another."""
    return row.record.id if row.record else ""


def _written(context: OwnerContext, rows: list[ImportRow]) -> Iterator[ImportRow]:
    """The rows as they are afterwards. What comes after a failure of the table is left for the next request."""
    is_out_of_reach = False
    for place, row in enumerate(rows):
        if is_out_of_reach or place >= MOST_AT_ONCE:
            yield replace(row, state=RowState.LEFT)
            continue
        try:
            yield _stored(context, row)
        except StorageUnavailable:
            if place == 0:
                raise
            is_out_of_reach = True
            yield replace(row, state=RowState.LEFT)


def _stored(context: OwnerContext, row: ImportRow) -> ImportRow:
    if row.record is None:
        return row
    try:
        stored = context.services.interviews.restore(context.owner, row.record, context.now)
    except ChangedMeanwhile:
        return replace(row, state=RowState.DUPLICATE, same_as=row.record.id)
    except (TooManyRounds, RecordTooLarge) as invalid:
        return replace(row, state=RowState.REFUSED, faults=(_REFUSED[type(invalid)],))
    if offer_in(stored.interview):
        keep_offer(context, stored)
    return replace(row, state=RowState.CREATED, record=stored.interview)


_REFUSED: dict[type[AfterwordError], Fault] = {
    TooManyRounds: Fault("process_id", "has {most} interviews already", {"most": MOST_ROUNDS}),
    RecordTooLarge: Fault("events", "are more than a record can hold"),
}
