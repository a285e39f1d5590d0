"""Records that cannot be read, and records that are full."""

from __future__ import annotations

from typing import Any

from chalicelib.records import table
from proofs.tour.app_under_tour import TABLE
from proofs.tour.caller import PAGE, Caller
from proofs.tour.looking import READ
from proofs.tour.owners import ALEX, DASHA, create_owner
from proofs.tour.resident import Resident
from proofs.tour.scenarios import scenario
from proofs.tour.scene import Scene
from proofs.tour.values import LEAST
from tests.records.spoiling import spoilt


@scenario
def unreadable(scene: Scene) -> None:
    """Records that no release of ours has written, or a later one, in every place that shows records."""
    resident = Resident(scene, DASHA)
    resident.open_feed()
    caller, browser = resident.program, resident.browser
    ids = [caller.record(f"records {name}", **LEAST | {"company": name})["id"] for name in ("Well", "Broken", "Newer")]
    _spoil(ids[1], contacts={"L": [{"S": "Dana"}]})
    _spoil(ids[2], schema={"N": "3"})
    scene.at("2026-08-04T09:00+02:00")
    scene.tick("tick")
    browser.sign_in(resident.token)
    for path in (*READ, "/interviews?due=week", "/interviews?limit=1&status=all"):
        for record_id in ids if "{id}" in path else ids[:1]:
            asked = path.replace("{id}", record_id).replace("{feed}", resident.feed)
            caller.get(f"{path} of {ids.index(record_id)}", asked)
            browser.open(f"page of {path} of {ids.index(record_id)}", asked)
    for number, record_id in enumerate(ids[1:]):
        caller.patch(f"changes {number}", f"/interviews/{record_id}", {"notes": "x"})
        caller.post(f"tells of {number}", f"/interviews/{record_id}/events", {"kind": "note"})
        caller.patch(f"changes the settings beside {number}", "/owner", {"time_zone": "Europe/Berlin"})
        caller.delete(f"removes {number}", f"/interviews/{record_id}")


@scenario
def full(scene: Scene) -> None:
    """A record with as many events as it takes, and a process with as many rounds."""
    alex = Caller.with_token(scene, "alex", create_owner(ALEX))
    path = f"/interviews/{alex.record('records', **LEAST)['id']}"
    for number in range(152):
        alex.post(f"note {number}", f"{path}/events", {"kind": "note", "note": "x" * number})
    for number in range(12):
        alex.post(f"an end {number}", f"{path}/events", {"kind": "heard_back", "result": "told_to_wait"})
    alex.get("the record", path)
    alex.get("its page", path, **PAGE)
    process = alex.get("the record again", path).data["process_id"]
    for number in range(22):
        facts = LEAST | {"company": f"Round {number}", "process_id": process}
        alex.post(f"one more of the process {number}", "/interviews", facts)
    alex.get("the page of the process", path, **PAGE)


def _spoil(record_id: str, **attributes: Any) -> None:
    """Put these attributes into the stored item, as they are."""
    client = table.connection().client
    key = {"owner_id": {"S": "dasha"}, "item_id": {"S": f"INTERVIEW#{record_id}"}}
    item: dict[str, Any] = client.get_item(TableName=TABLE, Key=key)["Item"]
    client.put_item(TableName=TABLE, Item=spoilt(item, attributes))
