"""Compare what is seen of the service after something was spoilt with what was seen before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from http import HTTPStatus
from typing import Any

from chalicelib.drafts.wording import one_line
from proofs.faults.poison.mutations import Item
from proofs.faults.poison.poisoned_app import FEED, OTHER, OWNER, PoisonedApp, Ticked
from tests.web.gateway import Reply

HTML = {"Accept": "text/html"}
OPEN, EVERYTHING = "open", "everything"
MAIL, DIGEST = "the mail", "the page of the digest"
WITHOUT_IDS = (MAIL, DIGEST)
CANNOT_BE_READ = ("cannot be read", "нельзя прочитать", "не читается")
SHOWN_OF_A_NAME = 20  # characters; what is longer may be cut
# Where the open records are seen, and where all of them are, by what they are called in a violation.
SURFACES: dict[str, tuple[str, str, dict[str, str]]] = {
    "today": (OPEN, "/", HTML),
    "the agenda": (OPEN, "/agenda", {}),
    DIGEST: (OPEN, "/digest", {}),
    "the feed": (OPEN, f"/calendar/{OWNER}.{FEED}.ics", {}),
    "the list of the open ones": (OPEN, "/interviews?limit=100", {}),
    "the list as a page": (EVERYTHING, "/interviews", HTML),
    "the list of all": (EVERYTHING, "/interviews?status=all&limit=100", {}),
    "the export": (EVERYTHING, "/export.json", {}),
    "the export as a table": (EVERYTHING, "/export.csv", {}),
}
OF_ONE = ("", "/drafts", "/plan", "/edit")
FIRST_FAILURE = 500


@dataclass(frozen=True, slots=True)
class Seen:
    """The texts of all surfaces, and what the tick did."""

    replies: dict[str, Reply]
    ticked: Ticked

    def shows(self, where: str, interview_id: str) -> bool:
        """Whether a record is on a surface: by its id, or by its company where no ids are shown (D8)."""
        if where in WITHOUT_IDS:
            return self._names(where, self.companies.get(interview_id, interview_id))
        return interview_id in self.replies[where].text.replace("\r\n ", "")  # unfolded, where it is a feed

    def shows_what_was_spoilt(self, where: str, interview_id: str, company: str) -> bool:
        """Whether a spoilt record is there, where no ids are shown: by what it was called before or is now, or as one
        that cannot be read."""
        names = (company, self.companies.get(interview_id, company), *CANNOT_BE_READ)
        return any(self._names(where, name) for name in names)

    def _names(self, where: str, name: str) -> bool:
        mail = self.ticked.mails.get(OWNER)
        html = self.replies[where].text if where != MAIL else mail.html if mail else ""
        return one_line(name)[:SHOWN_OF_A_NAME] in one_line(unescape(re.sub(r"<[^>]*>", " ", html)))

    @property
    def companies(self) -> dict[str, str]:
        """The company of each record that can be read, by its id."""
        reply = self.replies["the list of all"]
        items = reply.data["items"] if reply.status == HTTPStatus.OK else []
        return {item["id"]: item["company"] for item in items if "company" in item}

    @property
    def sent_to(self) -> set[str]:
        """The ids of the owners who got a digest."""
        return set(self.ticked.mails)

    @property
    def skipped(self) -> set[str]:
        """The ids of the owners whom the report names as skipped."""
        return {one.owner_id for one in self.ticked.report.skipped}


def look(product: PoisonedApp, cookie: str) -> Seen:
    """Look at all surfaces, and tick once."""
    replies = {
        where: product.gateway.get(path, **({**headers, "Cookie": cookie} if headers else {}))
        for where, (_, path, headers) in SURFACES.items()
    }
    return Seen(replies, product.tick())


def what_others_lost(before: Seen, now: Seen, spoilt_id: str, ids: list[str]) -> Iterator[str]:
    """Lines of ``ids``, the open records that were not spoilt."""
    for where, reply in now.replies.items():
        if reply.status != before.replies[where].status:
            yield f"{where} answers {reply.status}"
    for where in (*SURFACES, MAIL) if now.ticked.mails.get(OWNER) else SURFACES:
        lost = [one for one in ids if before.shows(where, one) and not now.shows(where, one)]
        yield from (f"{where} lacks the record {one}" for one in lost)
    is_there = now.replies["the agenda"].status == HTTPStatus.OK
    if is_there and _others(before, spoilt_id) != _others(now, spoilt_id):
        yield "the agenda tells other things of the other records"


def what_the_other_owner_lost(before: Seen, now: Seen) -> Iterator[str]:
    """The other owner's digest must be the same, and an owner without one must be in the report."""
    was, is_now = before.ticked.mails[OTHER], now.ticked.mails.get(OTHER)
    if is_now is None or is_now.text.split("What happened?")[0] != was.text.split("What happened?")[0]:
        yield "the digest of another owner is not the same"


def where_it_is_not_shown(before: Seen, now: Seen, interview_id: str, item: Item) -> Iterator[str]:
    """The places at which the spoilt record itself should be seen."""
    is_listed_as_open = "next_due_on" in item
    company = before.companies[interview_id]
    for where, (which, _, _) in SURFACES.items():
        has_it = where not in WITHOUT_IDS and (which == EVERYTHING or is_listed_as_open)
        if has_it and not now.shows(where, interview_id):
            yield f"{where} does not show it"
    for where in WITHOUT_IDS:
        if is_listed_as_open and not now.shows_what_was_spoilt(where, interview_id, company):
            yield f"{where} does not show it"


def what_its_own_pages_say(product: PoisonedApp, interview_id: str, cookie: str) -> Iterator[str]:
    """None of the record's pages may fail, and the record can be removed for good."""
    for ending in OF_ONE:
        for headers in ({}, {**HTML, "Cookie": cookie}):
            status = product.gateway.get(f"/interviews/{interview_id}{ending}", **headers).status
            if status >= FIRST_FAILURE:
                yield f"its own {ending or 'record'} answers {status}"
    removed = product.gateway.delete(f"/interviews/{interview_id}").status
    left = product.gateway.get(f"/interviews/{interview_id}").status
    if (removed, left) != (204, 404):
        yield f"removing it answers {removed}, and reading it afterwards {left}"


def is_over(product: PoisonedApp, interview_id: str) -> bool:
    """Whether the stored record now reads as one that has ended, or is never due."""
    reply = product.gateway.get(f"/interviews/{interview_id}")
    return reply.status == 200 and reply.data["next_step"] is None


def _others(seen: Seen, spoilt_id: str) -> list[Any]:
    agenda = seen.replies["the agenda"].data
    return [
        one for section in ("overdue", "today", "week", "waiting") for one in agenda[section] if one["id"] != spoilt_id
    ]
