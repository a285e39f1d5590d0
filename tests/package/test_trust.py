"""Whom the packaged botocore trusts: handshakes with servers on loopback."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import botocore
import pytest

from infra.package.authorities import BUNDLE, FOLDER, write
from infra.package.package_settings import Trick
from proofs.bench.aws_over_tls import Identity, aws_over_tls, new_identity
from tests.moto_table import REGION
from tests.package.function import function
from tests.package.this_machine import INTERPRETER, SETTINGS
from tests.package.tricks import only_with

GREET = f"""
from botocore.exceptions import SSLError
from botocore.session import Session
client = Session().create_client("dynamodb", {REGION!r})
trusted = client._endpoint.http_session._manager.connection_pool_kw["ssl_context"].get_ca_certs
try:
    answer = (client.list_tables()["ResponseMetadata"]["HTTPStatusCode"], len(trusted()))
except SSLError as refused:
    answer = str(refused)
"""
TRUSTED, REFUSED = [200, 1], "CERTIFICATE_VERIFY_FAILED"
without_the_folder = pytest.mark.skipif(Trick.AUTHORITIES in SETTINGS.tricks, reason="TRICKS makes the file a folder.")


@pytest.fixture
def identity(tmp_path: Path) -> Identity:
    """The server's; its certificate is an authority of its own."""
    return new_identity(tmp_path)


@pytest.fixture
def server(identity: Identity) -> Iterator[str]:
    """The server's address."""
    with aws_over_tls(identity, {}) as address:
        yield address


@pytest.fixture
def own(unpacked: Path, tmp_path: Path) -> Path:
    """A copy of the package that a test may add to."""
    return shutil.copytree(unpacked, tmp_path / "own")


def new_folder(folder: Path) -> Path:
    """The folder, made."""
    folder.mkdir()
    return folder


def greeted(package: Path, server: str, **settings: str | Path) -> Any:
    """The status and how many authorities were read for it, or why there was no connection."""
    environment = {
        "AWS_ACCESS_KEY_ID": "nobody",
        "AWS_SECRET_ACCESS_KEY": "nothing",
        "AWS_ENDPOINT_URL": server,
        "AWS_MAX_ATTEMPTS": "1",
        **{name: str(value) for name, value in settings.items()},
    }
    with function(INTERPRETER, package, environment) as running:
        return running.run(GREET)


@only_with(Trick.AUTHORITIES)
def test_a_server_whose_authority_is_in_the_folder_is_trusted_and_no_other_authority_is_read(
    own: Path, server: str, identity: Identity
) -> None:
    write(identity.certificate, own / "botocore" / FOLDER)

    assert greeted(own, server) == TRUSTED


@without_the_folder
def test_a_server_whose_authority_is_in_botocore_s_file_is_trusted(own: Path, server: str, identity: Identity) -> None:
    with (own / "botocore" / BUNDLE).open("ab") as bundle:
        bundle.write(identity.certificate)

    assert greeted(own, server)[0] == 200


def test_a_server_whose_authority_the_package_does_not_have_is_refused(unpacked: Path, server: str) -> None:
    assert REFUSED in greeted(unpacked, server)


def test_the_authorities_of_the_machine_are_not_asked(unpacked: Path, server: str, identity: Identity) -> None:
    assert REFUSED in greeted(unpacked, server, SSL_CERT_FILE=identity.file)


@only_with(Trick.AUTHORITIES)
def test_of_two_authorities_of_one_name_each_is_trusted(own: Path, tmp_path: Path) -> None:
    identities = [new_identity(new_folder(tmp_path / name)) for name in ("first", "second")]
    for one in identities:
        write(one.certificate, own / "botocore" / FOLDER)

    for one in identities:
        with aws_over_tls(one, {}) as address:
            assert greeted(own, address)[0] == 200


def test_a_file_of_authorities_can_be_named_as_ever(unpacked: Path, server: str, identity: Identity) -> None:
    assert greeted(unpacked, server, AWS_CA_BUNDLE=identity.file) == TRUSTED


@only_with(Trick.AUTHORITIES)
def test_where_a_file_is_named_the_folder_is_not_looked_at(own: Path, server: str, identity: Identity) -> None:
    write(identity.certificate, own / "botocore" / FOLDER)
    others = Path(botocore.__file__).with_name(BUNDLE)

    assert REFUSED in greeted(own, server, AWS_CA_BUNDLE=others)


@only_with(Trick.AUTHORITIES)
def test_a_folder_of_authorities_can_be_named_too(unpacked: Path, server: str, identity: Identity) -> None:
    named = identity.file.parent / "named"
    write(identity.certificate, named)

    assert greeted(unpacked, server, AWS_CA_BUNDLE=named) == TRUSTED
