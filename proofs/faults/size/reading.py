"""The API on records in memory, and every address of it that is read, page by page to the end."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from html import unescape

from chalicelib.errors import UnreadableRecord
from chalicelib.links.read_links import ReadLinks
from chalicelib.links.settle_links import SettleLinks, SettlePurpose
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.step import StepKind
from chalicelib.records.digest_claims import Digests, ToSettle
from chalicelib.records.interview_mapping import Record, interview_in
from chalicelib.records.owners import EPOCH, Account
from chalicelib.settings import Settings
from chalicelib.usecases.tokens import new_token
from chalicelib.view_models.settle_lists import MOST_SETTLED
from chalicelib.web.http.application import Afterword
from chalicelib.web.http.sessions import COOKIE
from chalicelib.web.urls import BLUEPRINT, URLS
from chalicelib.wiring import Wiring
from proofs.faults.escapes.in_memory_api import FEED, InMemoryInterviews, OneOwner
from proofs.faults.escapes.records import NOW
from proofs.faults.size.shelves import Shelf
from tests.digest.given import ADDRESS, SENDER
from tests.web.gateway import Gateway, Reply

MOST_BYTES = 6_000_000
_JSON, _HTML = {"Accept": "application/json"}, {"Accept": "text/html"}
# Those that go on in pages; they are followed to the end, and then every open record must have been seen. The digest
# has no pages: what it folds is on today's page (D3).
PAGED = (
    "/",
    "/agenda",
    "/interviews?limit=100",
    "/interviews?status=all&limit=100",
    "/contacts",
    "/export.json",
    "/export.csv",
)
_ELSEWHERE = ("/health",)  # reads the digests, which are no records; always some hundred bytes
_LINK = re.compile(r'href="[^"]*?((?:/|/interviews|/contacts)\?(?:[^"]*&)?cursor=[^"]+)"')
_ID = re.compile(r"01K1S0M3\d{18}")
_MOST_UNREADABLE_SHOWN = 100


class Shelved(InMemoryInterviews):
    """One owner's records, all of them open, page by page."""

    def get(self, owner_id: str, interview_id: str) -> Interview:
        return interview_in(next(record for record in self.records if record.id == interview_id))

    def page(
        self, owner_id: str, *, is_ended_only: bool, limit: int, after: str | None
    ) -> tuple[list[Record], str | None]:
        found: list[Record] = (
            [one for one in reversed(self.records) if after is None or one.id < after] if not is_ended_only else []
        )
        return found[:limit], found[limit - 1].id if len(found) > limit else None


class Listing(Digests):
    """Digests that list as many records as a link can settle, each at its first version."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._ids = tuple(ids)[:MOST_SETTLED]

    def to_settle(self, owner_id: str, on: date) -> ToSettle:
        return dict.fromkeys(SettlePurpose, dict.fromkeys(self._ids, 1))


class Reading:
    """Reads an owner's addresses, and says what is wrong with the answers."""

    def __init__(self, shelf: Shelf) -> None:
        settings = Settings(
            table="afterword-none", region="eu-central-1", sender=SENDER, owner_id="alex", signing_keys=("k" * 32,),
            address=ADDRESS,
        )  # fmt: skip
        self._wiring, self._shelf = Wiring(settings, now=lambda: NOW), shelf
        records, owners = Shelved(), OneOwner()
        records.records = shelf.records  # type: ignore[assignment]  # those that cannot be read too
        token, token_hash = new_token("alex")
        owners.account = Account(
            owner=shelf.owner, token_hash=token_hash, next_digest_at=EPOCH, version=1, calendar_secret=FEED
        )
        self._wiring.interviews, self._wiring.owners = records, owners
        self._wiring.digests = Listing(one.id for one in shelf.records)
        app = Afterword(app_name="afterword")
        app.log.disabled = True
        app.services = lambda: self._wiring.services
        app.register_blueprint(BLUEPRINT)
        self._gateway = Gateway(app).signed_in(token)
        sessions = self._wiring.services.sessions()
        self._cookie = {"Cookie": f"{COOKIE}={sessions.cookie(sessions.new_session(owners.account, NOW))}"}

    def faults(self) -> Iterator[tuple[str, str | None]]:
        """Each address that was read, and what is wrong with its answer or, after the last page, with all of them."""
        for path in self._paths():
            for headers in (_JSON, _HTML):
                yield from self._read(path, headers)

    def _read(self, path: str, headers: dict[str, str]) -> Iterator[tuple[str, str | None]]:
        seen: set[str] = set()
        at: str | None = path
        while at:
            reply = self._gateway.get(at, **headers, **self._cookie)
            size = len(json.dumps({"statusCode": reply.status, "headers": dict(reply.headers), "body": reply.text}))
            wrong = f"{size:,} bytes" if size > MOST_BYTES else f"{reply.status}" if reply.status >= 500 else None
            yield f"{at} {headers['Accept']}", wrong
            seen |= set(_ID.findall(reply.text))
            at = _next(path, reply) if reply.status == 200 else None
        if path in PAGED:
            missing = {one.id for one in self._shelf.records if not isinstance(one, UnreadableRecord)} - seen
            yield path, f"{len(missing)} records are on no page" if missing else None

    def _paths(self) -> Iterator[str]:
        first = self._shelf.records[0].id
        values = {"interview_id": [first], "kind": [*StepKind], "file": [f"alex.{FEED}.ics"], **self._parts()}
        for url in URLS:
            values["token"] = self._tokens(url.path, first)
            if url.method == "GET" and url.path not in _ELSEWHERE:
                yield from _filled(url.path, values)
        yield from (path for path in PAGED if "?" in path)

    def _parts(self) -> dict[str, list[str]]:
        """An event and a contact of the first record; of one that cannot be read, none."""
        record = self._shelf.records[0]
        interview = record if isinstance(record, Interview) else None
        return {
            "event_id": [event.id for event in interview.events[-1:]] if interview and interview.events else ["none"],
            "contact_id": [one.id for one in interview.contacts[:1]] if interview and interview.contacts else ["none"],
        }

    def _tokens(self, path: str, record: str) -> list[str]:
        """The links that open each step of a record, and its letter; or those to what a digest listed."""
        links = ReadLinks(self._wiring.services.links())
        if path.startswith("/settle/"):
            several = SettleLinks(self._wiring.services.links())
            return [several.token(self._shelf.owner.id, NOW.date(), purpose, NOW) for purpose in SettlePurpose]
        if not path.startswith("/read/"):
            return ["none"]
        tokens = [links.token(self._shelf.owner.id, record, kind, NOW) for kind in StepKind]
        return [f"{token}{ending}" for token in tokens for ending in ("", ".eml")]


def _filled(path: str, values: dict[str, list[str]]) -> list[str]:
    """The paths of a route, with each value of its parameter."""
    paths = [path]
    for name, some in values.items():
        paths = [one.replace(f"{{{name}}}", value) for one in paths for value in (some if name in path else some[:1])]
    return paths


def _next(path: str, reply: Reply) -> str | None:
    """Where the page after this one is, as the answer says it."""
    if 'rel="next"' in reply.headers.get("Link", ""):
        return reply.headers["Link"].partition("<")[2].partition(">")[0].removeprefix("/api")
    if reply.headers.get("Content-Type", "").startswith("text/html"):
        found = _LINK.search(reply.text)
        return unescape(found[1]) if found else None
    if not path.startswith(("/agenda", "/interviews", "/contacts")) or path.startswith("/interviews/"):
        return None
    cursor = reply.data.get("next")
    return f"{path}{'&' if '?' in path else '?'}cursor={cursor}" if cursor else None
