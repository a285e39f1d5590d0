"""The API around one record that nothing changes: what a request takes depends on the request alone."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from chalicelib.errors import NotFound
from chalicelib.links.action import ActionKind
from chalicelib.links.read_links import ReadLinks
from chalicelib.links.settle_links import SettleLinks, SettlePurpose
from chalicelib.playbook.event import Event, EventKind
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.playbook.step import StepKind
from chalicelib.records.digest_claims import Digests, ToSettle
from chalicelib.records.idempotency_store import FirstResponse, RequestKey, ResponseCondition
from chalicelib.records.interview_mapping import Record
from chalicelib.records.new_record import NewRecord
from chalicelib.records.owners import EPOCH, Account, Owners
from chalicelib.records.processes import planned_in_own_process
from chalicelib.settings import Settings
from chalicelib.usecases.tokens import new_token
from chalicelib.web.http.application import Afterword
from chalicelib.web.http.sessions import COOKIE
from chalicelib.web.urls import BLUEPRINT
from chalicelib.wiring import Wiring
from infra import catalogs
from proofs.faults.escapes.in_memory_api import FEED, InMemoryInterviews
from proofs.faults.escapes.records import NOW
from tests.digest.given import ADDRESS, SENDER
from tests.factories import MONDAY, a_contact, an_event, an_interview, an_owner
from tests.web.gateway import Gateway

RECORD = an_interview(
    id="01K2ABCDEFGHJKMNPQRSTVWXYZ",
    contacts=(a_contact(id="c1"),),
    events=(an_event(EventKind.NOTE, MONDAY, id="e1"), an_event(EventKind.NOTE, MONDAY, id="e2")),
)


class OneRecord(InMemoryInterviews):
    """Every write is planned as ever, and forgotten."""

    records = (RECORD,)

    def get(self, owner_id: str, interview_id: str) -> Interview:
        """The one record."""
        if interview_id != RECORD.id:
            raise NotFound(interview_id)
        return RECORD

    def each(self, owner_id: str, after: str | None = None) -> Iterator[Record]:
        """The one record."""
        return iter(self.records)

    def entrant(self, owner: Owner, interview: Interview, now: datetime) -> NewRecord:
        """A record by itself, whatever process it names."""
        return NewRecord(self.save(owner, interview, now))

    def free_to_answer(self, owner_id: str, key: RequestKey, now: datetime) -> ResponseCondition:
        """No request came before."""
        return None  # type: ignore[return-value]  # ``add`` looks at no condition here

    def add(
        self, owner: Owner, entrant: NewRecord, answer: FirstResponse, now: datetime, is_free: ResponseCondition
    ) -> None:
        """Nothing is kept."""

    def import_first_sent_at(self, owner_id: str, key: RequestKey, now: datetime) -> datetime:
        """No import came before."""
        return now

    def save(self, owner: Owner, interview: Interview, now: datetime) -> PlannedInterview:
        """The record, planned."""
        return planned_in_own_process(interview, self._planner(owner, now))

    def restore(
        self, owner: Owner, interview: Interview, now: datetime, over_version: int | None = None
    ) -> PlannedInterview:
        """The record, planned."""
        return self.save(owner, interview, now)

    def open_next_round(
        self, owner: Owner, ended: Interview, following: Interview, now: datetime
    ) -> tuple[PlannedInterview, PlannedInterview]:
        """Both, planned."""
        return self.save(owner, ended, now), self.save(owner, following, now)

    def close_next_round(
        self, owner: Owner, reopened: Interview, undone: Event, now: datetime, instead: Interview | None = None
    ) -> PlannedInterview:
        """The record, planned."""
        return self.save(owner, reopened, now)

    def remove(self, owner_id: str, interview_id: str, version: int | None) -> None:
        """Nothing is removed."""
        self.get(owner_id, interview_id)

    def plan_anew(self, owner: Owner, now: datetime) -> int:
        """Nothing moves."""
        return 0


class OneAccount(Owners):
    """One owner, whose changes are forgotten."""

    account: Account

    def get(self, owner_id: str) -> Account | None:
        """The owner's account."""
        return self.account if owner_id == self.account.owner.id else None

    def save(self, account: Account) -> Account:
        """The account as it would be."""
        return account

    def mark_planned(self, account: Account) -> Account:
        """The account as it is."""
        return account


class _NoDigests(Digests):
    def latest(self, owner_id: str) -> None:
        """None was sent."""

    def to_settle(self, owner_id: str, on: date) -> ToSettle:
        """The one record, to be closed."""
        return {SettlePurpose.CLOSE: {RECORD.id: RECORD.version}}


class StandingStill:
    """The gateway, and what signs a program and a browser in."""

    def __init__(self) -> None:
        catalogs.compile_all()
        logging.disable(logging.CRITICAL)
        settings = Settings(
            table="afterword-none", region="eu-central-1", sender=SENDER, owner_id="alex", signing_keys=("k" * 32,),
            address=ADDRESS,
        )  # fmt: skip
        wiring = Wiring(settings, now=lambda: NOW)
        wiring.interviews, owners = OneRecord(), OneAccount()
        wiring.owners, wiring.digests = owners, _NoDigests()
        token, token_hash = new_token("alex")
        owners.account = Account(
            owner=an_owner(id="alex"), token_hash=token_hash, next_digest_at=EPOCH, version=1, calendar_secret=FEED
        )
        app = Afterword(app_name="afterword")
        app.services = lambda: wiring.services
        app.register_blueprint(BLUEPRINT)
        self.gateway = Gateway(app)
        services = wiring.services
        session = services.sessions().new_session(owners.account, NOW)
        self.form_token = services.sessions().form_token(session)
        self.program: Mapping[str, str] = {"Authorization": f"Bearer {token}"}
        self.browser: Mapping[str, str] = {
            "Cookie": f"{COOKIE}={services.sessions().cookie(session)}",
            "Accept": "text/html",
            "Sec-Fetch-Site": "same-origin",
            "Sec-Fetch-Mode": "navigate",
        }
        self._links = services.links()

    def parts(self, path: str) -> Mapping[str, str]:
        """Valid parts of the path of a route."""
        click = self._links.token(ActionKind.WAIT, "alex", NOW, RECORD.id, RECORD.version)
        step = ReadLinks(self._links).token("alex", RECORD.id, StepKind.STATUS_LETTER, NOW)
        settle = SettleLinks(self._links).token("alex", NOW.date(), SettlePurpose.CLOSE, NOW)
        return {
            "interview_id": RECORD.id,
            "kind": StepKind.STATUS_LETTER,
            "event_id": RECORD.events[0].id,
            "contact_id": RECORD.contacts[0].id,
            "token": {"/read/{token}": step, "/settle/{token}": settle}.get(path, click),
            "file": f"alex.{FEED}.ics",
        }

    def event(self, method: str, path: str, headers: Mapping[str, str], body: bytes | None) -> dict[str, Any]:
        """The gateway's event for a request."""
        return self.gateway.event(method, path, body, {"Host": "afterword.example"} | dict(headers))
