"""Restore a backup into a table: write what it holds as it was then, and keep what was added since.

- An owner who is in the table may be using it: each of their records is written under a condition, in one transaction
  with its process.
- An owner who is not in the table is written in batches, the profile last: before that nobody can sign in, and no tick
  finds them.

So the next run completes an interrupted restore, and finds nothing to do after a complete one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from chalicelib.playbook.owner import Owner
from chalicelib.records.processes import is_in_own_process
from infra.deploy.account_merge import account_in, next_version
from infra.deploy.backup_file import Backup
from infra.deploy.raw_items import MOST_READ, RawItems, key_of
from infra.deploy.restore_decision import ItemKind, RestoreDecision, interview_in, is_sent, restore_decision
from infra.deploy.restore_summary import RestoreSummary
from infra.deploy.table_access import TableAccess
from infra.deploy.terminal import Terminal, with_progress
from infra.deploy.typed_json import TypedItem

_IS_FREE = {"ConditionExpression": "attribute_not_exists(item_id)"}
_IS_UNSENT = {
    "ConditionExpression": "attribute_not_exists(item_id) OR #state <> :sent",
    "ExpressionAttributeNames": {"#state": "state"},
    "ExpressionAttributeValues": {":sent": {"S": "sent"}},
}


class Restoration:
    """Restores one backup into one table. ``now``, the clock, decides what has expired and what is planned next."""

    def __init__(self, backup: Backup, rows: RawItems, terminal: Terminal, now: Callable[[], datetime]) -> None:
        self._backup = backup
        self._rows = rows
        self._terminal = terminal
        self._now = now
        self._table = TableAccess(terminal, now)

    def preview(self) -> RestoreSummary:
        """Count what would be done; nothing is written. Raises CannotDo, NewerSchema."""
        summary = RestoreSummary()
        for item, there in self._side_by_side("Comparing"):
            owner_id, _ = key_of(item)
            if ItemKind.of(item) is ItemKind.OWNERS:
                account = account_in(item)
                summary.add_owner(self._table.owner_decision(account), account, self._table.account(owner_id))
            else:
                summary.add(ItemKind.of(item), restore_decision(item, there, self._now()), owner_id)
        return summary

    def write(self) -> list[str]:
        """Restore; a sentence for each item that could not be. Raises CannotDo, NewerSchema: then run it again."""
        self._table = TableAccess(self._terminal, self._now)  # fresh: time passed while the question was open
        accounts = {key_of(item)[0]: account_in(item) for item in self._items() if ItemKind.of(item) is ItemKind.OWNERS}
        planned_for = {owner_id: self._table.merged(account).owner for owner_id, account in accounts.items()}
        problems: list[str] = []
        for item, there in self._side_by_side("Writing"):
            if ItemKind.of(item) is not ItemKind.OWNERS and restore_decision(item, there, self._now()) in (
                RestoreDecision.NEW,
                RestoreDecision.REPLACES,
            ):
                problems += self._write(item, planned_for.get(key_of(item)[0]))
        self._rows.flush()
        self._terminal.say("Planning what is open …")
        for account in with_progress(accounts.values(), self._terminal, "Owners", len(accounts)):
            self._table.restore_account(account)
        return problems

    def _write(self, item: TypedItem, owner: Owner | None) -> list[str]:
        """Write one item; or return the reason why it cannot be written."""
        owner_id, item_id = key_of(item)
        account = self._table.account(owner_id)
        planned_for = owner or (account.owner if account else None)
        if planned_for is None:
            return [f"{item_id}: its owner, {owner_id}, is neither in the backup nor in the table"]
        is_record = ItemKind.of(item) is ItemKind.INTERVIEWS
        if account is None and not (is_record and _has_rounds(item)):
            self._rows.put_soon(_above(item) if is_record else item)
        elif is_record:
            self._rows.flush()  # the record may be a further round of one that waits
            return self._table.restore_interview(planned_for, interview_in(item))
        else:
            self._rows.put_if(item, _IS_UNSENT if ItemKind.of(item) is ItemKind.DIGESTS and is_sent(item) else _IS_FREE)
        return []

    def _side_by_side(self, activity: str) -> Iterator[tuple[TypedItem, TypedItem | None]]:
        """Each item of the backup with the one in the table now."""
        for items in _batches(with_progress(self._items(), self._terminal, activity, self._backup.count)):
            there = self._rows.found(dict.fromkeys(map(key_of, items)))
            yield from ((item, there.get(key_of(item))) for item in items)

    def _items(self) -> Iterator[TypedItem]:
        """The items of the backup but processes, which follow from their records."""
        return (item for item in self._backup.items() if ItemKind.of(item) is not ItemKind.PROCESSES)


def _batches(items: Iterator[TypedItem]) -> Iterator[list[TypedItem]]:
    batch: list[TypedItem] = []
    for item in items:
        batch.append(item)
        if len(batch) == MOST_READ:
            yield batch
            batch = []
    yield batch


def _has_rounds(item: TypedItem) -> bool:
    """Whether the record may share its process with others."""
    return "has_rounds" in item or not is_in_own_process(interview_in(item))


def _above(item: TypedItem) -> TypedItem:
    return {**item, "version": {"N": str(next_version(int(item["version"]["N"]), there=None))}}
