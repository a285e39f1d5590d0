"""What is stored of an owner, without what differs between runs, so that equal effects compare equal."""

from __future__ import annotations

import json
import re
from typing import Any

from proofs.faults.call_sites.deployment_under_fault import Items

_ID = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{26}\b|\b[0-9a-f]{10}\b")  # of a record, and of a part of one
_CHANCE = frozenset({"version", "written_as", "token_hash", "calendar_secret"})
_WHEN = frozenset({"last_digest_at"})  # a digest that a later tick sends is a later one
_ASKED = frozenset({"arrival_route"})  # where a tick was cut short after its mail, the next mail asks once more
_TIMES_OF_A_DIGEST = frozenset({"at", "lease_until", "expires_at"})
_DIGEST = "DIGEST#"


def state(items: Items) -> list[str]:
    """Each item as text, in order; without ids, versions, secrets, and the stored answer for a repeated request, which
    holds these. Proposals that were accepted are left out: what came of them counts; they only offer to take it
    back."""
    return sorted(_text(item) for item in items if "accepted_record" not in item)


def difference(expected: list[str], found: list[str]) -> str:
    """What is there and should not be, and what is missing."""
    missing = [item for item in expected if item not in found]
    added = [item for item in found if item not in expected]
    return f"{len(expected)} items expected, {len(found)} found; missing {missing}; not expected {added}"


def _text(item: dict[str, Any]) -> str:
    is_digest = item["item_id"]["S"].startswith(_DIGEST)
    left_out = {*_CHANCE, *_WHEN, *_ASKED, "answer", *(_TIMES_OF_A_DIGEST if is_digest else ())}
    kept = {name: value for name, value in item.items() if name not in left_out}
    # A secret that is there, or not, is an effect too, and so is an instant.
    kept["has"] = sorted(name for name in ("token_hash", "calendar_secret", *_WHEN) if name in item)
    return _ID.sub("ID", json.dumps(kept, sort_keys=True, default=lambda held: held.hex()))
