"""An import in two steps: preview what it would do, then do it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from chalicelib.errors import AfterwordError, ChangedMeanwhile, StorageUnavailable
from chalicelib.exchange.dry_run import ImportResult, ImportRow, Preview, RowState, dry_run
from chalicelib.exchange.parsed_file import ParsedFile
from chalicelib.exchange.repeatable_ids import with_repeatable_ids
from chalicelib.exchange.uploads import Upload, parse_upload
from chalicelib.records.idempotency_store import RequestKey
from chalicelib.records.processes import MOST_ROUNDS, TooManyRounds
from chalicelib.records.storage_errors import RecordTooLarge
from chalicelib.request_errors import Fault, Invalid
from chalicelib.usecases.owner_context import OwnerContext

MOST_AT_ONCE = 200  # records written by one request: the gateway waits 29 seconds, and the table may be slow


def preview(context: OwnerContext, upload: Upload) -> Preview:
    """Return what an upload would do; nothing is written. Raises ``Malformed``, ``Invalid``."""
    return _previewed(context, _parsed(context, upload))


def import_file(context: OwnerContext, upload: Upload, key: RequestKey) -> ImportResult:
    """Do what the preview says, as the records are now. No record is ever overwritten, and none is made twice by
    requests with the same ``key``, even at the same moment.

    Raises ``Malformed``, ``Invalid``, IdempotencyKeyReused, and StorageUnavailable if nothing could be written.
    """
    parsed = _parsed(context, upload)
    if parsed.problems:
        raise Invalid(*parsed.problems)
    previewed = _previewed(context, _with_repeatable_ids(context, parsed, key))
    rows = {row.number: row for row in previewed.rows}
    to_create = sorted((row for row in previewed.rows if row.state is RowState.CREATE), key=_record_id)
    rows |= {row.number: row for row in _store_rows(context, to_create)}
    return ImportResult(previewed.offered, tuple(rows.values()))


def _parsed(context: OwnerContext, upload: Upload) -> ParsedFile:
    if upload.bundle is None:
        return parse_upload(upload, context.today, context.now, context.owner.zone)
    from chalicelib.usecases.import_documents import parsed_documents  # a table need not load what reads mails

    return parsed_documents(context, upload.csv, upload.bundle)


def _previewed(context: OwnerContext, parsed: ParsedFile) -> Preview:
    return Preview(parsed, dry_run(parsed.candidates, context.services.interviews.each(context.owner.id)))


def _with_repeatable_ids(context: OwnerContext, parsed: ParsedFile, key: RequestKey) -> ParsedFile:
    """The file with ids for its new records that are the same whenever the same import is sent again."""
    if not any(row.record and not row.has_own_id for row in parsed.candidates):
        return parsed
    first_sent_at = context.services.interviews.import_first_sent_at(context.owner.id, key, context.now)
    return replace(parsed, candidates=with_repeatable_ids(parsed.candidates, first_sent_at, key.id))


def _record_id(row: ImportRow) -> str:
    """Sorts rows by time of recording, so that the rounds of a process follow one another."""
    return row.record.id if row.record else ""


def _store_rows(context: OwnerContext, rows: list[ImportRow]) -> Iterator[ImportRow]:
    """Store the rows, and yield them as they are afterwards. Rows after ``MOST_AT_ONCE``, or from a failure of the
    table on, are left for the next request."""
    is_table_down = False
    for index, row in enumerate(rows):
        if is_table_down or index >= MOST_AT_ONCE:
            yield replace(row, state=RowState.LEFT)
            continue
        try:
            yield _store_row(context, row)
        except StorageUnavailable:
            if index == 0:
                raise
            is_table_down = True
            yield replace(row, state=RowState.LEFT)


def _store_row(context: OwnerContext, row: ImportRow) -> ImportRow:
    if row.record is None:
        return row
    try:
        stored = context.services.interviews.restore(context.owner, row.record, context.now)
    except ChangedMeanwhile:
        return replace(row, state=RowState.DUPLICATE, same_as=row.record.id)
    except (TooManyRounds, RecordTooLarge) as refusal:
        return replace(row, state=RowState.REFUSED, faults=(_FAULTS[type(refusal)],))
    return replace(row, state=RowState.CREATED, record=stored.interview)


_FAULTS: dict[type[AfterwordError], Fault] = {
    TooManyRounds: Fault("process_id", "has {most} interviews already", {"most": MOST_ROUNDS}),
    RecordTooLarge: Fault("events", "are more than a record can hold"),
}
