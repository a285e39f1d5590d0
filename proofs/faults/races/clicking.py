"""The link of an action, clicked by all callers at once, acts once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from chalicelib.links.action import ActionKind
from chalicelib.links.action_links import ActionLinks
from chalicelib.links.keyring import keyring_of
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Owners
from proofs.faults.claim import Effort
from proofs.faults.races.caller import KEY, NOT_NOW, TRIES, Caller, Callers
from proofs.faults.races.found import Found
from tests.digest.given import a_record, stored
from tests.factories import THAT_EVENING, an_owner

LINKS = ActionLinks(keyring_of([KEY]))
# What is clicked, and what is filled in.
CLICKS = (
    (ActionKind.NO_ANSWER, ""),
    (ActionKind.SENT, ""),
    (ActionKind.SNOOZE_3, ""),
    (ActionKind.DEBRIEFED, "may_call=yes"),
    (ActionKind.OFFER, "until=2026-08-14"),
    (ActionKind.NEXT_ROUND, "interview_on=2026-08-20"),
    (ActionKind.STOP, ""),
)
RECORDED, RECORDED_ALREADY = "<h1>Recorded.</h1>", "This is recorded already."


def race(crew: Callers, effort: Effort) -> Found:
    """Each round has a new owner with one record, whose link all callers click."""
    rounds = effort.of(short=24, long=300)
    violations: list[str] = []
    for number in range(rounds):
        kind, body = CLICKS[number % len(CLICKS)]
        owner = Owners().add(an_owner(id=f"clicked-{number}"), b"hash").owner
        record = stored(Interviews(), owner, a_record())
        link = LINKS.token(kind, owner.id, THAT_EVENING, record.id, record.version)
        pages = crew.at_once([partial(click, link, body)] * crew.size)
        wrong = (*_wrongly_said(pages), *_wrongly_done(owner.id, record.id))
        violations += (f"round {number}, {kind}: {what}" for what in wrong)
        effort.told(number, rounds)
    return Found(rounds, tuple(violations), {"clicks": rounds * crew.size})


def click(link: str, body: str, caller: Caller) -> str:
    """The text of the page; clicked again while the status is one of ``NOT_NOW``."""
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    for _ in range(TRIES):
        page = caller.anybody.send("POST", f"/act/{link}", body, **kind)
        if page.status not in NOT_NOW:
            return page.text if page.status == 200 else f"{page.status}: {page.text}"
    return "never answered"


def _wrongly_said(pages: list[str]) -> Iterator[str]:
    """One page says that it was recorded, the others that it is already."""
    if sum(RECORDED in page for page in pages) > 1:
        yield "more than one click was told that it was the one"
    for page in pages:
        if RECORDED not in page and RECORDED_ALREADY not in page:
            yield f"a click was told: {page}"


def _wrongly_done(owner_id: str, interview_id: str) -> Iterator[str]:
    record = Interviews().get(owner_id, interview_id)
    if len(record.events) != 1:
        yield f"{len(record.events)} events"
    further = len(Interviews().of_process(owner_id, record.process_id)) - 1
    if further > 1:
        yield f"{further} records of the next round"
