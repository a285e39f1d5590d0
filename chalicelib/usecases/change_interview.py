"""Change a record, or delete it for good."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC

from msgspec.structs import replace

from chalicelib.errors import ChangedMeanwhile
from chalicelib.playbook.event import Event, EventKind
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.moves import day_of, with_day, with_event
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.playbook.process_state import DayToCome
from chalicelib.request_errors import PreconditionFailed
from chalicelib.schemas.ids import new_part_id
from chalicelib.usecases.owner_context import OwnerContext
from chalicelib.usecases.record_event import check_room
from chalicelib.usecases.retry_on_conflict import VersionCheck, any_version, change_with_retries


def change(
    context: OwnerContext,
    interview_id: str,
    make: Callable[[Interview], Interview],
    check: VersionCheck = any_version,
) -> PlannedInterview:
    """Store what ``make`` returns for the record. Raises NotFound, and what ``make`` and ``check`` raise.

    Where a moved interview has no day yet, a new day is the one that was waited for: the move is recorded (W13).
    """

    def write(interview: Interview) -> PlannedInterview:
        changed = _with_awaited_day(context, interview, make(interview))
        return context.services.interviews.save(context.owner, changed, context.now)

    return change_with_retries(context, interview_id, write, check)


def _with_awaited_day(context: OwnerContext, interview: Interview, changed: Interview) -> Interview:
    if changed.interview_on == interview.interview_on:
        return changed
    plan = context.plan(interview)
    if plan.day_to_come is not DayToCome.INTERVIEW:
        return changed
    moved = Event(
        id=new_part_id(),
        kind=EventKind.INTERVIEW_MOVED,
        on=context.today,
        recorded_at=context.now.astimezone(UTC),
        interview_on=changed.interview_on,
        interview_time=changed.interview_time,
    )
    check_room(moved, interview)
    recorded = with_event(with_day(changed, day_of(interview)), moved, plan)
    return replace(recorded, answer_expected_on=changed.answer_expected_on)


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
