"""Invitations and replies as real systems write them: what is read, what is not guessed, and what is certain."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.capture.cases import FILES, TYPES, Case, cases
from tests.capture.comparing import misread
from tests.web.conftest import Clock
from tests.web.gateway import Gateway, Reply

CASES = cases()
# What few readers get, and this one does not: the fields, by the case, each of them a stretch.
UNREAD = {"cal-zimbra-altdesc": {"place"}}  # a room and a house before a street: the street is read


def send(alex: Gateway, raw: bytes, ending: str, query: str = "") -> Reply:
    """Bring a document in."""
    reply = alex.send("POST", f"/capture{query}", raw, Content_Type=TYPES[ending])
    assert reply.status == 200, reply.text
    return reply


def before(alex: Gateway, clock: Clock, case: Case) -> dict[str, str]:
    """Set up what is known before the document comes; the ids of the records, by the names that the case gives them."""
    now = datetime.fromisoformat(case.data["now"])
    clock.now = now - timedelta(days=2)
    assert alex.patch("/owner", case.data["owner"]).status == 200
    ids = {}
    for record in case.data["records"]:
        sent = {name: value for name, value in record.items() if name != "id"}
        ids[record["id"]] = alex.post("/interviews", sent).data["id"]
    for earlier in case.data.get("earlier", []):
        clock.now = datetime.fromisoformat(earlier["now"])
        ids[earlier["id"]] = brought_in(
            alex, (FILES / earlier["file"]).read_bytes(), "." + earlier["file"].split(".")[-1]
        )
    clock.now = now
    return ids


def brought_in(alex: Gateway, raw: bytes, ending: str) -> str:
    """Bring a document in and have it recorded; the id of its record."""
    data = send(alex, raw, ending, "?apply=certain").data
    if data["record"] is None:
        path = data["accept"].partition("/api")[2]
        assert alex.send("POST", path).status == 200
        return str(alex.get("/interviews?status=all").data["items"][0]["id"])
    return str(data["record"])


def with_our_letters(alex: Gateway, case: Case, ids: dict[str, str], raw: bytes) -> bytes:
    """The document, in which Message-IDs of ours stand for those of the letters that it answers."""
    for message_id, (record, kind) in case.data.get("letters", {}).items():
        letter = alex.get(f"/interviews/{ids[record]}/drafts/{kind}.eml").text
        ours = next(line for line in letter.splitlines() if line.lower().startswith("message-id:"))
        raw = raw.replace(message_id.encode(), ours.partition("<")[2].rstrip(">").encode())
    return raw


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_real_systems_send_is_read(alex: Gateway, clock: Clock, case: Case) -> None:
    ids = before(alex, clock, case)
    recorded = alex.get("/interviews?status=all").text

    raw = with_our_letters(alex, case, ids, case.file.read_bytes())
    data = send(alex, raw, case.file.suffix).data

    found = faults(case, ids, data)
    misses = {fault.partition(":")[0] for fault in found}
    assert misses == UNREAD.get(case.name, set()), found
    assert not misses or case.data["level"] == "stretch"
    assert alex.get("/interviews?status=all").text == recorded, "nothing is recorded without being asked for"


def faults(case: Case, ids: dict[str, str], data: dict[str, Any]) -> list[str]:
    """What differs from what is expected."""
    expected = case.expected
    wanted = expected["proposal"] if isinstance(expected["proposal"], list) else [expected["proposal"]]
    found = [] if data["proposal"] in wanted else [f"proposal: {data['proposal']} instead of {wanted}"]
    if expected["certain"] is not None and data["certain"] is not expected["certain"]:
        found.append(f"certain: {data['certain']}")
    if "record" in expected and data["record"] != ids[expected["record"]]:
        found.append(f"record: {data['record']} of {ids}")
    read = {name: field["value"] for name, field in data["fields"].items()}
    found += misread(expected, read, case.data["owner"]["time_zone"])
    asked = {warning["field"] for warning in data["warnings"]}
    found += [f"{name} is not asked" for name in expected.get("asks", []) if name in read and name not in asked]
    return found
