"""``/owner``: the owner's settings."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from chalicelib.errors import ChangedMeanwhile
from chalicelib.records.owners import EPOCH, Account
from chalicelib.web.answers import Answer, versioned
from chalicelib.web.call import Call
from chalicelib.web.owner_fields import changed
from chalicelib.web.preconditions import TRIES, check_version
from chalicelib.web.refusals import Unknown
from chalicelib.web.routes import Routes
from chalicelib.web.shown import shown_account

MOVES_DUE_DATES = frozenset({"time_zone", "country", "attempts_at_most", "days_between_attempts"})
MOVES_THE_DIGEST = frozenset({"time_zone", "digest_at", "paused_until"})

routes = Routes(__name__)


@routes.get("/owner")
def read_owner(call: Call) -> Answer:
    """The settings."""
    return versioned(shown_account(call.account))


@routes.patch("/owner")
def change_owner(call: Call) -> Answer:
    """Change some settings. What moves due dates plans all open records anew, even if sent a second time."""
    account = _saved(call)
    if MOVES_DUE_DATES & call.sent.keys():
        call.parts.interviews.plan_anew(account.owner, call.now)
    return versioned(shown_account(account))


def _saved(call: Call) -> Account:
    """The account, changed; again if the tick was quicker and no version was named."""
    account: Account | None = call.account
    for _ in range(TRIES):
        if account is None:
            raise Unknown
        check_version(call.incoming, account.version)
        with suppress(ChangedMeanwhile):
            return call.parts.owners.save(_changed(account, call))
        account = call.parts.owners.get(call.owner.id)
    raise ChangedMeanwhile


def _changed(account: Account, call: Call) -> Account:
    """The epoch makes the next tick look at this owner anew; the claim of a day keeps that from doubling a digest."""
    owner = changed(account.owner, call.sent, call.parts.languages)
    return replace(
        account,
        owner=owner,
        next_digest_at=EPOCH if MOVES_THE_DIGEST & call.sent.keys() else account.next_digest_at,
        digest_problem=account.digest_problem if owner.email == account.owner.email else None,
    )
