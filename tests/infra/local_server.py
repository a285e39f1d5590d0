"""The local server as its user starts it: a process of its own, asked over HTTP."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
ANSWERS_AT = "Afterword answers at http://127.0.0.1:"
SECONDS_TO_STOP = 10


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer; the names of its headers are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body as data."""
        return json.loads(self.body)


class LocalServer:
    """A server on a folder, one at a time; it can ``begin`` again after it has ended."""

    def __init__(self, folder: Path, tricks: str = "on") -> None:
        self.folder = folder
        self._tricks = tricks
        self.log = folder.with_name(f"{folder.name}.log")
        self.port = 0
        self._process: subprocess.Popen[str] | None = None

    def begin(self) -> None:
        """Start it, and wait until it says where it answers."""
        self._process = run_it({"PORT": "0", "STATE": str(self.folder), "TRICKS": self._tricks}, self.log)
        assert self._process.stdout is not None
        said = next(line for line in self._process.stdout if line.startswith(ANSWERS_AT))
        self.port = int(said.removeprefix(ANSWERS_AT).split("/")[0])

    def end(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Send it a signal, wait for its end, and return its exit code."""
        assert self._process is not None
        self._process.send_signal(number)
        self._process.communicate(timeout=SECONDS_TO_STOP)
        return self._process.returncode

    def said(self) -> str:
        """The line that it printed after its address: where the token is."""
        assert self._process is not None
        assert self._process.stdout is not None
        return self._process.stdout.readline()

    @property
    def token(self) -> str:
        """What the token file holds."""
        return (self.folder / "token").read_text().strip()

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
        """Send a request as the owner, at ``now``: ``data`` as JSON, or ``body`` as it is."""
        sent = {"Authorization": f"Bearer {self.token}"} | ({} if now is None else {"X-Local-Now": now})
        if data is not None:
            body = json.dumps(data).encode()
            sent["Content-Type"] = "application/json"
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path, body, sent | dict(headers or {}))
            answer = connection.getresponse()
            return Reply(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    def record(self, *, now: str, **changes: Any) -> Any:
        """Record an interview at Acme on Monday 3 August 2026, but for the changes; what the server answered."""
        reply = self.ask("POST", "/interviews", an_interview(**changes), now=now)
        assert reply.status == 201, reply.body
        return reply.json

    def tick(self, now: str) -> Any:
        """Run the tick at ``now``."""
        return self.ask("POST", "/_local/tick", now=now).json

    def outbox(self) -> list[dict[str, str]]:
        """The list of mails."""
        mails: list[dict[str, str]] = self.ask("GET", "/_local/outbox").json
        return mails


def an_interview(**changes: Any) -> dict[str, Any]:
    """The fields of an interview, as one posts them."""
    contact = {"name": "Dana Winter", "phone": "+49 30 23125 021", "email": "dana.winter@acme.example"}
    facts = {"company": "Acme", "position": "Data Engineer", "interview_on": "2026-08-03", "contacts": [contact]}
    return facts | changes


def run_it(settings: Mapping[str, str], log: Path | None = None) -> subprocess.Popen[str]:
    """Start the server with these settings; its stderr goes to ``log``, or to the same pipe as its stdout."""
    command = [sys.executable, "-m", "infra.local"]
    with log.open("a") if log else open(os.devnull, "w") as errors:
        return subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, **settings},
            stdout=subprocess.PIPE,
            stderr=errors if log else subprocess.STDOUT,
            text=True,
        )
