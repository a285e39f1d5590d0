"""``POST /interviews`` by several callers at once, with answers lost on both ways: each interview is one record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from chalicelib.playbook.interview import Interview
from chalicelib.records.interviews import Interviews
from proofs.faults.claim import Effort
from proofs.faults.races.caller import OWNER, TRIES, Caller, Callers
from proofs.faults.races.found import Found
from tests.web.given import ACME

OWN = 4  # interviews that each caller records alone, between two that all callers record at once
REPLIES_LOST = 0.1
PAGE = 500


@dataclass(frozen=True, slots=True)
class Recorded:
    """What one caller was answered for interview ``number``: the ids, and the last status; None if even the last
    answer was to try again."""

    number: int
    posts: int
    ids: frozenset[str]
    status: int | None


def race(crew: Callers, effort: Effort) -> Found:
    """Record as many interviews as the effort says, by all callers together."""
    interviews = effort.of(short=300, long=10_000)
    answered: list[Recorded] = []
    done = 0
    while done < interviews:
        shared, first = done, done + 1
        done = min(interviews, first + OWN * crew.size)
        tasks = [partial(record, [shared, *range(first + member, done, crew.size)]) for member in range(crew.size)]
        answered += (each for some in crew.at_once(tasks) for each in some)
        effort.told(done, interviews)
    violations = (*_wrongly_answered(answered), *_miscounted(interviews))
    return Found(interviews, violations, {"posts": sum(each.posts for each in answered)})


def record(numbers: list[int], caller: Caller) -> list[Recorded]:
    """Record these interviews; what the caller was answered."""
    return [_record(number, caller) for number in numbers]


def _record(number: int, caller: Caller) -> Recorded:
    """Record one interview, sent until an answer arrives: some are lost on their way to the caller."""
    ids: set[str] = set()
    headers = {"Idempotency_Key": f"interview-{number}"} if number % 2 else {}
    for posts in range(1, TRIES):
        reply = caller.gateway.post("/interviews", ACME | {"company": f"Acme {number}"}, **headers)
        is_to_be_tried_again = reply.status == 503 and "Retry-After" in reply.headers
        if reply.status == 201:
            ids.add(reply.data["id"])
            is_to_be_tried_again = caller.chance.random() < REPLIES_LOST
        if not is_to_be_tried_again:
            return Recorded(number, posts, frozenset(ids), reply.status)
    return Recorded(number, TRIES, frozenset(ids), None)


def _wrongly_answered(answered: list[Recorded]) -> Iterator[str]:
    ids: dict[int, set[str]] = {}
    for each in answered:
        ids.setdefault(each.number, set()).update(each.ids)
        if each.status != 201:
            yield f"interview {each.number} was answered {each.status} at last"
    for number, named in ids.items():
        if len(named) != 1:
            yield f"interview {number} was answered with {len(named)} ids"


def _miscounted(interviews: int) -> Iterator[str]:
    stored = Counter(_companies())
    for number in range(interviews):
        records = stored.pop(f"Acme {number}", 0)
        if records != 1:
            yield f"interview {number} has {records} records"
    yield from (f"{company} was never sent" for company in stored)


def _companies() -> Iterator[str]:
    """The companies of all records, ended or not."""
    after: str | None = None
    while True:
        records, after = Interviews().page(OWNER.id, is_ended_only=False, limit=PAGE, after=after)
        yield from (record.company for record in records if isinstance(record, Interview))
        if after is None:
            return
