"""What a client knows of the service while it sends its requests: its credentials, its records, its cursors."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from random import Random

from chalicelib.links.action import ACTIONS, ActionKind
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

    @property
    def bearer(self) -> str:
        """The owner's token."""
        return token_of(OWNER_ID)

    def record(self) -> str:
        """The id of a record; now and then one that does not exist."""
        return self.rng.choice(list(self.versions)) if self.versions and self.rng.random() < 0.95 else NOBODYS_ID

    def link(self) -> str:
        """The path of a one-click link of the owner."""
        kind = self.rng.choice(list(ActionKind))
        if ACTIONS[kind].opposite:
            return self.deployed.links.token(kind, OWNER_ID, self.deployed.now)
        record = self.record()
        version = max(1, self.versions.get(record, 1) - (self.rng.random() < 0.1))
        return self.deployed.links.token(kind, OWNER_ID, self.deployed.now, record, version)

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
            if len(self.versions) > _MOST_KNOWN:
                del self.versions[next(iter(self.versions))]
