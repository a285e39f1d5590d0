"""Helpers of the restore tests: set up records, and look at the outcome."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from msgspec.structs import replace

from chalicelib.playbook.event import Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Account, Owners
from chalicelib.records.table_items import ProcessItem
from tests.deploy.operator import Operator
from tests.factories import a_call, an_answer
from tests.records.given import OWNER, a_record, an_id, recorded

NOW = datetime(2026, 8, 11, 9, 0, tzinfo=UTC)  # Tuesday, 11:00 in Berlin
TOMORROW_8_AM = datetime(2026, 8, 12, 6, 0, tzinfo=UTC)
OFFERED = (an_answer(date(2026, 8, 10), Result.OFFER),)
ONE_HOUR = timedelta(hours=1)
CALLED = (a_call(date(2026, 8, 10), Result.NO_ANSWER),)


def account(owners: Owners, owner_id: str = OWNER.id) -> Account:
    """The owner's account as it is now."""
    found = owners.get(owner_id)
    assert found is not None
    return found


def changed(interviews: Interviews, number: int, **changes: Any) -> Interview:
    """A record after a change."""
    return interviews.save(OWNER, replace(interviews.get(OWNER.id, an_id(number)), **changes), NOW).interview


def notes(interviews: Interviews, *numbers: int) -> list[str | None]:
    """The notes of these records."""
    return [interviews.get(OWNER.id, an_id(number)).notes for number in numbers]


def attempts(process_id: str) -> dict[str, int] | None:
    """The attempts of each round of a process; None if the process has no item."""
    item = ProcessItem.find(OWNER.id, f"PROCESS#{process_id}")
    return item.attempts.attribute_values if item else None


def much_is_recorded(interviews: Interviews) -> None:
    """Record five processes of one interview, and one of three rounds."""
    for number in range(6):
        recorded(interviews, a_record(number, notes=f"note {number}"))
    recorded(interviews, a_record(40, process_id=an_id(3), events=CALLED))
    recorded(interviews, a_record(41, process_id=an_id(3), events=CALLED))


def much_happens(interviews: Interviews, owners: Owners) -> None:
    """Change three of the records, remove two, and rename the owner."""
    for number in (1, 3, 40):
        changed(interviews, number, notes="since")
    for number in (2, 41):
        interviews.remove(OWNER.id, an_id(number), None)
    owners.save(replace(account(owners), owner=replace(OWNER, name="Another")))


def all_of(operator: Operator, interviews: Interviews, owners: Owners) -> tuple[Owner, set[Interview], object]:
    """All that the owner sees, whatever its versions; and the attempts of the process."""
    ids = [item_id for _, item_id in operator.stored() if item_id.startswith("INTERVIEW#")]
    records = [interviews.get(OWNER.id, item_id.removeprefix("INTERVIEW#")) for item_id in ids]
    owner = replace(account(owners).owner, pauses=0)  # a version, too
    return owner, {replace(one, version=0) for one in records}, attempts(an_id(3))
