"""A restore brings back what was there then, and keeps what came since."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from chalicelib.playbook.event import Result
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Account
from chalicelib.records.processes import MOST_ROUNDS
from infra.deploy.deployment import CannotDo
from tests.deploy.given import (
    CALLED,
    attempts,
    changed,
    notes,
)
from tests.deploy.operator import (
    Operator,
    once,
)
from tests.factories import an_answer
from tests.records.given import OWNER, a_record, an_id, recorded


class TestRecords:
    def test_one_that_was_changed_is_as_it_was(self, operator: Operator, alex: Account, interviews: Interviews) -> None:
        then = recorded(interviews, a_record(1, notes="then", events=CALLED))
        operator.backs_up()
        changed(interviews, 1, notes="since", events=(), company="Another")

        operator.restores()

        assert replace(interviews.get(OWNER.id, an_id(1)), version=then.version) == then

    def test_one_that_was_removed_is_there_again(
        self, operator: Operator, alex: Account, interviews: Interviews
    ) -> None:
        then = recorded(interviews, a_record(1, events=CALLED))
        operator.backs_up()
        interviews.remove(OWNER.id, an_id(1), None)

        operator.restores()

        assert replace(interviews.get(OWNER.id, an_id(1)), version=then.version) == then
        assert [one.id for one in interviews.open(OWNER.id)] == [an_id(1)]

    def test_one_that_was_added_since_stays(self, operator: Operator, alex: Account, interviews: Interviews) -> None:
        recorded(interviews, a_record(1, notes="then"))
        operator.backs_up()
        changed(interviews, 1, notes="since")
        recorded(interviews, a_record(2, notes="added"))

        operator.restores()

        assert notes(interviews, 1, 2) == ["then", "added"]

    def test_one_that_is_as_it_was_is_not_touched(
        self, operator: Operator, alex: Account, interviews: Interviews
    ) -> None:
        recorded(interviews, a_record(1))
        recorded(interviews, a_record(2))
        operator.backs_up()
        changed(interviews, 2, notes="since")
        before = operator.stored()[OWNER.id, f"INTERVIEW#{an_id(1)}"]

        operator.restores()

        assert operator.stored()[OWNER.id, f"INTERVIEW#{an_id(1)}"] == before

    def test_it_is_planned_for_today(self, operator: Operator, alex: Account, interviews: Interviews) -> None:
        recorded(interviews, a_record(1, events=CALLED))
        operator.backs_up()
        changed(interviews, 1, events=(an_answer(date(2026, 8, 10), Result.REFUSAL, reasons_given=True),))
        assert interviews.open(OWNER.id) == []

        operator.restores()

        assert [one.id for one in interviews.open(OWNER.id)] == [an_id(1)]

    def test_no_version_that_a_record_has_had_comes_back(
        self, operator: Operator, alex: Account, interviews: Interviews
    ) -> None:
        recorded(interviews, a_record(1, notes="then"))
        operator.backs_up()
        had = {changed(interviews, 1, notes=f"{number}").version for number in range(6)}

        operator.restores()

        after = {interviews.get(OWNER.id, an_id(1)).version}
        after |= {changed(interviews, 1, notes=f"{number}").version for number in range(6)}
        assert not had & after

    @pytest.mark.parametrize("is_all_lost", [False, True])
    def test_nor_does_one_that_a_removed_record_has_had(
        self, operator: Operator, alex: Account, interviews: Interviews, is_all_lost: bool
    ) -> None:
        recorded(interviews, a_record(1, notes="then"))
        operator.backs_up()
        had = {changed(interviews, 1, notes=f"{number}").version for number in range(6)}
        if is_all_lost:
            operator.loses_everything()
        else:
            interviews.remove(OWNER.id, an_id(1), None)

        operator.restores()

        after = {interviews.get(OWNER.id, an_id(1)).version}
        after |= {changed(interviews, 1, notes=f"{number}").version for number in range(6)}
        assert not had & after

    def test_who_changes_it_at_the_same_moment_loses_to_the_backup(
        self, operator: Operator, alex: Account, interviews: Interviews
    ) -> None:
        recorded(interviews, a_record(1, notes="then"))
        operator.backs_up()
        changed(interviews, 1, notes="since")

        with once(
            operator, "before-call.dynamodb.TransactWriteItems", lambda: changed(interviews, 1, notes="right now")
        ):
            operator.restores()

        assert notes(interviews, 1) == ["then"]
        assert interviews.get(OWNER.id, an_id(1)).version == 4


class TestProcesses:
    def test_h5_a_round_that_was_added_since_still_counts(
        self, operator: Operator, alex: Account, interviews: Interviews
    ) -> None:
        recorded(interviews, a_record(1, events=CALLED))
        operator.backs_up()
        changed(interviews, 1, events=(*CALLED, *CALLED))
        recorded(interviews, a_record(2, process_id=an_id(1), events=CALLED))

        operator.restores()

        assert attempts(an_id(1)) == {an_id(1): 1, an_id(2): 1}
        assert [interviews.get(OWNER.id, an_id(number)).attempts_elsewhere for number in (1, 2)] == [1, 1]

    def test_h5_a_round_that_was_removed_since_counts_again(
        self, operator: Operator, alex: Account, interviews: Interviews
    ) -> None:
        recorded(interviews, a_record(1, events=CALLED))
        recorded(interviews, a_record(2, process_id=an_id(1), events=CALLED))
        operator.backs_up()
        interviews.remove(OWNER.id, an_id(1), None)

        operator.restores()

        assert attempts(an_id(1)) == {an_id(1): 1, an_id(2): 1}

    def test_h5_a_record_that_went_to_another_process_comes_back_to_its_own(
        self, operator: Operator, alex: Account, interviews: Interviews
    ) -> None:
        recorded(interviews, a_record(1, events=CALLED))
        recorded(interviews, a_record(2, events=CALLED))
        operator.backs_up()
        changed(interviews, 2, process_id=an_id(1))
        assert attempts(an_id(1)) == {an_id(1): 1, an_id(2): 1}

        operator.restores()

        assert attempts(an_id(1)) == {an_id(1): 1}
        assert interviews.get(OWNER.id, an_id(2)).process_id == an_id(2)
        assert interviews.get(OWNER.id, an_id(1)).attempts_elsewhere == 0

    def test_one_that_its_process_has_no_room_for_is_named_and_the_others_come_back(
        self, operator: Operator, alex: Account, interviews: Interviews
    ) -> None:
        for number in range(MOST_ROUNDS):
            recorded(interviews, a_record(number, process_id="acme"))
        recorded(interviews, a_record(90, notes="then"))
        operator.backs_up()
        interviews.remove(OWNER.id, an_id(5), None)
        interviews.remove(OWNER.id, an_id(90), None)
        recorded(interviews, a_record(50, process_id="acme"))

        with pytest.raises(CannotDo, match=rf"{an_id(5)} \(Acme\): its process has 20 interviews already"):
            operator.restores()

        assert notes(interviews, 90) == ["then"]
