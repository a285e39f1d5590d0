"""The tricks on libraries: each fits the libraries that it is used on, and none is used that was not asked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from infra.package.archive import LAMBDA_TAKES, MOST_BYTES, most_bytes
from infra.package.libraries import install
from infra.package.package_errors import CannotPackage
from infra.package.package_settings import ALL_TRICKS, Trick
from infra.package.requirements import shipped
from infra.package.tricks import change
from tests.package.this_machine import SETTINGS
from tests.package.tricks import with_none

WITH_ALL = replace(SETTINGS, tricks=ALL_TRICKS)
WITHOUT = replace(SETTINGS, tricks=frozenset())


def contents(folder: Path) -> dict[str, bytes]:
    """Every file that pip installed, by its path."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@with_none
def test_without_tricks_every_file_of_a_library_is_as_its_wheel_has_it(unpacked: Path, tmp_path: Path) -> None:
    install(tmp_path, SETTINGS)

    installed = contents(tmp_path)
    assert {"botocore/cacert.pem", "botocore/handlers.py", "urllib3/http2/connection.py"} <= installed.keys()
    assert [name for name, content in installed.items() if (unpacked / name).read_bytes() != content] == []


@with_none
def test_without_tricks_there_are_no_compiled_templates_and_no_table_of_days_off(unpacked: Path) -> None:
    assert list((unpacked / "templates").rglob("compiled")) == []
    assert list((unpacked / "chalicelib").glob("*.bin")) == []


@pytest.mark.parametrize("trick", [Trick.SERVICES, Trick.BOTOCORE, Trick.HTTP_2, Trick.AUTHORITIES])
def test_a_trick_that_does_not_fit_fails_the_build_and_says_how_to_go_on_without(tmp_path: Path, trick: Trick) -> None:
    for library in ("botocore", "urllib3"):
        (tmp_path / library).mkdir()  # of a version that has put all its files elsewhere

    with pytest.raises(CannotPackage, match=f"^The trick {trick} does not fit .* TRICKS=off makes the package without"):
        change(tmp_path, ALL_TRICKS & {trick})


def test_a_trick_that_was_not_asked_for_is_not_used(tmp_path: Path) -> None:
    http_2 = tmp_path / "urllib3" / "http2"
    http_2.mkdir(parents=True)
    for name in ("__init__.py", "connection.py"):
        (http_2 / name).write_text("import h2\n")
    before = contents(tmp_path)

    change(tmp_path, ())
    assert contents(tmp_path) == before

    change(tmp_path, {Trick.HTTP_2})
    assert contents(tmp_path) != before


def test_without_a_table_of_days_off_the_library_of_holidays_is_shipped() -> None:
    names, with_library = ({one.requirement.name for one in shipped(to)} for to in (WITH_ALL, WITHOUT))

    assert with_library - names == {"holidays"}
    assert names < with_library


def test_only_a_package_with_all_tricks_is_held_to_our_own_limit() -> None:
    assert most_bytes(WITH_ALL) == MOST_BYTES
    assert most_bytes(WITHOUT) == LAMBDA_TAKES > MOST_BYTES
