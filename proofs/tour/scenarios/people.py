"""The people on a record, and its earlier events: by programs and by the pages, validly and invalidly."""

from __future__ import annotations

from chalicelib.playbook.owner import Owner
from proofs.tour.browser import Browser
from proofs.tour.caller import Caller
from proofs.tour.owners import ALEX, DASHA, SAM, create_owner
from proofs.tour.scenarios import scenario
from proofs.tour.scene import Scene
from proofs.tour.values import EVENTS_BAD, EVENTS_GOOD, LEAST

_PEOPLE = (
    {"contact_name": "Kim <Moss>", "contact_role": "supervisor", "contact_email": "kim@acme.example"},
    {"contact_name": "Kim <Moss>", "contact_role": "supervisor", "contact_email": "kim@acme.example"},
    {"contact_phone": "+49 30 23125 000", "contact_role": "office", "contact_met": "on", "contact_notes": "trains"},
    {"contact_role": "ceo"}, {"contact_name": "x" * 201}, {"contact_phone": "call me"}, {"contact_email": "@"},
    {"contact_role": "friend", "contact_name": "Kim"}, {"company": "Acme"},
)  # fmt: skip
_EVENTS = (
    {"what": "letter_sent", "on": "2026-08-03", "note": "it was <mine>"}, {"what": "called no_decision", "day": "x"},
    {"what": "note", "on": "2026-09-30"}, {"what": "heard_back offer", "day": "2026-08-20"}, {"what": "danced"},
    {"what": "snoozed", "day": "2026-08-20"}, {"what": "note", "day": "2026-08-20"}, {"what": "offer_accepted"},
)  # fmt: skip


@scenario
def people_and_earlier_events(scene: Scene) -> None:
    """Alex's pages, and a stranger at their addresses."""
    _pages(scene, ALEX)


@scenario
def people_and_earlier_events_in_russian(scene: Scene) -> None:
    """Dasha's pages."""
    _pages(scene, DASHA)


@scenario
def earlier_events(scene: Scene) -> None:
    """Each event of a record becomes each other, and is taken back."""
    alex, sam = (Caller.with_token(scene, owner.id, create_owner(owner)) for owner in (ALEX, SAM))
    for number, event in enumerate(EVENTS_GOOD):
        record = alex.record(f"records {number}", **LEAST | {"contact_phone": "+49 30 23125 021"})
        path = f"/interviews/{record['id']}/events"
        told = alex.post(f"event {number}", path, event)
        alex.post(f"a note after event {number}", path, {"kind": "note"})
        if told.status != 201:
            continue
        address = f"{path}/{told.data['events'][0]['id']}"
        for other, changed in enumerate((*EVENTS_GOOD, *EVENTS_BAD)):
            alex.patch(f"event {number} becomes {other}", address, changed)
        for match in ('"1"', "x", "*"):
            alex.patch(f"event {number} if {match}", address, {"note": match}, If_Match=match)
        sam.patch(f"Sam changes event {number}", address, {"note": "mine"})
        sam.delete(f"Sam takes event {number} back", address)
        for again in range(2):
            alex.delete(f"event {number} is taken back {again}", address)
    alex.get("everybody", "/contacts")
    alex.get("everybody after no record", "/contacts?cursor=x")
    sam.get("nobody", "/contacts")


def _pages(scene: Scene, owner: Owner) -> None:
    token = create_owner(owner)
    program = Caller.with_token(scene, f"{owner.id}'s program", token)
    record = program.record("records", **LEAST | {"contact_name": "Dana Winter"})
    path = f"/interviews/{record['id']}"
    browser = Browser(scene, owner.id)
    browser.sign_in(token)
    for number, fields in enumerate(_PEOPLE):
        browser.open(f"before somebody {number}", f"{path}/contacts")
        browser.send(f"somebody {number}", f"{path}/contacts", fields)
        address = f"{path}/contacts/{record['contacts'][0]['id']}"
        browser.open(f"before a change {number}", address)
        browser.send(f"a change {number}", address, fields)
    browser.open("everybody", "/contacts")
    for ending in ("/contacts/none", "/events/none/edit", "/events/none/remove"):
        browser.open(f"nothing at {ending}", f"{path}{ending}")
    browser.open("before who was there", path)
    browser.send("who was there", f"{path}/met", {f"notes_{record['contacts'][0]['id']}": "no ties"})
    browser.send("a removal", f"{path}/contacts/{record['contacts'][0]['id']}/remove")
    for event in ({"kind": "called", "result": "no_answer"}, {"kind": "note", "note": "the last"}):
        record = program.tell(f"tells {event}", record["id"], **event)
    address = f"{path}/events/{record['events'][0]['id']}"
    for number, fields in enumerate(_EVENTS):
        browser.open(f"before event {number}", f"{address}/edit")
        browser.send(f"a look at event {number}", f"{address}/edit", fields | {"look": "yes"})
        browser.send(f"event {number}", f"{address}/edit", fields)
    browser.open("what it does to take it back", f"{address}/remove")
    browser.send("takes it back", f"{address}/remove")
    browser.send("takes it back again", f"{address}/remove")
    browser.send("changes what is gone", f"{address}/edit", _EVENTS[0])
