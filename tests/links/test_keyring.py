"""The keyring: who signs, who is believed for how long, and what is stored of it."""

from __future__ import annotations

import traceback
from datetime import UTC, datetime, timedelta

import pytest

from chalicelib.links import action_links
from chalicelib.links.action import ActionKind
from chalicelib.links.action_links import ActionLinks, BadLink
from chalicelib.links.keyring import (
    VERIFIES_AFTER_RETIREMENT,
    BadKeyring,
    Key,
    Keyring,
    keyring_text,
    new_keyring,
    pruned,
    read_keyring,
    rotated,
)
from chalicelib.links.signing import Signer

THEN = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
LATER = THEN + timedelta(days=90)
SECOND = timedelta(seconds=1)
SECRET = "a-secret-that-nobody-may-see-" * 2


def test_a_key_is_named_after_its_day_and_long_and_another_each_time() -> None:
    first, second = new_keyring(THEN), new_keyring(THEN)

    assert first.newest.kid == "2026-11-23a"
    assert len(first.newest.secret) == 43
    assert first.newest.secret != second.newest.secret


def test_a_rotation_puts_a_fresh_key_first_and_retires_the_one_before() -> None:
    before = new_keyring(THEN)

    after = rotated(before, LATER)

    assert [key.kid for key in after.keys] == ["2027-02-21a", "2026-11-23a"]
    assert [key.retired_at for key in after.keys] == [None, LATER]
    assert after.keys[1].secret == before.newest.secret


def test_two_rotations_on_one_day_make_two_keys() -> None:
    twice = rotated(rotated(new_keyring(THEN), THEN), THEN)

    assert [key.kid[-1] for key in twice.keys] == ["c", "b", "a"]


def test_there_is_an_end_to_the_rotations_of_a_day() -> None:
    keyring = new_keyring(THEN)
    for _ in range(25):
        keyring = rotated(keyring, THEN)

    with pytest.raises(BadKeyring, match="2026-11-23"):
        rotated(keyring, THEN)


def test_what_a_retired_key_signed_is_believed_for_the_lifetime_of_links_and_no_longer() -> None:
    before = new_keyring(THEN)
    signed = Signer(before, "link").sign(["stop"])
    after = Signer(rotated(before, LATER), "link")

    assert after.verified_payload(signed, LATER + VERIFIES_AFTER_RETIREMENT - SECOND) == ["stop"]
    assert after.verified_payload(signed, LATER + VERIFIES_AFTER_RETIREMENT) is None


def test_no_link_is_good_for_longer_than_its_key_is_believed() -> None:
    assert action_links.LIFETIME <= VERIFIES_AFTER_RETIREMENT


def test_a_link_carries_the_id_of_its_key_and_counts_with_no_other() -> None:
    before = new_keyring(THEN)
    after = rotated(before, THEN)
    token = ActionLinks(before).token(ActionKind.PAUSE, "alex", THEN)

    assert token.startswith("2026-11-23a.")
    assert ActionLinks(after).read(token, THEN).owner_id == "alex"
    with pytest.raises(BadLink):
        ActionLinks(after).read(token.replace("2026-11-23a", "2026-11-23b"), THEN)
    with pytest.raises(BadLink):
        ActionLinks(before).read(ActionLinks(after).token(ActionKind.PAUSE, "alex", THEN), THEN)


def test_a_signature_counts_as_it_was_written_and_in_no_other_way_of_base64() -> None:
    signer = Signer(new_keyring(THEN), "link")
    signed = signer.sign(["stop"])
    same_bits = {signed[:-1] + last for last in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"}

    others = [*(same_bits - {signed}), signed + "=", signed + "\n", signed + "é", signed + "\ud800"]
    assert [text for text in others if signer.verified_payload(text, THEN)] == []


def test_pruning_leaves_what_is_still_believed_and_always_the_newest() -> None:
    twice = rotated(rotated(new_keyring(THEN), THEN), THEN + timedelta(days=10))

    assert len(pruned(twice, THEN + timedelta(days=29)).keys) == 3
    assert len(pruned(twice, THEN + timedelta(days=30)).keys) == 2
    assert pruned(twice, THEN + timedelta(days=4000)).keys == (twice.newest,)


def test_a_rotation_forgets_the_long_retired() -> None:
    keyring = new_keyring(THEN)
    for days in (10, 50, 90):
        keyring = rotated(keyring, THEN + timedelta(days=days))

    assert len(keyring.keys) == 2


def test_what_is_written_reads_the_same_again() -> None:
    keyring = rotated(rotated(new_keyring(THEN), THEN), LATER)

    assert read_keyring(keyring_text(keyring)) == keyring


def test_a_keyring_is_readable_json_with_the_newest_key_first() -> None:
    keyring = Keyring((Key(kid="b", secret="b" * 32), Key(kid="a", secret="a" * 32, retired_at=THEN)))

    assert keyring_text(keyring) == (
        '{"keys":[{"kid":"b","secret":"' + "b" * 32 + '"},'
        '{"kid":"a","secret":"' + "a" * 32 + '","retired_at":"2026-11-23T12:00:00Z"}]}'
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "truncated"),
        (SECRET, "malformed"),
        (f'"{SECRET}"', "Expected `object`"),
        ("[" * 100_000, "Expected `object`"),
        ('{"keys": "\udc00"}', "UnicodeEncodeError"),
        ('{"keys": []}', "length >= 1 - at `$.keys`"),
        ('{"keys": [{"kid": "a", "secret": "short-secret"}]}', "$.keys[0].secret"),
        (f'{{"keys": [{{"kid": "a b", "secret": "{SECRET}"}}]}}', "$.keys[0].kid"),
        (f'{{"keys": [{{"kid": "a", "secret": "{SECRET}", "retired_at": "{SECRET}"}}]}}', "$.keys[0].retired_at"),
        (f'{{"keys": [{{"kid": "a", "secret": "{SECRET}", "{SECRET}": 1}}]}}', "unknown field - at `$.keys[0]`"),
        (f'{{"keys": [{{"kid": "a", "secret": "{SECRET}"}}, {{"kid": "b", "secret": "{SECRET}"}}]}}', "retired"),
        (f'{{"keys": [{{"kid": "a", "secret": "{SECRET}", "retired_at": "2026-11-23T12:00:00Z"}}]}}', "retired"),
        (
            keyring_text(Keyring((Key(kid="a", secret=SECRET), Key(kid="a", secret=SECRET, retired_at=THEN)))),
            "same kid",
        ),
    ],
)
def test_a_text_that_is_no_keyring_is_refused_with_its_place_and_without_its_secrets(text: str, said: str) -> None:
    with pytest.raises(BadKeyring) as refused:
        read_keyring(text)

    assert said in str(refused.value)
    assert "secret-" not in "".join(traceback.format_exception(refused.value))


def test_no_secret_shows_where_a_key_is_printed() -> None:
    assert SECRET not in repr(Keyring((Key(kid="a", secret=SECRET),)))
