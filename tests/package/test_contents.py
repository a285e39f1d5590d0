"""What is in the zip, and what is not."""

from __future__ import annotations

import json
import ssl
import stat
from pathlib import Path
from zipfile import ZipFile

import botocore
import pytest
from botocore.handlers import BUILTIN_HANDLERS
from botocore.session import Session

from infra.package.archive import MEGABYTE, MOST_BYTES, most_bytes
from infra.package.authorities import BUNDLE, FOLDER
from infra.package.aws_services import CALLED
from infra.package.build import MANIFEST, BuiltPackage
from infra.package.library_sources import OURS
from infra.package.package_settings import Trick
from infra.package.requirements import left_out, locked
from tests.moto_table import REGION, TABLE
from tests.package.conftest import SENDER, Start
from tests.package.this_machine import SETTINGS
from tests.package.tricks import only_with, with_all

UNCHECKED_HASH = 0b01

ASK_EVERY_SERVICE = f"""
from botocore.session import Session
session = Session()
ask = {{
    "dynamodb": lambda client: client.list_tables()["TableNames"],
    "sesv2": lambda client: client.list_email_identities()["EmailIdentities"][0]["IdentityName"],
    "ssm": lambda client: client.get_parameters(Names=["/none"])["InvalidParameters"],
}}
answer = {{name: asked(session.create_client(name, {REGION!r})) for name, asked in ask.items()}}
"""


@pytest.fixture(scope="module")
def names(package: BuiltPackage) -> list[str]:
    """The names of all entries."""
    with ZipFile(package.archive.file) as archive:
        return archive.namelist()


@only_with(Trick.UNREAD_FILES)
def test_there_is_nothing_that_only_developers_need(names: list[str]) -> None:
    unwanted = (".po", ".pyi", ".c", ".md", "conftest.py")
    folders = {"tests", "infra", "gallery", "moto", "pytest", ".chalice"}

    assert [name for name in names if name.endswith(unwanted) or folders & set(name.split("/"))] == []


def test_of_the_left_out_libraries_there_is_no_module(names: list[str]) -> None:
    modules = {"yaml" if name == "pyyaml" else name for name in left_out(SETTINGS)}

    assert modules & {name.split("/")[0].removesuffix(".py") for name in names} == set()


def test_only_locked_libraries_are_left_out() -> None:
    assert {one.requirement.name for one in locked()} >= left_out(SETTINGS)


def test_every_language_has_its_words(names: list[str]) -> None:
    assert {"templates/catalogs/ru.mo", "templates/drafts/ru/status_call/script.txt"} <= set(names)


def test_libraries_keep_their_licences(names: list[str]) -> None:
    assert any(name.startswith("jinja2-") and "LICENSE" in name for name in names)


@only_with(Trick.SERVICES)
def test_of_the_services_of_aws_only_those_that_are_called_are_described(names: list[str]) -> None:
    described = {name.split("/")[2] for name in names if name.startswith("botocore/data/") and name.count("/") > 2}

    assert described == set(CALLED)


def test_every_service_that_is_called_answers(start: Start) -> None:
    with start() as function:
        answers = function.run(ASK_EVERY_SERVICE)

    assert answers == {"dynamodb": [TABLE], "sesv2": SENDER, "ssm": ["/none"]}


@only_with(Trick.BOTOCORE)
def test_of_what_botocore_does_with_requests_all_is_left_that_is_not_for_another_service(start: Start) -> None:
    others = {*Session().get_available_services(), "lex-runtime-v2", "s3-control"} - {*CALLED}
    named = {event for event, *_ in BUILTIN_HANDLERS if not event.startswith("docs.")} - {"before-send"}  # moto's own

    with start() as function:
        left = function.run("from botocore.handlers import BUILTIN_HANDLERS as all; answer = [one[0] for one in all]")

    assert set(left) <= named
    assert {event for event in named - set(left) if "." not in event or event.split(".")[1] not in others} == set()


