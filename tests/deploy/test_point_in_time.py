"""The table of an earlier instant comes back by way of a temporary table, which is gone afterwards.

Moto restores a table as it is now, whatever the instant, and at once; so the tests put into the temporary table what
DynamoDB would, right after the call that makes it.
"""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from moto.dynamodb.models import dynamodb_backends

from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Account
from infra.deploy import backup, restore
from infra.deploy.backup_check import read_backup
from infra.deploy.deployment import CannotDo
from infra.deploy.raw_items import key_of
from infra.deploy.terminal import Terminal
from infra.deploy.typed_json import TypedItem
from tests.deploy.given import changed, notes
from tests.deploy.operator import Operator
from tests.moto_table import REGION, TABLE
from tests.records.given import a_record, recorded

AT = "2026-08-11T09:30:00+02:00"
TEMPORARY = "afterword-test-restored-20260811-073000"
SAVED = Path("backups/test-20260811T073000Z-point-in-time.json")


@pytest.fixture
def dynamodb(operator: Operator) -> Any:
    """The client of the commands."""
    return operator.deployment.client("dynamodb")


@pytest.fixture
def _remembers(dynamodb: Any) -> None:
    """Point-in-time recovery is on, and reaches from the beginning of August to a few minutes ago."""
    dynamodb.update_continuous_backups(
        TableName=TABLE, PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True}
    )
    described = dynamodb_backends["123456789012"][REGION].get_table(TABLE).continuous_backups
    described["PointInTimeRecoveryDescription"] |= {
        "EarliestRestorableDateTime": datetime(2026, 8, 1, tzinfo=UTC).timestamp(),
        "LatestRestorableDateTime": datetime(2026, 8, 11, 8, 55, tzinfo=UTC).timestamp(),
    }


@pytest.fixture
def then(operator: Operator, alex: Account, interviews: Interviews) -> dict[Any, TypedItem]:
    """What the table held at ``AT``, and DynamoDB remembers; one record has changed since."""
    recorded(interviews, a_record(1, notes="then"))
    held = operator.stored()

    def remember(**_: Any) -> None:
        for item in held.values():
            operator.deployment.client("dynamodb").put_item(TableName=TEMPORARY, Item=item)

    operator.deployment.client("dynamodb").meta.events.register(
        "after-call.dynamodb.RestoreTableToPointInTime", remember
    )
    changed(interviews, 1, notes="since")
    return held


def restored(operator: Operator, at: str = AT) -> None:
    restore.run(operator.deployment, operator.terminal, {"AT": at})


