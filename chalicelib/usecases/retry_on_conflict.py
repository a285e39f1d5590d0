"""Changing what was read, again if somebody else was quicker and the last writer may win."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from chalicelib.errors import ChangedMeanwhile, NoSuchOwner
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.records.owners import Account
from chalicelib.usecases.owner_context import OwnerContext

TRIES = 4
# Is given the version that is there, and raises ``PreconditionFailed`` if the change was made for another one.
VersionCheck = Callable[[int], None]


def any_version(_version: int) -> None:
    """The change is good for whatever is there."""


def change_account_with_retries(
    context: OwnerContext, change: Callable[[Account], Account], check: VersionCheck = any_version
) -> Account:
    """The owner's account, changed and stored, again if the tick or somebody else was quicker; as it is, if nothing
    changes. Raises NoSuchOwner if it is gone."""
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
    """Read the record and ``write`` it changed, again if somebody else was quicker and no version was named.

    ``is_made`` says of the record as it was first read, and as it is now, whether this very change is made already: it
    landed, but its answer was lost, and somebody wrote after it. What may not be made twice needs it.
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
