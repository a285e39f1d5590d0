"""The site that a test's browser opens: a local server of its own, with or without a stage before its paths."""

from __future__ import annotations

import email
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import datetime
from email import policy
from typing import Any

from chalicelib.links.action_links import ActionLinks
from chalicelib.links.keyring import keyring_of
from chalicelib.links.read_links import ReadLinks
from chalicelib.links.settle_links import SettleLinks, SettlePurpose
from chalicelib.playbook.step import StepKind
from chalicelib.records.item_keys import digest_key, interview_key
from infra.local.local_owner import OWNER as LOCAL_OWNER
from infra.local.signing_key import signing_key
from tests.browser.staged import NOT_THE_APPS, STAGE
from tests.infra.local_server import ANSWERS_AT, ROOT, LocalServer, Reply
from tests.records.spoiling import spoilt

OWNER = {"name": "Alex Example", "phone": "+49 30 23125 014", "language": "en", "paused_until": None}


class Site(LocalServer):
    """The local server as it is shipped. Paths are the app's own; the addresses carry what stands before them."""

    prefix = ""

    def address_of(self, path: str) -> str:
        """Where a browser finds this path."""
        return f"http://127.0.0.1:{self.port}{self._whole(path)}"

    def ask(
        self,
        method: str,
        path: str,
        data: Any = None,
        *,
        now: str | None = None,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        """Send a request as the owner, without a browser."""
        return super().ask(method, self._whole(path), data, now=now, body=body, headers=headers)

    def clear(self) -> None:
        """Remove all records, and make the owner who they were."""
        for record in self.ask("GET", "/interviews?status=all").json["items"]:
            self.ask("DELETE", f"/interviews/{record['id']}")
        self.ask("PATCH", "/owner", OWNER)

    def spoil(self, interview_id: str, **attributes: Any) -> None:
        """Put these into a stored record, typed as DynamoDB keeps them. The server has the file to itself: it begins
        anew."""
        self._change(interview_key(interview_id), lambda item: spoilt(item, attributes))

    def mailed(self, now: str) -> str:
        """Run the tick, and return the HTML of the mail that it sent."""
        assert self.tick(now)["sent"], "no digest was sent"
        sent = self.ask("GET", f"/_local/outbox/{self.outbox()[0]['id']}.eml").body
        part = email.message_from_bytes(sent, policy=policy.default).get_body(("html",))
        assert part is not None
        html: str = part.get_content()
        return html

    def reading(self, company: str, kind: StepKind, now: str) -> str:
        """The path of the link by which a mail of ``now`` opens a step of a company's record."""
        items = self.ask("GET", "/interviews?status=all&limit=100", now=now).json["items"]
        (record,) = (one["id"] for one in items if one["company"] == company)
        links = ReadLinks(ActionLinks(keyring_of([signing_key(self.folder)])))
        return f"/read/{links.token(LOCAL_OWNER.id, record, kind, datetime.fromisoformat(now))}"

    def settling(self, purpose: SettlePurpose, now: str) -> str:
        """The path of the link by which the mail of ``now``, which was sent, settles all records. Its list is put into
        the stored digest while the server, which has the file to itself, is down."""
        items = self.ask("GET", "/interviews?status=all&limit=100", now=now).json["items"]
        listed = {one["id"]: {"N": str(one["version"])} for one in items}
        at = datetime.fromisoformat(now)
        self._change(digest_key(at.date()), lambda item: item | {"to_settle": {"M": {purpose: {"M": listed}}}})
        links = SettleLinks(ActionLinks(keyring_of([signing_key(self.folder)])))
        return f"/settle/{links.token(LOCAL_OWNER.id, at.date(), purpose, at)}"

    def _change(self, key: str, change: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
        """Change a stored item; the server begins anew."""
        self.end()
        with closing(sqlite3.connect(self.folder / "state.sqlite", isolation_level=None)) as state:
            (stored,) = state.execute("SELECT item FROM items WHERE range = ?", [key]).fetchone()
            state.execute("UPDATE items SET item = ? WHERE range = ?", [json.dumps(change(json.loads(stored))), key])
        self.begin()

    def _whole(self, path: str) -> str:
        return path if path.startswith(NOT_THE_APPS) else self.prefix + path


class StagedSite(Site):
    """The same under a path prefix, as behind the gateway's stage."""

    prefix = STAGE

    def begin(self) -> None:
        """Start it, and wait until it says where it answers."""
        with self.log.open("a") as errors:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.browser.staged"],
                cwd=ROOT,
                env={**os.environ, "STATE": str(self.folder)},
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )
        assert self._process.stdout is not None
        said = next(line for line in self._process.stdout if line.startswith(ANSWERS_AT))
        self.port = int(said.removeprefix(ANSWERS_AT).split("/")[0])


class SpentSite(Site):
    """One for a test after which nobody else can use it."""
