"""The calendar feed, and the owner's key to it: its secret address."""

from __future__ import annotations

import re
from hashlib import sha256
from http import HTTPStatus

from chalicelib.records.owners import Account
from chalicelib.usecases import calendar_address
from chalicelib.usecases.calendar_address import account_of_feed
from chalicelib.usecases.owner_context import with_plans_up_to_date
from chalicelib.web.api.owner_api import AccountResponse, serialize_account
from chalicelib.web.http.conditional_requests import version_check
from chalicelib.web.http.request import Request
from chalicelib.web.http.request_context import AnonymousContext, RequestContext
from chalicelib.web.http.response import Response, etag, versioned_response
from chalicelib.web.http.routing import Routes

CALENDAR = "text/calendar; charset=utf-8"
# A calendar program may store the feed, but must ask each time; a proxy may not store it.
_CACHED = "private, no-cache"
_TAG = re.compile(r'"[^"]*"|\*')

routes = Routes()


@routes.open_get(
    "/calendar/{file}",
    responses={200: CALENDAR, 304: None},
    errors=(503,),
    request_headers=("If-None-Match",),
    response_headers=("ETag",),
)
def read_calendar(context: AnonymousContext, file: str) -> Response:
    """Read the feed; its address is the only key that it needs. A feed that you have already is not sent again.

    The tag is weak: two feeds with the same entries, written at different times, differ in their stamps only.
    """
    from chalicelib.calendar.ical import unstamped

    account = account_of_feed(file, context.services.owners)
    text = _feed(context, with_plans_up_to_date(context.services, account, context.now))
    tag = etag(sha256(unstamped(text).encode()).hexdigest()[:32])
    headers = {"Content-Type": CALENDAR, "ETag": f"W/{tag}", "Cache-Control": _CACHED}
    if _has_already(context.request, tag):
        return Response(HTTPStatus.NOT_MODIFIED, headers=headers)
    return Response(HTTPStatus.OK, text, headers)


@routes.post("/owner/calendar", responses={200: AccountResponse}, errors=(409,), request_headers=("If-Match",))
def open_calendar(context: RequestContext) -> Response:
    """Give the feed a new address; one that it had before stops working at once."""
    return versioned_response(
        serialize_account(context, calendar_address.open_calendar(context, version_check(context.request)))
    )


@routes.delete("/owner/calendar", responses={200: AccountResponse}, errors=(409,), request_headers=("If-Match",))
def close_calendar(context: RequestContext) -> Response:
    """Take the feed down."""
    return versioned_response(
        serialize_account(context, calendar_address.close_calendar(context, version_check(context.request)))
    )


def _feed(context: AnonymousContext, account: Account) -> str:
    return context.services.calendar()(
        account.owner,
        context.services.interviews.open(account.owner.id),
        context.now,
        settings_version=account.version,
        address=context.request.address,
    )


def _has_already(request: Request, tag: str) -> bool:
    """Whether ``If-None-Match`` names this version, alone or among others; a proxy may have marked it as weak."""
    return not {"*", tag}.isdisjoint(_TAG.findall(request.header("If-None-Match")))
