"""``/health``: whether the service and its table answer, and when the last digest was sent."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from msgspec import Struct

from chalicelib.links.arrival import seen_at
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
    """The service is alive. ``last_digest`` is null until the first digest.

    - ``digest_problem`` says why digests do not arrive; null while all is well. ``bounced``, ``complained``: none is
      sent any more. ``refused_by_policy``, ``refused_content``, ``suppressed``: the last one came back from an address
      that lives. Else the word of SES for why it refused the last one.
    - ``digest_seen_at`` is when a digest from the present sender was seen to arrive at the present address, by a press
      in it; null until then.
    """

    status: Literal["ok"]
    last_digest: LastDigest | None
    digest_problem: str | None
    digest_seen_at: datetime | None


@routes.open_get("/health", responses={200: Health}, errors=(503,))
def health(context: AnonymousContext) -> Response:
    """Check that the service and its table answer, and when the last digest was sent, without saying whose it was."""
    latest, account = context.services.last_digest(), context.services.account()
    digest = LastDigest(on=latest.on, state=latest.state, at=latest.at) if latest else None
    health = Health(
        status="ok",
        last_digest=digest,
        digest_problem=account.digest_problem if account else None,
        digest_seen_at=seen_at(account.owner, context.services.sender) if account else None,
    )
    return json_response(to_json(health))
