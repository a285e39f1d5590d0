"""``/owner``: the owner's settings."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from chalicelib.drafts.languages import Languages
from chalicelib.records.owners import Account
from chalicelib.schemas.owner_fields import OwnerFields, changed
from chalicelib.schemas.validation import Sent
from chalicelib.usecases.retry_on_conflict import amended_account, check_version
from chalicelib.web.api.owner_api import ShownAccount, shown_account
from chalicelib.web.http.context import Call
from chalicelib.web.http.response import Answer, versioned
from chalicelib.web.http.routing import Routes

MOVES_DUE_DATES = frozenset({"time_zone", "country", "attempts_at_most", "days_between_attempts"})
MOVES_THE_DIGEST = frozenset({"time_zone", "digest_at", "digest_days", "paused_until"})

routes = Routes()


@routes.get("/owner", answers={200: ShownAccount})
def read_owner(call: Call) -> Answer:
    """The settings."""
    return versioned(shown_account(call, call.account))


@routes.patch("/owner", answers={200: ShownAccount}, takes=OwnerFields, refuses=(409,), heeds=("If-Match",))
def change_owner(call: Call) -> Answer:
    """Change some settings. What moves due dates plans all open records anew, even if sent a second time."""
    return versioned(shown_account(call, save_settings(call, call.sent)))


def save_settings(call: Call, sent: Sent) -> Account:
    """The account with the settings that were sent, its open records planned anew where that may move them."""

    def change(account: Account) -> Account:
        check_version(call.incoming, account.version)
        return with_settings(account, sent, call.parts.languages, call.now)

    account = amended_account(call, change)
    if MOVES_DUE_DATES & sent.keys():
        call.parts.interviews.plan_anew(account.owner, call.now)
    return account


def with_settings(account: Account, sent: Sent, languages: Languages, now: datetime) -> Account:
    """What moves the digest makes the next tick look at this owner anew; the claim of a day keeps it single.

    Raises ``Invalid``.
    """
    owner = changed(account.owner, sent, languages)
    next_at = account.next_digest_at
    return replace(
        account,
        owner=owner,
        next_digest_at=min(next_at, now) if MOVES_THE_DIGEST & sent.keys() else next_at,
        digest_problem=account.digest_problem if owner.email == account.owner.email else None,
    )
