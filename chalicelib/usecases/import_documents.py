"""A mailbox or a calendar as rows to import: each new interview in it is one, and all else says why it is none."""

from __future__ import annotations

from chalicelib.capture.bundles import events_in, mails_in
from chalicelib.capture.documents import Document, Reading, read_document
from chalicelib.capture.event_proposal import company_named
from chalicelib.capture.found import Doubt, ProposalKind
from chalicelib.capture.matching import records_meant
from chalicelib.capture.proposal import Proposal
from chalicelib.capture.propose import propose
from chalicelib.exchange.file_kinds import BundleKind
from chalicelib.exchange.parsed_file import ParsedFile, ParsedRow
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.step import translatable
from chalicelib.request_errors import Fault, RequestError
from chalicelib.usecases.accept_proposal import new_record
from chalicelib.usecases.owner_context import OwnerContext

_KNOWN = translatable("is about an interview that is recorded: bring it in by itself")
_NO_INTERVIEW = translatable("is no invitation to an interview")


def parsed_documents(context: OwnerContext, raw: bytes, kind: BundleKind) -> ParsedFile:
    """The rows of a mailbox or a calendar file. Raises ``Invalid`` if it holds too many mails or events."""
    documents = mails_in(raw) if kind is BundleKind.MAILBOX else events_in(raw)
    stored = context.services.interviews.each(context.owner.id) if documents else ()
    records = [record for record in stored if isinstance(record, Interview)]
    rows = (_row(context, number, document, records) for number, document in enumerate(documents, start=1))
    return ParsedFile(kind, tuple(rows))


def _row(context: OwnerContext, number: int, document: Document, records: list[Interview]) -> ParsedRow:
    try:
        reading = read_document(document, context.owner, context.now)
    except RequestError as refused:
        return ParsedRow(number, None, refused.faults)
    title = {"company": reading.invitation.summary if reading.invitation else reading.mail.subject}
    if _known(context, reading, records):
        return ParsedRow(number, None, (Fault("file", _KNOWN),), sent=title)
    proposal = propose(reading, None, context.owner, context.now)
    if proposal.kind is not ProposalKind.NEW_INTERVIEW:
        return ParsedRow(number, None, _why_not(proposal), sent=title)
    try:
        record = new_record(context, proposal, {})
    except RequestError as refused:
        return ParsedRow(number, None, (*refused.faults, *map(_fault, proposal.doubts)), sent=title)
    return ParsedRow(number, record, warnings=tuple(map(_fault, proposal.doubts)))


def _known(context: OwnerContext, reading: Reading, records: list[Interview]) -> bool:
    """Whether it is about an interview that is recorded."""
    return bool(records_meant(reading, records, None, company_named(reading, context.owner)))


def _why_not(proposal: Proposal) -> tuple[Fault, ...]:
    return tuple(map(_fault, proposal.doubts)) or (Fault("file", _NO_INTERVIEW),)


def _fault(doubt: Doubt) -> Fault:
    return Fault(doubt.field, doubt.reason, doubt.facts)
