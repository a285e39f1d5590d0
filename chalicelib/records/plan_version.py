"""After an upgrade that changes the plan, an owner's records are planned once more before anything is read of them."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from msgspec.structs import replace

from chalicelib.errors import ChangedMeanwhile
from chalicelib.playbook.rules import PLAN_VERSION
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Account, Owners


def planned_by_todays_rules(account: Account, owners: Owners, interviews: Interviews, now: datetime) -> Account:
    """The account, once all its records are planned by the rules of this release. Nothing is read where they are.

    Interrupted, it begins again with the next request or tick. Raises StorageUnavailable.
    """
    if account.plan_version >= PLAN_VERSION:
        return account
    interviews.plan_all_anew(account.owner, now)
    current = replace(account, plan_version=PLAN_VERSION)
    with suppress(ChangedMeanwhile):  # whoever changed the settings brings it up to date
        owners.put_off(current, account.next_digest_at)
    return current
