"""A proxy between the product and AWS: it forwards calls, and makes one of them fail."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from threading import Event, Lock
from urllib.parse import urlsplit

from proofs.faults.call_sites.fates import Extent, Fate, Operation, Service, Site, Trouble, refusal
from proofs.faults.call_sites.operation_parser import operation_of
from tests.loopback import Answer, PromptStandIn, served

_OF_THE_CONNECTION = frozenset({"connection", "content-length", "date", "server", "transfer-encoding"})
_LONGER_THAN_ANYBODY_WAITS = 90.0  # seconds


@dataclass
class Passed:
    """A call that was made, and how often it was tried."""

    site: Site
    tries: int = 0


@dataclass
class FaultyAws:
    """``address`` is where all services answer; ``behind`` has the real address of each."""

    behind: Mapping[Service, str]
    slow: float  # seconds
    address: str = ""
    passed: dict[str, Passed] = field(default_factory=dict)  # by the client's own id of the call
    trouble: Trouble | None = None
    _over: Event = field(default_factory=Event)
    _lock: Lock = field(default_factory=Lock)

    @contextmanager
    def meeting(self, trouble: Trouble | None) -> Iterator[list[Passed]]:
        """Count the calls anew; in this block one of them meets this trouble. At its end the list has all calls."""
        self.passed, self.trouble, self._over = {}, trouble, Event()
        passed: list[Passed] = []
        try:
            yield passed
        finally:
            passed += self.passed.values()
            self.trouble = None
            self._over.set()

    def fate_of(self, operation: Operation, call_id: str) -> Fate | None:
        """Note one try of a call; what happens to it, None if nothing does."""
        with self._lock:
            if call_id not in self.passed:
                number = 1 + sum(one.site.operation == operation for one in self.passed.values())
                self.passed[call_id] = Passed(Site(operation, number))
            passed = self.passed[call_id]
            passed.tries += 1
        trouble = self.trouble
        is_met = trouble and trouble.site == passed.site and (passed.tries == 1 or trouble.extent is Extent.EVERY_TRY)
        return trouble.fate if trouble and is_met else None

    def wait(self, fate: Fate) -> None:
        """Wait as long as an answer takes; where none ever comes, until no client waits any more."""
        if fate in (Fate.SLOW, Fate.TIMED_OUT):
            self._over.wait(self.slow if fate is Fate.SLOW else _LONGER_THAN_ANYBODY_WAITS)


@contextmanager
def listening(behind: Mapping[Service, str], slow: float) -> Iterator[FaultyAws]:
    """A proxy that listens until the end of the block."""
    front = FaultyAws(behind, slow)
    with served(_handler(front)) as front.address:
        yield front


def _handler(front: FaultyAws) -> type[PromptStandIn]:
    class Handler(PromptStandIn):
        def setup(self) -> None:
            super().setup()
            self._lines: dict[Service, HTTPConnection] = {}

        def finish(self) -> None:
            super().finish()
            for line in self._lines.values():
                line.close()

        def reply(self, body: bytes) -> Answer | None:
            operation = operation_of(self.headers.get("X-Amz-Target", ""), body)
            fate = front.fate_of(operation, self.headers["amz-sdk-invocation-id"])
            if fate is None:
                return self._handed_on(operation.service, body)
            answered = self._handed_on(operation.service, body) if fate.is_done else None
            front.wait(fate)
            return answered if fate.is_answered else refusal(fate, operation.service)

        def _handed_on(self, service: Service, body: bytes) -> Answer:
            line = self._lines.setdefault(service, _line_to(front.behind[service]))
            line.request("POST", self.path, body, _own(dict(self.headers)))
            answered = line.getresponse()
            return answered.status, _own(dict(answered.getheaders())), answered.read()

    return Handler


def _line_to(address: str) -> HTTPConnection:
    there = urlsplit(address)
    return HTTPConnection(str(there.hostname), there.port, timeout=_LONGER_THAN_ANYBODY_WAITS)


def _own(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers without those that belong to one connection."""
    return {name: value for name, value in headers.items() if name.lower() not in _OF_THE_CONNECTION}
