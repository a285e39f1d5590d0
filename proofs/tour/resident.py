"""An owner with a program, a browser and a calendar, who follows a plot."""

from __future__ import annotations

from typing import Any

from chalicelib.playbook.owner import Owner
from proofs.tour.browser import Browser
from proofs.tour.caller import Caller
from proofs.tour.gateway import STAGE
from proofs.tour.owners import create_owner
from proofs.tour.plots import Fields
from proofs.tour.scene import Scene


class Resident:
    """``records`` has the ids of records by their names in the plot; ``note`` makes the names of steps unique."""

    def __init__(self, scene: Scene, owner: Owner) -> None:
        self.scene, self.owner, self.note = scene, owner, ""
        self.token = create_owner(owner)
        self.program = Caller.with_token(scene, owner.id, self.token)
        self.browser = Browser(scene, owner.id)
        self.records: dict[str, str] = {}
        self.feed = ""

    def do(self, what: str, name: str, fields: Fields) -> None:
        """Do one act of the plot, which must succeed."""
        getattr(self, f"_{what}")(name, fields)

    def open_feed(self) -> None:
        """Open the calendar, which creates its address at the first call."""
        address = self.program.send("opens the calendar", "POST", "/owner/calendar", "{}").data["calendar_url"]
        self.feed = address.partition(STAGE)[2]

    def _record(self, name: str, fields: Fields) -> None:
        self.records[name] = self.program.record(f"records {name}", **fields)["id"]

    def _tell(self, name: str, fields: Fields) -> None:
        event = " ".join(str(fields.get(part, "")) for part in ("kind", "result")).strip()
        self.program.tell(f"tells of {name}: {event}", self.records[name], **fields)

    def _next(self, name: str, fields: Fields) -> None:
        """Record a next round, named like this one with "again" after it."""
        event: dict[str, Any] = {"kind": "heard_back", "result": "next_round", **fields}
        record = self.program.tell(f"tells of {name}: the next round", self.records[name], **event)
        self.records[f"{name} again"] = record["events"][-1]["next_interview_id"]

    def _undo(self, name: str, _: Fields) -> None:
        path = f"/interviews/{self.records[name]}/events/last"
        assert self.program.delete(f"takes back what was told of {name}", path).status == 200

    def _change(self, name: str, fields: Fields) -> None:
        assert self.program.patch(f"changes {name}", f"/interviews/{self.records[name]}", fields).status == 200

    def _settings(self, name: str, fields: Fields) -> None:
        assert self.program.patch(f"changes the settings: {name}", "/owner", fields).status == 200
