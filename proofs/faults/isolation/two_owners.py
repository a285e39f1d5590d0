"""Two owners in one table: Alex, who sends requests, and Kim, whose every text has a name that Alex must never see."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from chalicelib.links.action import ActionKind
from chalicelib.links.arrival import route_of
from chalicelib.links.proposal_links import ProposalLinks
from chalicelib.links.read_links import ReadLinks
from chalicelib.links.settle_links import SettleLinks, SettlePurpose
from chalicelib.playbook.step import StepKind
from chalicelib.records.digest_claims import RETENTION, DigestState
from chalicelib.records.item_keys import digest_key
from chalicelib.records.table_items import DigestItem
from proofs.faults.deployed import Deployed, token_of
from tests.factories import MONDAY, an_owner
from tests.web.gateway import Reply

ALEX, KIM = "alex", "kim-q7z"
CANARIES = {ALEX: "kanariealex", KIM: "kanariekim"}
PHONES = {ALEX: "+49 30 5550 1111", KIM: "+49 30 5550 2222"}
JSON = {"Content-Type": "application/json"}


@dataclass(frozen=True)
class Belongings:
    """What an owner has: ids of records (open, of two rounds, ended with an offer), the cursors at the ends of their
    lists, the calendar's file and its ETag; of the open record the ids of an event and of a contact; and a waiting
    proposal."""

    records: tuple[str, ...]
    versions: Mapping[str, int]
    by_day: str
    calendar: str
    calendar_tag: str
    event: str
    contact: str
    proposal: str

    @property
    def secret(self) -> str:
        """The secret of the calendar's address."""
        return self.calendar.split(".")[1]


class TwoOwners:
    """The service with both owners; ``undone`` restores what a request has changed."""

    def __init__(self) -> None:
        self.deployed = Deployed(ALEX)
        self.deployed.emptied()
        self.owned = {owner: self._settled(owner) for owner in (ALEX, KIM)}
        self._kept = self.deployed.kept()
        self._texts = self.deployed.items()

    def ask(self, owner: str, method: str, path: str, data: object = None, **headers: str) -> Reply:
        """The answer to an owner's request with their token."""
        sent = {"Authorization": f"Bearer {token_of(owner)}", **JSON, **headers}
        return self.deployed.send(method, path, sent, json.dumps(data).encode() if data is not None else None)

    def reading(self, owner: str, kind: StepKind, record: str) -> str:
        """The path of the link by which a mail of an owner opens a step of their record."""
        return f"/read/{ReadLinks(self.deployed.links).token(owner, record, kind, self.deployed.now)}"

    def seeing(self, owner: str) -> str:
        """The path of the link by which a digest of an owner is said to have arrived."""
        account = self.deployed.parts.owners.get(owner)
        assert account is not None
        route = route_of(account.owner, self.deployed.parts.services.sender)
        return f"/act/{self.deployed.links.token(ActionKind.SEEN, owner, self.deployed.now, route=route)}"

    def settling(self, owner: str, purpose: SettlePurpose, records: Mapping[str, int]) -> str:
        """The path of the link of a digest of an owner that lists these records, at these versions, for a purpose."""
        now, links = self.deployed.now, SettleLinks(self.deployed.links)
        DigestItem(
            owner,
            digest_key(now.date()),
            state=DigestState.SENT,
            at=now,
            lease_until=now,
            expires_at=now + RETENTION,
            to_settle={purpose: records},
        ).save()
        return f"/settle/{links.token(owner, now.date(), purpose, now)}"

    @contextmanager
    def undone(self) -> Iterator[list[str]]:
        """Restore the table after the block; the list then has the keys of all items that were changed in it."""
        changed: list[str] = []
        yield changed
        now = self.deployed.items()
        changed += sorted(key for key in now.keys() | self._texts.keys() if now.get(key) != self._texts.get(key))
        if changed:
            self.deployed.bring_back(self._kept)

    def _settled(self, owner: str) -> Belongings:
        name, phone = CANARIES[owner], PHONES[owner]
        self.deployed.moved_in(an_owner(id=owner, name=name, email=f"{name}@{name}.example", phone=phone))
        process = {"process_id": f"process-of-{owner}"}
        first = self._recorded(owner, "one", **process)
        second = self._recorded(owner, "two", round=2, **process)
        ended, open_one = self._recorded(owner, "offer"), self._recorded(owner, "silent", interview_on="2026-07-06")
        self._happened(owner, first, kind="thank_you_sent", note=name)
        self._happened(owner, ended, kind="heard_back", result="offer", until="2026-08-31", note=name)
        self._happened(owner, open_one, kind="called", result="no_answer", note=name)
        url = self.ask(owner, "POST", "/owner/calendar", {}).data["calendar_url"]
        file = str(url).rpartition("/")[2]
        records = (open_one, ended, first, second)
        found = {one: self.ask(owner, "GET", f"/interviews/{one}").data for one in records}
        versions = {one: int(record["version"]) for one, record in found.items()}
        event, contact = (str(found[open_one][name][0]["id"]) for name in ("events", "contacts"))
        by_day = str(self.ask(owner, "GET", "/interviews?limit=1").data["next"])
        tag = self.ask(owner, "GET", f"/calendar/{file}").headers["ETag"]
        return Belongings(records, versions, by_day, file, tag, event, contact, self._brought_in(owner))

    def _brought_in(self, owner: str) -> str:
        """The id of a proposal of an owner: an invitation from an employer with a name like theirs."""
        employer = CANARIES[owner].capitalize()
        text = f"We would like to interview you for the Clerk position at {employer} Ltd on Friday, 14 August, 3 pm."
        reply = self.ask(owner, "POST", "/capture", {"text": text})
        assert reply.status == 200, reply.text
        token = str(reply.data["accept"]).rpartition("/")[2]
        return ProposalLinks(self.deployed.links).read(token, self.deployed.now).proposal_id

    def _recorded(self, owner: str, what: str, **facts: Any) -> str:
        self.deployed.now += timedelta(seconds=7)
        key = {"Idempotency-Key": f"key-of-{owner}"} if what == "one" else {}
        reply = self.ask(owner, "POST", "/interviews", a_record(owner, what) | facts, **key)
        assert reply.status == 201, reply.text
        return str(reply.data["id"])

    def _happened(self, owner: str, record: str, **event: Any) -> None:
        reply = self.ask(owner, "POST", f"/interviews/{record}/events", event)
        assert reply.status == 201, reply.text


def a_record(owner: str, what: str) -> dict[str, Any]:
    """The fields of a record, each with its owner's mark."""
    name = CANARIES[owner]
    contact = {"name": f"{name} {what}", "phone": PHONES[owner], "email": f"{what}@{name}.example"}
    return {
        "company": f"{name} {what}",
        "position": name,
        "interview_on": MONDAY.isoformat(),
        "contacts": [contact],
        "notes": name,
        "url": f"https://{name}.example/",
    }
