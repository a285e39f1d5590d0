"""The job of every peer, apart from its libraries: authenticate, plan the new record's next step, build the items.

As small as it can honestly be: the next step is a letter on the next weekday, and holidays are not known. Two requests,
as ours: a consistent GetItem of the owner, and one transaction of the record and the answered request.
"""

import hashlib
import hmac
import json
import os
import secrets
import time
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

TABLE = os.environ["AFTERWORD_TABLE"]
REGION = os.environ["AWS_REGION"]
SATURDAY = 5
LIVES = 600  # seconds
UNSENT = "attribute_not_exists(item_id)"
HEADERS = {"Content-Type": "application/json", "Cache-Control": "no-store"}


def owner_id_in(headers: dict[str, str]) -> str:
    """The id of the owner whose token it claims to be."""
    return headers["Authorization"].removeprefix("Bearer ").partition(".")[0]


def is_theirs(headers: dict[str, str], token_hash: bytes) -> bool:
    """Whether the token is the owner's."""
    secret = headers["Authorization"].partition(".")[2]
    return hmac.compare_digest(hashlib.sha256(secret.encode()).digest(), token_hash)


def record_of(fields: dict[str, Any], owner_id: str, zone: str) -> dict[str, Any]:
    """The record with its next step; absent fields are left out."""
    now = datetime.now(UTC)
    record_id = secrets.token_hex(13).upper()
    planned = {
        "owner_id": owner_id,
        "item_id": f"INTERVIEW#{record_id}",
        "schema": 1,
        "version": 1,
        "written_as": secrets.token_urlsafe(6),
        "created_at": now.isoformat(),
        "dated_on": str(now.astimezone(ZoneInfo(zone)).date()),
        "next_step": "thank_you_letter",
        "next_due_on": str(next_weekday(date.fromisoformat(str(fields["interview_on"])))),
        "events": [],
        "attempts_elsewhere": 0,
    }
    facts = {name: value for name, value in fields.items() if value is not None}
    return {"process_id": record_id} | facts | planned


def next_weekday(day: date) -> date:
    """The first weekday after the day."""
    day += timedelta(days=1)
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    return day


def request_of(record: dict[str, Any], fields: dict[str, Any], answer: str) -> dict[str, Any]:
    """The item that remembers the answered request, keyed by its content."""
    digest = hashlib.sha256(json.dumps(fields, sort_keys=True, default=str).encode()).hexdigest()
    return {
        "owner_id": record["owner_id"],
        "item_id": f"REQUEST#content:{digest}",
        "schema": 1,
        "interview_id": record["item_id"],
        "digest": digest,
        "answer": answer,
        "answered_at": record["created_at"],
        "expires_at": int(time.time()) + LIVES,
    }


def answer_of(record: dict[str, Any]) -> str:
    """The record as the JSON of the answer."""
    return json.dumps({name: value for name, value in record.items() if name not in {"owner_id", "written_as"}})


def created(answer: str, record: dict[str, Any]) -> dict[str, Any]:
    """The response to a recorded interview."""
    return {"statusCode": 201, "headers": HEADERS | {"Location": f"/api/{record['item_id']}"}, "body": answer}


def refused(faults: dict[str, str]) -> dict[str, Any]:
    """The response to an invalid request."""
    return {"statusCode": 400, "headers": HEADERS, "body": json.dumps({"problems": faults})}
