"""Rounds, offers, rivals and the lists of them."""

from __future__ import annotations

from typing import Any

from proofs.tour.browser import Browser
from proofs.tour.caller import PAGE, Caller
from proofs.tour.owners import ALEX, create_owner
from proofs.tour.scenarios import scenario
from proofs.tour.scene import Scene
from proofs.tour.values import EVENTS_GOOD, LEAST

_QUERIES = (
    "status=open", "status=ended", "status=all", "status=x", "status=open&status=all", "due=overdue", "due=today",
    "due=week", "due=never", "due=week&status=ended",
    "limit=1", "limit=0", "limit=101", "limit=x",
    "cursor=x", "next=x",
    "cursor=x&next=x", "cursor=2026-08-04_x", "status=all&limit=2&cursor=01K1S0M3000000000000000001", "page=2",
    "limit=", "status=all&cursor=%00",
    "q=rival", "q=RIVAL+cook&status=all", "q=030+23125021&status=ended", "q=&due=week", "q=nobody",
)  # fmt: skip


@scenario
def rivals(scene: Scene) -> None:
    """Rounds, offers, rivals and the lists of them."""
    alex = Caller.with_token(scene, "alex", create_owner(ALEX))
    for number, event in enumerate(EVENTS_GOOD):
        path = f"/interviews/{alex.record(f'records {number}', **LEAST | {'company': f'C {number}'})['id']}"
        alex.post(f"event {number}", f"{path}/events", event)
    _life(alex)


def _life(alex: Caller) -> None:
    """Rounds, offers, rivals and the lists of them."""
    ids = [
        alex.record(f"records rival {number}", **LEAST | {"company": f"Rival {number}"})["id"] for number in range(3)
    ]
    offer: dict[str, Any] = {"kind": "heard_back", "result": "offer", "until": "2026-08-14"}
    alex.tell("an offer", ids[0], **offer)
    for path in ("/agenda", f"/interviews/{ids[1]}", f"/interviews/{ids[1]}/drafts", "/digest", "/interviews"):
        alex.get(f"with an offer: {path[:12]}", path)
        alex.get(f"page with an offer: {path[:12]}", path, **PAGE)
    alex.get("the letter about it", f"/interviews/{ids[1]}/drafts/offer_letter")
    alex.get("the letter about it to who made it", f"/interviews/{ids[0]}/drafts/offer_letter")
    alex.tell("a rival's offer", ids[1], kind="heard_back", result="offer")
    alex.delete("no offer after all", f"/interviews/{ids[0]}/events/last")
    alex.delete("a rival is removed", f"/interviews/{ids[2]}")
    _rounds(alex, ids[0])
    for query in _QUERIES:
        alex.get(f"list {query}", f"/interviews?{query}")
        alex.get(f"page of {query}", f"/interviews?{query}", **PAGE)
    for status in ("open", "ended", "all"):
        cursor, pages = "", 0
        while cursor is not None and pages < 4:
            reply = alex.get(
                f"{status} page {pages}", f"/interviews?status={status}&limit=7{cursor and f'&cursor={cursor}'}"
            )
            cursor, pages = reply.data["next"], pages + 1


def _rounds(alex: Caller, record_id: str) -> None:
    """Record one round after another, up to the limit."""
    for number in range(2, 24):
        path = f"/interviews/{record_id}"
        event = {"kind": "heard_back", "result": "next_round", "interview_on": f"2026-08-{number + 3:02}"}
        reply = alex.post(f"to round {number}", f"{path}/events", event)
        alex.post(f"to round {number} again", f"{path}/events", event)
        if reply.status != 201:
            break
        record_id = reply.data["events"][-1]["next_interview_id"]
        alex.get(f"round {number}", f"/interviews/{record_id}")
    for _ in range(2):
        alex.delete("a round that was opened", f"{path}/events/last")


@scenario
def next_rounds(scene: Scene) -> None:
    """Rounds that are recorded from their form, and records that may be there already."""
    token = create_owner(ALEX)
    alex, browser = Caller.with_token(scene, "alex", token), Browser(scene, "alex")
    contacts = [{"name": "Dana Winter", "met": True}, {"name": "Kim Moss", "email": "kim@acme.example"}]
    record_id = alex.record("records", **LEAST | {"contacts": contacts, "place": "Hall 3"})["id"]
    browser.sign_in(token)
    browser.open("what is known", "/record")
    for day in ("2026-08-12", "2026-08-12", "2026-08-01", "some day"):
        path = f"/interviews/{record_id}/next"
        browser.open(f"before the round of {day}", path)
        browser.send(f"the round of {day}", path, LEAST | {"interview_on": day, "contact_name": "Dana Winter"})
    alex.get("all rounds", "/interviews?status=all")
    browser.open("of nobody", "/interviews/01K1S0M3000000000000000009/next")
    for extra in ({}, {"is_another": "yes"}, {"company": "Other"}):
        browser.open("before the same again", "/record")
        browser.send(f"the same again {extra}", "/interviews", LEAST | {"notes": "again"} | extra)
    alex.get("what may be the same", "/interviews")
