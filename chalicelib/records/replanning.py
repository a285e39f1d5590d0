"""Planning stored records anew, unchanged as they are: the settings or the rules changed, or time passed."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from contextlib import suppress

from chalicelib.errors import ChangedMeanwhile, UnreadableRecord, raising_unreadable
from chalicelib.playbook.plan import Plan
from chalicelib.records.interview_mapping import interview_in, record_of
from chalicelib.records.item_keys import INTERVIEWS
from chalicelib.records.process_change import plan_updates
from chalicelib.records.processes import Planner
from chalicelib.records.storage_errors import RecordTooLarge, translate_storage_errors
from chalicelib.records.table_items import InterviewItem, PlannedItem

log = logging.getLogger(__name__)


def plan_anew(items: Iterable[InterviewItem], planner: Planner) -> int:
    """Plan these records anew, without a new version. Return how many moved.

    A record that cannot be read or planned stays as it is. Raises StorageUnavailable.
    """
    return sum(_plan_one_anew(item, planner) for item in items)


def _plan_one_anew(item: InterviewItem, planner: Planner) -> bool:
    """Store the plan of one record if it moved. Return whether it did."""
    try:
        interview = interview_in(record_of(item))
        with raising_unreadable(interview.id):
            plan = planner(interview)
    except UnreadableRecord:
        return False
    if (item.next_step, item.next_due_on) == (plan.step and plan.step.kind, plan.listed_on):
        return False
    return _store_plan(item, plan)


def _store_plan(item: InterviewItem, plan: Plan) -> bool:
    planned = PlannedItem(item.owner_id, item.item_id)
    try:
        with suppress(ChangedMeanwhile), translate_storage_errors():  # the write that changed it has also planned it
            planned.update(plan_updates(plan), condition=InterviewItem.version == item.version)
    except RecordTooLarge:  # it is open again, and too large for the index: the other records are planned all the same
        log.error("Interview %s is too large to be planned anew", item.item_id.removeprefix(INTERVIEWS))
        return False
    return True
