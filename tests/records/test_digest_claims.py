"""Claims: one holder at a time, and what was sent is never claimed again."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest

from chalicelib.errors import ChangedMeanwhile
from chalicelib.records.digest_claims import Claim, Digests, DigestState, StoredDigest
from chalicelib.records.table_items import DigestItem
from tests.factories import MONDAY, THAT_EVENING

LEASE = timedelta(minutes=20)
TUESDAY = MONDAY + timedelta(days=1)


def a_claim(digests: Digests, on: date = MONDAY) -> Claim:
    claim = digests.claim("alex", on, THAT_EVENING, LEASE)
    assert claim
    return claim


def test_a_day_that_nobody_claimed_may_be_claimed(digests: Digests) -> None:
    claim = a_claim(digests)

    assert (claim.owner_id, claim.on, claim.lease_until) == ("alex", MONDAY, THAT_EVENING + LEASE)


def test_a_claimed_day_is_not_claimed_again_while_the_lease_lasts(digests: Digests) -> None:
    a_claim(digests)

    assert digests.claim("alex", MONDAY, THAT_EVENING + LEASE - timedelta(microseconds=1), LEASE) is None


def test_a_claim_of_a_holder_who_vanished_passes_on_when_the_lease_ends(digests: Digests) -> None:
    a_claim(digests)

    assert digests.claim("alex", MONDAY, THAT_EVENING + LEASE, LEASE)


def test_other_days_and_other_owners_are_claimed_apart(digests: Digests) -> None:
    a_claim(digests)

    assert digests.claim("alex", TUESDAY, THAT_EVENING, LEASE)
    assert digests.claim("sam", MONDAY, THAT_EVENING, LEASE)


def test_a_digest_that_was_sent_is_never_claimed_again(digests: Digests) -> None:
    digests.mark_sent(a_claim(digests), "message-1", THAT_EVENING)

    assert digests.claim("alex", MONDAY, THAT_EVENING + timedelta(days=399), LEASE) is None


def test_a_digest_that_failed_is_claimed_again_only_after_its_rest(digests: Digests) -> None:
    until = THAT_EVENING + timedelta(days=1)
    digests.mark_failed(a_claim(digests), "refused", until)

    assert digests.claim("alex", MONDAY, until - timedelta(microseconds=1), LEASE) is None
    assert digests.claim("alex", MONDAY, until, LEASE)


def test_a_released_claim_is_free_at_once(digests: Digests) -> None:
    digests.release(a_claim(digests))

    assert digests.claim("alex", MONDAY, THAT_EVENING, LEASE)


def test_a_claim_that_was_lost_marks_nothing(digests: Digests) -> None:
    lost = a_claim(digests)
    held = digests.claim("alex", MONDAY, THAT_EVENING + LEASE, LEASE)
    assert held

    with pytest.raises(ChangedMeanwhile):
        digests.mark_sent(lost, "message-1", THAT_EVENING)
    with pytest.raises(ChangedMeanwhile):
        digests.mark_failed(lost, "refused", THAT_EVENING)
    digests.release(lost)

    digests.mark_sent(held, "message-2", THAT_EVENING)


def test_what_was_sent_stays_sent_whoever_gives_back_the_claim(digests: Digests) -> None:
    claim = a_claim(digests)
    digests.mark_sent(claim, "message-1", THAT_EVENING)

    digests.release(claim)

    assert digests.claim("alex", MONDAY, THAT_EVENING + LEASE, LEASE) is None


def test_a_claim_made_at_the_same_now_as_a_lost_one_is_another(digests: Digests) -> None:
    lost = a_claim(digests)
    digests.release(lost)
    held = a_claim(digests)

    with pytest.raises(ChangedMeanwhile):
        digests.mark_sent(lost, "message-1", THAT_EVENING)

    digests.mark_sent(held, "message-2", THAT_EVENING)


def test_marking_twice_as_after_a_lost_answer_changes_nothing(digests: Digests) -> None:
    claim = a_claim(digests)

    digests.mark_sent(claim, "message-1", THAT_EVENING)
    digests.mark_sent(claim, "message-1", THAT_EVENING)


def test_the_latest_is_that_of_the_latest_day(digests: Digests) -> None:
    digests.mark_sent(a_claim(digests, TUESDAY), "message-2", THAT_EVENING + timedelta(hours=1))
    digests.mark_sent(a_claim(digests, MONDAY), "message-1", THAT_EVENING)

    latest = digests.latest("alex")

    assert latest == StoredDigest(
        TUESDAY, DigestState.SENT, THAT_EVENING + timedelta(hours=1), None, THAT_EVENING + LEASE
    )


def test_the_latest_says_why_it_failed(digests: Digests) -> None:
    digests.mark_failed(a_claim(digests), "MessageRejected", THAT_EVENING)

    failed = StoredDigest(MONDAY, DigestState.FAILED, THAT_EVENING, "MessageRejected", THAT_EVENING)
    assert digests.latest("alex") == failed


def test_a_digest_is_settled_once_it_was_sent_and_while_it_must_rest(digests: Digests) -> None:
    settled = [
        (StoredDigest(MONDAY, state, THAT_EVENING, None, THAT_EVENING + lease)).is_settled(THAT_EVENING)
        for state in DigestState
        for lease in (timedelta(0), LEASE)
    ]

    assert settled == [False, False, True, True, False, True]


def test_before_the_first_one_there_is_no_latest(digests: Digests) -> None:
    assert digests.latest("alex") is None


def test_dynamodb_removes_a_digest_after_more_than_a_year(digests: Digests) -> None:
    a_claim(digests)

    item = DigestItem.find("alex", "DIGEST#2026-08-03")

    assert item
    assert item.expires_at == THAT_EVENING + timedelta(days=400)


@pytest.mark.dynamodb_local
def test_of_racing_ticks_exactly_one_gets_the_claim(digests: Digests) -> None:
    start = Barrier(8)

    def racer(_: int) -> Claim | None:
        start.wait()
        return digests.claim("alex", MONDAY, THAT_EVENING, LEASE)

    with ThreadPoolExecutor(8) as racers:
        claims = list(racers.map(racer, range(8)))

    assert len([claim for claim in claims if claim]) == 1
