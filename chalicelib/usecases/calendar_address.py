"""The address of an owner's calendar feed: ``/calendar/<owner_id>.<secret>.ics``. The secret alone opens it.

It is stored as it is, not as a hash, because the owner may want to read the address again. It opens nothing else.
"""

from __future__ import annotations

import hmac
import re
import secrets

from msgspec.structs import replace

from chalicelib.errors import NotFound
from chalicelib.records.owners import Account, Owners
from chalicelib.usecases.owner_context import OwnerContext
from chalicelib.usecases.retry_on_conflict import VersionCheck, any_version, change_account_with_retries

_FILE = re.compile(r"([A-Za-z0-9_-]{1,40})\.([A-Za-z0-9_-]{43})\.ics", re.ASCII)
_NO_SECRET = "-" * 43  # compared where there is none, so that the time taken tells nothing


def open_calendar(context: OwnerContext, check: VersionCheck = any_version) -> Account:
    """Give the feed a new address. An earlier address stops working at once."""
    return _with_secret(context, _new_secret(), check)


def close_calendar(context: OwnerContext, check: VersionCheck = any_version) -> Account:
    """Take the feed down."""
    return _with_secret(context, None, check)


def calendar_url(account: Account, address: str | None) -> str | None:
    """Return the feed's URL, None if there is no feed. ``address`` is the base URL by which the API was called."""
    if account.calendar_secret is None or address is None:
        return None
    return f"{address}/calendar/{account.owner.id}.{account.calendar_secret}.ics"


def account_of_feed(file: str, owners: Owners) -> Account:
    """Return the account whose feed this file is. Raises NotFound, after the same work whether or not the owner or the
    feed exists."""
    matched = _FILE.fullmatch(file)
    if matched is None:
        raise NotFound
    account = owners.claimed(matched[1])
    secret = (account and account.calendar_secret) or _NO_SECRET
    is_theirs = hmac.compare_digest(secret.encode(), matched[2].encode())
    if account is None or account.calendar_secret is None or not is_theirs:
        raise NotFound
    return account


def _new_secret() -> str:
    """256 random bits, as 43 characters that fit into a URL."""
    return secrets.token_urlsafe(32)


def _with_secret(context: OwnerContext, secret: str | None, check: VersionCheck) -> Account:
    return change_account_with_retries(context, lambda account: replace(account, calendar_secret=secret), check)
