"""The calendar feed, and the owner's key to it."""

from __future__ import annotations

import re
from hashlib import sha256
from http import HTTPStatus

from chalicelib.records.owners import Account
from chalicelib.usecases import calendar_address
from chalicelib.usecases.calendar_address import account_behind
from chalicelib.web.api.owner_api import ShownAccount, shown_account
from chalicelib.web.http.conditional_requests import version_check
from chalicelib.web.http.context import Call, Visit
from chalicelib.web.http.request import Incoming
from chalicelib.web.http.response import Answer, etag, versioned
from chalicelib.web.http.routing import Routes

CALENDAR = "text/calendar; charset=utf-8"
# A calendar program may keep the feed but asks each time; whoever stands between may not.
_CACHED = "private, no-cache"
_TAG = re.compile(r'"[^"]*"|\*')

routes = Routes()


@routes.open_get(
    "/calendar/{file}",
    answers={200: CALENDAR, 304: None},
    refuses=(503,),
    heeds=("If-None-Match",),
    bears=("ETag",),
)
def read_calendar(visit: Visit, file: str) -> Answer:
    """The feed, for whoever has its address; nothing, if it is the one that the reader has got already."""
    text = _feed(visit, account_behind(file, visit.parts.owners))
    tag = etag(sha256(text.encode()).hexdigest()[:32])
    headers = {"Content-Type": CALENDAR, "ETag": tag, "Cache-Control": _CACHED}
    if _has_already(visit.incoming, tag):
        return Answer(HTTPStatus.NOT_MODIFIED, headers=headers)
    return Answer(HTTPStatus.OK, text, headers)


@routes.post("/owner/calendar", answers={200: ShownAccount}, refuses=(409,), heeds=("If-Match",))
def open_calendar(call: Call) -> Answer:
    """Give the feed an address; one that it had before is dead at once."""
    return versioned(shown_account(call, calendar_address.open_calendar(call, version_check(call.incoming))))


@routes.delete("/owner/calendar", answers={200: ShownAccount}, refuses=(409,), heeds=("If-Match",))
def close_calendar(call: Call) -> Answer:
    """Take the feed down."""
    return versioned(shown_account(call, calendar_address.close_calendar(call, version_check(call.incoming))))


def _feed(visit: Visit, account: Account) -> str:
    return visit.parts.calendar()(
        account.owner,
        visit.parts.interviews.open(account.owner.id),
        visit.now,
        settings_version=account.version,
        address=visit.incoming.address,
    )


def _has_already(incoming: Incoming, tag: str) -> bool:
    """Whether ``If-None-Match`` names this version, alone or among others; a proxy may have marked it as weak."""
    return not {"*", tag}.isdisjoint(_TAG.findall(incoming.header("If-None-Match")))
