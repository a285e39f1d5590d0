"""After an upgrade that changes the plan, every record is planned once more, those that had ended as well."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import ClassVar

import pytest
from msgspec.structs import replace
from pynamodb.expressions.update import Action

from chalicelib.digest.tick import Tick
from chalicelib.playbook.event import EventKind
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.rules import PLAN_VERSION
from chalicelib.records.digest_claims import Digests
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Account, Owners
from chalicelib.records.plan_version import with_current_plans
from chalicelib.records.table import connection
from chalicelib.records.table_items import DueItem, PlannedItem
from tests.digest.given import a_composer
from tests.factories import THAT_EVENING, an_event
from tests.moto_table import TABLE
from tests.records.given import OWNER, a_record, an_id, counted, recorded

TUESDAY = datetime(2026, 8, 4, 6, 0, tzinfo=UTC)  # 8:00 in Berlin
WITHDRAWN = an_event(EventKind.WITHDRAWN, date(2026, 8, 3))


@pytest.fixture
def outdated(owners: Owners, interviews: Interviews) -> Account:
    """An owner whose rules were older: one open record is in no index, and one that has ended is in it."""
    recorded(interviews, a_record(1))
    interviews.save(OWNER, replace(recorded(interviews, a_record(2)), events=(WITHDRAWN,)), THAT_EVENING)
    _forget(1)
    PlannedItem(OWNER.id, f"INTERVIEW#{an_id(2)}").update([PlannedItem.next_due_on.set(date(2026, 8, 3))])
    owners.add(OWNER, bytes(32))
    DueItem(OWNER.id, "PROFILE").update([DueItem.plan_version.set(PLAN_VERSION - 1)])
    account = owners.get(OWNER.id)
    assert account is not None
    return account


def _forget(number: int) -> None:
    actions: list[Action] = [PlannedItem.next_due_on.remove(), PlannedItem.next_step.remove()]
    PlannedItem(OWNER.id, f"INTERVIEW#{an_id(number)}").update(actions)


def open_ids(interviews: Interviews) -> list[str]:
    return [record.id for record in interviews.open(OWNER.id)]


def test_what_is_open_by_todays_rules_is_in_the_index_and_nothing_else(
    outdated: Account, owners: Owners, interviews: Interviews
) -> None:
    assert open_ids(interviews) == [an_id(2)]

    with_current_plans(outdated, owners, interviews, THAT_EVENING)

    assert open_ids(interviews) == [an_id(1)]
    there = owners.get(OWNER.id)
    assert there is not None
    assert there.plan_version == PLAN_VERSION
    assert there.next_digest_at == outdated.next_digest_at


def test_a_second_time_nothing_is_asked_of_the_table(outdated: Account, owners: Owners, interviews: Interviews) -> None:
    current = with_current_plans(outdated, owners, interviews, THAT_EVENING)

    with counted(connection().client) as calls:
        assert with_current_plans(current, owners, interviews, THAT_EVENING) == current

    assert calls == []


@pytest.mark.usefixtures("outdated")
def test_the_tick_plans_anew_before_it_reads_the_day(owners: Owners, interviews: Interviews, digests: Digests) -> None:
    class Outbox:
        def send(self, owner: object, mime: bytes) -> str:
            return "0100-message"

        def close(self) -> None:
            pass

    report = Tick(owners, interviews, digests, a_composer(), Outbox()).run(TUESDAY)

    assert [one.owner_id for one in report.sent] == [OWNER.id]
    assert open_ids(interviews) == [an_id(1)]


def test_an_owner_stored_before_it_was_written_down_has_the_first_rules(outdated: Account, owners: Owners) -> None:
    key = {"owner_id": {"S": OWNER.id}, "item_id": {"S": "PROFILE"}}
    connection().client.update_item(TableName=TABLE, Key=key, UpdateExpression="REMOVE plan_version")

    there = owners.get(OWNER.id)

    assert there is not None
    assert there.plan_version == 1


def test_a_step_back_to_an_earlier_release_plans_by_its_rules_as_well(
    outdated: Account, owners: Owners, interviews: Interviews
) -> None:
    with_current_plans(replace(outdated, plan_version=PLAN_VERSION + 1), owners, interviews, THAT_EVENING)

    assert open_ids(interviews) == [an_id(1)]


def test_settings_that_change_meanwhile_begin_it_again_with_themselves(
    outdated: Account, owners: Owners, interviews: Interviews
) -> None:
    class ChangedWhilePlanning(Interviews):
        settings: ClassVar[list[str]] = []

        def plan_all_anew(self, owner: Owner, now: datetime) -> int:
            self.settings.append(owner.country)
            if len(self.settings) == 1:
                owners.save(replace(outdated, owner=replace(owner, country="US")))
            return super().plan_all_anew(owner, now)

    current = with_current_plans(outdated, owners, ChangedWhilePlanning(), THAT_EVENING)

    assert ChangedWhilePlanning.settings == ["DE", "US"]
    assert (current.owner.country, current.plan_version) == ("US", PLAN_VERSION)
    assert current == owners.get(OWNER.id)


def test_what_else_is_stored_of_the_owner_meanwhile_stays(
    outdated: Account, owners: Owners, interviews: Interviews
) -> None:
    owners.put_off(replace(outdated, digest_problem="MessageRejected"), TUESDAY)

    with_current_plans(outdated, owners, interviews, THAT_EVENING)

    there = owners.get(OWNER.id)
    assert there is not None
    assert (there.next_digest_at, there.digest_problem) == (TUESDAY, "MessageRejected")
