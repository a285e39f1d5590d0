"""Recording once: the same request again gets the first answer, unless its record is gone or its time is over."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier

import pytest

from chalicelib.errors import ChangedMeanwhile, IdempotencyKeyReused, NotFound, RepeatedRequest, StorageUnavailable
from chalicelib.playbook.interview import Interview
from chalicelib.records.interviews import Interviews
from chalicelib.records.table_items import RequestItem
from tests.add_interview import add_interview
from tests.factories import THAT_EVENING, an_owner
from tests.records.given import OWNER, TEN_MINUTES, Meanwhile, a_key, a_record, an_id

LATER = THAT_EVENING + TEN_MINUTES


def post(
    interviews: Interviews, number: int, request: str = "one", content: str = "content", now: datetime = THAT_EVENING
) -> Interview:
    return add_interview(interviews, OWNER, a_record(number), a_key(request, content, now), answer_about, now)


def answer_about(stored: Interview) -> str:
    return f"the answer about {stored.id}, version {stored.version}"


def ids(interviews: Interviews) -> list[str]:
    return [interview.id for interview in interviews.page(OWNER.id, is_ended_only=False, limit=99, after=None)[0]]


def test_the_same_request_again_gets_the_first_answer_and_records_nothing(interviews: Interviews) -> None:
    post(interviews, 1)

    with pytest.raises(RepeatedRequest) as repeated:
        post(interviews, 2)

    assert (repeated.value.interview_id, repeated.value.answer) == (an_id(1), f"the answer about {an_id(1)}, version 1")
    assert ids(interviews) == [an_id(1)]


def test_the_same_content_under_another_key_is_another_record(interviews: Interviews) -> None:
    post(interviews, 1, request="one")
    post(interviews, 2, request="two")

    assert ids(interviews) == [an_id(2), an_id(1)]


def test_another_owner_s_request_is_another_request(interviews: Interviews) -> None:
    post(interviews, 1)

    sams = add_interview(interviews, an_owner(id="sam"), a_record(2), a_key("one"), answer_about, THAT_EVENING)

    assert interviews.get("sam", an_id(2)) == sams


def test_a_key_that_comes_with_another_content_is_refused(interviews: Interviews) -> None:
    post(interviews, 1, content="this")

    with pytest.raises(IdempotencyKeyReused):
        post(interviews, 2, content="that")

    assert ids(interviews) == [an_id(1)]


def test_a_deleted_record_s_content_makes_a_new_record(interviews: Interviews) -> None:
    post(interviews, 1)
    interviews.remove(OWNER.id, an_id(1), None)

    post(interviews, 2)

    assert ids(interviews) == [an_id(2)]


def test_a_deleted_record_s_key_may_come_with_another_content(interviews: Interviews) -> None:
    post(interviews, 1, content="this")
    interviews.remove(OWNER.id, an_id(1), None)

    post(interviews, 2, content="that")

    with pytest.raises(RepeatedRequest) as repeated:
        post(interviews, 3, content="that")
    assert repeated.value.answer == f"the answer about {an_id(2)}, version 1"


def test_an_expired_request_is_a_new_one_even_before_dynamodb_removes_it(interviews: Interviews) -> None:
    post(interviews, 1)

    post(interviews, 2, now=LATER)

    assert ids(interviews) == [an_id(2), an_id(1)]


def test_until_it_expires_it_is_the_same_one(interviews: Interviews) -> None:
    post(interviews, 1)

    with pytest.raises(RepeatedRequest):
        post(interviews, 2, now=LATER.replace(minute=9, second=59))


@pytest.mark.parametrize("back", [TEN_MINUTES, timedelta(days=30)])
def test_a_time_that_goes_back_past_the_first_answer_s_makes_a_new_record(
    interviews: Interviews, back: timedelta
) -> None:
    post(interviews, 1)

    post(interviews, 2, now=THAT_EVENING - back)

    assert ids(interviews) == [an_id(2), an_id(1)]


def test_a_clock_that_is_a_little_behind_sees_the_same_request(interviews: Interviews) -> None:
    post(interviews, 1)

    with pytest.raises(RepeatedRequest):
        post(interviews, 2, now=THAT_EVENING - timedelta(minutes=9, seconds=59))


def test_a_request_answered_anew_is_remembered_from_then(interviews: Interviews) -> None:
    post(interviews, 1)
    yesterday = THAT_EVENING - timedelta(days=1)
    post(interviews, 2, now=yesterday)

    with pytest.raises(RepeatedRequest) as repeated:
        post(interviews, 3, now=yesterday + timedelta(minutes=9))

    assert repeated.value.interview_id == an_id(2)


def test_a_request_removed_by_dynamodb_is_a_new_one(interviews: Interviews) -> None:
    post(interviews, 1)
    RequestItem(OWNER.id, "REQUEST#one").delete()

    post(interviews, 2)

    assert ids(interviews) == [an_id(2), an_id(1)]


def test_an_id_that_is_taken_is_not_written_over(interviews: Interviews) -> None:
    first = post(interviews, 1, request="one")

    with pytest.raises(StorageUnavailable):
        post(interviews, 1, request="two")

    assert interviews.get(OWNER.id, an_id(1)) == first


def test_a_request_whose_record_was_refused_is_not_remembered(interviews: Interviews) -> None:
    with pytest.raises(NotFound):
        add_interview(interviews, OWNER, a_record(id="no id"), a_key("one"), answer_about, THAT_EVENING)

    assert post(interviews, 1).version == 1


def test_a_request_that_is_answered_while_it_is_answered_anew_gets_that_answer(
    interviews: Interviews, meanwhile: Meanwhile
) -> None:
    post(interviews, 1)
    interviews.remove(OWNER.id, an_id(1), None)
    meanwhile(lambda: meanwhile(lambda: post(interviews, 2)))  # after the second look, at what is stale

    with pytest.raises(RepeatedRequest) as repeated:
        post(interviews, 3)

    assert repeated.value.interview_id == an_id(2)
    assert ids(interviews) == [an_id(2)]


@pytest.mark.dynamodb_local
@pytest.mark.parametrize("what_was", ["nothing", "a deleted record", "an expired request"])
def test_of_racing_requests_with_one_key_exactly_one_makes_a_record(interviews: Interviews, what_was: str) -> None:
    now = THAT_EVENING
    if what_was != "nothing":
        post(interviews, 99)
        interviews.remove(OWNER.id, an_id(99), None)
    if what_was == "an expired request":
        now = LATER
    start = Barrier(8)

    def racer(number: int) -> str:
        start.wait()
        try:
            return post(interviews, number, now=now).id
        except RepeatedRequest as repeated:
            return repeated.interview_id

    with ThreadPoolExecutor(8) as racers:
        answers = set(racers.map(racer, range(8)))

    assert ids(interviews) == list(answers)
    assert len(answers) == 1


@pytest.mark.dynamodb_local
def test_of_racing_changes_exactly_one_wins(interviews: Interviews) -> None:
    interview = post(interviews, 1)
    start = Barrier(8)

    def racer(_: int) -> bool:
        start.wait()
        try:
            interviews.save(OWNER, interview, THAT_EVENING)
        except ChangedMeanwhile:
            return False
        return True

    with ThreadPoolExecutor(8) as racers:
        wins = list(racers.map(racer, range(8)))

    assert sum(wins) == 1
    assert interviews.get(OWNER.id, interview.id).version == 2
