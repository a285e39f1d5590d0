"""The one table: its two indexes, what all its items have, and the one client that they share.

Call ``configure`` first: it makes that client.
"""

from __future__ import annotations

from secrets import token_urlsafe
from typing import Any, ClassVar, Self

from pynamodb.attributes import NumberAttribute, TTLAttribute, UnicodeAttribute, UTCDateTimeAttribute
from pynamodb.connection import Connection
from pynamodb.constants import PAY_PER_REQUEST_BILLING_MODE
from pynamodb.exceptions import DoesNotExist
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex, KeysOnlyProjection, LocalSecondaryIndex
from pynamodb.models import Model

from chalicelib.errors import NewerSchema
from chalicelib.records.attributes import DayAttribute

SCHEMA = 2  # the newest that this release reads: interviews have their facts in one map; other items are still at 1
_FIRST_SCHEMA = 1
_SCHEMA_IF_ABSENT = {"N": str(_FIRST_SCHEMA)}
_WRITE_TOKEN_BYTES = 6  # enough to tell apart the few writes that meet at one version of one item


class OpenIndex(LocalSecondaryIndex[Any]):  # type: ignore[no-untyped-call]  # PynamoDB's own base class
    """The open interviews of an owner, by due day. Local, because only a local index can be read consistently."""

    class Meta:
        index_name = "open"
        projection = AllProjection()

    owner_id = UnicodeAttribute(hash_key=True)
    next_due_on = DayAttribute(range_key=True)


class DigestDueIndex(GlobalSecondaryIndex[Any]):  # type: ignore[no-untyped-call]  # PynamoDB's own base class
    """All owners, by the instant of their next digest. Sharded, so that no partition gets hot."""

    class Meta:
        index_name = "digest-due"
        projection = KeysOnlyProjection()

    shard = NumberAttribute(hash_key=True)
    next_digest_at = UTCDateTimeAttribute(range_key=True)


class Item(Model):
    """What all items have. Both indexes are declared here: they are the table's, and all items share one client."""

    class Meta:
        table_name: ClassVar[str]
        region: ClassVar[str]
        host: ClassVar[str | None]
        billing_mode = PAY_PER_REQUEST_BILLING_MODE
        connect_timeout_seconds = 1
        read_timeout_seconds = 3
        max_retry_attempts = 2

    open_index = OpenIndex()
    digest_due_index = DigestDueIndex()

    owner_id = UnicodeAttribute(hash_key=True)
    item_id = UnicodeAttribute(range_key=True)
    schema = NumberAttribute(default_for_new=_FIRST_SCHEMA)
    expires_at = TTLAttribute(null=True)

    @classmethod
    def from_raw_data(cls, data: dict[str, Any]) -> Self:
        """Return the item that DynamoDB responded with. Raises NewerSchema.

        The index ``digest-due`` does not hold the schema; items read from it count as of the first.
        """
        schema = int(data.get("schema", _SCHEMA_IF_ABSENT)["N"])
        if schema > SCHEMA:
            raise NewerSchema(schema)
        return super().from_raw_data(data)

    @classmethod
    def find(cls, owner_id: str, item_id: str) -> Self | None:
        """Return the item as it is now (a consistent read), None if there is none."""
        try:
            return cls.get(owner_id, item_id, consistent_read=True)
        except DoesNotExist:
            return None


class KeyItem(Item):
    """Only the key of an item. An index is read as these, so that no broken item in it can stop the reading."""


class ItemWithWriteToken(Item):
    """An item that recognizes its own write: each one that is made to be stored gets a new ``write_token``."""

    write_token = UnicodeAttribute(
        attr_name="written_as",  # its stored name since the first release
        default_for_new=lambda: token_urlsafe(_WRITE_TOKEN_BYTES),
    )


class KeepsVersion:
    """Mixin, placed before an item class: the version is stored as it is given, and not counted up."""

    version = NumberAttribute()
    _version_attribute_name: str | None = None


def configure(table_name: str, region: str, host: str | None = None) -> None:
    """Set where the table is; ``host`` is the address of a local DynamoDB. A new client is made only if that changed.

    The client is made here and not on first use, because while a Lambda starts, that costs nothing.
    """
    meta = Item.Meta
    if Item._connection is None or (table_name, region, host) != (meta.table_name, meta.region, meta.host):
        meta.table_name, meta.region, meta.host = table_name, region, host
        Item._connection = None
        _ = connection().client


def connection() -> Connection:
    """Return the connection that all items share; the subclasses find it on ``Item``."""
    return Item._get_connection().connection


def create_table() -> None:
    """Create the table with its indexes and expiry, for tests and the local server. Do nothing if it exists."""
    Item.create_table()
