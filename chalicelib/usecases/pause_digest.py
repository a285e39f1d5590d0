"""Pause the digest, and let it come again after a pause or after mail bounced.

What the owner taps has an end: a week, four weeks, or a day that they name. The one pause without an end is the
*unsubscribe* of a mail program (``List-Unsubscribe-Post``, RFC 8058): who presses that has asked for no more mail, and
their program may take what comes after a week for spam. It lasts until the owner resumes the digest, also where a
shorter pause was there before.
"""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from chalicelib.errors import AfterwordError
from chalicelib.links.action import ACTIONS, PAUSES, Action, ActionKind
from chalicelib.links.action_links import link_id
from chalicelib.playbook.owner import Owner
from chalicelib.records.owners import Account
from chalicelib.usecases.owner_context import OwnerContext
from chalicelib.usecases.retry_on_conflict import change_account_with_retries

UNTIL_RESUMED = date(2099, 12, 31)


class StaleForDigest(AfterwordError):
    """The digest was paused or resumed since the link was made; ``account`` is as it is now."""

    def __init__(self, account: Account) -> None:
        super().__init__(account.owner.id)
        self.account = account


def act_on_digest(context: OwnerContext, action: Action, *, is_unsubscribing: bool = False) -> Account:
    """Pause the digest for as long as the link says, from today on, or resume it, once. Return the account as written.

    ``is_unsubscribing`` says that a mail program does it, which no pause with an end may keep from it. Raises
    StaleForDigest.
    """

    def change(account: Account) -> Account:
        is_for_good = is_unsubscribing and action.kind is ActionKind.PAUSE
        if not (is_for_good and _has_end(account.owner, context.today)):
            check_fits(context, action, account)
        return _with_pause(account, last_day_of(action.kind, context.today), context, by=link_id(action))

    return change_account_with_retries(context, change)


def last_day_of(kind: ActionKind, today: date) -> date | None:
    """The last day without a digest, if this is done ``today`` (owner's zone); None for resuming.

    A week ends before the same day of the next one: what is paused on a Monday comes again on a Monday.
    """
    if kind not in PAUSES:
        return None
    days = ACTIONS[kind].days
    return today + timedelta(days - 1) if days else UNTIL_RESUMED


def pause_for(context: OwnerContext, days: int) -> None:
    """Pause the digest for some days, today the first of them, whatever paused it before."""
    until = context.today + timedelta(days - 1)
    change_account_with_retries(context, lambda account: _with_pause(account, until, context))


def check_fits(context: OwnerContext, action: Action, account: Account) -> None:
    """Raise StaleForDigest unless the link may act: no pause was changed since it was made, it pauses what is not
    paused, and it ends no pause but the one that it undoes."""
    owner = account.owner
    is_paused = owner.is_paused(context.today)
    is_its_own = action.undoes is not None and owner.paused_by == action.undoes
    does_fit = is_paused and is_its_own if action.kind is ActionKind.RESUME else not is_paused
    if not does_fit or owner.pauses != (action.version or 0):
        raise StaleForDigest(account)


def has_set_pause(action: Action, owner: Owner) -> bool:
    """Whether the digest is as this very link left it: it was pressed, and no pause was changed since."""
    return owner.paused_by == link_id(action)


def end_pause(context: OwnerContext) -> None:
    """Send digests again, whatever paused them. Without a pause nothing changes."""
    change_account_with_retries(context, lambda account: _with_pause(account, None, context))


def restart_mail(context: OwnerContext) -> None:
    """Send digests to the same address again, beginning with today's if it was not sent."""

    def change(account: Account) -> Account:
        if not account.is_mail_stopped:
            return account
        return replace(account, digest_problem=None, next_digest_at=min(account.next_digest_at, context.now))

    change_account_with_retries(context, change)


def _has_end(owner: Owner, today: date) -> bool:
    """Whether the digest is paused, and will come again by itself."""
    return owner.is_paused(today) and owner.paused_until != UNTIL_RESUMED


def _with_pause(account: Account, until: date | None, context: OwnerContext, by: str | None = None) -> Account:
    owner = account.owner.with_pause(until, by)
    if owner == account.owner:
        return account
    return replace(account, owner=owner, next_digest_at=min(account.next_digest_at, context.now))
