"""The interviews of an owner: recorded once, changed under a version lock, planned on every write."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime

from chalicelib import work_calendars
from chalicelib.errors import ChangedMeanwhile, NotFound, UnreadableRecord, readable
from chalicelib.playbook import rules
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.playbook.planning_context import PlanningContext
from chalicelib.records import ambiguous_writes, restoring, rounds
from chalicelib.records.idempotency_store import (
    FirstResponse,
    MayRespond,
    RequestKey,
    condition_to_respond,
    request_item,
)
from chalicelib.records.interview_mapping import Record, interview_in, interview_item, interview_of, read
from chalicelib.records.item_keys import INTERVIEWS, interview_key
from chalicelib.records.new_record import NewRecord, add_to_transaction, new_record
from chalicelib.records.process_change import planned_anew
from chalicelib.records.processes import Planner, alone, is_alone, stored_process
from chalicelib.records.storage_errors import BROKEN, RecordTooLarge, storage_faults
from chalicelib.records.table_items import InterviewItem, PlannedItem
from chalicelib.records.transaction import retried_on_conflict, transaction

PAGE = 100  # records read at once where all are wanted

log = logging.getLogger(__name__)


class Interviews:
    """Every method may raise StorageUnavailable, every write RecordTooLarge. ``now`` decides what is planned."""

    def __init__(
        self, circumstances: Callable[[Owner, Interview], PlanningContext] = work_calendars.planning_context
    ) -> None:
        self._circumstances = circumstances

    @storage_faults()
    def get(self, owner_id: str, interview_id: str) -> Interview:
        """The record as it is now; raises NotFound, UnreadableRecord."""
        item = InterviewItem.find(owner_id, interview_key(interview_id))
        if item is None:
            raise NotFound(interview_id)
        return interview_in(read(item))

    @storage_faults()
    def open(self, owner_id: str) -> list[Record]:
        """All open records as they are now, by the day stored as due; what it reads does not grow with the ended."""
        return [read(item) for item in InterviewItem.open_index.query(owner_id, consistent_read=True)]

    @storage_faults()
    def page(
        self, owner_id: str, *, is_ended_only: bool, limit: int, after: str | None
    ) -> tuple[list[Record], str | None]:
        """The newest ``limit`` records, ended ones only if asked, recorded before the record ``after``; and the
        ``after`` of the next page, None at the end. Raises NotFound for an ``after`` that cannot be an id."""
        items = InterviewItem.query(
            owner_id,
            InterviewItem.item_id.startswith(INTERVIEWS),
            InterviewItem.next_due_on.does_not_exist() if is_ended_only else None,
            consistent_read=True,
            scan_index_forward=False,
            limit=limit + 1,
            last_evaluated_key={"owner_id": {"S": owner_id}, "item_id": {"S": interview_key(after)}} if after else None,
        )
        records = [read(item) for item in items]
        return records[:limit], records[limit - 1].id if len(records) > limit else None

    def each(self, owner_id: str, after: str | None = None) -> Iterator[Record]:
        """Every record, open or ended, the newest first, read page by page; those recorded before ``after``."""
        while True:
            page, after = self.page(owner_id, is_ended_only=False, limit=PAGE, after=after)
            yield from page
            if after is None:
                return

    @storage_faults()
    def of_process(self, owner_id: str, process_id: str) -> list[Interview]:
        """The records of a process of several rounds, in their order, that can be read; none of one round only."""
        try:
            keys = [(owner_id, interview_key(one)) for one in stored_process(owner_id, process_id).attempts]
        except BROKEN as error:
            log.error("A process of owner %s cannot be read: %s", owner_id, type(error).__name__)
            return []
        found = map(read, InterviewItem.batch_get(keys, consistent_read=True))
        rounds_ = [one for one in found if isinstance(one, Interview)]
        return sorted(rounds_, key=lambda one: (one.round, one.interview_on, one.id))

    @storage_faults()
    def entrant(self, owner: Owner, interview: Interview, now: datetime) -> NewRecord:
        """A new record as ``add`` will store it, planned. Nothing is read unless it joins a process: then it may differ
        from ``interview`` in ``process_id`` and ``attempts_elsewhere``."""
        return new_record(owner.id, interview, self._planner(owner, now))

    @storage_faults()
    def free_to_answer(self, owner_id: str, key: RequestKey, now: datetime) -> MayRespond:
        """Under which condition a request may be answered that may have come before. Raises RepeatedRequest,
        KeyReused."""
        return condition_to_respond(owner_id, key, now)

    @storage_faults()
    def add(self, owner: Owner, entrant: NewRecord, answer: FirstResponse, now: datetime, is_free: MayRespond) -> None:
        """Store a new record and the ``answer`` to its request, in one transaction.

        Raises TransactionConflict, with nothing written, if the request came before or its process has changed; and
        TooManyRounds.
        """
        with transaction() as write:
            add_to_transaction(write, owner.id, entrant, self._planner(owner, now))
            write.save(request_item(owner.id, answer, entrant.planned.interview.id, now), condition=is_free)

    @storage_faults()
    def restore(
        self, owner: Owner, interview: Interview, now: datetime, over_version: int | None = None
    ) -> PlannedInterview:
        """Store a record as it was: with its id, its events, its version and its process. Nothing is written over but
        one that is at ``over_version``: raises ChangedMeanwhile for any other of this id; and TooManyRounds."""
        return retried_on_conflict(
            lambda: restoring.restore(owner.id, interview, self._planner(owner, now), over_version)
        )

    @storage_faults()
    def save(self, owner: Owner, interview: Interview, now: datetime) -> PlannedInterview:
        """Store a record that was read at ``interview.version``; raises ChangedMeanwhile, TooManyRounds."""
        if is_alone(interview):
            with suppress(ChangedMeanwhile):  # or it is one of several rounds
                return _save_alone(owner.id, alone(interview, self._planner(owner, now)))
        return retried_on_conflict(lambda: rounds.save_round(owner.id, interview, self._planner(owner, now)))

    @storage_faults()
    def open_next_round(
        self, owner: Owner, ended: Interview, following: Interview, now: datetime
    ) -> tuple[PlannedInterview, PlannedInterview]:
        """Store a record that has ended and the one that goes on with its process, in one transaction.

        Raises ChangedMeanwhile for ``ended``, TooManyRounds.
        """
        return retried_on_conflict(
            lambda: rounds.open_next_round(owner.id, ended, following, self._planner(owner, now))
        )

    @storage_faults()
    def close_next_round(self, owner: Owner, reopened: Interview, following_id: str, now: datetime) -> PlannedInterview:
        """Undo ``open_next_round``: store the reopened record and, in the same transaction, remove the following
        one if it is still as it was made; otherwise that one stays. Raises ChangedMeanwhile for ``reopened``."""
        return retried_on_conflict(
            lambda: rounds.close_next_round(owner.id, reopened, following_id, self._planner(owner, now))
        )

    @storage_faults()
    def remove(self, owner_id: str, interview_id: str, version: int | None) -> None:
        """Delete the record, readable or not, if ``version`` is given only at that one; raises NotFound,
        ChangedMeanwhile."""
        with suppress(ChangedMeanwhile):  # or it is one of several rounds
            return _remove_alone(owner_id, interview_id, version)
        return retried_on_conflict(lambda: rounds.remove_round(owner_id, interview_id, version))

    @storage_faults()
    def plan_anew(self, owner: Owner, now: datetime) -> int:
        """Store what is next in every open record after the owner's settings changed; how many of them it moved.

        Versions stay: the owner changed nothing in these records. One that cannot be read or planned stays as it is.
        """
        plan = self._planner(owner, now)
        items = InterviewItem.open_index.query(owner.id, consistent_read=True)
        return sum(_plan_anew(item, plan) for item in items)

    @storage_faults()
    def plan_all_anew(self, owner: Owner, now: datetime) -> int:
        """The same for every record, after the rules changed: what had ended may be open again, and the other way."""
        plan = self._planner(owner, now)
        items = InterviewItem.query(owner.id, InterviewItem.item_id.startswith(INTERVIEWS), consistent_read=True)
        return sum(_plan_anew(item, plan) for item in items)

    def _planner(self, owner: Owner, now: datetime) -> Planner:
        return lambda interview: rules.plan(interview, self._circumstances(owner, interview), now)


def _save_alone(owner_id: str, planned: PlannedInterview) -> PlannedInterview:
    item = interview_item(owner_id, planned.interview, planned.plan, has_rounds=False)
    stored = ambiguous_writes.put(item, InterviewItem.has_rounds.does_not_exist())
    return PlannedInterview(interview_of(stored), planned.plan)


def _remove_alone(owner_id: str, interview_id: str, version: int | None) -> None:
    is_it = InterviewItem.version.exists() if version is None else InterviewItem.version == version
    item = PlannedItem(owner_id, interview_key(interview_id))
    ambiguous_writes.delete(item, is_it & PlannedItem.has_rounds.does_not_exist())


def _plan_anew(item: InterviewItem, planner: Planner) -> bool:
    try:
        interview = interview_in(read(item))
        with readable(interview.id):
            plan = planner(interview)
    except UnreadableRecord:
        return False
    next_step, next_due_on = (plan.step.kind, plan.step.due_on) if plan.step else (None, None)
    if (item.next_step, item.next_due_on) == (next_step, next_due_on):
        return False
    planned = PlannedItem(item.owner_id, item.item_id)
    try:
        with suppress(ChangedMeanwhile), storage_faults():  # whoever changed it has planned it
            planned.update(planned_anew(plan), condition=InterviewItem.version == item.version)
    except RecordTooLarge:  # it is open again, and has no room in the index: the others are none the worse for it
        log.error("Interview %s is too large to be planned anew", interview.id)
        return False
    return True
