"""Proposals that wait: for thirty days, each owner's own."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from chalicelib.records.proposals import RETENTION, Accepted, ProposalItem, Proposals, StoredProposal
from tests.factories import THAT_EVENING

NOW = THAT_EVENING
ONE = StoredProposal(id="one", made_at=NOW, content='{"kind": "moved"}', kind="moved", company="Acme")


@pytest.fixture
def proposals(table: None) -> Proposals:
    """The proposals of an empty table."""
    return Proposals()


def test_it_is_read_as_it_was_stored(proposals: Proposals) -> None:
    taken = replace(ONE, id="two", accepted=Accepted("01K1S0M3000000000000000001", "0123456789"))

    for proposal in (ONE, taken):
        proposals.add("alex", proposal)

    assert [proposals.get("alex", proposal.id, NOW) for proposal in (ONE, taken)] == [ONE, taken]


def test_those_that_wait_are_listed_in_one_query_the_oldest_first(proposals: Proposals, operations: list[str]) -> None:
    later = replace(ONE, id="a later one", made_at=NOW + timedelta(hours=1))
    taken = replace(ONE, id="taken", accepted=Accepted("01K1S0M3000000000000000001", None))
    for proposal in (replace(later, id="later"), ONE, taken):
        proposals.add("alex", proposal)
    operations.clear()

    waiting = proposals.waiting("alex", NOW)

    assert [proposal.id for proposal in waiting] == ["one", "later"]
    assert operations == ["Query"]


def test_it_is_the_owners_alone(proposals: Proposals) -> None:
    proposals.add("alex", ONE)

    assert proposals.get("kim", ONE.id, NOW) is None
    assert proposals.waiting("kim", NOW) == []


def test_it_is_over_after_thirty_days_though_its_item_is_still_there(proposals: Proposals) -> None:
    proposals.add("alex", ONE)

    assert proposals.get("alex", ONE.id, NOW + RETENTION - timedelta(seconds=1)) == ONE
    assert proposals.get("alex", ONE.id, NOW + RETENTION) is None
    assert proposals.waiting("alex", NOW + RETENTION) == []


def test_its_item_tells_dynamodb_when_to_remove_it(proposals: Proposals) -> None:
    proposals.add("alex", ONE)

    assert ProposalItem.get("alex", "PROPOSAL#one").expires_at == NOW + RETENTION


def test_it_can_be_removed_also_twice(proposals: Proposals) -> None:
    proposals.add("alex", ONE)

    for _ in range(2):
        proposals.remove("alex", ONE.id)

    assert proposals.get("alex", ONE.id, NOW) is None
