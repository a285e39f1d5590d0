"""After an upgrade, or a step back, that changes the plan, an owner's records are planned once more before any of them
is looked for."""

from __future__ import annotations

from datetime import datetime

from chalicelib.errors import ChangedMeanwhile
from chalicelib.playbook.rules import PLAN_VERSION
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Account, Owners

_TRIES = 3


def with_current_plans(account: Account, owners: Owners, interviews: Interviews, now: datetime) -> Account:
    """The account, once all its records are planned by the rules of this release. Nothing is read where they are.

    Settings that change meanwhile begin it again with themselves, and it is made anew after an interruption. Raises
    StorageUnavailable, and ChangedMeanwhile if they never stand still.
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
