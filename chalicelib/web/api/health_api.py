"""``/health``: whether the service and its table answer, and when the last digest was sent."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from msgspec import Struct

from chalicelib.records.digest_claims import DigestState
from chalicelib.web.http.request_context import AnonymousContext
from chalicelib.web.http.response import Response, json_response, to_json
from chalicelib.web.http.routing import Routes

routes = Routes()


class LastDigest(Struct, frozen=True, kw_only=True):
    """The digest of the day ``on``. ``at`` is when it was sent or, if it was not, claimed for sending."""

    on: date
    state: DigestState
    at: datetime


class Health(Struct, frozen=True, kw_only=True):
    """The service is alive. ``last_digest`` is null until the first digest. ``digest_problem`` says why digests do not
    arrive: ``bounced``, ``complained``, or SES's word for why it refused the last one; null while all is well."""

    status: Literal["ok"]
    last_digest: LastDigest | None
    digest_problem: str | None


@routes.open_get("/health", responses={200: Health}, errors=(503,))
def health(context: AnonymousContext) -> Response:
    """Check that the service and its table answer, and when the last digest was sent, without saying whose it was."""
    latest, account = context.services.last_digest(), context.services.account()
    digest = LastDigest(on=latest.on, state=latest.state, at=latest.at) if latest else None
    return json_response(
        to_json(Health(status="ok", last_digest=digest, digest_problem=account.digest_problem if account else None))
    )
