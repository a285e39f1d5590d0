"""What the tests of the operating commands ask for: a deployment whose table is the test's own."""

from __future__ import annotations

from pathlib import Path

import boto3
import pytest

from chalicelib.records.table import configure
from infra.deploy.deployment import Deployment
from tests.conftest import REGION, TABLE
from tests.deploy.operator import Operator


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
