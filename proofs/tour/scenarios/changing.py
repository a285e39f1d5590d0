"""Change and remove records, and record events: with every fault, and with ``If-Match``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from proofs.tour.caller import PAGE, Caller
from proofs.tour.owners import ALEX, DASHA, SAM, create_owner
from proofs.tour.scenarios import scenario
from proofs.tour.scene import Scene
from proofs.tour.values import EVENTS_BAD, EVENTS_GOOD, INTERVIEW_BAD, INTERVIEW_GOOD, LEAST

_VERSIONS = ('"1"', "1", 'W/"1"', "*", '"999999999"', '"-1"', '"1", "2"', "٣", "x", '""')


@scenario
def changing(scene: Scene) -> None:
    """Each field of a record, valid and invalid."""
    alex = Caller.with_token(scene, "alex", create_owner(ALEX))
    path = f"/interviews/{alex.record('records', **LEAST)['id']}"
    for verdict, fields in (("fits", INTERVIEW_GOOD), ("does not fit", INTERVIEW_BAD)):
        for field, values in fields.items():
            for number, value in enumerate(values):
                alex.patch(f"{field[:20]!r} {verdict} {number}", path, {field: value})
    alex.patch("nothing", path, {})
    alex.patch("clears all", path, dict.fromkeys(INTERVIEW_GOOD))
    version = alex.get("reads", path).data["version"]
    for match in (*_VERSIONS, f'"{version}"', str(version)):
        alex.patch(f"a note if {match}", path, {"notes": match}, If_Match=match)
        alex.post(f"an event if {match}", f"{path}/events", {"kind": "note", "note": match}, If_Match=match)
        alex.delete(f"an undo if {match}", f"{path}/events/last", If_Match=match)
    for match in ("x", '"1"', f'"{alex.get("reads again", path).data["version"]}"', ""):
        alex.delete(f"removes if {match}", path, If_Match=match)


@scenario
def events_of_alex(scene: Scene) -> None:
    """Each event on a record of its own, and events after the end; undone one by one."""
    alex = Caller.with_token(scene, "alex", create_owner(ALEX))
    _bad_events(alex)
    _every_event(alex, EVENTS_GOOD)


@scenario
def events_of_dasha(scene: Scene) -> None:
    """The same events in Russian and as pages."""
    dasha = Caller.with_token(scene, "dasha", create_owner(DASHA))
    _bad_events(dasha)
    _every_event(dasha, EVENTS_GOOD[3:8])


def _bad_events(caller: Caller) -> None:
    path = f"/interviews/{caller.record('records', **LEAST)['id']}"
    caller.delete("undoes nothing", f"{path}/events/last")
    for number, event in enumerate(EVENTS_BAD):
        caller.post(f"bad event {number}", f"{path}/events", event)
        caller.form(f"bad event {number} as a form", f"{path}/events", _flat(event), **PAGE)


def _every_event(caller: Caller, others: Sequence[Mapping[str, Any]]) -> None:
    for number, event in enumerate(EVENTS_GOOD):
        caller.scene.at(f"2026-08-04T{number // 2:02}:{number % 2 * 30:02}+02:00")
        fields = LEAST | {"company": f"Company {number}", "contact_phone": "+49 30 23125 021"}
        path = f"/interviews/{caller.record(f'records {number}', **fields)['id']}"
        caller.post(f"event {number}", f"{path}/events", event)
        for after, another in enumerate(others):
            caller.post(f"event {number}, then {after}", f"{path}/events", another)
        for ending in ("", "/plan", "/drafts"):
            caller.get(f"after event {number}: {ending}", f"{path}{ending}")
        for _ in range(3):
            caller.delete(f"event {number} undone", f"{path}/events/last")


@scenario
def others_records(scene: Scene) -> None:
    """Sam requests a record of Alex's: there is none for him."""
    alex, sam = (Caller.with_token(scene, owner.id, create_owner(owner)) for owner in (ALEX, SAM))
    path = f"/interviews/{alex.record('records', **LEAST)['id']}"
    for headers in ({}, PAGE):
        for ending in ("", "/plan", "/drafts", "/drafts/status_call", "/drafts/status_letter.eml", "/edit"):
            sam.get(f"reads {ending}", f"{path}{ending}", **headers)
        for ending in ("/events", "/undo", "/edit", "/remove"):
            sam.post(f"posts {ending}", f"{path}{ending}", {"kind": "note"} if ending == "/events" else {}, **headers)
        sam.patch("changes", path, {"company": "Mine"}, **headers)
        sam.delete("undoes", f"{path}/events/last", **headers)
        sam.delete("removes", path, **headers)
    sam.post("joins the process", "/interviews", LEAST | {"process_id": path.rpartition("/")[2]})
    alex.get("reads", path)


def _flat(event: Any) -> dict[str, str]:
    return {name: str(value) for name, value in event.items() if value is not None}
