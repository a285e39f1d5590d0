"""The items of the one table: owners, interviews, processes, answered requests, digests."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from pynamodb.attributes import (
    BinaryAttribute,
    BooleanAttribute,
    ListAttribute,
    MapAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UTCDateTimeAttribute,
    VersionAttribute,
)

from chalicelib.records.attributes import DayAttribute, PlainMapAttribute, TimeAttribute
from chalicelib.records.first_schema import with_facts_in_one_map
from chalicelib.records.table import SCHEMA, Item, ItemWithWriteToken


class DueItem(Item):
    """The part of an owner's item that says when the next digest is due, and when the last one was sent. It is written
    without a new version."""

    next_digest_at = UTCDateTimeAttribute()
    last_digest_at = UTCDateTimeAttribute(null=True)
    digest_problem = UnicodeAttribute(null=True)
    arrival_route = UnicodeAttribute(null=True)
    digest_seen_at = UTCDateTimeAttribute(null=True)
    mail_refused_at = UTCDateTimeAttribute(null=True)
    proposals_until = UTCDateTimeAttribute(null=True)
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
    pauses = NumberAttribute(null=True)
    paused_by = UnicodeAttribute(null=True)
    pacing_attempts = NumberAttribute()
    pacing_days = NumberAttribute()
    processes_at_least = NumberAttribute(null=True)
    is_name_guessed = BooleanAttribute(null=True)
    is_certain_captured = BooleanAttribute(null=True)
    token_hash = BinaryAttribute(legacy_encoding=False)
    calendar_secret = UnicodeAttribute(null=True)
    sessions = NumberAttribute(null=True)
    ended_sessions: ListAttribute[Any] = ListAttribute(null=True)
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
    to_settle = PlainMapAttribute(null=True)  # the versions of the records that its links settle, by purpose and id
