"""A proposal as a text to be stored, and by what it is known again."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import msgspec
from msgspec import Struct

from chalicelib.capture.documents import Reading
from chalicelib.capture.fitting_values import fitting
from chalicelib.capture.found import Doubt, Found, ProposalKind
from chalicelib.capture.proposal import Proposal
from chalicelib.playbook.interview_day import CalendarOrigin

_ID_LENGTH = 26


class _StoredProposal(Struct, frozen=True):
    """A proposal in JSON; the facts of a doubt are of types that JSON does not tell apart."""

    kind: ProposalKind
    fields: Mapping[str, Found]
    doubts: tuple[Mapping[str, Any], ...]
    is_certain: bool = False
    record_id: str | None = None
    origin: CalendarOrigin | None = None


def text_of_proposal(proposal: Proposal) -> str:
    """The proposal as JSON."""
    return msgspec.json.encode(proposal).decode()


def proposal_of(text: str) -> Proposal:
    """The proposal in a stored text; a value that records no longer take is left out.

    Raises ValueError if another release has stored it in a form that is not known here.
    """
    stored = msgspec.json.decode(text, type=_StoredProposal)
    return fitting(
        Proposal(
            kind=stored.kind,
            is_certain=stored.is_certain,
            record_id=stored.record_id,
            fields=stored.fields,
            doubts=tuple(map(_doubt, stored.doubts)),
            origin=stored.origin,
        )
    )


def _doubt(stored: Mapping[str, Any]) -> Doubt:
    return Doubt(str(stored.get("field", "")), str(stored.get("reason", "")), stored.get("facts"))


def proposal_id(proposal: Proposal, reading: Reading, owner_id: str) -> str:
    """What a proposal to an owner is known by: the same for the same document, and for one that says the same."""
    mail = reading.mail
    values = {name: found.value for name, found in proposal.fields.items()}
    said = (owner_id, proposal.kind, proposal.record_id, values, proposal.origin, mail.message_id, mail.sent_at)
    return sha256(msgspec.json.encode(said, order="deterministic")).hexdigest()[:_ID_LENGTH]
