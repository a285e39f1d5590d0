"""What a digest costs, and a tick that finds nobody: requests and capacity units, counted on the wire.

The units are those of which docs/cost.md makes dollars (``infra/deploy/usage.py``).
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

from chalicelib.digest.compose import Composer
from chalicelib.digest.digest_mail import DigestMail
from chalicelib.digest.tick import Tick
from chalicelib.drafts.language_packs import Languages
from chalicelib.drafts.writer import Writer
from chalicelib.links.action_links import ActionLinks
from chalicelib.links.keyring import keyring_of
from chalicelib.playbook.owner import Owner
from chalicelib.records.digest_claims import Digests
from chalicelib.records.interviews import Interviews
from chalicelib.records.item_keys import SHARDS, shard_of
from chalicelib.records.owners import Owners
from chalicelib.records.table_items import DigestItem
from chalicelib.view_models.day_view import DayView
from infra.deploy import usage
from infra.deploy.usage import Units
from tests.records.costs import TUESDAY_8_AM, due_on_tuesday, fill_with_ended, operations, units
from tests.records.given import OWNER, Call

TEMPLATES = Path(__file__).parents[2] / "templates"


class Pile:
    """Takes every mail, and says the same of each."""

    def send(self, owner: Owner, mime: bytes) -> str:
        return f"{len(mime)} bytes for {owner.id}"

    def close(self) -> None:
        """Nothing is open."""


@pytest.fixture
def tick(owners: Owners, interviews: Interviews, digests: Digests) -> Tick:
    """The tick as it is shipped, and real mails, which nobody gets."""
    links = ActionLinks(keyring_of(["k" * 32]))
    composer = Composer(Writer(Languages(TEMPLATES)), TEMPLATES, "afterword@example.org", links, None)
    return Tick(owners, interviews, digests, composer, Pile())


def due_once_more(owners: Owners) -> None:
    """The owner, as if Tuesday's digest had not been sent."""
    DigestItem(OWNER.id, "DIGEST#2026-08-04").delete()
    account = owners.get(OWNER.id)
    assert account
    owners.put_off(account, TUESDAY_8_AM)


def in_its_shard(*serving: str) -> list[str]:
    """The operations of a tick that finds the owner, and serves them, before it looks into the shards after theirs."""
    looked = shard_of(OWNER.id) + 1
    return ["Query"] * looked + list(serving) + ["Query"] * (SHARDS - looked)


def test_a_digest_is_two_reads_and_three_writes_and_finding_who_is_due_a_query_per_shard(
    tick: Tick, owners: Owners, interviews: Interviews, calls: list[Call]
) -> None:
    due_on_tuesday(owners, interviews)
    calls.clear()

    report = tick.run(TUESDAY_8_AM)

    assert [sent.owner_id for sent in report.sent] == [OWNER.id]
    assert operations(calls) == in_its_shard("GetItem", "PutItem", "Query", "UpdateItem", "UpdateItem")


def test_what_a_digest_s_links_settle_is_stored_with_its_mark_without_a_further_request(
    tick: Tick, owners: Owners, interviews: Interviews, digests: Digests, calls: list[Call]
) -> None:
    listed = {"close": {"01K1S0M3000000000000000001": 3}, "pick_up": {"01K1S0M3000000000000000002": 1}}

    def listing(owner: Owner, day: DayView, on: date, now: datetime) -> DigestMail:
        return replace(tick._compose(owner, day, on, now), to_settle=listed)

    due_on_tuesday(owners, interviews)
    calls.clear()
    Tick(owners, interviews, digests, listing, Pile()).run(TUESDAY_8_AM)

    assert operations(calls) == in_its_shard("GetItem", "PutItem", "Query", "UpdateItem", "UpdateItem")
    assert digests.to_settle(OWNER.id, TUESDAY_8_AM.date()) == listed
    assert digests.to_settle(OWNER.id, TUESDAY_8_AM.date() - timedelta(days=1)) == {}


def test_only_whom_something_waits_for_pays_a_query_for_it_and_only_for_thirty_days(
    tick: Tick, owners: Owners, interviews: Interviews, calls: list[Call]
) -> None:
    due_on_tuesday(owners, interviews)
    account = owners.get(OWNER.id)
    assert account
    owners.expect_proposals(account, TUESDAY_8_AM + timedelta(seconds=1))
    calls.clear()
    tick.run(TUESDAY_8_AM)

    assert operations(calls) == in_its_shard("GetItem", "PutItem", "Query", "Query", "UpdateItem", "UpdateItem")

    due_once_more(owners)
    owners.expect_proposals(account, TUESDAY_8_AM)
    calls.clear()
    tick.run(TUESDAY_8_AM)

    assert operations(calls) == in_its_shard("GetItem", "PutItem", "Query", "UpdateItem", "UpdateItem")


@pytest.mark.dynamodb_local
def test_a_digest_of_ten_open_records_consumes_three_and_a_half_read_and_five_write_units(
    tick: Tick, owners: Owners, interviews: Interviews, calls: list[Call]
) -> None:
    """In DynamoDB, a query that finds nothing takes half a unit; DynamoDB Local counts none."""
    due_on_tuesday(owners, interviews)
    calls.clear()

    tick.run(TUESDAY_8_AM)

    assert [call for call in calls if call.units] == [
        Call("Query", 0.5),  # the shard of the owner
        Call("GetItem", 1),
        Call("PutItem", 1),  # the claim
        Call("Query", 2),  # the open records
        Call("UpdateItem", 1),  # the mark
        Call("UpdateItem", 3),  # the owner, taken from one place in the index and put into another
    ]
    assert units(calls) == usage.DIGEST


def test_a_tick_with_nobody_due_is_a_query_per_shard(tick: Tick, calls: list[Call]) -> None:
    tick.run(TUESDAY_8_AM)

    assert operations(calls) == ["Query"] * SHARDS
    assert Units(Decimal(SHARDS) / 2, Decimal(0)) == usage.TICK  # half a unit for each that finds nothing


@pytest.mark.parametrize("many", [1_000, pytest.param(10_000, marks=pytest.mark.dynamodb_local)])
def test_a_digest_costs_the_same_with_10_and_with_many_ended_records(
    tick: Tick, owners: Owners, interviews: Interviews, calls: list[Call], many: int
) -> None:
    due_on_tuesday(owners, interviews)
    fill_with_ended(interviews, range(100, 110))
    calls.clear()
    with_few = tick.run(TUESDAY_8_AM)
    cost_with_few = calls.copy()

    fill_with_ended(interviews, range(1_000, 1_000 + many))
    due_once_more(owners)
    calls.clear()
    with_many = tick.run(TUESDAY_8_AM)

    assert with_many == with_few
    assert with_many.sent
    assert calls == cost_with_few
