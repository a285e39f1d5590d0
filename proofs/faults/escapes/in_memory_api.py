"""The API on records in memory: only its output is tested here, which needs no table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from chalicelib.links.read_links import ReadLinks
from chalicelib.links.settle_links import SettleLinks, SettlePurpose
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.step import StepKind
from chalicelib.records.digest_claims import Digests, ToSettle
from chalicelib.records.interview_mapping import Record
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import EPOCH, Account, Owners
from chalicelib.records.proposals import Proposals
from chalicelib.settings import Settings
from chalicelib.usecases.tokens import new_token
from chalicelib.web.http.application import Afterword
from chalicelib.web.http.sessions import COOKIE
from chalicelib.web.urls import BLUEPRINT
from chalicelib.wiring import Wiring
from proofs.faults.escapes.records import NOW
from tests.digest.given import ADDRESS, SENDER
from tests.web.gateway import Gateway, Reply

FEED = "c" * 43
HTML = {"Accept": "text/html"}


class InMemoryInterviews(Interviews):
    """One owner's records, all of them open."""

    records: Sequence[Interview] = ()

    def get(self, owner_id: str, interview_id: str) -> Interview:
        """The record of an id."""
        return next(record for record in self.records if record.id == interview_id)

    def open(self, owner_id: str) -> list[Record]:
        """All records."""
        return list(self.records)

    def page(
        self, owner_id: str, *, is_ended_only: bool, limit: int, after: str | None
    ) -> tuple[list[Record], str | None]:
        """All records, on one page."""
        return list(self.records), None

    def of_process(self, owner_id: str, process_id: str) -> list[Interview]:
        """One record: each has a process of its own."""
        return []


class OneOwner(Owners):
    """Owners with one owner, who sends the requests."""

    account: Account

    def get(self, owner_id: str) -> Account | None:
        """The owner's account, whatever the id."""
        return self.account


class Listing(Digests):
    """Digests that list all records for each purpose, the first half of them as they are now."""

    def __init__(self, records: Sequence[Interview]) -> None:
        half = len(records) // 2
        self._listed = {one.id: one.version + (number > half) for number, one in enumerate(records)}

    def to_settle(self, owner_id: str, on: date) -> ToSettle:
        """The records."""
        return dict.fromkeys(SettlePurpose, self._listed)


class Api:
    """The application as it is wired, around a shelf."""

    def __init__(
        self,
        interviews: InMemoryInterviews | None = None,
        owners: OneOwner | None = None,
        proposals: Proposals | None = None,
    ) -> None:
        settings = Settings(
            table="afterword-none", region="eu-central-1", sender=SENDER, owner_id="alex", signing_keys=("k" * 32,),
            address=ADDRESS,
        )  # fmt: skip
        self._wiring = Wiring(settings, now=lambda: NOW)
        self._shelf, self._owner = interviews or InMemoryInterviews(), owners or OneOwner()
        self._wiring.interviews, self._wiring.owners = self._shelf, self._owner
        if proposals is not None:
            self._wiring.proposals = proposals
        self._token, self._token_hash = new_token("alex")
        app = Afterword(app_name="afterword")
        app.log.disabled = True
        app.services = lambda: self._wiring.services
        app.register_blueprint(BLUEPRINT)
        self._gateway = Gateway(app).signed_in(self._token)

    def holds(self, owner: Owner, records: Sequence[Interview]) -> None:
        """Replace the owner and the records."""
        self._shelf.records = records
        self._owner.account = Account(
            owner=owner, token_hash=self._token_hash, next_digest_at=EPOCH, version=1, calendar_secret=FEED
        )

    def page(self, path: str) -> str:
        """A page as a signed-in browser gets it."""
        sessions = self._wiring.services.sessions()
        cookie = f"{COOKIE}={sessions.cookie(sessions.new_session(self._owner.account, NOW))}"
        return self._answer(path, **HTML, Cookie=cookie)

    def step(self, kind: StepKind, interview_id: str) -> str:
        """The page of a step as a link of the mail opens it."""
        links = ReadLinks(self._wiring.services.links())
        return self._answer(f"/read/{links.token('alex', interview_id, kind, NOW)}")

    def settling(self, purpose: SettlePurpose) -> str:
        """The page of a digest's link that lists all records for a purpose."""
        self._wiring.digests = Listing(self._shelf.records)
        links = SettleLinks(self._wiring.services.links())
        return self._answer(f"/settle/{links.token('alex', NOW.date(), purpose, NOW)}")

    def bring(self, raw: bytes, kind: str) -> Reply:
        """The answer to a document that is sent to be read."""
        return self._gateway.send("POST", "/capture", raw, Content_Type=kind)

    def data(self, path: str) -> str:
        """The body that a program gets."""
        return self._answer(path)

    def _answer(self, path: str, **headers: str) -> str:
        reply = self._gateway.get(path, **headers)
        assert reply.status == 200, f"{path} answers {reply.status}"
        return reply.text
