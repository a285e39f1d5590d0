"""What the tests of the mail's ways ask for: an account of SES, SSM and Route 53, and a terminal that answers yes."""

from __future__ import annotations

from collections.abc import Iterator

import boto3
import pytest
from moto import mock_aws

from infra.deploy.deployment import Deployment
from infra.deploy.terminal import Terminal
from tests.deploy.mail.ses import Ses, answering


@pytest.fixture
def ses(monkeypatch: pytest.MonkeyPatch) -> Iterator[Ses]:
    """An SES in its sandbox that knows nobody."""
    stand_in = Ses()
    with answering(stand_in) as address:
        monkeypatch.setenv("AWS_ENDPOINT_URL_SESV2", address)
        yield stand_in


@pytest.fixture
def deployment(ses: Ses) -> Iterator[Deployment]:
    """The stage ``shop`` in an empty account."""
    with mock_aws():
        yield Deployment("shop", boto3.Session(region_name="eu-central-1"))


@pytest.fixture
def terminal() -> Terminal:
    """One that answers yes."""
    return Terminal(answers_yes=True, pause=lambda _: None)
