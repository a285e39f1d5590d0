"""A restore says what it would do, is refused where it does not fit, and is completed when it was cut off."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from msgspec.structs import replace

from chalicelib.errors import NewerSchema, NotFound
from chalicelib.records.interviews import Interviews
from chalicelib.records.item_keys import DIGESTS, INTERVIEWS, PROFILE, PROPOSALS, process_key, request_key
from chalicelib.records.owners import Account, Owners
from infra.deploy import restore
from infra.deploy.backup_check import read_backup
from infra.deploy.backup_file import write_backup
from infra.deploy.deployment import CannotDo
from infra.deploy.raw_items import key_of
from infra.deploy.restore_decision import ItemKind
from infra.deploy.terminal import Terminal
from infra.deploy.typed_json import TypedItem
from tests.deploy.given import (
    NOW,
    account,
    all_of,
    changed,
    much_happens,
    much_is_recorded,
)
from tests.deploy.operator import (
    BACKUP,
    Killed,
    Operator,
    killed_before_write,
    nothing_processed_at_first,
)
from tests.records.given import OWNER, a_record, an_id, recorded


class TestRepeating:
    def test_a_second_restore_changes_nothing(
        self,
        operator: Operator,
        alex: Account,
        owners: Owners,
        interviews: Interviews,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        much_is_recorded(interviews)
        operator.backs_up()
        much_happens(interviews, owners)
        operator.restores()
        restored = operator.stored()

        with time_machine.travel(NOW + timedelta(days=1), tick=False):
            operator.restores()

        assert operator.stored() == restored
        assert "nothing to change" in capsys.readouterr().out

    def test_nor_does_one_of_a_table_that_was_empty(
        self, operator: Operator, alex: Account, interviews: Interviews
    ) -> None:
        much_is_recorded(interviews)
        operator.backs_up()
        operator.loses_everything()
        operator.restores()
        restored = operator.stored()

        operator.restores()

        assert operator.stored() == restored

    @pytest.mark.parametrize("write", range(1, 7))
    def test_one_that_was_killed_is_completed_by_the_next(
        self, operator: Operator, alex: Account, owners: Owners, interviews: Interviews, write: int
    ) -> None:
        much_is_recorded(interviews)
        then = all_of(operator, interviews, owners)
        operator.backs_up()
        much_happens(interviews, owners)
        with pytest.raises(Killed), killed_before_write(operator, write):
            operator.restores()

        operator.restores()

        assert all_of(operator, interviews, owners) == then

    @pytest.mark.parametrize("write", range(1, 6))
    def test_one_into_an_empty_table_as_well_and_until_then_nobody_is_written_to(
        self, operator: Operator, alex: Account, owners: Owners, interviews: Interviews, write: int
    ) -> None:
        much_is_recorded(interviews)
        then = all_of(operator, interviews, owners)
        operator.backs_up()
        operator.loses_everything()
        with pytest.raises(Killed), killed_before_write(operator, write):
            operator.restores()
        assert owners.get(OWNER.id) is None
        assert list(owners.due(NOW + timedelta(days=400))) == []

        operator.restores()

        assert all_of(operator, interviews, owners) == then

    def test_what_dynamodb_hands_back_is_written_again(
        self, operator: Operator, alex: Account, owners: Owners, interviews: Interviews
    ) -> None:
        much_is_recorded(interviews)
        then = all_of(operator, interviews, owners)
        operator.backs_up()
        operator.loses_everything()

        with nothing_processed_at_first(operator, "BatchWriteItem", "UnprocessedItems"):
            operator.restores()

        assert all_of(operator, interviews, owners) == then


class TestAsking:
    def test_it_says_what_it_would_do_first(
        self,
        operator: Operator,
        alex: Account,
        owners: Owners,
        interviews: Interviews,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        much_is_recorded(interviews)
        operator.backs_up()
        much_happens(interviews, owners)

        operator.restores()

        said = capsys.readouterr().out
        assert "interviews  2 new, 3 replace what is there, 3 as they are" in said
        assert "owners      1 replace what is there" in said
        assert "requests    8 left out, their time is over" in said
        assert "This concerns alex." in said

    def test_without_a_yes_nothing_is_written(self, operator: Operator, alex: Account, interviews: Interviews) -> None:
        recorded(interviews, a_record(1))
        operator.backs_up()
        changed(interviews, 1, notes="since")
        before = operator.stored()

        with pytest.raises(CannotDo, match="Nothing was done"):
            restore.run(operator.deployment, Terminal(), {"FROM": str(BACKUP)})

        assert operator.stored() == before

    def test_what_is_there_is_saved_before(self, operator: Operator, alex: Account, interviews: Interviews) -> None:
        recorded(interviews, a_record(1))
        operator.backs_up()
        changed(interviews, 1, notes="since")
        before = operator.stored()

        operator.restores()

        (path,) = Path("backups").iterdir()
        assert path.name == "test-20260811T090000Z-before-restore.json"
        assert {key_of(item): item for item in read_backup(path, operator.terminal).items()} == before

    def test_the_backup_of_another_stage_goes_nowhere_by_itself(self, operator: Operator, alex: Account) -> None:
        write_backup(BACKUP, "afterword-prod", NOW, operator.rows.all())

        with pytest.raises(
            CannotDo, match=r"This is afterword-prod, not afterword-test: say where it goes with STAGE="
        ):
            operator.restores()

    def test_it_goes_into_the_stage_that_is_named(
        self, operator: Operator, alex: Account, owners: Owners, capsys: pytest.CaptureFixture[str]
    ) -> None:
        write_backup(BACKUP, "afterword-prod", NOW, operator.rows.all())
        operator.loses_everything()

        operator.restores(STAGE="test")

        assert replace(account(owners).owner, pauses=0) == OWNER
        assert "its owners will get digests from that stage as well" in capsys.readouterr().out

    @pytest.mark.parametrize("environment", [{}, {"FROM": "a.json", "AT": "2026-11-20T08:00:00Z"}])
    def test_it_asks_where_from(self, operator: Operator, environment: dict[str, str]) -> None:
        with pytest.raises(CannotDo, match="Say from where"):
            restore.run(operator.deployment, operator.terminal, environment)


class TestWhatDoesNotFit:
    def test_a_table_that_a_later_release_wrote_to_is_left_alone(
        self, operator: Operator, alex: Account, interviews: Interviews
    ) -> None:
        recorded(interviews, a_record(1))
        operator.backs_up()
        (item,) = (item for (_, item_id), item in operator.stored().items() if item_id.startswith("INTERVIEW"))
        operator.puts({**item, "schema": {"N": "3"}, "notes": {"S": "since"}})
        before = operator.stored()

        with pytest.raises(NewerSchema, match=r"a later release wrote this \(schema 3\)"):
            operator.restores()

        assert operator.stored() == before

    @pytest.mark.parametrize("kind", [PROFILE, INTERVIEWS, DIGESTS, PROPOSALS, request_key(""), process_key("")])
    def test_every_kind_of_item_that_is_stored_is_known(self, kind: str) -> None:
        assert ItemKind.of({"owner_id": {"S": OWNER.id}, "item_id": {"S": f"{kind}1"}}) == kind

    def test_a_kind_of_item_that_is_not_known_is_refused(self, operator: Operator, alex: Account) -> None:
        unknown: TypedItem = {"owner_id": {"S": OWNER.id}, "item_id": {"S": "LATER#1"}}
        write_backup(BACKUP, "afterword-test", NOW, [unknown])

        with pytest.raises(CannotDo, match="LATER#1, which this release does not know"):
            operator.restores()

    def test_a_record_whose_owner_is_nowhere_is_named(
        self, operator: Operator, alex: Account, interviews: Interviews
    ) -> None:
        recorded(interviews, a_record(1))
        records = [item for (_, item_id), item in operator.stored().items() if item_id.startswith("INTERVIEW")]
        write_backup(BACKUP, "afterword-test", NOW, records)
        operator.loses_everything()

        with pytest.raises(CannotDo, match="its owner, alex, is neither in the backup nor in the table"):
            operator.restores()

        with pytest.raises(NotFound):
            interviews.get(OWNER.id, an_id(1))
