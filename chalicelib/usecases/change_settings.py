"""Change the owner's settings: who they are, when they want the digest, and how their records are planned."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec.structs import replace

from chalicelib.drafts.language_packs import Languages
from chalicelib.records.owners import Account
from chalicelib.request_errors import Fault, Invalid
from chalicelib.schemas.owner_fields import LONGEST_PAUSE, changed_owner
from chalicelib.schemas.validation import RawValues
from chalicelib.usecases.owner_context import OwnerContext
from chalicelib.usecases.pause_digest import UNTIL_RESUMED
from chalicelib.usecases.retry_on_conflict import VersionCheck, any_version, change_account_with_retries

MOVES_DUE_DATES = frozenset({"time_zone", "country", "attempts_at_most", "days_between_attempts"})
MOVES_THE_DIGEST = frozenset({"time_zone", "digest_at", "digest_days", "paused_until"})


def save_settings(context: OwnerContext, sent: RawValues, check: VersionCheck = any_version) -> Account:
    """Store the settings that were sent, and return the account. Raises ``Invalid``.

    If the change may move due dates, the open records are planned anew.
    """

    def change(account: Account) -> Account:
        changed = with_settings(account, sent, context.services.languages, context.now)
        if changed.owner.pauses != account.owner.pauses:
            _check_end(changed.owner.paused_until, context.today)
        return changed

    account = change_account_with_retries(context, change, check)
    if MOVES_DUE_DATES & sent.keys():
        context.services.interviews.plan_anew(account.owner, context.now)
    return account


def with_settings(account: Account, sent: RawValues, languages: Languages, now: datetime) -> Account:
    """Return the account with the settings that were sent. Raises ``Invalid``.

    A change that moves the digest makes the owner due by ``now``, so that the next tick looks at them again. The claim
    of a day prevents a second digest. A new mail address clears ``digest_problem``.
    """
    owner = changed_owner(account.owner, sent, languages)
    next_at = account.next_digest_at
    return replace(
        account,
        owner=owner,
        next_digest_at=min(next_at, now) if MOVES_THE_DIGEST & sent.keys() else next_at,
        digest_problem=account.digest_problem if owner.email == account.owner.email else None,
    )


def _check_end(paused_until: date | None, today: date) -> None:
    """Raise ``Invalid`` for a pause that ends later than a slip of the year would explain. For ever is one day only."""
    if paused_until not in (None, UNTIL_RESUMED) and paused_until > today + timedelta(LONGEST_PAUSE):
        facts = {"never": UNTIL_RESUMED.isoformat()}
        raise Invalid(Fault("paused_until", "is more than a year ahead; {never} stands for until you resume it", facts))
