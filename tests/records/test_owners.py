"""Owners: kept under a version lock, found when their digest is due."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from chalicelib.errors import ChangedMeanwhile
from chalicelib.records.item_keys import SHARDS, shard_of
from chalicelib.records.owners import Owners
from tests.factories import THAT_EVENING, an_owner

TOKEN_HASH = bytes(range(32))


def test_an_owner_is_read_as_they_were_added(owners: Owners) -> None:
    added = owners.add(an_owner(paused_until=date(2026, 9, 1)), TOKEN_HASH)

    assert owners.get("alex") == added
    assert (added.token_hash, added.version, added.digest_problem) == (TOKEN_HASH, 1, None)


def test_an_owner_is_added_only_once(owners: Owners) -> None:
    added = owners.add(an_owner(), TOKEN_HASH)

    with pytest.raises(ChangedMeanwhile):
        owners.add(an_owner(name="Somebody Else"), b"")

    assert owners.get("alex") == added


@pytest.mark.parametrize("owner_id", ["sam", "", "a" * 3000, "PROFILE", "\0", "ä", "a.b"])
def test_nobody_has_an_id_that_is_unknown_or_cannot_be_one(owners: Owners, owner_id: str) -> None:
    assert owners.get(owner_id) is None


def test_a_change_is_stored_under_the_next_version(owners: Owners) -> None:
    account = owners.add(an_owner(), TOKEN_HASH)

    saved = owners.save(replace(account, owner=an_owner(name="Alexa"), digest_problem="bounced"))

    assert owners.get("alex") == saved
    assert (saved.owner.name, saved.digest_problem, saved.version) == ("Alexa", "bounced", 2)


def test_a_change_made_for_an_older_version_is_refused(owners: Owners) -> None:
    account = owners.add(an_owner(), TOKEN_HASH)
    winner = owners.save(account)

    with pytest.raises(ChangedMeanwhile):
        owners.save(replace(account, digest_problem="bounced"))

    assert owners.get("alex") == winner


def test_a_new_owner_is_due_at_any_now(owners: Owners) -> None:
    owners.add(an_owner(), TOKEN_HASH)

    assert list(owners.due(datetime(1971, 1, 1, tzinfo=UTC))) == ["alex"]


def test_an_owner_is_due_again_at_the_instant_they_were_put_off_to(owners: Owners) -> None:
    account = owners.add(an_owner(), TOKEN_HASH)

    owners.put_off(account, THAT_EVENING)

    assert list(owners.due(THAT_EVENING - timedelta(microseconds=1))) == []
    assert list(owners.due(THAT_EVENING)) == ["alex"]


def test_d6_when_the_last_digest_was_sent_is_kept_where_the_owner_is_put_off(owners: Owners) -> None:
    account = owners.add(an_owner(), TOKEN_HASH)
    assert account.last_digest_at is None

    owners.put_off(replace(account, last_digest_at=THAT_EVENING), THAT_EVENING + timedelta(days=1))
    owners.put_off(account, THAT_EVENING + timedelta(days=2))

    stored = owners.get("alex")
    assert stored is not None
    assert stored.last_digest_at == THAT_EVENING


def test_an_owner_who_changed_meanwhile_is_not_put_off_past_an_earlier_digest(owners: Owners) -> None:
    account = owners.add(an_owner(), TOKEN_HASH)
    owners.save(replace(account, next_digest_at=THAT_EVENING))

    with pytest.raises(ChangedMeanwhile):
        owners.put_off(account, THAT_EVENING + timedelta(days=1))

    assert list(owners.due(THAT_EVENING)) == ["alex"]


def test_an_owner_who_was_put_off_may_change_what_they_read_before(owners: Owners) -> None:
    account = owners.add(an_owner(), TOKEN_HASH)
    owners.put_off(account, THAT_EVENING)

    saved = owners.save(replace(account, owner=an_owner(name="Alexa")))

    assert saved.version == account.version + 1
    assert list(owners.due(THAT_EVENING - timedelta(days=1))) == ["alex"]  # again, which the claim of the day covers


def test_putting_off_stores_when_and_the_problem_and_nothing_else(owners: Owners) -> None:
    account = owners.add(an_owner(), TOKEN_HASH)

    refused = owners.put_off(replace(account, owner=an_owner(name="Alexa"), digest_problem="bounced"), THAT_EVENING)

    assert refused.digest_problem == "bounced"
    assert owners.get("alex") == replace(account, next_digest_at=THAT_EVENING, digest_problem="bounced")


def test_putting_off_without_a_problem_removes_the_one_before(owners: Owners) -> None:
    account = owners.add(an_owner(), TOKEN_HASH)
    refused = owners.put_off(replace(account, digest_problem="bounced"), THAT_EVENING)

    sent = owners.put_off(replace(refused, digest_problem=None), THAT_EVENING)

    assert owners.get("alex") == sent
    assert sent.digest_problem is None


def test_an_owner_who_is_gone_is_not_put_off(owners: Owners) -> None:
    account = owners.add(an_owner(), TOKEN_HASH)

    with pytest.raises(ChangedMeanwhile):
        owners.put_off(replace(account, owner=an_owner(id="sam")), THAT_EVENING)

    assert owners.get("sam") is None


def test_everyone_who_is_due_is_found_in_whatever_shard(owners: Owners) -> None:
    everyone = {f"owner-{number}" for number in range(20)}
    for owner_id in everyone:
        owners.add(an_owner(id=owner_id), TOKEN_HASH)

    assert {shard_of(owner_id) for owner_id in everyone} == set(range(SHARDS))
    assert sorted(owners.due(THAT_EVENING)) == sorted(everyone)


def test_the_shard_of_an_owner_never_changes() -> None:
    assert [shard_of(owner_id) for owner_id in ("alex", "sam", "ä")] == [2, 0, 3]
