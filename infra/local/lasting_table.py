"""A trick on moto: its DynamoDB with its tables kept in the state's file, in SQLite.

moto answers the calls, and its parsers read conditions, updates and projections. Where the items live and how they are
found is ours (``search.py`` writes the SQL): moto keeps them in memory only, copies the whole table at each transaction
and walks all of it at each query (docs/decisions/0002-moto-in-process.md). With 10,000 items a transaction takes 3 ms
of the processor where moto takes 970, a page of 25 records 27 where it takes 94; and a restart loses nothing.

It leans on moto's insides. If they change, ``tests/infra/test_local_table.py`` fails, which puts every sort of call to
this and to moto as it is. ``TRICKS=off make run`` switches it off: then moto is as it is, a request that fails is not
undone, and records last as long as the process. What the file holds already is left alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, cast

from moto.dynamodb.exceptions import MockValidationException
from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models.dynamo_type import DynamoType, Item
from moto.dynamodb.models.table import RESULT_SIZE_LIMIT, SecondaryIndex, Table
from moto.dynamodb.models.utilities import dynamo_json_dump

from infra.local.sqlite_query import SqliteQuery, sort_columns
from infra.local.state import LocalState


class LastingTable(Table):
    """A table whose items are rows of the state."""

    def __init__(self, state: LocalState, name: str, **description: Any) -> None:
        super().__init__(name, **description)
        self._state = state
        for index in self.all_indexes():
            state.index_items(index.name, sort_columns(self, index))

    def __deepcopy__(self, _memo: dict[int, Any]) -> LastingTable:
        return self  # moto's copy to roll back to; here the state rolls back

    def __len__(self) -> int:
        return self._state.count_items()

    def get_item(
        self, hash_key: DynamoType, range_key: DynamoType | None = None, projection_expression: Any = None
    ) -> Item | None:
        """A fresh copy of the item, so that changing it changes nothing until it is kept."""
        found = self._state.select_items("WHERE hash = ? AND range = ?", _place(hash_key, range_key))
        item = next(self._items(found), None)
        return item.project(projection_expression) if item and projection_expression else item

    def put_item(self, *args: Any, **kwargs: Any) -> Item:
        """Check the item and its conditions as moto does, then keep it."""
        item = super().put_item(*args, **kwargs)
        self.items.clear()  # moto's own place for it
        self.keep(item)
        return item

    def keep(self, item: Item) -> None:
        """Write an item that has been checked."""
        self._state.put_item(*_place(item.hash_key, item.range_key), dynamo_json_dump(item.attrs))

    def delete_item(self, hash_key: DynamoType, range_key: DynamoType | None) -> Item | None:
        """Remove an item and return what it was."""
        item = self.get_item(hash_key, range_key)
        self._state.delete_item(*_place(hash_key, range_key))
        return item

    def all_items(self) -> list[Item]:
        """Every item in the order of its keys; a Scan asks for it."""
        return list(self._items(self._state.select_items("ORDER BY hash, range")))

    def query(self, *asked: Any, **conditions: Any) -> tuple[list[Item], int, dict[str, Any] | None]:
        """One page, at most 1 MB; then how many items were read, and the key to go on from. moto calls it."""
        *_, limit, start_key, is_forward, projection, index_name, is_consistent, wanted = asked
        index = self._index_to_query(index_name, is_consistent)
        search = SqliteQuery(self, index, conditions["hash_key_conditions"], conditions["range_key_conditions"])
        found = self._state.select_items(*search.sql(start_key, is_forward=is_forward))
        page, next_key = self._page(self._items(found), limit, index_name)
        shown = [index.project(item) for item in page] if index else page
        shown = [item for item in shown if wanted.expr(item)]
        if projection:
            shown = [item.project(projection) for item in shown]
        return shown, len(page), next_key

    def _index_to_query(self, name: str | None, is_consistent: bool) -> SecondaryIndex | None:
        index = self.get_index(name, error_if_not=True) if name else None
        if is_consistent and index in self.global_indexes:
            raise MockValidationException("Consistent reads are not supported on global secondary indexes")
        return index

    def _page(
        self, found: Iterator[Item], limit: int | None, index_name: str | None
    ) -> tuple[list[Item], dict[str, Any] | None]:
        page: list[Item] = []
        size = 0
        for item in found:
            size += item.size()
            if page and (len(page) == limit or size > RESULT_SIZE_LIMIT):
                return page, self._get_last_evaluated_key(page[-1], index_name)
            page.append(item)
        return page, None

    def _items(self, found: Iterator[str]) -> Iterator[Item]:
        for text in found:
            yield _item(self, json.loads(text))


class LastingDynamoDB(DynamoDBBackend):
    """moto's DynamoDB, but for where its tables live. ``state`` is set before the first call."""

    state: LocalState

    def create_table(self, name: str, *args: Any, **description: Any) -> Table:
        """The table as described, with the items that the state has for it."""
        table = LastingTable(  # type: ignore[abstract]  # so is moto's own table
            self.state, name, *args, account_id=self.account_id, region=self.region_name, **description
        )
        self.tables[name] = table
        return table

    def get_table(self, table_name: str) -> LastingTable:
        """The table of this name; there are no others than ours."""
        return cast("LastingTable", super().get_table(table_name))

    def update_item(self, table_name: str, *args: Any, **kwargs: Any) -> Item:
        """moto changes the copy of the item that it was given; it is kept if all of the update went well."""
        with self.state.all_or_nothing():
            item = super().update_item(table_name, *args, **kwargs)
            self.get_table(table_name).keep(item)
        return item

    def transact_write_items(self, transact_items: list[dict[str, Any]]) -> None:
        """All of them, or none."""
        with self.state.all_or_nothing():
            super().transact_write_items(transact_items)


def _place(hash_key: DynamoType, range_key: DynamoType | None) -> tuple[str, str]:
    return hash_key.value, range_key.value if range_key else ""


def _item(table: Table, attributes: dict[str, Any]) -> Item:
    item = Item(DynamoType(attributes[table.hash_key_attr]), DynamoType(attributes[str(table.range_key_attr)]), {})
    for name, value in attributes.items():
        # Past the check of the item's size, which is made anew for each attribute: it was made when it was put.
        dict.__setitem__(item.attrs, name, DynamoType(value))
    return item
