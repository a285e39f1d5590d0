"""Decide what to do with an item of a backup, given what is in the table now."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec.structs import replace

from chalicelib.playbook.interview import Interview
from chalicelib.records.digest_claims import DigestState
from chalicelib.records.interview_mapping import interview_of
from chalicelib.records.item_keys import DIGESTS, INTERVIEWS, PROFILE, PROPOSALS, process_key, request_key
from chalicelib.records.table_items import InterviewItem
from infra.deploy.deployment import CannotDo
from infra.deploy.raw_items import key_of
from infra.deploy.typed_json import TypedItem


class ItemKind(StrEnum):
    """The kind of an item, by the prefix of its key."""

    OWNERS = PROFILE
    INTERVIEWS = INTERVIEWS
    DIGESTS = DIGESTS
    REQUESTS = request_key("")
    PROCESSES = process_key("")
    PROPOSALS = PROPOSALS

    @classmethod
    def of(cls, item: TypedItem) -> ItemKind:
        """The kind of an item. Raises CannotDo for one that this release does not know."""
        owner_id, item_id = key_of(item)
        found = next((kind for kind in cls if item_id.startswith(kind)), None)
        if found is None:
            raise CannotDo(f"{owner_id} has {item_id}, which this release does not know: restore with a later one.")
        return found


class RestoreDecision(StrEnum):
    """What to do with an item of a backup."""

    NEW = "new"
    REPLACES = "replace what is there"
    SAME = "as they are"
    OVER = "left out, their time is over"


def restore_decision(item: TypedItem, there: TypedItem | None, now: datetime) -> RestoreDecision:
    """The decision on any item but an owner or a process: these depend on more than themselves."""
    if _is_over(item, now):
        return RestoreDecision.OVER
    if there is None:
        return RestoreDecision.NEW
    return RestoreDecision.REPLACES if _replaces(item, there) else RestoreDecision.SAME


def interview_in(item: TypedItem) -> Interview:
    """The record that an item holds. Raises NewerSchema."""
    return interview_of(InterviewItem.from_raw_data(dict(item)))


def is_alike(one: Interview, other: Interview) -> bool:
    """Whether two records have the same facts: all but the version, and the attempts counted from other rounds."""
    return _facts(one) == _facts(other)


def _facts(interview: Interview) -> Interview:
    return replace(interview, version=0, attempts_elsewhere=0)


def _replaces(item: TypedItem, there: TypedItem) -> bool:
    """Whether the backup's item replaces the table's; a sent digest stays sent, and a request keeps its last answer."""
    match ItemKind.of(item):
        case ItemKind.INTERVIEWS:
            return not is_alike(interview_in(item), interview_in(there))
        case ItemKind.DIGESTS:
            return is_sent(item) and not is_sent(there)
        case _:
            return False


def is_sent(digest: TypedItem) -> bool:
    """Whether a digest's item says that it was sent."""
    return bool(digest["state"]["S"] == DigestState.SENT)


def _is_over(item: TypedItem, now: datetime) -> bool:
    """Whether the item has expired: DynamoDB may have removed it, or does so days late."""
    return "expires_at" in item and int(item["expires_at"]["N"]) <= now.timestamp()
