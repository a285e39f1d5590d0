"""The interviews of an owner: recorded once, changed under a version lock, planned on every write."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime

from chalicelib import work_calendars
from chalicelib.errors import ChangedMeanwhile, NotFound
from chalicelib.playbook import rules
from chalicelib.playbook.event import Event
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.playbook.planning_context import PlanningContext
from chalicelib.records import ambiguous_writes, replanning, restoring, rounds
from chalicelib.records.idempotency_store import (
    FirstResponse,
    RequestKey,
    ResponseCondition,
    condition_to_respond,
    request_item,
)
from chalicelib.records.interview_mapping import Record, interview_in, interview_item, interview_of, record_of
from chalicelib.records.item_keys import INTERVIEWS, interview_key
from chalicelib.records.new_record import NewRecord, add_to_transaction, new_record
from chalicelib.records.processes import Planner, is_in_own_process, planned_in_own_process, stored_process
from chalicelib.records.storage_errors import BROKEN, translate_storage_errors
from chalicelib.records.table_items import InterviewItem, PlannedItem
from chalicelib.records.transaction import retried_on_conflict, transaction

PAGE = 100  # records per query where all are wanted

log = logging.getLogger(__name__)


class Interviews:
    """The repository of interviews. Every method may raise StorageUnavailable, every write RecordTooLarge.

    ``now`` is the instant as of which records are planned.
    """

    def __init__(
        self, planning_context: Callable[[Owner, Interview], PlanningContext] = work_calendars.planning_context
    ) -> None:
        self._planning_context = planning_context

    @translate_storage_errors()
    def get(self, owner_id: str, interview_id: str) -> Interview:
        """Return the record as it is now. Raises NotFound, UnreadableRecord."""
        item = InterviewItem.find(owner_id, interview_key(interview_id))
        if item is None:
            raise NotFound(interview_id)
        return interview_in(record_of(item))

    @translate_storage_errors()
    def open(self, owner_id: str) -> list[Record]:
        """Return all open records as they are now, by the stored due day, and those whose offer was lately
        accepted (D1). Other ended records are not read, however many."""
        return [record_of(item) for item in InterviewItem.open_index.query(owner_id, consistent_read=True)]

    @translate_storage_errors()
    def page(
        self, owner_id: str, *, is_ended_only: bool, limit: int, after: str | None
    ) -> tuple[list[Record], str | None]:
        """Return the newest ``limit`` records, and the ``after`` of the next page (None at the end).

        With ``after``, only records that were recorded before that one. ``is_ended_only`` leaves the open ones out.
        Raises NotFound for an ``after`` that cannot be an id.
        """
        items = InterviewItem.query(
            owner_id,
            InterviewItem.item_id.startswith(INTERVIEWS),
            InterviewItem.next_step.does_not_exist() if is_ended_only else None,
            consistent_read=True,
            scan_index_forward=False,
            limit=limit + 1,
            last_evaluated_key={"owner_id": {"S": owner_id}, "item_id": {"S": interview_key(after)}} if after else None,
        )
        records = [record_of(item) for item in items]
        return records[:limit], records[limit - 1].id if len(records) > limit else None

    def each(self, owner_id: str, after: str | None = None) -> Iterator[Record]:
        """Yield every record, open or ended, newest first, reading page by page. With ``after``, only records that were
        recorded before that one."""
        while True:
            page, after = self.page(owner_id, is_ended_only=False, limit=PAGE, after=after)
            yield from page
            if after is None:
                return

    @translate_storage_errors()
    def of_process(self, owner_id: str, process_id: str) -> list[Interview]:
        """Return the readable records of a process of several rounds, in the order of the rounds; nothing for a process
        of one round."""
        try:
            keys = [(owner_id, interview_key(id_)) for id_ in stored_process(owner_id, process_id).attempts]
        except BROKEN as error:
            log.error("A process of owner %s cannot be read: %s", owner_id, type(error).__name__)
            return []
        records = map(record_of, InterviewItem.batch_get(keys, consistent_read=True))
        interviews = [record for record in records if isinstance(record, Interview)]
        return sorted(interviews, key=lambda interview: (interview.round, interview.interview_on, interview.id))

    @translate_storage_errors()
    def entrant(self, owner: Owner, interview: Interview, now: datetime) -> NewRecord:
        """Return a new record, planned, as ``add`` will store it.

        Nothing is read unless it joins a process. In that case its ``process_id`` and ``attempts_elsewhere`` may differ
        from those of ``interview``.
        """
        return new_record(owner.id, interview, self._planner(owner, now))

    @translate_storage_errors()
    def free_to_answer(self, owner_id: str, key: RequestKey, now: datetime) -> ResponseCondition:
        """Return the condition under which a request that may have come before may be answered. Raises RepeatedRequest,
        IdempotencyKeyReused."""
        return condition_to_respond(owner_id, key, now)

    @translate_storage_errors()
    def add(
        self, owner: Owner, entrant: NewRecord, answer: FirstResponse, now: datetime, is_free: ResponseCondition
    ) -> None:
        """Store a new record and the ``answer`` to its request in one transaction, under the condition ``is_free``.

        Raises TransactionConflict, with nothing written, if the request came before or the record's process has
        changed. Raises TooManyRounds.
        """
        with transaction() as write:
            add_to_transaction(write, owner.id, entrant, self._planner(owner, now))
            write.save(request_item(owner.id, answer, entrant.planned.interview.id, now), condition=is_free)

    def import_first_sent_at(self, owner_id: str, key: RequestKey, now: datetime) -> datetime:
        """Return when an import that may have come before came first. Raises IdempotencyKeyReused."""
        from chalicelib.records import import_starts  # most functions never import a file

        return import_starts.first_sent_at(owner_id, key, now)

    @translate_storage_errors()
    def restore(
        self, owner: Owner, interview: Interview, now: datetime, over_version: int | None = None
    ) -> PlannedInterview:
        """Store a record as it was: with its id, events, version and process.

        Only a record that is at ``over_version`` is overwritten. Raises ChangedMeanwhile for any other record of this
        id, and TooManyRounds.
        """
        return retried_on_conflict(
            lambda: restoring.restore(owner.id, interview, self._planner(owner, now), over_version)
        )

    @translate_storage_errors()
    def save(self, owner: Owner, interview: Interview, now: datetime) -> PlannedInterview:
        """Store a record that was read at ``interview.version``. Raises ChangedMeanwhile, TooManyRounds."""
        if is_in_own_process(interview):
            with suppress(ChangedMeanwhile):  # also raised for one of several rounds
                return _save_alone(owner.id, planned_in_own_process(interview, self._planner(owner, now)))
        return retried_on_conflict(lambda: rounds.save_round(owner.id, interview, self._planner(owner, now)))

    @translate_storage_errors()
    def open_next_round(
        self, owner: Owner, ended: Interview, following: Interview, now: datetime
    ) -> tuple[PlannedInterview, PlannedInterview]:
        """Store a record that has ended and, in the same transaction, the record that continues its process.

        Return both. Raises ChangedMeanwhile for ``ended``, TooManyRounds.
        """
        return retried_on_conflict(
            lambda: rounds.open_next_round(owner.id, ended, following, self._planner(owner, now))
        )

    @translate_storage_errors()
    def close_next_round(
        self, owner: Owner, reopened: Interview, undone: Event, now: datetime, instead: Interview | None = None
    ) -> PlannedInterview:
        """Undo ``open_next_round``: store the reopened record and, in the same transaction, remove the following one.

        The following record stays if it was changed since it was created, or if the event ``undone`` names a record
        that it did not open. ``instead`` is stored in its place. Raises ChangedMeanwhile for ``reopened``, and for
        ``instead`` while the following record stays.
        """
        return retried_on_conflict(
            lambda: rounds.close_next_round(owner.id, reopened, undone, self._planner(owner, now), instead)
        )

    @translate_storage_errors()
    def remove(self, owner_id: str, interview_id: str, version: int | None) -> None:
        """Delete the record, readable or not. With a ``version``, delete it only at that version. Raises NotFound,
        ChangedMeanwhile."""
        with suppress(ChangedMeanwhile):  # also raised for one of several rounds
            return _remove_alone(owner_id, interview_id, version)
        return retried_on_conflict(lambda: rounds.remove_round(owner_id, interview_id, version))

    @translate_storage_errors()
    def plan_anew(self, owner: Owner, now: datetime) -> int:
        """Plan every open record anew after the owner's settings changed. Return how many records moved.

        Versions stay the same, because the owner changed nothing in these records. A record that cannot be read or
        planned stays as it is.
        """
        plan = self._planner(owner, now)
        items = InterviewItem.open_index.query(owner.id, consistent_read=True)
        return replanning.plan_anew(items, plan)

    @translate_storage_errors()
    def plan_all_anew(self, owner: Owner, now: datetime) -> int:
        """Plan every record anew, open or ended, after the rules changed: an ended one may be open again, and an open
        one may have ended. Return how many records moved."""
        plan = self._planner(owner, now)
        items = InterviewItem.query(owner.id, InterviewItem.item_id.startswith(INTERVIEWS), consistent_read=True)
        return replanning.plan_anew(items, plan)

    def _planner(self, owner: Owner, now: datetime) -> Planner:
        return lambda interview: rules.plan(interview, self._planning_context(owner, interview), now)


def _save_alone(owner_id: str, planned: PlannedInterview) -> PlannedInterview:
    item = interview_item(owner_id, planned.interview, planned.plan, has_rounds=False)
    stored = ambiguous_writes.put(item, InterviewItem.has_rounds.does_not_exist())
    return PlannedInterview(interview_of(stored), planned.plan)


def _remove_alone(owner_id: str, interview_id: str, version: int | None) -> None:
    is_it = InterviewItem.version.exists() if version is None else InterviewItem.version == version
    item = PlannedItem(owner_id, interview_key(interview_id))
    ambiguous_writes.delete(item, is_it & PlannedItem.has_rounds.does_not_exist())
