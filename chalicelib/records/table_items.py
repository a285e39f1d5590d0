"""The one table: its items and its two indexes.

Call ``configure`` first: it makes the one client that all items use.
"""

from __future__ import annotations

from collections.abc import Mapping
from secrets import token_urlsafe
from typing import Any, ClassVar, Self

from pynamodb.attributes import (
    BinaryAttribute,
    BooleanAttribute,
    ListAttribute,
    MapAttribute,
    NumberAttribute,
    TTLAttribute,
    UnicodeAttribute,
    UTCDateTimeAttribute,
    VersionAttribute,
)
from pynamodb.connection import Connection
from pynamodb.constants import PAY_PER_REQUEST_BILLING_MODE
from pynamodb.exceptions import DoesNotExist
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex, KeysOnlyProjection, LocalSecondaryIndex
from pynamodb.models import Model

from chalicelib.errors import NewerSchema
from chalicelib.records.attributes import DayAttribute, PlainMapAttribute, TimeAttribute
from chalicelib.records.first_schema import with_facts_in_one_map

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


class DueItem(Item):
    """The part of an owner's item that says when the next digest is due. It is written without a new version."""

    next_digest_at = UTCDateTimeAttribute()
    digest_problem = UnicodeAttribute(null=True)
    plan_version = NumberAttribute(null=True)


class OwnerItem(DueItem, ItemWithWriteToken):
    """An owner: the profile, the token, and when the next digest is due."""

    name = UnicodeAttribute()
    email = UnicodeAttribute()
    phone = UnicodeAttribute(null=True)
    language = UnicodeAttribute()
    tone = UnicodeAttribute()
    time_zone = UnicodeAttribute()
    country = UnicodeAttribute()
    digest_at = TimeAttribute()
    digest_days: ListAttribute[Any] = ListAttribute(null=True)  # absent: every day
    paused_until = DayAttribute(null=True)
    pacing_attempts = NumberAttribute()
    pacing_days = NumberAttribute()
    processes_at_least = NumberAttribute(null=True)
    offers: ListAttribute[Any] = ListAttribute(null=True)
    token_hash = BinaryAttribute(legacy_encoding=False)
    calendar_secret = UnicodeAttribute(null=True)
    sessions = NumberAttribute(null=True)
    shard = NumberAttribute()
    version = VersionAttribute()


class PlannedItem(Item):
    """The part of an interview's item that follows from the rest. It is written without a new version.

    ``has_rounds`` is true if the process has several rounds, and so an item of its own; absent otherwise.
    """

    attempts_elsewhere = NumberAttribute()
    next_step = UnicodeAttribute(null=True)
    next_due_on = DayAttribute(null=True)
    has_rounds = BooleanAttribute(null=True)


class InterviewItem(PlannedItem, ItemWithWriteToken):
    """The record of an interview. Its facts are one map, with contacts and events as lists of maps.

    ``stored`` is the item as DynamoDB responded with it. ``read_error`` is the error that left only its key readable.
    """

    stored: Mapping[str, Any] | None = None
    read_error: Exception | None = None

    schema = NumberAttribute(default_for_new=SCHEMA)
    facts = PlainMapAttribute()
    process_id = UnicodeAttribute()
    version = VersionAttribute()

    @classmethod
    def from_raw_data(cls, data: dict[str, Any]) -> Self:
        """Return the item that DynamoDB responded with, in today's schema.

        Nothing is raised for one that cannot be read, so that it does not keep those after it from being read.
        """
        try:
            item = super().from_raw_data(with_facts_in_one_map(data))
        except Exception as error:
            item = cls(data["owner_id"]["S"], data["item_id"]["S"])
            item.read_error = error
        item.stored = data
        return item


class ProcessItem(Item):
    """A process of several rounds: the unanswered attempts of each round, by interview id (H5)."""

    attempts: MapAttribute[str, int] = MapAttribute()  # type: ignore[no-untyped-call]  # untyped in PynamoDB
    version = VersionAttribute()


class RequestItem(Item):
    """An answered request, kept until ``expires_at``: a repeated one gets the first answer."""

    answered_at = UTCDateTimeAttribute()
    interview_id = UnicodeAttribute()
    digest = UnicodeAttribute()
    answer = UnicodeAttribute()


class DigestItem(ItemWithWriteToken):
    """The digest of one local date: who may send it until when, and what came of it as of ``at``."""

    state = UnicodeAttribute()
    at = UTCDateTimeAttribute()
    lease_until = UTCDateTimeAttribute()
    message_id = UnicodeAttribute(null=True)
    reason = UnicodeAttribute(null=True)


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
