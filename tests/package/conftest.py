"""The package for this machine, and functions that run it against moto."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from itertools import count
from pathlib import Path
from zipfile import ZipFile

import pytest
from moto import mock_aws

from chalicelib.playbook.owner import Owner
from chalicelib.records import table as records_table
from chalicelib.records.owners import Owners
from chalicelib.usecases.tokens import new_token
from infra.package.build import BuiltPackage, build
from infra.package.package_settings import ALL_TRICKS
from tests.factories import an_owner
from tests.moto_table import REGION, TABLE
from tests.package.aws_stand_in import aws_stand_in
from tests.package.function import Function, function
from tests.package.this_machine import INTERPRETER, IS_DEFAULT, SETTINGS
from tests.web.gateway import Gateway

SENDER = "afterword@example.org"
KEY = "k" * 32

_NUMBERS = count(1)

Start = Callable[[], AbstractContextManager[Function]]


def pytest_report_header() -> str:
    """Which of the possible packages is tested."""
    is_default = "the default" if IS_DEFAULT else "NOT the default, which is not on this machine"
    tricks = "all" if SETTINGS.tricks == ALL_TRICKS else ", ".join(sorted(SETTINGS.tricks)) or "none"
    return f"package: {SETTINGS.runtime} ({is_default}) on {SETTINGS.architecture}; tricks: {tricks}"


@pytest.fixture(scope="session")
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the package is made."""
    return tmp_path_factory.mktemp("package")


@pytest.fixture(scope="session")
def package(target: Path) -> BuiltPackage:
    """The package."""
    return build(target, SETTINGS, say=print)


@pytest.fixture(scope="session")
def unpacked(package: BuiltPackage, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that Lambda would run."""
    folder = tmp_path_factory.mktemp("unpacked")
    with ZipFile(package.archive.file) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture(scope="session")
def aws() -> Iterator[str]:
    """The address of an AWS that has our table, empty, and lets the sender send."""
    with mock_aws():
        records_table.configure(TABLE, REGION)
        records_table.create_table()
        records_table.connection().session.create_client("sesv2", region_name=REGION).create_email_identity(
            EmailIdentity=SENDER
        )
        with aws_stand_in() as address:
            yield address


@pytest.fixture(scope="session")
def start(unpacked: Path, aws: str) -> Start:
    """Starts a function whose interpreter is new: a cold start."""
    environment = {
        "AFTERWORD_TABLE": TABLE,
        "AFTERWORD_SENDER": SENDER,
        "AFTERWORD_OWNER": "alex",
        "AFTERWORD_ADDRESS": "https://afterword.example/api",
        "AFTERWORD_SIGNING_KEYS": KEY,
        "AWS_REGION": REGION,
        "AWS_ACCESS_KEY_ID": "nobody",
        "AWS_SECRET_ACCESS_KEY": "nothing",
        "AWS_ENDPOINT_URL": aws,
    }
    return partial(function, INTERPRETER, unpacked, environment)


@pytest.fixture(scope="session")
def warm(start: Start) -> Iterator[Function]:
    """A function that many tests share: each looks only at what it made itself."""
    with start() as running:
        yield running


@pytest.fixture
def owner(aws: str) -> Owner:
    """An owner of this test's own."""
    return an_owner(id=f"alex-{next(_NUMBERS)}")


@pytest.fixture
def token(owner: Owner) -> str:
    """The owner's token; the owner is known from now on."""
    token, token_hash = new_token(owner.id)
    Owners().add(owner, token_hash)
    return token


@pytest.fixture
def anybody(warm: Function) -> Gateway:
    """Requests to the warm function, without a token."""
    return Gateway(warm)


@pytest.fixture
def alex(anybody: Gateway, token: str) -> Gateway:
    """Requests of the owner."""
    return anybody.signed_in(token)
