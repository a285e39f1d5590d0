"""Plan an owner's records anew after an upgrade or a rollback that changes the rules, before any of them is queried."""

from __future__ import annotations

from datetime import datetime

from chalicelib.errors import ChangedMeanwhile
from chalicelib.playbook.rules import PLAN_VERSION
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Account, Owners

_TRIES = 3


def with_current_plans(account: Account, owners: Owners, interviews: Interviews, now: datetime) -> Account:
    """Return the account once all its records are planned by the rules of this release. If they are, nothing is read.

    If the settings change meanwhile, planning starts again with the new ones; after an interruption, the next call
    starts again. Raises StorageUnavailable, and ChangedMeanwhile if the settings change on every try.
    """
    for _ in range(_TRIES):
        if account.plan_version == PLAN_VERSION:
            return account
        interviews.plan_all_anew(account.owner, now)
        try:
            return owners.mark_planned(account)
        except ChangedMeanwhile:
            account = owners.get(account.owner.id) or account
    raise ChangedMeanwhile(account.owner.id)
