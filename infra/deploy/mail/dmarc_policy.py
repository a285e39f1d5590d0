"""What a domain asks to be done with mail in its name that is neither signed nor sent by it."""

from __future__ import annotations

from enum import StrEnum


class Policy(StrEnum):
    """A domain's wish, the mildest first; ``UNKNOWN`` where nobody could be asked."""

    UNKNOWN = "unknown"
    ABSENT = "absent"
    NONE = "none"
    QUARANTINE = "quarantine"
    REJECT = "reject"


def stricter(one: Policy, other: Policy) -> Policy:
    """The one of two policies that asks for more."""
    return max(one, other, key=list(Policy).index)


def policy_in(records: tuple[str, ...], *, is_of_parent: bool = False) -> Policy:
    """The policy in the TXT records at ``_dmarc`` of a domain, or of a parent of it, which may have another for them.

    It is absent if there is no DMARC record, or more than one, as RFC 9989 has it.
    """
    found = [tags for record in records if (tags := _tags(record))]
    if len(found) != 1:
        return Policy.ABSENT
    [tags] = found
    said = (tags.get("sp") if is_of_parent else None) or tags.get("p", "")
    return Policy(said) if said in ("none", "quarantine", "reject") else Policy.NONE


def _tags(record: str) -> dict[str, str]:
    """The tags of a DMARC record in small letters; none if the record is another one."""
    pairs = [part.partition("=") for part in record.split(";")]
    tags = {name.strip().lower(): value.strip().lower() for name, _, value in pairs}
    return tags if next(iter(tags)) == "v" and tags["v"] == "dmarc1" else {}
