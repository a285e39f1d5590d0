"""A record that comes back is as it was, and its process with it."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from chalicelib.errors import ChangedMeanwhile
from chalicelib.playbook.event import Result
from chalicelib.playbook.interview import Interview
from chalicelib.records.interviews import Interviews
from chalicelib.records.processes import MOST_ROUNDS, TooManyRounds
from chalicelib.records.table_items import ProcessItem
from tests.factories import THAT_EVENING, a_call, an_answer
from tests.records.given import OWNER, Meanwhile, a_record, an_id, recorded

NOW = THAT_EVENING
CALLED = (a_call(date(2026, 8, 3), Result.NO_ANSWER),)
WENT_ON = an_answer(date(2026, 8, 3), Result.NEXT_ROUND, interview_on=date(2026, 8, 20), next_interview_id=an_id(2))
FIRST = a_record(1, events=(*CALLED, WENT_ON), version=3)
SECOND = a_record(2, process_id=an_id(1), round=2, version=1)


def attempts(process_id: str = FIRST.id) -> dict[str, int] | None:
    item = ProcessItem.find(OWNER.id, f"PROCESS#{process_id}")
    return item.attempts.attribute_values if item else None


def restored(interviews: Interviews, *records: Interview) -> None:
    for record in records:
        interviews.restore(OWNER, record, NOW)


def test_a_record_comes_back_as_it_was(interviews: Interviews) -> None:
    record = a_record(1, events=CALLED, version=7, notes="as it was")

    assert interviews.restore(OWNER, record, NOW).interview == record

    assert interviews.get(OWNER.id, record.id) == record


def test_what_comes_back_is_planned(interviews: Interviews) -> None:
    restored(interviews, a_record(1))

    assert [record.id for record in interviews.open(OWNER.id)] == [an_id(1)]


def test_a_record_that_is_there_is_not_written_over(interviews: Interviews) -> None:
    there = recorded(interviews, a_record(1))

    with pytest.raises(ChangedMeanwhile):
        interviews.restore(OWNER, a_record(1, company="Another"), NOW)

    assert interviews.get(OWNER.id, an_id(1)) == there


def test_a_record_is_written_over_at_the_version_that_is_named(interviews: Interviews) -> None:
    recorded(interviews, a_record(1))

    interviews.restore(OWNER, a_record(1, company="Another", version=9), NOW, over_version=1)

    there = interviews.get(OWNER.id, an_id(1))
    assert (there.company, there.version) == ("Another", 9)


@pytest.mark.parametrize("is_there", [True, False])
def test_at_no_other_version_it_is_written(interviews: Interviews, is_there: bool) -> None:
    there = [recorded(interviews, a_record(1))] if is_there else []

    with pytest.raises(ChangedMeanwhile):
        interviews.restore(OWNER, a_record(1, company="Another", version=9), NOW, over_version=2)

    assert interviews.open(OWNER.id) == there


def test_a_record_that_is_recorded_at_the_same_moment_is_not_written_over(
    interviews: Interviews, meanwhile: Meanwhile
) -> None:
    meanwhile(lambda: recorded(interviews, a_record(1)))

    with pytest.raises(ChangedMeanwhile):
        interviews.restore(OWNER, a_record(1, company="Another"), NOW)

    assert interviews.get(OWNER.id, an_id(1)).company == "Acme"


def test_a_restored_record_is_changed_under_its_version(interviews: Interviews) -> None:
    restored(interviews, a_record(1, version=7))

    saved = interviews.save(OWNER, replace(interviews.get(OWNER.id, an_id(1)), notes="changed"), NOW).interview

    assert saved.version == 8
    assert interviews.get(OWNER.id, an_id(1)).version == 8


@pytest.mark.parametrize("records", [(FIRST, SECOND), (SECOND, FIRST)], ids=["in order", "the later round first"])
def test_h5_rounds_that_come_back_share_their_attempts(interviews: Interviews, records: tuple[Interview, ...]) -> None:
    restored(interviews, *records)

    assert attempts() == {an_id(1): 1, an_id(2): 0}
    assert interviews.get(OWNER.id, an_id(2)).attempts_elsewhere == 1


def test_a_record_without_further_rounds_has_no_process_of_its_own(interviews: Interviews) -> None:
    restored(interviews, a_record(1, events=CALLED))

    assert attempts() is None


def test_a_round_comes_back_to_its_process_though_the_first_one_went_to_another(interviews: Interviews) -> None:
    restored(interviews, a_record(1, process_id="acme"), a_record(2, process_id=an_id(1)))

    assert interviews.get(OWNER.id, an_id(2)).process_id == an_id(1)
    assert attempts() == {an_id(2): 0}


def test_undoing_the_next_round_keeps_a_restored_round_that_was_changed(interviews: Interviews) -> None:
    opened = {"created_at": WENT_ON.recorded_at, "interview_on": WENT_ON.interview_on}
    restored(interviews, FIRST, replace(SECOND, version=2, **opened))
    first = interviews.get(OWNER.id, an_id(1))

    interviews.close_next_round(OWNER, replace(first, events=CALLED), WENT_ON, NOW)

    assert interviews.get(OWNER.id, an_id(2)).round == 2


def test_a_process_that_is_full_takes_no_further_round(interviews: Interviews) -> None:
    restored(interviews, *(a_record(number, process_id="acme") for number in range(MOST_ROUNDS)))

    with pytest.raises(TooManyRounds):
        restored(interviews, a_record(MOST_ROUNDS, process_id="acme"))


def test_a_round_that_joins_while_the_first_one_comes_back_is_counted(
    interviews: Interviews, meanwhile: Meanwhile
) -> None:
    meanwhile(lambda: restored(interviews, SECOND))

    restored(interviews, FIRST)

    assert attempts() == {an_id(1): 1, an_id(2): 0}
