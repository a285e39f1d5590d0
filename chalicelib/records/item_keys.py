"""The keys of the one table: ``owner_id`` is the partition key; ``item_id``, the sort key, says what the item is."""

from __future__ import annotations

import re
from datetime import date
from zlib import crc32

from chalicelib.errors import NotFound

PROFILE = "PROFILE"
INTERVIEWS = "INTERVIEW#"
DIGESTS = "DIGEST#"
PROPOSALS = "PROPOSAL#"
SHARDS = 4

_ID = re.compile(r"[\w-]{1,64}", re.ASCII)


def is_id(text: str) -> bool:
    """Whether ``text`` can be the id of an owner or an interview: at most 64 letters, digits, ``-`` and ``_``."""
    return _ID.fullmatch(text) is not None


def interview_key(interview_id: str) -> str:
    """The key of an interview. Ids are ULIDs, so keys sort by time of recording. Raises NotFound for what is no id."""
    if not is_id(interview_id):
        raise NotFound(interview_id)
    return INTERVIEWS + interview_id


def digest_key(on: date) -> str:
    """The key of the digest of a local date."""
    return DIGESTS + on.isoformat()


def request_key(request_id: str) -> str:
    """The key of an answered request."""
    return "REQUEST#" + request_id


def process_key(process_id: str) -> str:
    """The key of a process that has several rounds."""
    return "PROCESS#" + process_id


def proposal_key(proposal_id: str) -> str:
    """The key of a proposal. Raises NotFound for what is no id."""
    if not is_id(proposal_id):
        raise NotFound(proposal_id)
    return PROPOSALS + proposal_id


def shard_of(owner_id: str) -> int:
    """The shard of the index ``digest-due`` that an owner is in: the same in every process, unlike ``hash``."""
    return crc32(owner_id.encode()) % SHARDS
