"""The steps and drafts that a mail opens to be read: in time, after something happened, gone, torn, and too late."""

from __future__ import annotations

from typing import Any

from chalicelib.playbook.owner import Owner
from chalicelib.playbook.step import StepKind
from proofs.tour.caller import HTML, Caller
from proofs.tour.owners import ALEX, DASHA, create_owner
from proofs.tour.plots.words import DANA
from proofs.tour.scenarios import scenario
from proofs.tour.scene import Scene
from proofs.tour.values import LEAST

_TWO_MET = [DANA | {"met": True}, {"name": "Robin Hale", "email": "robin.hale@acme.example", "met": True}]
# A day, and what is told on it; what was told before stays.
_DAYS: tuple[tuple[str, tuple[dict[str, Any], ...]], ...] = (
    ("2026-08-04", ()),
    ("2026-08-11", ({"kind": "thank_you_sent"},)),
    ("2026-08-12", ({"kind": "heard_back", "result": "offer", "until": "2026-08-20"},)),
    ("2026-08-13", ({"kind": "heard_back", "result": "refusal", "reasons_given": True},)),
)


@scenario
def steps_to_read(scene: Scene) -> None:
    """Each step and draft of a record on each of some days, for Alex and for Dasha."""
    for owner in (ALEX, DASHA):
        scene.at("2026-08-03T18:00+02:00")
        caller = Caller.with_token(scene, owner.id, create_owner(owner))
        record = str(caller.record("records", **LEAST | {"contacts": _TWO_MET})["id"])
        reader = Caller(scene, f"{owner.id}'s reader", {"Accept": HTML})
        for day, events in _DAYS:
            scene.at(f"{day}T09:00+02:00")
            for event in events:
                caller.tell(f"on {day}", record, **event)
            for kind in StepKind:
                _read(reader, f"{day} {kind}", scene.product.reading(owner.id, record, kind))
        _lost(scene, reader, owner, record)
        caller.delete("removes it", f"/interviews/{record}")
        _read(reader, "gone", scene.product.reading(owner.id, record, StepKind.STATUS_CALL))


def _read(reader: Caller, name: str, path: str) -> None:
    page = reader.get(name, path)
    reader.get(f"{name}, as a program", path, Accept="application/json")
    reader.send(f"{name}: HEAD", "HEAD", path)
    reader.get(f"{name}.eml", f"{path}.eml")
    for number, contact in enumerate(sorted({part.split('"')[0] for part in page.text.split(".eml?contact=")[1:]})):
        for ending in ("", ".eml"):
            reader.get(f"{name}{ending} to {number}", f"{path}{ending}?contact={contact}")


def _lost(scene: Scene, reader: Caller, owner: Owner, record: str) -> None:
    """A link that is torn, sent to, or too old."""
    path = scene.product.reading(owner.id, record, StepKind.STATUS_CALL)
    for name, torn in (("torn", path[:-1]), ("longer", f"{path}A"), ("other", path[:12] + "x" + path[13:])):
        reader.get(name, torn)
        Caller(scene, f"{owner.id}'s program").get(name, torn)
    reader.form("is sent to", path, {})
    for instant in ("2026-09-12T08:59", "2026-09-12T09:00"):
        scene.at(f"{instant}+02:00")
        _read(reader, f"at {instant}", path)
