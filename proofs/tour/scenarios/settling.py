"""What a digest listed to be kept or closed together: each choice, twice, taken back, changed since, gone, too late."""

from __future__ import annotations

from urllib.parse import urlencode

from chalicelib.links.settle_links import SettlePurpose
from chalicelib.playbook.owner import Owner
from proofs.tour.caller import HTML, Caller
from proofs.tour.owners import ALEX, DASHA, create_owner
from proofs.tour.plots.words import DANA
from proofs.tour.scenarios import scenario
from proofs.tour.scene import Scene
from proofs.tour.values import LEAST


@scenario
def settled_together(scene: Scene) -> None:
    """Each purpose on a day of its own, for Alex and for Dasha."""
    for owner in (ALEX, DASHA):
        caller = Caller.with_token(scene, owner.id, create_owner(owner))
        for number, purpose in enumerate(SettlePurpose):
            scene.at(f"2026-08-1{number}T09:00+02:00")
            _settle(scene, caller, owner, purpose)


def _settle(scene: Scene, caller: Caller, owner: Owner, purpose: SettlePurpose) -> None:
    records = [
        caller.record(f"{purpose}: records {number}", **LEAST | {"company": f"{purpose} {number}", "contacts": [DANA]})
        for number in range(5)
    ]
    kept, closed, changed, gone, waiting = (str(record["id"]) for record in records)
    path = scene.product.settling(owner.id, purpose, {str(record["id"]): 1 for record in records})
    caller.tell(f"{purpose}: changes one", changed, kind="note", note="since")
    caller.delete(f"{purpose}: removes one", f"/interviews/{gone}")
    reader = Caller(scene, f"{owner.id}'s reader", {"Accept": HTML})
    steps: tuple[tuple[str, dict[str, str]], ...] = (
        ("chooses", {kept: "keep", closed: "close", changed: "close", gone: "keep", waiting: "perhaps"}),
        ("chooses again", {kept: "close", closed: "keep"}),
        ("closes the rest", {"all": "close"}),
        ("takes it back", {"undo": "on"}),
        ("once more", {"all": "close"}),
    )
    reader.get(f"{purpose}: looks", path)
    reader.send(f"{purpose}: HEAD", "HEAD", path)
    for name, fields in steps:
        reader.form(f"{purpose}: {name}", path, fields)
    reader.send(f"{purpose}: a browser", "POST", path, urlencode({"all": "close"}), Sec_Fetch_Mode="navigate",
        Content_Type="application/x-www-form-urlencoded")  # fmt: skip
    for record in (kept, closed, changed, waiting):
        caller.get(f"{purpose}: what is recorded", f"/interviews/{record}")
    reader.get(f"{purpose}: torn", path[:-1])
    scene.at("2026-10-01T09:00+02:00")
    reader.get(f"{purpose}: too late", path)
    reader.form(f"{purpose}: sends it too late", path, {"all": "close"})
