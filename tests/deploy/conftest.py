"""What the tests of the operating commands ask for: a deployment whose table is the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest
import time_machine

from chalicelib.records.owners import Account, Owners
from chalicelib.records.table import configure
from infra.deploy.deployment import Deployment
from tests.deploy.given import NOW, TOMORROW_8_AM
from tests.deploy.operator import Operator
from tests.moto_table import REGION, TABLE
from tests.records.given import OWNER


@pytest.fixture
def deployment(
    table: None, dynamodb_address: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Deployment:
    """The stage ``test``, operated from an empty folder."""
    if dynamodb_address:
        monkeypatch.setenv("AWS_ENDPOINT_URL_DYNAMODB", dynamodb_address)
        configure(TABLE, REGION)  # as the commands do it
    monkeypatch.chdir(tmp_path)
    return Deployment("test", boto3.Session(region_name=REGION))


@pytest.fixture
def operator(deployment: Deployment) -> Operator:
    """Somebody who runs the commands and answers every question with yes."""
    return Operator(deployment)


@pytest.fixture
def today() -> Iterator[None]:
    """It is ``NOW``."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def alex(today: None, owners: Owners) -> Account:
    """Who lives here, and gets the next digest tomorrow."""
    return owners.put_off(owners.add(OWNER, b"first"), TOMORROW_8_AM)