@pytest.mark.usefixtures("_remembers")
class TestRestoring:
    def test_the_table_is_as_it_was_and_the_temporary_one_is_gone(
        self, operator: Operator, then: dict[Any, TypedItem], interviews: Interviews, dynamodb: Any
    ) -> None:
        restored(operator)

        assert notes(interviews, 1) == ["then"]
        assert dynamodb.list_tables()["TableNames"] == [TABLE]

    def test_what_was_read_is_a_backup_of_that_instant(self, operator: Operator, then: dict[Any, TypedItem]) -> None:
        restored(operator)

        saved = read_backup(SAVED, operator.terminal)
        assert (saved.table, saved.at) == (TABLE, datetime(2026, 8, 11, 7, 30, tzinfo=UTC))
        assert {key_of(item): item for item in saved.items()} == then

    def test_dynamodb_is_asked_for_the_instant_to_the_second(
        self, operator: Operator, then: dict[Any, TypedItem], dynamodb: Any
    ) -> None:
        asked: list[dict[str, Any]] = []
        event = "provide-client-params.dynamodb.RestoreTableToPointInTime"
        dynamodb.meta.events.register(event, lambda params, **_: asked.append(params))

        restored(operator, "2026-08-11T07:30:00.9Z")

        assert asked == [
            {
                "SourceTableName": TABLE,
                "TargetTableName": TEMPORARY,
                "RestoreDateTime": datetime(2026, 8, 11, 7, 30, tzinfo=UTC),
            }
        ]

    def test_it_waits_until_the_table_is_there(
        self, operator: Operator, then: dict[Any, TypedItem], interviews: Interviews, dynamodb: Any
    ) -> None:
        statuses = ["CREATING", "CREATING"]

        def not_yet(parsed: dict[str, Any], **_: Any) -> None:
            if statuses and "Table" in parsed and parsed["Table"]["TableName"] == TEMPORARY:
                parsed["Table"]["TableStatus"] = statuses.pop()

        dynamodb.meta.events.register("after-call.dynamodb.DescribeTable", not_yet)

        restored(operator)

        assert operator.pauses == [15.0, 15.0]
        assert notes(interviews, 1) == ["then"]

    def test_an_interrupted_run_is_taken_up_where_it_was(
        self, operator: Operator, then: dict[Any, TypedItem], interviews: Interviews, dynamodb: Any
    ) -> None:
        dynamodb.restore_table_to_point_in_time(SourceTableName=TABLE, TargetTableName=TEMPORARY)

        restored(operator)

        assert notes(interviews, 1) == ["then"]
        assert dynamodb.list_tables()["TableNames"] == [TABLE]

    def test_without_a_yes_the_temporary_table_stays_and_it_is_said_how_to_delete_it(
        self,
        operator: Operator,
        then: dict[Any, TypedItem],
        interviews: Interviews,
        dynamodb: Any,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        typed = io.StringIO("no\nyes\n")
        typed.isatty = lambda: True  # type: ignore[method-assign]  # somebody sits there
        monkeypatch.setattr("sys.stdin", typed)

        restore.run(operator.deployment, Terminal(pause=operator.pauses.append), {"AT": AT})

        assert notes(interviews, 1) == ["then"]
        assert dynamodb.list_tables()["TableNames"] == [TABLE, TEMPORARY]
        assert f"aws dynamodb delete-table --table-name {TEMPORARY}" in capsys.readouterr().out

    @pytest.mark.parametrize("at", ["2026-07-31T23:59:59Z", "2026-08-11T08:55:01Z"])
    def test_an_instant_out_of_reach_is_refused(self, operator: Operator, alex: Account, at: str) -> None:
        reach = "can be had from 2026-08-01T00:00:00Z to 2026-08-11T08:55:00Z"
        with pytest.raises(CannotDo, match=f"{reach}; AT is {at}"):
            restored(operator, at)

    def test_a_backup_says_how_far_it_reaches(
        self, operator: Operator, alex: Account, capsys: pytest.CaptureFixture[str]
    ) -> None:
        backup.run(operator.deployment, operator.terminal, {})

        said = capsys.readouterr().out
        assert "Point-in-time recovery is on: make restore AT=… takes any instant from 2026-08-01T00:00:00Z to " in said


class TestRefusing:
    @pytest.mark.parametrize("at", ["yesterday", "2026-08-11", "2026-08-11T09:30:00"])
    def test_what_is_no_instant_is_refused(self, operator: Operator, at: str) -> None:
        with pytest.raises(CannotDo, match="must be an instant with its offset"):
            restored(operator, at)

    def test_a_table_without_it_is_restored_from_files_only(self, operator: Operator, alex: Account) -> None:
        with pytest.raises(CannotDo, match="Point-in-time recovery of afterword-test is off: restore from a file"):
            restored(operator)

    def test_a_table_that_is_not_there_is_named(self, operator: Operator) -> None:
        staging = Operator(replace(operator.deployment, stage="staging"))

        with pytest.raises(CannotDo, match=f"There is no table afterword-staging in {REGION}"):
            restored(staging)

    def test_a_backup_says_that_it_is_off(
        self, operator: Operator, alex: Account, capsys: pytest.CaptureFixture[str]
    ) -> None:
        backup.run(operator.deployment, operator.terminal, {})

        assert "Point-in-time recovery is OFF: make deploy turns it on." in capsys.readouterr().out
