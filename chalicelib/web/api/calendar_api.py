"""The calendar feed, and the owner's key to it."""

from __future__ import annotations

import re
from hashlib import sha256
from http import HTTPStatus

from msgspec.structs import replace

from chalicelib.records.owners import Account
from chalicelib.usecases.calendar_address import account_behind, new_secret
from chalicelib.usecases.retry_on_conflict import amended_account, check_version
from chalicelib.web.api.owner_api import ShownAccount, shown_account
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
    return versioned(shown_account(call, save_secret(call, new_secret())))


@routes.delete("/owner/calendar", answers={200: ShownAccount}, refuses=(409,), heeds=("If-Match",))
def close_calendar(call: Call) -> Answer:
    """Take the feed down."""
    return versioned(shown_account(call, save_secret(call, None)))


def save_secret(call: Call, secret: str | None) -> Account:
    """The account with this key to its feed, or with none; again if the tick was quicker and no version was named."""

    def change(account: Account) -> Account:
        check_version(call.incoming, account.version)
        return replace(account, calendar_secret=secret)

    return amended_account(call, change)


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
