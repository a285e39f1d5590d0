"""Read a document that the owner brings in, and propose what to record, or record it if it leaves no doubt."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from chalicelib.capture.documents import Document, Reading, read_document
from chalicelib.capture.event_proposal import company_named
from chalicelib.capture.found import Doubt, ProposalKind
from chalicelib.capture.matching import records_meant
from chalicelib.capture.proposal import Proposal, nothing
from chalicelib.capture.proposal_text import proposal_id
from chalicelib.capture.propose import propose
from chalicelib.links.action_links import ActionLinks
from chalicelib.links.letter_ids import LetterIds
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.playbook.step import translatable
from chalicelib.records.proposals import Accepted
from chalicelib.usecases.owner_context import OwnerContext
from chalicelib.usecases.waiting_proposals import let_wait, record_at_once

_BROUGHT_IN = translatable("was brought in already")


_BESIDE_A_RECORD = (ProposalKind.MOVED, ProposalKind.CANCELLED, ProposalKind.HEARD_BACK)
_MOST_PLANNED = 20  # records of one employer that are looked at


class Captured(Struct, frozen=True, kw_only=True):
    """What came of a document.

    - ``proposal``: what it would have recorded; ``recorded``: what was recorded at once.
    - ``waiting_id``: the id under which it waits to be accepted, or to be taken back; None if there is nothing to do.
    - ``text``: all words that were read, which no table keeps.
    """

    proposal: Proposal
    text: str
    waiting_id: str | None = None
    recorded: Accepted | None = None


def capture(
    context: OwnerContext, document: Document, links: Callable[[], ActionLinks], *, is_certain_applied: bool = False
) -> Captured:
    """Read a document, and store what it proposes; the same document proposes once. Nothing is recorded but what is
    certain, and only with ``is_certain_applied`` or where the owner's settings say so.

    Raises ``Invalid`` if it cannot be read, and what recording raises.
    """
    reading = read_document(document, context.owner, context.now)
    known = _record(context, reading, links)
    proposal = propose(reading, known, context.owner, context.now)
    if not _can_be_recorded(proposal):
        return Captured(proposal=proposal, text=reading.text)
    own_id = proposal_id(proposal, reading, context.owner.id)
    if proposal.is_certain and (is_certain_applied or context.owner.is_certain_captured):
        recorded = record_at_once(context, own_id, proposal)
        return Captured(proposal=proposal, text=reading.text, waiting_id=own_id, recorded=recorded)
    if taken := let_wait(context, own_id, proposal):
        again = nothing((*proposal.doubts, Doubt("file", _BROUGHT_IN)), taken.interview_id)
        return Captured(proposal=again, text=reading.text)
    return Captured(proposal=proposal, text=reading.text, waiting_id=own_id)


def _can_be_recorded(proposal: Proposal) -> bool:
    """Whether there is something to accept; of a record that is not there, only a new one can come."""
    is_new = proposal.kind is ProposalKind.NEW_INTERVIEW and proposal.record_id is None
    return is_new or (proposal.record_id is not None and proposal.kind in _BESIDE_A_RECORD)


def _record(context: OwnerContext, reading: Reading, links: Callable[[], ActionLinks]) -> PlannedInterview | None:
    """The record that a document belongs to, as of now: of several, one that is open."""
    if reading.words.kind is ProposalKind.NOTHING and not reading.invitation and not reading.mail.answers:
        return None
    records = [record for record in context.services.interviews.each(context.owner.id) if isinstance(record, Interview)]
    answered = _answered_record(context, reading, records, links) if reading.mail.answers else None
    meant = records_meant(reading, records, answered, company_named(reading, context.owner))
    planned = [context.planned(record) for record in meant[:_MOST_PLANNED]]
    return next((one for one in planned if one.plan.is_open), next(iter(planned), None))


def _answered_record(
    context: OwnerContext, reading: Reading, records: list[Interview], links: Callable[[], ActionLinks]
) -> str | None:
    """The record whose letter a mail answers."""
    return LetterIds(links()).record_of(reading.mail.answers, context.owner.id, records, context.now)
