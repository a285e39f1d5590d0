"""Proposals that wait: read one, accept it, and take back what came of it."""

from __future__ import annotations

from datetime import UTC, date

from msgspec import Struct
from msgspec.structs import replace

from chalicelib.capture.proposal import Proposal
from chalicelib.capture.proposal_text import proposal_of, text_of_proposal
from chalicelib.errors import NotFound
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.records.proposals import RETENTION, Accepted, StoredProposal
from chalicelib.usecases.accept_proposal import Sent, accept, is_still_there, take_back
from chalicelib.usecases.owner_context import OwnerContext


class WaitingProposal(Struct, frozen=True, kw_only=True):
    """A proposal as it waits. ``accepted`` says what came of it, if it was accepted and that is still recorded."""

    stored: StoredProposal
    proposal: Proposal
    accepted: Accepted | None


def let_wait(context: OwnerContext, proposal_id: str, proposal: Proposal) -> Accepted | None:
    """Store a proposal, so that it can be accepted for thirty days. If the same one was accepted before and that is
    still recorded, nothing is stored, and what came of it is returned."""
    proposals = context.services.proposals()
    before = proposals.get(context.owner.id, proposal_id, context.now)
    if before and before.accepted and is_still_there(context, before.accepted):
        return before.accepted
    _store_waiting(context, _stored(context, proposal_id, proposal))
    return None


def _store_waiting(context: OwnerContext, stored: StoredProposal) -> None:
    """Store a proposal that waits, and first that its owner has some: so none waits out of sight."""
    context.services.owners.expect_proposals(context.account, context.now + RETENTION)
    context.services.proposals().add(context.owner.id, stored)


def record_at_once(context: OwnerContext, proposal_id: str, proposal: Proposal) -> Accepted:
    """Record a proposal that nobody has to look at, and store what came of it, so that its link takes it back.

    Raises ``Invalid``, Conflict, NotFound.
    """
    accepted = accept(context, proposal_id, proposal, {})
    stored = replace(_stored(context, proposal_id, proposal), accepted=accepted)
    context.services.proposals().add(context.owner.id, stored)
    return accepted


def _stored(context: OwnerContext, proposal_id: str, proposal: Proposal) -> StoredProposal:
    record_id, read = proposal.record_id, str(proposal.value("company") or "")
    on = proposal.value("interview_on")
    return StoredProposal(
        id=proposal_id,
        made_at=context.now.astimezone(UTC),
        content=text_of_proposal(proposal),
        kind=proposal.kind,
        company=context.interview(record_id).company if record_id else read,
        interview_on=on if isinstance(on, date) else None,
    )


def waiting_proposal(context: OwnerContext, proposal_id: str) -> WaitingProposal:
    """Return a proposal that waits, or was accepted. Raises NotFound once its thirty days are over, and for one that a
    release stored in a form that is not known here."""
    stored = context.services.proposals().get(context.owner.id, proposal_id, context.now)
    if stored is None:
        raise NotFound(proposal_id)
    try:
        proposal = proposal_of(stored.content)
    except ValueError as error:
        raise NotFound(proposal_id) from error
    is_recorded = stored.accepted is not None and is_still_there(context, stored.accepted)
    return WaitingProposal(stored=stored, proposal=proposal, accepted=stored.accepted if is_recorded else None)


def accept_waiting(context: OwnerContext, waiting: WaitingProposal, sent: Sent) -> PlannedInterview:
    """Record a proposal that waits, once, with what the owner ``sent`` beside it. Return the record.

    Raises ``Invalid``, Conflict, NotFound.
    """
    accepted = waiting.accepted or accept(context, waiting.stored.id, waiting.proposal, sent)
    context.services.proposals().add(context.owner.id, replace(waiting.stored, accepted=accepted))
    return context.planned(context.interview(accepted.interview_id))


def discard(context: OwnerContext, waiting: WaitingProposal) -> bool:
    """Remove a proposal that waits. Return False, and remove nothing, if something came of it."""
    if waiting.accepted is not None:
        return False
    context.services.proposals().remove(context.owner.id, waiting.stored.id)
    return True


def take_back_accepted(context: OwnerContext, waiting: WaitingProposal) -> bool:
    """Take back what came of a proposal, so that it waits again. Return False if something has followed, or if nothing
    came of it. What is gone already, as after a try whose answer was lost, need not be taken back."""
    if waiting.stored.accepted is None or (waiting.accepted and not take_back(context, waiting.accepted)):
        return False
    _store_waiting(context, replace(waiting.stored, accepted=None))
    return True
