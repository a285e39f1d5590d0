"""``/owner``: the owner's settings."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct
from msgspec.structs import asdict

from chalicelib.links.arrival import seen_at
from chalicelib.playbook.owner import Tone, Weekday
from chalicelib.records.owners import Account
from chalicelib.schemas.owner_fields import OwnerFields, owner_fields_of
from chalicelib.schemas.responses import ClockTimeText
from chalicelib.schemas.serializers import plain
from chalicelib.usecases.calendar_address import calendar_url
from chalicelib.usecases.change_settings import save_settings
from chalicelib.web.http.conditional_requests import version_check
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import Response, versioned_response
from chalicelib.web.http.routing import Routes

routes = Routes()


class AccountResponse(Struct, frozen=True, kw_only=True):
    """The owner's settings. ``digest_problem`` says why mail to them fails, if it does, and ``digest_seen_at`` when a
    digest was seen to arrive, if one was; ``calendar_url`` is where their calendar feed is, if they have asked for one.
    """

    id: str
    name: str
    email: str
    phone: str | None
    language: str
    tone: Tone
    time_zone: str
    country: str
    digest_at: ClockTimeText
    digest_days: tuple[Weekday, ...]
    paused_until: date | None
    attempts_at_most: int
    days_between_attempts: int
    processes_at_least: int
    capture_certain: bool
    digest_problem: str | None
    digest_seen_at: datetime | None
    calendar_url: str | None
    version: int


def serialize_account(context: RequestContext, account: Account) -> AccountResponse:
    """The owner's settings as they are now."""
    settings = asdict(owner_fields_of(account.owner))
    return AccountResponse(
        id=account.owner.id,
        **{name: plain(value) for name, value in settings.items()},
        digest_problem=account.digest_problem,
        digest_seen_at=seen_at(account.owner, context.services.sender),
        calendar_url=calendar_url(account, context.request.address),
        version=account.version,
    )


@routes.get("/owner", responses={200: AccountResponse})
def read_owner(context: RequestContext) -> Response:
    """Read the settings."""
    return versioned_response(serialize_account(context, context.account))


@routes.patch(
    "/owner", responses={200: AccountResponse}, body=OwnerFields, errors=(409,), request_headers=("If-Match",)
)
def change_owner(context: RequestContext) -> Response:
    """Change some settings. One that moves due dates has all open records planned anew, even if sent a second time."""
    return versioned_response(
        serialize_account(
            context, save_settings(context, context.change_by(OwnerFields), version_check(context.request))
        )
    )
