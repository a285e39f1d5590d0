"""Read, change and write back: again if another write was quicker and the last writer may win."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from chalicelib.errors import ChangedMeanwhile, NoSuchOwner
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.records.owners import Account
from chalicelib.usecases.owner_context import OwnerContext

TRIES = 4
# Takes the stored version, and raises ``PreconditionFailed`` if the change was made for another one.
VersionCheck = Callable[[int], None]


def any_version(_version: int) -> None:
    """Accept any stored version."""


def change_account_with_retries(
    context: OwnerContext, change: Callable[[Account], Account], check: VersionCheck = any_version
) -> Account:
    """Change the owner's account and store it, again if the tick or another write was quicker. Return it as stored.

    Nothing is written if nothing changes. Raises NoSuchOwner if the owner is gone, what ``change`` and ``check`` raise,
    and ChangedMeanwhile if other writes were quicker on every try.
    """
    account: Account | None = context.account
    for _ in range(TRIES):
        if account is None:
            raise NoSuchOwner
        check(account.version)
        changed = change(account)
        if changed == account:
            return account
        with suppress(ChangedMeanwhile):
            return context.services.owners.save(changed)
        account = context.services.owners.get(context.owner.id)
    raise ChangedMeanwhile


def _never(_before: Interview, _now: Interview) -> bool:
    return False


def change_with_retries(
    context: OwnerContext,
    interview_id: str,
    write: Callable[[Interview], PlannedInterview],
    check: VersionCheck = any_version,
    is_made: Callable[[Interview, Interview], bool] = _never,
) -> PlannedInterview:
    """Read the record and ``write`` it changed, again if another write was quicker and ``check`` allows that.

    ``is_made`` takes the record as it was first read and as it is now. It says whether this very change is made
    already: it was applied, its response was lost, and another write followed. A change that must not be made twice
    needs it. Raises NotFound, UnreadableRecord, what ``write`` and ``check`` raise, and ChangedMeanwhile if other
    writes were quicker on every try.
    """
    before: Interview | None = None
    for _ in range(TRIES):
        interview = context.interview(interview_id)
        if before and is_made(before, interview):
            return context.planned(interview)
        before = before or interview
        check(interview.version)
        with suppress(ChangedMeanwhile):
            return write(interview)
    raise ChangedMeanwhile
