"""What every test may ask for: an empty table, and the repositories on it.

The table is moto's. With ``--dynamodb-local`` it is one of AWS's DynamoDB Local: the one whose address the
variable DYNAMODB_LOCAL holds, or else one that is started for the run.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from botocore.exceptions import ReadTimeoutError
from hypothesis import settings

from chalicelib.records import table as records_table
from chalicelib.records.digest_claims import Digests
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Owners
from infra import catalogs, dynamodb_local
from tests import quick_requests, quick_run
from tests.moto_table import REGION, TABLE, empty_table
from tests.records.given import Lose

settings.register_profile("any machine", deadline=None)  # a slow machine is no fault of the code
settings.load_profile("any machine")
catalogs.compile_all()
os.environ |= {"AWS_ACCESS_KEY_ID": "nobody", "AWS_SECRET_ACCESS_KEY": "nothing", "AWS_DEFAULT_REGION": REGION}
os.environ.pop("AWS_PROFILE", None)
quick_requests.share_descriptions()


def pytest_addoption(parser: pytest.Parser) -> None:
    """The switch from moto to DynamoDB Local."""
    parser.addoption("--dynamodb-local", action="store_true", help="run on AWS's DynamoDB Local (needs Java and npm)")


@pytest.hookimpl(trylast=True)  # when the workers are done
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Note how long a whole run took; a worker's part is none."""
    if not hasattr(session.config, "workerinput"):
        quick_run.record(session, exitstatus)


@pytest.fixture(scope="session")
def dynamodb_address(request: pytest.FixtureRequest) -> Iterator[str | None]:
    """Where DynamoDB Local answers, None on moto."""
    if not request.config.getoption("--dynamodb-local"):
        yield None
    elif address := os.environ.get(dynamodb_local.ADDRESS):
        yield address
    else:
        with dynamodb_local.running() as address:
            yield address


@pytest.fixture
def table(dynamodb_address: str | None) -> Iterator[None]:
    """An empty table of this test's own, with its indexes."""
    records_table.configure(TABLE, REGION, dynamodb_address)
    if dynamodb_address:
        records_table.create_table()
        yield
        records_table.Item.delete_table()
    else:
        with empty_table(TABLE, REGION):
            yield


@pytest.fixture
def operations(table: None) -> Iterator[list[str]]:
    """The requests to the table since, by name and in order; ``clear()`` begins anew."""
    made: list[str] = []

    def note(model: Any, **_: Any) -> None:
        made.append(model.name)

    events = records_table.connection().client.meta.events
    events.register("after-call.dynamodb", note)
    yield made
    events.unregister("after-call.dynamodb", note)


def _nothing() -> None:
    """Nobody acts meanwhile."""


@pytest.fixture
def lose(table: None, monkeypatch: pytest.MonkeyPatch) -> Lose:
    """The answer to the next request that writes is lost after that has landed; then ``meanwhile`` happens."""
    monkeypatch.setattr(time, "sleep", lambda _: None)
    endpoint: Any = records_table.connection().client._endpoint
    get_response = endpoint._do_get_response

    def begin(meanwhile: Callable[[], object] = _nothing) -> None:
        def get_and_lose(request: Any, operation_model: Any, context: Any) -> Any:
            response = get_response(request, operation_model, context)
            if operation_model.name in ("GetItem", "Query"):
                return response
            monkeypatch.setattr(endpoint, "_do_get_response", get_response)
            meanwhile()
            return None, ReadTimeoutError(endpoint_url=request.url)

        monkeypatch.setattr(endpoint, "_do_get_response", get_and_lose)

    return begin


@pytest.fixture
def owners(table: None) -> Owners:
    """The owners of an empty table."""
    return Owners()


@pytest.fixture
def interviews(table: None) -> Interviews:
    """The interviews of an empty table, planned with the real calendars."""
    return Interviews()


@pytest.fixture
def digests(table: None) -> Digests:
    """The digests of an empty table."""
    return Digests()
