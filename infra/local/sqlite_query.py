"""A DynamoDB query's key conditions as SQL on the state's items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from moto.dynamodb.models.dynamo_type import DynamoType
from moto.dynamodb.models.table import SecondaryIndex, Table

LAST_CHARACTER = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class SqliteQuery:
    """What to look for in the table, or in one of its indexes; the conditions are moto's, parsed."""

    table: Table
    index: SecondaryIndex | None
    hash_conditions: Sequence[tuple[str, DynamoType]]
    range_conditions: Sequence[tuple[str, str, Sequence[DynamoType]]]

    def sql(self, start_key: dict[str, Any] | None, *, is_forward: bool) -> tuple[str, list[str | float]]:
        """The clauses and their values: the items after ``start_key``, in the order of the keys."""
        order = sort_columns(self.table, self.index)
        terms = [f"{term} IS NOT NULL" for term in order]  # an index holds only the items that have its keys
        values: list[str | float] = []
        for term, term_values in self._conditions():
            terms.append(term)
            values += term_values
        if start_key:
            terms.append(f"({', '.join(order)}) {'>' if is_forward else '<'} ({', '.join('?' * len(order))})")
            values += [_value(DynamoType(start_key[name])) for name in _names_in_order(self.table, self.index)]
        direction = "" if is_forward else " DESC"
        return f"WHERE {' AND '.join(terms)} ORDER BY {', '.join(term + direction for term in order)}", values

    def _conditions(self) -> list[tuple[str, list[str | float]]]:
        equal = [(f"{_column(self.table, name)} = ?", [_value(value)]) for name, value in self.hash_conditions]
        ranges = [
            _compared(_column(self.table, name), comparison, [_value(value) for value in values])
            for name, comparison, values in self.range_conditions
        ]
        return equal + ranges


def sort_columns(table: Table, index: SecondaryIndex | None) -> list[str]:
    """What the items are sorted by, as SQL: the index's keys and then the table's."""
    return [_column(table, name) for name in _names_in_order(table, index)]


def _names_in_order(table: Table, index: SecondaryIndex | None) -> list[str]:
    keys = [*(index.schema if index else []), *table.schema]
    return list(dict.fromkeys(key["AttributeName"] for key in keys))


def _column(table: Table, attribute: str) -> str:
    if attribute == table.hash_key_attr:
        return "hash"
    if attribute == table.range_key_attr:
        return "range"
    kind = next(one["AttributeType"] for one in table.attr if one["AttributeName"] == attribute)
    place = f"json_extract(item, '$.\"{attribute}\".{kind}')"
    return f"CAST({place} AS NUMERIC)" if kind == "N" else place


def _compared(term: str, comparison: str, values: list[str | float]) -> tuple[str, list[str | float]]:
    if comparison == "BEGINS_WITH":
        return f"{term} BETWEEN ? AND ?", [values[0], f"{values[0]}{LAST_CHARACTER}"]
    if comparison == "BETWEEN":
        return f"{term} BETWEEN ? AND ?", values
    return f"{term} {comparison} ?", values


def _value(key: DynamoType) -> str | float:
    return float(key.value) if key.type == "N" else str(key.value)
