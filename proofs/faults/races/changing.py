"""Several callers change one record while some answers are lost: no change undoes another, and none is made twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from proofs.faults.claim import Effort
from proofs.faults.races.caller import NOT_NOW, TRIES, Caller, Callers
from proofs.faults.races.found import Found
from tests.web.given import recorded

LOST_IF_MATCH = 412
FIELDS: tuple[dict[str, Any], ...] = (
    {"notes": "They asked about night shifts."},
    {"url": "https://acme.example/jobs/7"},
    {"test_task": True},
    {"answer_expected_on": "2026-08-14"},
    {"employer_country": "AT"},
)

Change = Callable[[Caller], int]
Attempt = Callable[[Caller, dict[str, Any]], int | None]
Verify = Callable[[dict[str, Any]], Iterator[str]]


def race(crew: Callers, home: Caller, effort: Effort) -> Found:
    """Run rounds of each kind: different fields, one field that each caller adds to, events, and earlier events."""
    rounds = effort.of(short=8, long=300)
    violations: list[str] = []
    requests = 0
    for number in range(rounds):
        for begin in (_different_fields, _one_field, _events, _earlier_events):
            record = recorded(home.gateway, company=f"Raced {begin.__name__} {number}")
            if begin is _earlier_events:
                _tell_all(home, record["id"], crew.size)
            changes, verify = begin(record["id"], crew.size)
            requests += sum(crew.at_once(changes))
            violations += (f"round {number}: {what}" for what in verify(home.record(record["id"])))
        effort.told(number, rounds)
    return Found(4 * rounds, tuple(violations), {"changes": 4 * rounds * crew.size, "requests for them": requests})


def _different_fields(interview_id: str, size: int) -> tuple[Sequence[Change], Verify]:
    """PATCH without ``If-Match``: each caller changes another field, and all changes are there in the end."""
    fields = FIELDS[:size]

    def verify(record: dict[str, Any]) -> Iterator[str]:
        for changed in fields:
            if not changed.items() <= record.items():
                yield f"the change {changed} was lost"

    return [partial(_insist, interview_id, partial(_patch, changed)) for changed in fields], verify


def _patch(changed: dict[str, Any], caller: Caller, record: dict[str, Any]) -> int | None:
    """The status of the answer; None if it is done already."""
    if changed.items() <= record.items():
        return None
    return caller.gateway.patch(f"/interviews/{record['id']}", changed).status


def _one_field(interview_id: str, size: int) -> tuple[Sequence[Change], Verify]:
    """PATCH with ``If-Match``: each caller adds a word to the same notes. All words are there in the end, once."""
    words = [f"word-{member}" for member in range(size)]

    def verify(record: dict[str, Any]) -> Iterator[str]:
        yield from _miscounted(words, (record["notes"] or "").split())

    return [partial(_insist, interview_id, partial(_add, word)) for word in words], verify


def _add(word: str, caller: Caller, record: dict[str, Any]) -> int | None:
    notes = (record["notes"] or "").split()
    if word in notes:
        return None
    sent = {"notes": " ".join([*notes, word])}
    return caller.gateway.patch(f"/interviews/{record['id']}", sent, If_Match=str(record["version"])).status


def _events(interview_id: str, size: int) -> tuple[Sequence[Change], Verify]:
    """Each caller records another event. All of them are there in the end, once."""
    notes = [f"event-{member}" for member in range(size)]

    def verify(record: dict[str, Any]) -> Iterator[str]:
        yield from _miscounted(notes, [event["note"] for event in record["events"]])

    return [partial(_insist, interview_id, partial(_tell, note)) for note in notes], verify


def _tell(note: str, caller: Caller, record: dict[str, Any]) -> int | None:
    if note in [event["note"] for event in record["events"]]:
        return None
    return caller.gateway.post(f"/interviews/{record['id']}/events", {"kind": "note", "note": note}).status


def _earlier_events(interview_id: str, size: int) -> tuple[Sequence[Change], Verify]:
    """Each caller takes back an event of its own by its id, or changes it: all that is left are the changed ones."""

    def verify(record: dict[str, Any]) -> Iterator[str]:
        found = [event["note"] for event in record["events"]]
        if sorted(found) != [f"changed-{member}" for member in range(1, size, 2)]:
            yield f"these events are left: {found}"

    return [partial(_insist, interview_id, partial(_mend, member)) for member in range(size)], verify


def _tell_all(home: Caller, interview_id: str, size: int) -> None:
    for member in range(size):
        _insist(interview_id, partial(_tell, f"earlier-{member}"), home)


def _mend(member: int, caller: Caller, record: dict[str, Any]) -> int | None:
    event = next((one for one in record["events"] if one["note"] == f"earlier-{member}"), None)
    if event is None:
        return None
    path = f"/interviews/{record['id']}/events/{event['id']}"
    if member % 2:
        return caller.gateway.patch(path, {"note": f"changed-{member}"}).status
    return caller.gateway.delete(path, If_Match=str(record["version"])).status


def _insist(interview_id: str, attempt: Attempt, caller: Caller) -> int:
    """How many requests the change took. After an answer of ``NOT_NOW`` the caller first checks if it was made."""
    for requests in range(1, TRIES):
        status = attempt(caller, caller.record(interview_id))
        if status is None or status in (200, 201):
            return requests
        if status not in (*NOT_NOW, LOST_IF_MATCH):
            raise RuntimeError(f"A change was answered {status}")
    raise RuntimeError("A change could not be made")


def _miscounted(wanted: Sequence[str], found: Sequence[str]) -> Iterator[str]:
    counted = Counter(found)
    for change in wanted:
        if counted[change] != 1:
            yield f"{change} is there {counted[change]} times"
