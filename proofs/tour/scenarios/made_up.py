"""Generated requests: valid, with one fault, and with several at once."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from chalicelib.playbook.owner import Owner
from proofs.tour.caller import Caller
from proofs.tour.generated.faults import a_fault
from proofs.tour.generated.valid_requests import ClientState, meant
from proofs.tour.owners import ALEX, DASHA, SAM
from proofs.tour.plots.words import DANA
from proofs.tour.resident import Resident
from proofs.tour.scenarios import scenario
from proofs.tour.scene import Scene
from proofs.tour.values import EVENTS_GOOD, LEAST

_EACH = 500


@scenario
def made_up_in_english(scene: Scene) -> None:
    """Requests of Alex; every second one has one fault."""
    _ask(scene, ALEX, lambda rng: rng.randrange(2))


@scenario
def made_up_in_russian(scene: Scene) -> None:
    """Requests of Dasha."""
    _ask(scene, DASHA, lambda rng: rng.randrange(2))


@scenario
def made_up_by_sam(scene: Scene) -> None:
    """Requests of Sam; each has one fault."""
    _ask(scene, SAM, lambda _: 1)


@scenario
def double_faults(scene: Scene) -> None:
    """Requests with two to four faults: which of them is answered shows what is checked first."""
    _ask(scene, ALEX, lambda rng: rng.randint(2, 4))


def _ask(scene: Scene, owner: Owner, how_many_faults: Callable[[Random], int]) -> None:
    rng = Random(scene.name)
    known = _settled(Resident(scene, owner), rng)
    anybody = Caller(scene, owner.id)
    for number in range(_EACH):
        if number % 60 == 0:
            scene.at(f"2026-08-{4 + number // 60:02}T09:00+02:00")
        request = meant(known)
        faults = [a_fault(rng) for _ in range(how_many_faults(rng))]
        for fault in faults:
            fault(request, rng)
        named = " ".join(fault.__name__.strip("_") for fault in faults)
        headers = {name: value for name, value in request.all_headers.items() if value}
        anybody.send(f"{number} {named}".strip(), request.method, request.address, request.body, **headers)


def _settled(resident: Resident, rng: Random) -> ClientState:
    """Set up records at every stage, the links of their pages, and a session."""
    records = []
    for number, event in enumerate(EVENTS_GOOD):
        facts = LEAST | {"company": f"Company {number}", "contacts": [DANA]}
        records.append(resident.program.record(f"settles {number}", **facts)["id"])
        resident.program.post(f"settles {number}: event", f"/interviews/{records[-1]}/events", event)
    resident.open_feed()
    resident.browser.sign_in(resident.token)
    links = [link for one in records for link in _links(resident, one)]
    resident.browser.open("settles: a form", "/record")
    form_token = resident.browser.hidden["form_token"]
    cookie = resident.browser.cookie
    return ClientState(resident.token, cookie, form_token, tuple(records), tuple(links), resident.feed, rng)


def _links(resident: Resident, record_id: str) -> list[str]:
    resident.browser.open("settles: a page", f"/interviews/{record_id}")
    return resident.browser.links
