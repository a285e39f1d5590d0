"""Change a record, or delete it for good."""

from __future__ import annotations

from collections.abc import Callable

from chalicelib.errors import ChangedMeanwhile
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.request_errors import PreconditionFailed
from chalicelib.usecases.owner_context import OwnerContext
from chalicelib.usecases.retry_on_conflict import VersionCheck, any_version, change_with_retries
from chalicelib.usecases.standing_offers import forget_offer, keep_offer


def change(
    context: OwnerContext,
    interview_id: str,
    make: Callable[[Interview], Interview],
    check: VersionCheck = any_version,
) -> PlannedInterview:
    """Store what ``make`` returns for the record. Raises NotFound, and what ``make`` and ``check`` raise."""

    def write(interview: Interview) -> PlannedInterview:
        return context.services.interviews.save(context.owner, make(interview), context.now)

    changed = change_with_retries(context, interview_id, write, check)
    keep_offer(context, changed)
    return changed


def remove(context: OwnerContext, interview_id: str, version: int | None = None) -> None:
    """Delete a record. With a ``version``, delete it only at that one, and raise PreconditionFailed at another.

    Raises NotFound, ChangedMeanwhile.
    """
    try:
        context.services.interviews.remove(context.owner.id, interview_id, version)
    except ChangedMeanwhile as changed_meanwhile:
        if version is None:
            raise
        raise PreconditionFailed from changed_meanwhile
    forget_offer(context, interview_id)
