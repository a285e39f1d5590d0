"""The local server's secrets: the token in its file is the one in force (F32), and the signing key is a strong one."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path
from secrets import token_urlsafe

import pytest
from msgspec.structs import replace

from chalicelib.records.owners import Owners
from chalicelib.usecases.owner_access import renew_token
from chalicelib.usecases.tokens import read_token
from infra.local import local_owner
from infra.local.local_owner import OWNER, ensure_owner, keep_beside, settle_token, token_file
from infra.local.signing_key import is_strong, signing_key
from infra.local.state import StateUnusable

DRAWN = 2_000


class DiskFull(OSError):
    """There is no room for another file."""


def no_room(*_: object) -> None:
    """Write nothing."""
    raise DiskFull


@pytest.fixture
def token(owners: Owners, tmp_path: Path) -> str:
    """The token of an owner who has started the server once."""
    token = ensure_owner(owners, tmp_path)
    settle_token(owners, tmp_path)
    assert token
    return token


def renewed(owners: Owners) -> str:
    """A new token, as the settings page makes one; the page shows it."""
    account = owners.get(OWNER.id)
    assert account
    return renew_token(owners, account)


def is_in_force(owners: Owners, folder: Path) -> bool:
    """Whether the file has the token that the table has."""
    account, token = owners.get(OWNER.id), read_token(token_file(folder).read_text().strip())
    return bool(account and token and account.token_hash == token.secret_hash)


def dies_before_the_table(owners: Owners, folder: Path, page: str) -> None:
    """The table's disk is full: what was kept beside is over before it began."""
    keep_beside(owners, folder, page)
    account, token = owners.get(OWNER.id), read_token(token_file(folder).read_text().strip())
    assert account
    assert token
    owners.save(replace(account, token_hash=token.secret_hash))


def dies_after_the_table(owners: Owners, folder: Path, page: str) -> None:
    """The table has it, and the process ends."""
    keep_beside(owners, folder, page)


@pytest.mark.parametrize("dies", [dies_before_the_table, dies_after_the_table])
def test_f32_wherever_it_ends_the_next_start_has_the_token_in_force(
    owners: Owners, tmp_path: Path, token: str, dies: Callable[[Owners, Path, str], None]
) -> None:
    new = renewed(owners)
    dies(owners, tmp_path, f"<pre>{new}</pre>")

    settle_token(owners, tmp_path)

    assert ensure_owner(owners, tmp_path) == (new if dies is dies_after_the_table else token)
    assert is_in_force(owners, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["token"]


def test_f32_the_old_token_s_only_copy_stays_until_the_new_one_is_in_force(
    owners: Owners, tmp_path: Path, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = renewed(owners)

    keep_beside(owners, tmp_path, f"<pre>{new}</pre>")
    assert token_file(tmp_path).read_text().strip() == token
    monkeypatch.setattr(local_owner, "write_private", no_room)
    with pytest.raises(DiskFull):
        keep_beside(owners, tmp_path, f"<pre>{renewed(owners)}</pre>")

    assert token_file(tmp_path).read_text().strip() == token


def test_f32_a_full_disk_at_the_first_start_leaves_no_owner_whose_token_nobody_has(
    owners: Owners, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local_owner, "write_private", no_room)

    with pytest.raises(DiskFull):
        ensure_owner(owners, tmp_path)

    assert owners.get(OWNER.id) is None


GENUINE = "hX0r2mJ9_QeT4sLk-Vb7Nw1yZcG6uPdAo3iFxRtMqE8"
WEAK = {
    "one letter": "k" * 43,
    "too short": "k" * 32,
    "a word": "secret",
    "figures again and again": "0123456789" * 4 + "012",
    "letters again and again": "abc" * 14 + "d",
    "a few characters again and again": "aB3_" * 10 + "aB3",
    "the alphabet": "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ",
    "the alphabet in capitals first": "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopq",
    "words": "correct-horse-battery-staple-correct-horse1",
    "words in capitals": "CORRECT-HORSE-BATTERY-STAPLE-CORRECT-HORSE1",
    "cut off by one": GENUINE[:42],
    "cut off": GENUINE[:16],
    "longer by one": f"{GENUINE}x",
    "in small letters": GENUINE.lower(),
    "with a space": f"{GENUINE[:40]} {GENUINE[:2]}",
    "of 128 bits": "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
    "with a letter that only looks like ours": f"{GENUINE[:42]}\u0430",
}


@pytest.mark.parametrize("key", WEAK.values(), ids=WEAK)
def test_a_signing_key_that_may_be_guessed_is_refused_by_its_file(tmp_path: Path, key: str) -> None:
    (tmp_path / "signing-key").write_text(f"{key}\n", encoding="utf-8")

    with pytest.raises(StateUnusable, match=r"signing-key is not a key that this server made.*Remove"):
        signing_key(tmp_path)

    assert key in (tmp_path / "signing-key").read_text(encoding="utf-8")


def test_a_signing_key_that_the_server_made_is_taken_and_kept(tmp_path: Path) -> None:
    made = signing_key(tmp_path)

    assert signing_key(tmp_path) == made
    assert stat.S_IMODE((tmp_path / "signing-key").stat().st_mode) == 0o600


def test_no_random_key_is_refused() -> None:
    assert is_strong(GENUINE)
    assert [key for key in (token_urlsafe(32) for _ in range(DRAWN)) if not is_strong(key)] == []
