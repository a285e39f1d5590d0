"""The authorities as a folder: all that botocore brings, each where OpenSSL looks for it."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime
from pathlib import Path

import botocore
import pytest
from OpenSSL.crypto import FILETYPE_PEM, X509, X509Store, X509StoreContext, load_certificate

from infra.package.authorities import BUNDLE, unbundle, write
from infra.package.package_errors import CannotPackage
from proofs.bench.aws_over_tls import new_identity

BOTOCORE_S = Path(botocore.__file__).with_name(BUNDLE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The authorities of botocore."""
    write(BOTOCORE_S.read_bytes(), tmp_path / "authorities")
    return tmp_path / "authorities"


def in_file(file: Path) -> list[bytes]:
    """The certificates of a file, as the standard library reads them."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(file)
    return context.get_ca_certs(binary_form=True)


def test_every_authority_of_botocore_s_file_is_in_the_folder_as_it_was(folder: Path) -> None:
    written = [in_file(file) for file in folder.iterdir()]

    assert len(written) > 100
    assert {len(certificates) for certificates in written} == {1}
    assert sorted(one for [one] in written) == sorted(in_file(BOTOCORE_S))


def test_openssl_finds_every_authority_where_it_is(folder: Path) -> None:
    for file in folder.iterdir():
        certificate = load_certificate(FILETYPE_PEM, file.read_bytes())
        store = X509Store()
        store.load_locations(None, str(folder))
        store.set_time(first_instant(certificate))

        X509StoreContext(store, certificate).verify_certificate()  # raises where it is not found


def first_instant(certificate: X509) -> datetime:
    """A time at which it holds, whatever the day is."""
    told = certificate.get_notBefore()
    assert told is not None
    return datetime.strptime(told.decode(), "%Y%m%d%H%M%SZ").replace(tzinfo=UTC)


def test_two_authorities_of_one_name_both_stay(tmp_path: Path) -> None:
    certificates = [new_identity(tmp_path).certificate for _ in range(2)]

    write(b"\n".join(certificates), tmp_path / "authorities")

    names = sorted((tmp_path / "authorities").iterdir())
    assert [file.suffix for file in names] == [".0", ".1"]
    assert len({file.stem for file in names}) == 1
    assert [file.read_bytes() for file in names] == certificates


def test_what_is_added_to_a_folder_leaves_the_others(folder: Path, tmp_path: Path) -> None:
    before = {file: file.read_bytes() for file in folder.iterdir()}
    added = new_identity(tmp_path).certificate

    write(added, folder)

    after = {file: file.read_bytes() for file in folder.iterdir()}
    assert before.items() < after.items()
    assert [after[file] for file in after.keys() - before.keys()] == [added]


def test_a_botocore_without_authorities_fails_the_build(tmp_path: Path) -> None:
    (tmp_path / "botocore").mkdir()

    with pytest.raises(CannotPackage, match=r"botocore brings no cacert\.pem"):
        unbundle(tmp_path)


def test_a_file_without_a_certificate_fails_the_build(tmp_path: Path) -> None:
    (tmp_path / "botocore").mkdir()
    (tmp_path / "botocore" / BUNDLE).write_text("# Certificates have moved.\n")

    with pytest.raises(CannotPackage, match="no certificate"):
        unbundle(tmp_path)
