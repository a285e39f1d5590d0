"""Records of a process with several rounds: read with their process, written with it in one transaction.

Each function makes one attempt. It raises TransactionConflict if another write was in the way;
``retried_on_conflict`` then tries again.
"""

from __future__ import annotations

from chalicelib.errors import ChangedMeanwhile, NotFound, UnreadableRecord
from chalicelib.playbook.event import Event
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.records.interview_mapping import record_of
from chalicelib.records.item_keys import interview_key
from chalicelib.records.process_change import ProcessChange
from chalicelib.records.processes import Planner, process_of, stored_process
from chalicelib.records.table_items import InterviewItem
from chalicelib.records.transaction import transaction

FIRST_VERSION = 1  # the version of a record that was never changed


def save_round(owner_id: str, interview: Interview, plan: Planner) -> PlannedInterview:
    """Store a changed record, in another process if it names another. Raises ChangedMeanwhile, TooManyRounds."""
    stored = _stored_at_version_of(owner_id, interview)
    process = process_of(owner_id, interview, plan)
    with transaction() as write:
        if stored.has_rounds and stored.process_id != process.id:
            left = ProcessChange(write, owner_id, stored_process(owner_id, stored.process_id))
            left.leave(interview.id)
            left.settle(plan)
        change = ProcessChange(write, owner_id, process)
        written = change.put(interview, plan)
        change.settle(plan)
    return written.planned


def open_next_round(
    owner_id: str, ended: Interview, following: Interview, plan: Planner
) -> tuple[PlannedInterview, PlannedInterview]:
    """Store a record that has ended and the one that continues its process. Raises ChangedMeanwhile for the first,
    TooManyRounds."""
    _stored_at_version_of(owner_id, ended)
    with transaction() as write:
        change = ProcessChange(write, owner_id, process_of(owner_id, ended, plan))
        first, second = change.put(ended, plan), change.put(following, plan)
        change.settle(plan)
    return first.planned, second.planned


def close_next_round(
    owner_id: str, reopened: Interview, undone: Event, plan: Planner, instead: Interview | None = None
) -> PlannedInterview:
    """Store a reopened record, and remove the one that the event ``undone`` opened if it was never changed.

    ``instead`` is the record that the event opens now, of another day, say. Raises ChangedMeanwhile for ``reopened``,
    and if there is one ``instead`` while the other stays.
    """
    _stored_at_version_of(owner_id, reopened)
    following = InterviewItem.find(owner_id, interview_key(undone.next_interview_id or ""))
    with transaction() as write:
        change = ProcessChange(write, owner_id, process_of(owner_id, reopened, plan))
        if following and following.version == FIRST_VERSION and _is_opened_by(undone, reopened, following):
            change.remove(undone.next_interview_id or "", FIRST_VERSION)
        elif following and instead:
            raise ChangedMeanwhile(following.item_id)
        written = change.put(reopened, plan)
        if instead:
            change.put(instead, plan)
        change.settle(plan)
    return written.planned


def remove_round(owner_id: str, interview_id: str, version: int | None) -> None:
    """Delete a record and its entry in its process. Raises NotFound, ChangedMeanwhile.

    The other rounds get their new, smaller count of attempts elsewhere. Their stored due day follows when they are
    next written.
    """
    item = InterviewItem.find(owner_id, interview_key(interview_id))
    if item is None:
        raise NotFound(interview_id)
    if version not in (None, item.version):
        raise ChangedMeanwhile(interview_id)
    if isinstance(record_of(item), UnreadableRecord) or item.process_id is None:
        # Its process is not known either, and goes on counting it.
        item.delete(add_version_condition=False)
        return
    with transaction() as write:
        change = ProcessChange(write, owner_id, stored_process(owner_id, item.process_id))
        change.remove(interview_id, item.version)
        change.settle()


def _is_opened_by(undone: Event, reopened: Interview, following: InterviewItem) -> bool:
    from chalicelib.playbook.next_round import is_opened_by  # few records are undone

    record = record_of(following)
    return isinstance(record, Interview) and is_opened_by(undone, reopened, record)


def _stored_at_version_of(owner_id: str, interview: Interview) -> InterviewItem:
    item = InterviewItem.find(owner_id, interview_key(interview.id))
    if item is None or item.version != interview.version:
        raise ChangedMeanwhile(interview.id)
    return item
