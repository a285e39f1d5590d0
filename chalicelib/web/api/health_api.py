"""``/health``: whether the service and its table answer, and when the last digest went."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from msgspec import Struct

from chalicelib.records.digests import DigestState
from chalicelib.web.http.request_context import AnonymousContext
from chalicelib.web.http.response import Response, as_text, in_json
from chalicelib.web.http.routing import Routes

routes = Routes()


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


@routes.open_get("/health", responses={200: Health}, errors=(503,))
def health(context: AnonymousContext) -> Response:
    """That the service and its table answer, and when the last digest went; no word of whose it was."""
    latest, account = context.services.last_digest(), context.services.account()
    digest = LastDigest(on=latest.on, state=latest.state, at=latest.at) if latest else None
    return in_json(
        as_text(Health(status="ok", last_digest=digest, digest_problem=account.digest_problem if account else None))
    )
