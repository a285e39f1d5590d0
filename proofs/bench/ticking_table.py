"""The stage for counting digests: the shipped tick on DynamoDB Local, with a stand-in for SES that takes every mail."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from botocore.config import Config
from botocore.session import Session
from msgspec.structs import replace

from chalicelib.digest.ses_sender import SesSender, ses_client
from chalicelib.digest.tick import Tick
from chalicelib.playbook.event import EventKind
from chalicelib.playbook.interview import Interview
from chalicelib.records import table
from chalicelib.records.digest_claims import Digests
from chalicelib.records.interviews import Interviews
from chalicelib.records.item_keys import PROFILE, interview_key
from chalicelib.records.owners import Owners
from infra import dynamodb_local
from proofs.bench.loading import Copies, Item
from tests.digest.given import SENDER, TUESDAY_8_AM, a_composer
from tests.digest.ses_stand_in import ses_stand_in
from tests.factories import MONDAY, THAT_EVENING, an_event
from tests.records import given
from tests.records.given import OWNER, Call, counted, recorded

TABLE, REGION = "afterword-bench", "eu-central-1"
READS = frozenset({"GetItem", "Query", "Scan"})
EMPTY_QUERY = 0.5  # units that DynamoDB charges for a query that finds nothing; DynamoDB Local counts none
PATIENCE = 600  # seconds: DynamoDB Local takes its time for a page of a scan, and for anything on a busy machine
_NOTES = "Asked about the move to the new warehouse, and who is on call. They liked the talk about tests. " * 4


@dataclass(frozen=True, slots=True)
class DigestStage:
    """``dynamodb`` and ``ses`` are plain clients, for a peer. ``calls`` are requests of the product's own client."""

    address: str
    calls: list[Call]
    dynamodb: Any
    ses: Any
    _tick: Tick

    def tick(self) -> list[Call]:
        """Run the tick of Tuesday, 8 a.m., and return its requests to the table."""
        self.calls.clear()
        self._tick.run(TUESDAY_8_AM)
        return self.calls.copy()

    def due_again(self, owner_id: str) -> None:
        """Make an owner due again, as if Tuesday's digest had not been sent."""
        self.remove(owner_id, "DIGEST#2026-08-04")
        account = Owners().get(owner_id)
        assert account
        Owners().put_off(account, TUESDAY_8_AM)

    def remove(self, owner_id: str, item_id: str) -> None:
        """Delete an item, if it is there."""
        self.dynamodb.delete_item(TableName=TABLE, Key=_key(owner_id, item_id))

    def item(self, owner_id: str, item_id: str) -> Item:
        """An item as it is stored."""
        stored: Item = self.dynamodb.get_item(TableName=TABLE, Key=_key(owner_id, item_id))["Item"]
        return stored

    def copies(self, original: Item, key: str, pattern: str, shards: int = 0) -> Copies:
        """Copies of an item that can be put into the table."""
        return Copies(self.address, TABLE, original, key, pattern, shards)


@contextmanager
def stage() -> Iterator[DigestStage]:
    """A stage with an empty table, which lasts until the end of the block."""
    os.environ |= {"AWS_ACCESS_KEY_ID": "nobody", "AWS_SECRET_ACCESS_KEY": "nothing"}
    with dynamodb_local.running() as address, ses_stand_in() as mails:
        table.Item.Meta.read_timeout_seconds = PATIENCE
        table.configure(TABLE, REGION, address)
        table.create_table()
        session = Session()
        ses = ses_client(session, REGION, mails.address)
        tick = Tick(Owners(), Interviews(), Digests(), a_composer(), SesSender(lambda: ses, SENDER))
        dynamodb = session.create_client(
            "dynamodb", region_name=REGION, endpoint_url=address, config=Config(read_timeout=PATIENCE)
        )
        with counted(table.connection().client) as calls:
            yield DigestStage(address, calls, dynamodb, ses, tick)


def first_items(there: DigestStage) -> tuple[Item, Item, Item]:
    """Store an owner who is due on Tuesday, a record that is due then and an ended one of about a kilobyte each."""
    Owners().put_off(Owners().add(OWNER, bytes(32)), TUESDAY_8_AM)
    is_open, ended = (recorded(Interviews(), _record(number)) for number in (1, 2))
    withdrawn = an_event(EventKind.WITHDRAWN, MONDAY + timedelta(days=1))
    Interviews().save(OWNER, replace(ended, events=(*ended.events, withdrawn)), THAT_EVENING + timedelta(days=1))
    keys = (PROFILE, interview_key(is_open.id), interview_key(ended.id))
    owner, open_item, ended_item = (there.item(OWNER.id, key) for key in keys)
    return owner, open_item, ended_item


def read_units(calls: list[Call]) -> float:
    """The read units that DynamoDB itself would charge for these calls."""
    return sum(call.units or EMPTY_QUERY for call in calls if call.operation in READS)


def write_units(calls: list[Call]) -> float:
    """The write units of these calls."""
    return sum(call.units for call in calls if call.operation not in READS)


def _record(number: int) -> Interview:
    return replace(given.a_record(number), notes=_NOTES, events=(an_event(EventKind.NOTE, MONDAY, note=_NOTES[:96]),))


def _key(owner_id: str, item_id: str) -> Item:
    return {"owner_id": {"S": owner_id}, "item_id": {"S": item_id}}
