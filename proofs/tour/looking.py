"""Look at everything that an owner can see on one day."""

from __future__ import annotations

from proofs.tour.caller import HTML
from proofs.tour.resident import Resident

_FOR_PROGRAMS = (
    "/agenda", "/digest", "/interviews", "/interviews?due=week", "/interviews?status=all&limit=3", "/owner",
    "/export.json", "/export.csv", "/health",
)  # fmt: skip
# All that is read from the table; {id} and {feed} are filled in.
READ = (
    "/", "/health", "/interviews", "/interviews?status=all", "/interviews/{id}", "/interviews/{id}/plan",
    "/interviews/{id}/drafts", "/interviews/{id}/drafts/status_call", "/interviews/{id}/edit", "/owner", "/agenda",
    "/digest", "/export.json", "/export.csv", "/settings", "{feed}",
)  # fmt: skip
_FOR_BROWSERS = ("/", "/interviews", "/interviews?status=ended", "/digest", "/settings")


def look_around(resident: Resident) -> None:
    """Look at the mail that is due, the lists, the feed, and each record with its plan and drafts."""
    note = resident.note
    resident.scene.tick(f"{note} tick")
    resident.browser.sign_in(resident.token)
    for path in _FOR_PROGRAMS:
        resident.program.get(f"{note} {path}", path)
    for path in _FOR_BROWSERS:
        resident.browser.open(f"{note} {path}", path)
    if not resident.feed:
        resident.open_feed()
    resident.scene.ask(f"{note} the feed", "GET", resident.feed)
    for name in resident.records:
        _look_at(resident, name)


def _look_at(resident: Resident, name: str) -> None:
    path, note = f"/interviews/{resident.records[name]}", f"{resident.note} {name}"
    resident.program.get(note, path)
    resident.browser.open(f"{note}: page", path)
    resident.program.get(f"{note}: plan", f"{path}/plan")
    drafts = resident.program.get(f"{note}: drafts", f"{path}/drafts").data["items"]
    for kind in [draft["kind"] for draft in drafts]:
        look_at_draft(resident, f"{note}: {kind}", f"{path}/drafts/{kind}")


def look_at_draft(resident: Resident, step: str, path: str) -> None:
    """Look at a draft in each of its formats; some drafts are not letters."""
    resident.program.get(step, path)
    resident.program.get(f"{step}.eml", f"{path}.eml")
    resident.browser.open(f"{step}: page", path, Accept=HTML)
