"""A proposal as a text to be stored, and by what it is known again."""

from __future__ import annotations

from hashlib import sha256

import msgspec

from chalicelib.capture.documents import Reading
from chalicelib.capture.fitting_values import fitting
from chalicelib.capture.proposal import Proposal

_ID_LENGTH = 26


def text_of_proposal(proposal: Proposal) -> str:
    """The proposal as JSON."""
    return msgspec.json.encode(proposal).decode()


def proposal_of(text: str) -> Proposal:
    """The proposal in a stored text; a value that records no longer take is left out.

    Raises ValueError if a release that is not this one has stored it in another form.
    """
    return fitting(msgspec.json.decode(text, type=Proposal))


def proposal_id(proposal: Proposal, reading: Reading) -> str:
    """What a proposal is known by: the same for the same document, and for another one that says the same."""
    mail = reading.mail
    values = {name: found.value for name, found in proposal.fields.items()}
    said = (proposal.kind, proposal.record_id, values, proposal.origin, mail.message_id, mail.sent_at)
    return sha256(msgspec.json.encode(said, order="deterministic")).hexdigest()[:_ID_LENGTH]
