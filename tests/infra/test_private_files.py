"""F33: what is kept on this machine is for its owner alone, whoever makes it first: folders 0700 and files 0600."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from infra import dynamodb_local, npm, private_files
from infra.catalogs import PROJECT
from infra.deploy.backup_file import write_backup
from infra.local.local_settings import DEFAULT_STATE
from infra.local.signing_key import signing_key
from infra.local.state import LocalState
from infra.npm import CannotFetch, Script
from infra.package import days_off_table
from infra.private_files import private_file, private_folder, write_private
from tests.factories import THAT_EVENING
from tests.mail_form import npm_lock

NAMES_LOCAL = {"infra/private_files.py", "infra/local/local_settings.py", "infra/package/interpreters.py"}  # ~/.local


@pytest.fixture(autouse=True)
def open_to_all() -> Iterator[None]:
    """Whoever runs this lets everybody read and write what they make."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.fixture
def local(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty checkout's ``.local``, which is not there yet."""
    local = tmp_path / "checkout" / DEFAULT_STATE
    monkeypatch.setattr(private_files, "LOCAL", local)
    monkeypatch.setattr(npm, "HOME", local / "npm")
    monkeypatch.setattr(dynamodb_local, "HOME", local / "dynamodb")
    monkeypatch.setattr(days_off_table, "KEPT", local / "days_off")
    monkeypatch.setattr(days_off_table, "table", lambda *_: b"")
    return local


def cannot_fetch(*_: object) -> Path:
    """There is no npm here."""
    raise CannotFetch


def serve(local: Path) -> None:
    """Begin the local server's state, in a folder of its own in ``.local``."""
    state = LocalState(local / "try")
    with state.transaction():
        state.put_item("alex", "PROFILE", "{}")
    signing_key(local / "try")
    modes_are_private(local)  # while SQLite has files beside its own
    state.close()


def fetch_script(local: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fetch a script of a package."""
    monkeypatch.setattr(npm, "fetch_archive", cannot_fetch)
    with pytest.raises(CannotFetch):
        Script(package="axe-core@1", sha512="", member="axe.js").path()


def install_packages(local: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Install what a lock names."""
    lock = local.parent / "packages"
    lock.mkdir()
    (lock / npm_lock.LOCK).touch()
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CannotFetch):
        npm_lock.installed(lock)


def fetch_dynamodb(local: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fetch DynamoDB Local, which ``make test-faults`` begins with."""
    monkeypatch.setattr(dynamodb_local, "fetch_archive", cannot_fetch)
    with pytest.raises(dynamodb_local.DynamoDBLocalUnavailable):
        dynamodb_local.fetch()


def modes_are_private(top: Path) -> None:
    """Nothing from a folder on is open to others."""
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (top, *top.rglob("*"))}
    assert {path.name: oct(mode) for path, mode in modes.items() if mode & 0o077} == {}


@pytest.mark.parametrize(
    "make",
    [
        lambda local, _: serve(local),
        fetch_script,
        install_packages,
        fetch_dynamodb,
        lambda local, _: days_off_table.write_table(local.parent, print),
        lambda local, _: write_backup(local / "backups" / "one.json", "afterword", THAT_EVENING, ()),
    ],
    ids=["server", "npm", "npm's lock", "DynamoDB Local", "days off", "backup"],
)
@pytest.mark.parametrize("was_there", [False, True], ids=["new", "open to all before"])
def test_f33_whoever_makes_it_first_makes_it_for_its_owner_alone(
    local: Path,
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[[Path, pytest.MonkeyPatch], None],
    was_there: bool,
) -> None:
    local.parent.mkdir()
    if was_there:
        local.mkdir()
    (local.parent / "chalicelib").mkdir(exist_ok=True)

    make(local, monkeypatch)

    assert stat.S_IMODE(local.stat().st_mode) == 0o700


def test_f33_what_an_earlier_release_left_open_is_closed(local: Path) -> None:
    folder = local / "try"
    folder.mkdir(parents=True)
    for name in ("state.sqlite", "state.sqlite-wal", "state.sqlite-shm", "signing-key"):
        (folder / name).touch()

    serve(local)

    modes_are_private(local)


def test_f33_a_folder_elsewhere_is_left_as_it_is_and_what_is_kept_in_it_is_closed(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()

    LocalState(shared).close()

    assert stat.S_IMODE(shared.stat().st_mode) == 0o777
    assert stat.S_IMODE((shared / "state.sqlite").stat().st_mode) == 0o600


def test_a_file_is_never_half_written_and_what_was_narrower_stays_so(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    write_private(file, "one")
    file.chmod(0o400)

    assert private_file(private_folder(tmp_path) / "secret").read_text() == "one"
    assert stat.S_IMODE(file.stat().st_mode) == 0o400
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]


def test_f33_nobody_else_names_the_folder_and_so_makes_it() -> None:
    sources = (path for room in ("infra", "proofs", "chalicelib") for path in (PROJECT / room).rglob("*.py"))
    naming = {str(path.relative_to(PROJECT)) for path in sources if f'"{DEFAULT_STATE}"' in path.read_text("utf-8")}

    assert naming == NAMES_LOCAL
