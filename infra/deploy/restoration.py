"""Restoring: what a backup holds is written as it was then, and what was added since stays.

Where owners live, each record is written under a condition, in one transaction with its process: they may be at work.
Who is not there is written in batches, the profile last: before that nobody can sign in, and no tick finds them. So a
restore that was interrupted is completed by the next one, and one that was completed is found to be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from chalicelib.playbook.owner import Owner
from chalicelib.records.processes import is_in_own_process
from infra.deploy.account_merge import above, account_in
from infra.deploy.backup_file import Backup
from infra.deploy.progress import with_progress
from infra.deploy.raw_items import MOST_READ, RawItems, key_of
from infra.deploy.restore_decision import ItemKind, RestoreDecision, interview_in, is_sent, restore_decision
from infra.deploy.restore_summary import RestoreSummary
from infra.deploy.table_access import TableAccess
from infra.deploy.terminal import Terminal
from infra.deploy.typed_json import TypedItem

_IS_FREE = {"ConditionExpression": "attribute_not_exists(item_id)"}
_IS_UNSENT = {
    "ConditionExpression": "attribute_not_exists(item_id) OR #state <> :sent",
    "ExpressionAttributeNames": {"#state": "state"},
    "ExpressionAttributeValues": {":sent": {"S": "sent"}},
}


class Restoration:
    """One backup on its way into one table. ``now`` is the clock: it decides what has expired, and what is next."""

    def __init__(self, backup: Backup, rows: RawItems, terminal: Terminal, now: Callable[[], datetime]) -> None:
        self._backup = backup
        self._rows = rows
        self._terminal = terminal
        self._now = now
        self._place = TableAccess(terminal, now)

    def preview(self) -> RestoreSummary:
        """What would be done; nothing is written. Raises CannotDo, NewerSchema."""
        tally = RestoreSummary()
        for item, there in self._side_by_side("Comparing"):
            owner_id, _ = key_of(item)
            if ItemKind.of(item) is ItemKind.OWNERS:
                account = account_in(item)
                tally.add_owner(self._place.owner_verdict(account), account, self._place.account(owner_id))
            else:
                tally.add(ItemKind.of(item), restore_decision(item, there, self._now()), owner_id)
        return tally

    def write(self) -> list[str]:
        """Do it; what could not be restored, in words. Raises CannotDo, NewerSchema: then run it again."""
        self._place = TableAccess(self._terminal, self._now)  # time went by while somebody was asked
        accounts = {key_of(item)[0]: account_in(item) for item in self._items() if ItemKind.of(item) is ItemKind.OWNERS}
        planned_for = {owner_id: self._place.merged(account).owner for owner_id, account in accounts.items()}
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
            self._place.restore_account(account)
        return problems

    def _write(self, item: TypedItem, owner: Owner | None) -> list[str]:
        """Write one item; or say why not."""
        owner_id, item_id = key_of(item)
        account = self._place.account(owner_id)
        planned_for = owner or (account.owner if account else None)
        if planned_for is None:
            return [f"{item_id}: its owner, {owner_id}, is neither in the backup nor in the table"]
        is_record = ItemKind.of(item) is ItemKind.INTERVIEWS
        if account is None and not (is_record and _has_rounds(item)):
            self._rows.put_soon(_above(item) if is_record else item)
        elif is_record:
            self._rows.flush()  # it may be a round of one that waits
            return self._place.restore_interview(planned_for, interview_in(item))
        else:
            self._rows.put_if(item, _IS_UNSENT if ItemKind.of(item) is ItemKind.DIGESTS and is_sent(item) else _IS_FREE)
        return []

    def _side_by_side(self, what: str) -> Iterator[tuple[TypedItem, TypedItem | None]]:
        """Each item with what is there now in its place."""
        for items in _portions(with_progress(self._items(), self._terminal, what, self._backup.count)):
            there = self._rows.found(dict.fromkeys(map(key_of, items)))
            yield from ((item, there.get(key_of(item))) for item in items)

    def _items(self) -> Iterator[TypedItem]:
        """Processes are left out: they follow from their records."""
        return (item for item in self._backup.items() if ItemKind.of(item) is not ItemKind.PROCESSES)


def _portions(items: Iterator[TypedItem]) -> Iterator[list[TypedItem]]:
    portion: list[TypedItem] = []
    for item in items:
        portion.append(item)
        if len(portion) == MOST_READ:
            yield portion
            portion = []
    yield portion


def _has_rounds(item: TypedItem) -> bool:
    """Whether the record may share its process with others."""
    return "has_rounds" in item or not is_in_own_process(interview_in(item))


def _above(item: TypedItem) -> TypedItem:
    return {**item, "version": {"N": str(above(int(item["version"]["N"]), there=None))}}
