"""The service on moto's table, with two owners and everything that the first release could write for them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from moto import mock_aws

from chalicelib.digest.tick import Tick
from chalicelib.digest.tick_report import TickReport
from chalicelib.playbook.owner import Owner
from chalicelib.records import table
from chalicelib.records.item_keys import digest_key, interview_key
from chalicelib.settings import Settings
from chalicelib.usecases.tokens import new_token
from chalicelib.web.http.application import Afterword
from chalicelib.web.http.sessions import COOKIE
from chalicelib.web.urls import BLUEPRINT
from chalicelib.wiring import Wiring
from infra.deploy.typed_json import value_of
from proofs.faults.poison.mutations import Item, Mutation
from tests.digest.given import ADDRESS, SENDER, Read, a_composer, read
from tests.moto_table import REGION, TABLE
from tests.quick_requests import answering_quickly
from tests.records.first_release import EVERYTHING, FACTS_IN_ONE_MAP, FROZEN
from tests.web.gateway import Gateway

NOW = datetime(2026, 8, 24, 6, 0, tzinfo=UTC)  # Monday, 8:00 in Berlin
OWNER, OTHER = "alex", "bo"
FEED = "c" * 43
REQUEST = "REQUEST#request 1"


class Outbox:
    """Keeps the mails of a tick, by owner."""

    def __init__(self) -> None:
        self.mails: dict[str, Read] = {}

    def send(self, owner: Owner, mime: bytes) -> str:
        """Keep it."""
        self.mails[owner.id] = read(mime)
        return "0100-message"

    def close(self) -> None:
        """Do nothing: there is no connection."""


@dataclass(frozen=True, slots=True)
class Ticked:
    """What a tick did, and the mails that it sent."""

    report: TickReport
    mails: dict[str, Read]


class PoisonedApp:
    """The service: its items as they were, its tick, and its API with the token of ``OWNER``."""

    def __init__(self) -> None:
        settings = Settings(
            table=TABLE, region=REGION, sender=SENDER, owner_id=OTHER, signing_keys=("k" * 32,), address=ADDRESS
        )
        self._wiring = Wiring(settings, now=lambda: NOW)
        table.create_table()
        token, token_hash = new_token(OWNER)
        self.items = {(item["owner_id"]["S"], item["item_id"]["S"]): item for item in _frozen(token_hash)}
        app = Afterword(app_name="afterword")
        app.log.disabled = True
        app.services = lambda: self._wiring.services
        app.register_blueprint(BLUEPRINT)
        self.gateway = Gateway(app).signed_in(token)

    def items_of(self, owner_id: str) -> list[Item]:
        """The items of an owner, as they were."""
        return [item for (owner, _), item in self.items.items() if owner == owner_id]

    def spoil(self, mutations: tuple[Mutation, ...]) -> Item:
        """Restore everything, then spoil one item of ``OWNER`` with these mutations; that item."""
        self._restore()
        item = self.items[OWNER, mutations[0].item_id]
        for mutation in mutations:
            item = mutation.of(item)
        self._put(item)
        return item

    def as_it_was(self) -> None:
        """Restore everything."""
        self._restore()

    def sign_in(self) -> str:
        """The cookie of a browser in which ``OWNER`` has signed in."""
        account = self._wiring.owners.get(OWNER)
        assert account is not None
        sessions = self._wiring.services.sessions()
        return f"{COOKIE}={sessions.cookie(sessions.new_session(account, NOW))}"

    def tick(self) -> Ticked:
        """One tick."""
        outbox, wiring = Outbox(), self._wiring
        tick = Tick(wiring.owners, wiring.interviews, wiring.digests, a_composer(), outbox)
        return Ticked(tick.run(NOW), outbox.mails)

    def _restore(self) -> None:
        """Restore the table in one request; all that a tick adds are the day's digests."""
        puts = [{"PutRequest": {"Item": item}} for item in self.items.values()]
        of_today = [{"owner_id": {"S": one}, "item_id": {"S": digest_key(NOW.date())}} for one in (OWNER, OTHER)]
        writes = [*puts, *({"DeleteRequest": {"Key": key}} for key in of_today)]
        table.connection().client.batch_write_item(RequestItems={TABLE: writes})

    def _put(self, item: Item) -> None:
        table.connection().client.put_item(TableName=TABLE, Item=item)


@contextmanager
def poisoned_app() -> Iterator[PoisonedApp]:
    """The service on a table of its own."""
    with mock_aws(), answering_quickly():
        yield PoisonedApp()


def _frozen(token_hash: bytes) -> Iterator[Item]:
    """The items of the first release, with the fullest record as it is stored today. ``OWNER`` has a feed, and a token
    that is known here."""
    of_today = json.loads(FACTS_IN_ONE_MAP.read_text(encoding="utf-8"))
    fullest = {one["item_id"]["S"]: one for one in of_today if one["item_id"]["S"] == interview_key(EVERYTHING.id)}
    for item in json.loads(FROZEN.read_text(encoding="utf-8")):
        is_fullest = item["owner_id"]["S"] == OWNER and item["item_id"]["S"] in fullest
        typed: Item = value_of(json.dumps(fullest[item["item_id"]["S"]] if is_fullest else item).encode())
        if typed["item_id"]["S"].startswith("REQUEST#") and typed["item_id"]["S"] != REQUEST:
            continue  # they are all alike
        if typed["item_id"]["S"] == "PROFILE" and typed["owner_id"]["S"] == OWNER:
            typed |= {"token_hash": {"B": token_hash}, "calendar_secret": {"S": FEED}}
        yield typed
