"""A write that lands and whose answer is lost is sent again: it counts once, and whoever made it learns so."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from chalicelib.errors import ChangedMeanwhile, NotFound
from chalicelib.playbook.event import EventKind
from chalicelib.records.digest_claims import Digests, DigestState
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Owners
from tests.factories import MONDAY, THAT_EVENING, an_event, an_owner
from tests.records.given import OWNER, Call, Lose, a_record, an_id, recorded

LEASE = timedelta(minutes=5)
TOMORROW = THAT_EVENING + timedelta(days=1)
NOTE = an_event(EventKind.NOTE, MONDAY)


def test_a_change_whose_answer_was_lost_is_made_once_and_succeeds(
    interviews: Interviews, lose: Lose, calls: list[Call]
) -> None:
    interview = recorded(interviews, a_record())
    calls.clear()
    lose()

    saved = interviews.save(OWNER, replace(interview, events=(NOTE,)), THAT_EVENING).interview

    assert (saved.version, saved.events) == (2, (NOTE,))
    assert interviews.get(OWNER.id, interview.id) == saved
    assert [call.operation for call in calls[:2]] == ["PutItem", "GetItem"]


def test_a_change_that_was_overtaken_after_its_answer_was_lost_is_not_taken_for_stored(
    interviews: Interviews, lose: Lose
) -> None:
    interview = recorded(interviews, a_record())
    lose(lambda: interviews.save(OWNER, interviews.get(OWNER.id, interview.id), THAT_EVENING))

    with pytest.raises(ChangedMeanwhile):
        interviews.save(OWNER, interview, THAT_EVENING)

    assert interviews.get(OWNER.id, interview.id).version == 3


def test_of_two_equal_changes_of_one_version_the_second_is_refused(interviews: Interviews) -> None:
    interview = recorded(interviews, a_record())
    interviews.save(OWNER, interview, THAT_EVENING)

    with pytest.raises(ChangedMeanwhile):
        interviews.save(OWNER, interview, THAT_EVENING)


def test_a_change_that_is_planned_anew_after_its_answer_was_lost_still_succeeds(
    interviews: Interviews, lose: Lose
) -> None:
    interview = recorded(interviews, a_record())
    lose(lambda: interviews.plan_anew(OWNER, THAT_EVENING + timedelta(days=9)))

    assert interviews.save(OWNER, interview, THAT_EVENING).interview.version == 2


def test_an_owner_whose_answer_was_lost_is_added_and_changed_once(owners: Owners, lose: Lose) -> None:
    lose()
    added = owners.add(OWNER, b"hash")
    lose()
    saved = owners.save(replace(added, owner=an_owner(name="Alexa")))

    assert (added.version, saved.version) == (1, 2)
    assert owners.get(OWNER.id) == saved


def test_an_owner_is_put_off_although_the_answer_was_lost(owners: Owners, lose: Lose) -> None:
    account = owners.add(OWNER, b"hash")
    lose()

    owners.put_off(account, TOMORROW)

    assert list(owners.due(THAT_EVENING)) == []


def test_a_claim_whose_answer_was_lost_is_won_and_can_be_marked(digests: Digests, lose: Lose) -> None:
    lose()

    claim = digests.claim(OWNER.id, MONDAY, THAT_EVENING, LEASE)

    assert claim
    digests.mark_sent(claim, "message-1", THAT_EVENING)


def test_of_two_claims_at_the_same_now_one_wins_even_if_its_answer_was_lost(digests: Digests, lose: Lose) -> None:
    others = []
    lose(lambda: others.append(digests.claim(OWNER.id, MONDAY, THAT_EVENING, LEASE)))

    assert digests.claim(OWNER.id, MONDAY, THAT_EVENING, LEASE)
    assert others == [None]


def test_a_failure_whose_answer_was_lost_is_marked(digests: Digests, lose: Lose) -> None:
    claim = digests.claim(OWNER.id, MONDAY, THAT_EVENING, LEASE)
    assert claim
    lose()

    digests.mark_failed(claim, "refused", TOMORROW)

    latest = digests.latest(OWNER.id)
    assert latest
    assert latest.state is DigestState.FAILED


def test_a_record_whose_removal_s_answer_was_lost_is_removed(interviews: Interviews, lose: Lose) -> None:
    interview = recorded(interviews, a_record())
    lose()

    interviews.remove(OWNER.id, interview.id, interview.version)

    with pytest.raises(NotFound):
        interviews.get(OWNER.id, interview.id)


def test_a_changed_record_is_not_removed_even_if_the_answer_was_lost(interviews: Interviews, lose: Lose) -> None:
    interview = recorded(interviews, a_record())
    interviews.save(OWNER, interview, THAT_EVENING)
    lose()

    with pytest.raises(ChangedMeanwhile):
        interviews.remove(OWNER.id, interview.id, interview.version)


def test_one_of_several_rounds_is_removed_although_an_answer_was_lost(interviews: Interviews, lose: Lose) -> None:
    recorded(interviews, a_record(1))
    second = recorded(interviews, a_record(2, process_id=an_id(1)))
    lose()

    interviews.remove(OWNER.id, second.id, None)

    assert [one.id for one in interviews.open(OWNER.id)] == [an_id(1)]
