"""``/`` and ``/health``: what anybody may see. Nothing here depends on whose records there are."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from msgspec import Struct

from chalicelib.records.digests import DigestState
from chalicelib.schemas.ids import is_id
from chalicelib.web.http.authentication import signed_in
from chalicelib.web.http.context import Visit
from chalicelib.web.http.response import HTML, Answer, as_text, in_json
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.page_frame import page
from chalicelib.web.pages.today_page import show_today

routes = Routes()


@routes.open_get("/", answers={200: HTML}, refuses=(422,))
def welcome(visit: Visit) -> Answer:
    """Today's page; for who is not signed in what this is, and how to begin; after a form, that it was recorded."""
    found = signed_in(visit.incoming, visit.parts, visit.now)
    if found is not None:
        return show_today(visit.of(found.account))
    recorded = visit.incoming.query().get("recorded", "")
    return page(
        visit,
        "front",
        address=visit.incoming.address,
        today=visit.now.date(),
        recorded=recorded if is_id(recorded) else None,
    )


class LastDigest(Struct, frozen=True, kw_only=True):
    """The digest of the day ``on``; ``at`` is when it was sent, or claimed if it was not."""

    on: date
    state: DigestState
    at: datetime


class Health(Struct, frozen=True, kw_only=True):
    """Alive; ``last_digest`` is null until the first one. ``digest_problem`` says why none arrives: ``bounced``,
    ``complained``, or SES's word for why it refused the last one; null while all is well."""

    status: Literal["ok"]
    last_digest: LastDigest | None
    digest_problem: str | None


@routes.open_get("/health", answers={200: Health}, refuses=(503,))
def health(visit: Visit) -> Answer:
    """That the service and its table answer, and when the last digest went; no word of whose it was."""
    latest, account = visit.parts.last_digest(), visit.parts.account()
    digest = LastDigest(on=latest.on, state=latest.state, at=latest.at) if latest else None
    return in_json(
        as_text(Health(status="ok", last_digest=digest, digest_problem=account.digest_problem if account else None))
    )
