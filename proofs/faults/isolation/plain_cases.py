"""Cases without a matrix: everything that Alex can read, both owners' digests, and that Kim herself gets in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from moto.sesv2.models import sesv2_backends

from chalicelib.links.settle_links import SettlePurpose
from chalicelib.playbook.step import StepKind
from infra.local.stand_in import ACCOUNT, REGION
from proofs.faults.isolation.two_owners import ALEX, CANARIES, KIM, TwoOwners
from proofs.faults.requests.request import HTML

_LISTS = (
    "/interviews?status=all",
    "/interviews?status=ended",
    "/interviews?due=overdue",
    "/contacts",
    "/export.json",
    "/export.csv",
    "/agenda",
    "/digest",
    "/owner",
    "/health",
    "/",
    "/settings",
    "/record",
    "/import",
)


@dataclass
class Read:
    """How many answers and mails were read, and what is wrong with them."""

    tried: int = 0
    violations: list[str] = field(default_factory=list)

    def look(self, what: str, text: str, *, mine: str, theirs: str) -> None:
        """Check that a text holds what is ``mine``, and nothing of ``theirs``."""
        self.tried += 1
        if CANARIES[theirs] in text:
            self.violations.append(f"{what} of {mine} holds what is {theirs}'s")


def cases(two: TwoOwners) -> Read:
    """Read all that each owner can read, and the digests they are sent."""
    read = Read()
    for mine, theirs in ((ALEX, KIM), (KIM, ALEX)):
        account = two.deployed.parts.owners.get(mine)
        assert account is not None
        cookie, _ = two.deployed.session(account)
        for path in (*_LISTS, f"/calendar/{two.owned[mine].calendar}"):
            read.look(path, two.ask(mine, "GET", path).text, mine=mine, theirs=theirs)
            page = two.deployed.send("GET", path, {"Accept": HTML, "Cookie": cookie})
            read.look(f"the page {path}", page.text, mine=mine, theirs=theirs)
        _steps(two, read, mine, theirs)
    _digests(two, read)
    return read


def _steps(two: TwoOwners, read: Read, mine: str, theirs: str) -> None:
    """Read every step and draft of each record by its link, without signing in; also its letter."""
    for record in two.owned[mine].records:
        for kind in StepKind:
            path = two.reading(mine, kind, record)
            for ending in ("", ".eml"):
                reply = two.deployed.send("GET", f"{path}{ending}", {})
                read.look(f"the step {kind}{ending}", reply.text, mine=mine, theirs=theirs)


def _digests(two: TwoOwners, read: Read) -> None:
    """Read a week of both owners' digests."""
    box = sesv2_backends[ACCOUNT][REGION].core_backend.sent_messages
    had: dict[str, int] = {ALEX: 0, KIM: 0}
    for _ in range(8):
        two.deployed.now += timedelta(days=1)
        two.deployed.parts.tick.run(two.deployed.now)
    for message in box:
        to = " ".join(message.destinations)
        mine, theirs = (KIM, ALEX) if CANARIES[KIM] in to else (ALEX, KIM)
        had[mine] += 1
        read.look("a digest", message.raw_data, mine=mine, theirs=theirs)
    read.violations += [f"no digest came to {one}" for one, times in had.items() if not times]


def controls(two: TwoOwners) -> Iterator[str]:
    """Cases in which Kim herself does not get in: there the matrix would prove nothing."""
    record = two.owned[KIM].records[0]
    for path in ("", "/plan", "/drafts", "/edit", "/drafts/status_letter"):
        status = two.ask(KIM, "GET", f"/interviews/{record}{path}").status
        if status != 200:
            yield f"Kim's own {path or 'record'} is answered {status}: the matrix shows nothing"
    for kind, ending in ((StepKind.STATUS_CALL, ""), (StepKind.WITHDRAWAL, ".eml")):
        reply = two.deployed.send("GET", f"{two.reading(KIM, kind, record)}{ending}", {})
        if reply.status != 200 or CANARIES[KIM] not in reply.text:
            yield f"Kim's own link to {kind}{ending} is answered {reply.status}: the matrix shows nothing"
    listing = two.settling(KIM, SettlePurpose.CLOSE, {record: two.owned[KIM].versions[record]})
    if CANARIES[KIM] not in two.deployed.send("GET", listing, {}).text:
        yield "Kim's own list to settle does not show her record: the matrix shows nothing"
    if not two.deployed.send("POST", two.seeing(KIM), {}).text.count("Thank you"):
        yield "Kim's own link that says that her digest arrived does not: the matrix shows nothing"
    for what in _unsafe_things(two, record):
        yield f"Kim's own request changes nothing: {what}"


def _unsafe_things(two: TwoOwners, record: str) -> Iterator[str]:
    for method, path, data in (
        ("PATCH", "", {"round": 3}),
        ("POST", "/events", {"kind": "note", "note": "x"}),
        ("DELETE", "/events/last", None),
        ("PATCH", f"/events/{two.owned[KIM].event}", {"note": "x"}),
        ("DELETE", f"/events/{two.owned[KIM].event}", None),
        ("DELETE", "", None),
    ):
        with two.undone() as changed:
            two.ask(KIM, method, f"/interviews/{record}{path}", data)
        if not any(key.startswith(f"{KIM}/INTERVIEW") for key in changed):
            yield f"{method} {path}"
