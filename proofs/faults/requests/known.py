"""What a client knows of the service while it sends its requests: its credentials, its records, its cursors."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from random import Random

from chalicelib.links.action import ACTIONS, ActionKind
from chalicelib.links.arrival import route_of
from chalicelib.links.read_links import ReadLinks
from chalicelib.links.settle_links import SettleLinks, SettlePurpose
from chalicelib.playbook.step import StepKind
from chalicelib.records.digest_claims import LEASE
from proofs.faults.deployed import Deployed, token_of
from tests.web.gateway import Reply

OWNER_ID = "alex"
NOBODYS_ID = "01K1S0M3000000000000000009"
_MOST_KNOWN = 12


@dataclass
class ClientState:
    """Learns from the answers, so that later requests are about records that exist. ``calendar`` is the name of the
    feed's file; ``cookie`` and ``form_token`` are those of a session."""

    deployed: Deployed
    rng: Random
    today: date
    cookie: str = ""
    form_token: str = ""
    calendar: str = ""
    versions: dict[str, int] = field(default_factory=dict)
    cursors: list[str] = field(default_factory=list)
    events: list[str] = field(default_factory=list)
    contacts: list[str] = field(default_factory=list)

    @property
    def bearer(self) -> str:
        """The owner's token."""
        return token_of(OWNER_ID)

    def record(self) -> str:
        """The id of a record; now and then one that does not exist."""
        return self.rng.choice(list(self.versions)) if self.versions and self.rng.random() < 0.95 else NOBODYS_ID

    def event(self) -> str:
        """The id of an event of some record; now and then one that does not exist."""
        return self.rng.choice([*self.events, "0000000000"])

    def contact(self) -> str:
        """The id of a contact of some record; now and then one that does not exist."""
        return self.rng.choice([*self.contacts, "0000000000"])

    def link(self) -> str:
        """The path of a one-click link of the owner."""
        kind = self.rng.choice(list(ActionKind))
        if ACTIONS[kind].opposite:
            return self.deployed.links.token(kind, OWNER_ID, self.deployed.now)
        if kind is ActionKind.SEEN:
            return self.deployed.links.token(kind, OWNER_ID, self.deployed.now, route=self._route())
        record = self.record()
        version = max(1, self.versions.get(record, 1) - (self.rng.random() < 0.1))
        return self.deployed.links.token(kind, OWNER_ID, self.deployed.now, record, version)

    def _route(self) -> str:
        """What the links of a digest prove: the owner's present way, or one of before."""
        account = self.deployed.parts.owners.get(OWNER_ID)
        present = route_of(account.owner, self.deployed.parts.services.sender) if account else ""
        return self.rng.choice((present, "0123456789"))

    def reading(self) -> str:
        """The token of a link of the owner to a step of a record."""
        kind = self.rng.choice(list(StepKind))
        return ReadLinks(self.deployed.links).token(OWNER_ID, self.record(), kind, self.deployed.now)

    def settling(self) -> str:
        """The token of a link of the owner to what a digest of now listed; it lists what is known."""
        digests, now = self.deployed.parts.digests, self.deployed.now
        purpose = self.rng.choice(list(SettlePurpose))
        if claim := digests.claim(OWNER_ID, now.date(), now, LEASE):
            digests.mark_sent(claim, "kanarie", now, dict.fromkeys(SettlePurpose, self.versions))
        return SettleLinks(self.deployed.links).token(OWNER_ID, now.date(), purpose, now)

    def learn(self, reply: Reply) -> None:
        """Note the ids and cursors of an answer."""
        is_data = reply.headers.get("Content-Type") == "application/json" and reply.text
        if not is_data or reply.status >= 300:
            return
        data = reply.data
        if not isinstance(data, dict):
            return
        self._learn_record(data)
        if url := data.get("calendar_url"):
            self.calendar = str(url).rpartition("/")[2]
        if cursor := data.get("next"):
            self.cursors = [*self.cursors[-5:], str(cursor)]

    def _learn_record(self, data: dict[str, object]) -> None:
        record, version = data.get("id"), data.get("version")
        if isinstance(record, str) and isinstance(version, int) and "company" in data:
            self.versions[record] = version
            self.events = self._ids(data, "events") or self.events
            self.contacts = self._ids(data, "contacts") or self.contacts
            if len(self.versions) > _MOST_KNOWN:
                del self.versions[next(iter(self.versions))]

    def _ids(self, data: dict[str, object], name: str) -> list[str]:
        parts = data.get(name)
        return [str(part["id"]) for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []
