"""Pause the digest, and let it come again after a pause or after mail bounced."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from chalicelib.links.action import ActionKind
from chalicelib.records.owners import Account
from chalicelib.usecases.owner_context import OwnerContext
from chalicelib.usecases.retry_on_conflict import change_account_with_retries

UNTIL_RESUMED = date(2099, 12, 31)
PAUSED_UNTIL = {ActionKind.PAUSE: UNTIL_RESUMED, ActionKind.RESUME: None}


def act_on_digest(context: OwnerContext, kind: ActionKind) -> None:
    """Pause the digest until it is resumed, or resume it. Doing it twice changes nothing."""

    def change(account: Account) -> Account:
        if is_already_done(account, kind):
            return account
        owner = replace(account.owner, paused_until=PAUSED_UNTIL[kind])
        return replace(account, owner=owner, next_digest_at=min(account.next_digest_at, context.now))

    change_account_with_retries(context, change)


def is_already_done(account: Account, kind: ActionKind) -> bool:
    """Whether the digest is already as this action would leave it."""
    return account.owner.paused_until == PAUSED_UNTIL[kind]


def restart_mail(context: OwnerContext) -> None:
    """Send digests to the same address again, beginning with today's if it was not sent."""

    def change(account: Account) -> Account:
        if not account.is_mail_stopped:
            return account
        return replace(account, digest_problem=None, next_digest_at=min(account.next_digest_at, context.now))

    change_account_with_retries(context, change)
