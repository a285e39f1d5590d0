"""Bring broken mails and calendars in: each is answered with a proposal or a refusal, and none is recorded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from http import HTTPStatus

from chalicelib.errors import UnreadableRecord
from chalicelib.playbook.interview import Interview
from chalicelib.records.owners import Account
from chalicelib.records.proposals import Proposals, StoredProposal
from infra import catalogs
from proofs.faults.capture.breaking import broken
from proofs.faults.claim import Claim, Effort, Verdict
from proofs.faults.escapes.in_memory_api import Api, InMemoryInterviews, OneOwner
from proofs.faults.shares import Found, in_shares
from tests.digest.given import a_thanked
from tests.factories import an_owner

SHORT, LONG = 1_500, 50_000
_ANSWERS = frozenset((HTTPStatus.OK, HTTPStatus.UNSUPPORTED_MEDIA_TYPE, HTTPStatus.UNPROCESSABLE_ENTITY))
_OF_A_PARSER = "cannot be read as what it is said to be"


class NoProposals(Proposals):
    """Proposals that nobody has accepted, and that are not kept."""

    def add(self, owner_id: str, proposal: StoredProposal) -> None:
        """Forget it."""

    def get(self, owner_id: str, proposal_id: str, now: datetime) -> StoredProposal | None:
        """Nothing is known."""
        return None


class Expecting(OneOwner):
    """The owner, for whom proposals may wait."""

    def expect_proposals(self, account: Account, until: datetime) -> None:
        """Nothing is kept."""


class Unwritten(InMemoryInterviews):
    """Records that can be read only: whatever writes one fails, and so is a violation."""

    def each(self, owner_id: str) -> list[Interview | UnreadableRecord]:  # type: ignore[override]  # a list will do
        """All records."""
        return list(self.records)


def attempt(seed: int, numbers: Sequence[int]) -> Found:
    """Bring in the broken documents of these numbers."""
    found, api = Found(), Api(interviews=Unwritten(), owners=Expecting(), proposals=NoProposals())
    api.holds(an_owner(), [a_thanked(1, company="Acme")])
    for number in numbers:
        words, raw, kind = broken(seed, number)
        reply = api.bring(raw, kind)
        found.tried += 1
        found.counted[str(reply.status)] += 1
        if reply.status not in _ANSWERS:
            found.violations.append(f"{words}: answered with {reply.status}")
        elif _OF_A_PARSER in reply.text:
            found.violations.append(f"{words}: a parser raised something")
    return found


def refute(effort: Effort) -> Verdict:
    """Break as many documents as this effort has."""
    catalogs.compile_all()
    found = in_shares(partial(attempt, effort.seed), range(effort.of(SHORT, LONG)), effort)
    return Verdict(found.tried, tuple(found.violations), dict(found.counted))


CLAIM = Claim(
    "capture",
    "A broken mail or calendar raises nothing and records nothing: it is a proposal or a clear refusal",
    refute,
)