@pytest.mark.parametrize("region", ["us-east-1", "eu-central-1", "cn-north-1", "us-gov-west-1"])
def test_a_region_has_the_same_addresses_as_with_all_of_botocore(start: Start, region: str) -> None:
    ask = f"""
from botocore.session import Session
session = Session()
session.set_config_variable("ignore_configured_endpoint_urls", True)
answer = [session.create_client(name, {region!r}).meta.endpoint_url for name in {CALLED!r}]
"""
    whole = Session()

    with start() as function:
        assert function.run(ask) == [whole.create_client(name, region).meta.endpoint_url for name in CALLED]


@only_with(Trick.AUTHORITIES)
def test_the_authorities_that_are_trusted_are_those_of_botocore(unpacked: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(Path(botocore.__file__).with_name(BUNDLE))
    packaged = [file.read_text("ascii") for file in (unpacked / "botocore" / FOLDER).iterdir()]

    assert sorted(map(ssl.PEM_cert_to_DER_cert, packaged)) == sorted(context.get_ca_certs(binary_form=True))
    assert list(unpacked.rglob("*.pem")) == []


def test_there_are_no_libraries_that_only_make_the_package(names: list[str]) -> None:
    assert {"OpenSSL", "cryptography", "babel"} & {name.split("/")[0] for name in names} == set()


def test_every_module_has_bytecode_that_is_never_checked(unpacked: Path) -> None:
    tag = f"cpython-{SETTINGS.python_version.replace('.', '')}"
    for source in unpacked.rglob("*.py"):
        assert (source.parent / "__pycache__" / f"{source.stem}.{tag}.pyc").exists()
    for compiled in unpacked.rglob("*.pyc"):
        assert compiled.read_bytes()[4] == UNCHECKED_HASH, compiled


@only_with(Trick.SOURCES)
def test_bytecode_stands_where_the_sources_of_libraries_stood_and_ours_keep_theirs(unpacked: Path) -> None:
    sources = {source.relative_to(unpacked).parts[0] for source in unpacked.rglob("*.py")}

    assert sources == OURS
    assert (unpacked / "botocore" / "httpsession.pyc").exists()
    assert all(any(cache.iterdir()) for cache in unpacked.rglob("__pycache__"))


def test_bytecode_names_files_as_lambda_has_them(unpacked: Path, start: Start) -> None:
    said = "import chalicelib.wiring as w; answer = w.Wiring.__init__.__code__.co_filename"
    compiled = next((unpacked / "chalicelib" / "__pycache__").glob("wiring.*.pyc"))

    assert b"/var/task/chalicelib/wiring.py" in compiled.read_bytes()
    assert str(Path.home()).encode() not in b"".join(file.read_bytes() for file in unpacked.rglob("*.pyc"))
    with start() as function:
        assert function.run(said) == f"{unpacked}/chalicelib/wiring.py"


def test_the_entries_are_sorted_and_carry_neither_times_nor_odd_permissions(package: BuiltPackage) -> None:
    with ZipFile(package.archive.file) as archive:
        entries = archive.infolist()

    assert [one.filename for one in entries] == sorted(one.filename for one in entries)
    assert {one.date_time for one in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {stat.filemode(one.external_attr >> 16) for one in entries} == {"-rw-r--r--"}


def test_it_is_not_larger_than_it_may_be(package: BuiltPackage) -> None:
    assert package.archive.zipped <= most_bytes(SETTINGS)


@with_all
def test_with_all_tricks_it_has_at_most_8_mb(package: BuiltPackage) -> None:
    assert package.archive.zipped <= MOST_BYTES == 8 * MEGABYTE


def test_the_manifest_tells_what_was_made(package: BuiltPackage, target: Path) -> None:
    told = json.loads((target / MANIFEST).read_text())

    assert told["sha256"] == package.archive.sha256
    assert told["zipped_bytes"] == package.archive.file.stat().st_size
    assert told["runtime"] == SETTINGS.runtime
    assert told["tricks"] == sorted(SETTINGS.tricks)
    assert told["bytecode_by"].startswith(f"Python {SETTINGS.python_version}.")
    assert any(one.startswith("pynamodb==") for one in told["libraries"])
