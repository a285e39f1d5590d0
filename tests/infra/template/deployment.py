"""A deployment on stand-ins for AWS: the template's resources, and each function's own environment."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import time_machine
from botocore.session import Session
from moto import mock_aws

from app import app, bounces, tick
from chalicelib import wiring
from chalicelib.links.keyring import keyring_text, new_keyring
from chalicelib.records import table
from chalicelib.records.owners import Owners
from chalicelib.usecases.tokens import new_token
from tests.factories import an_owner
from tests.infra.template.rendered import OWNER_EMAIL, REGION, Rendered
from tests.web.gateway import Gateway

MONDAY = datetime(2026, 8, 3, 16, 0, tzinfo=UTC)  # 18:00 in Berlin


@dataclass(frozen=True)
class Deployment:
    """The three functions, and the token of the one owner, whose id is ``me``."""

    token: str

    @property
    def gateway(self) -> Gateway:
        """The API, without a token."""
        return Gateway(app)

    def tick(self, now: datetime) -> None:
        """Run the scheduled function at this instant."""
        event = {"version": "0", "account": "", "region": REGION, "detail": {}, "detail-type": "", "source": ""}
        event |= {"time": "", "id": "", "resources": []}
        with time_machine.travel(now, tick=False):
            tick(event, SimpleNamespace(get_remaining_time_in_millis=lambda: 120_000))

    def returned(self, message: str) -> None:
        """Run the function for SES's events."""
        sns = {"Subject": "Amazon SES Email Event Notification", "Message": message, "MessageAttributes": {}}
        bounces({"Records": [{"Sns": sns}]}, None)


@contextmanager
def deployed(rendered: Rendered, function: str, *, with_keys: bool = True) -> Iterator[Deployment]:
    """One function of the deployment in its own environment, on Monday 3 August 2026 at 18:00 in Berlin, with the
    owner's token for the API."""
    environment = rendered.environment(function)
    with mock_aws(), patch.dict(os.environ, environment), time_machine.travel(MONDAY, tick=False):
        wiring.deployed.cache_clear()
        table.configure(environment["AFTERWORD_TABLE"], REGION)
        table.create_table()
        token, token_hash = new_token("me")
        Owners().add(an_owner(id="me", email=OWNER_EMAIL), token_hash)
        if with_keys:
            _put_keys(rendered.outputs()["KeysParameter"])
        _set_up_mail(rendered)
        app.services = lambda: wiring.deployed().services
        try:
            yield Deployment(token)
        finally:
            wiring.deployed.cache_clear()


def _put_keys(name: str) -> None:
    _client("ssm").put_parameter(Name=name, Value=keyring_text(new_keyring(MONDAY)), Type="SecureString")


def _set_up_mail(rendered: Rendered) -> None:
    ses = _client("sesv2")
    ses.create_email_identity(**rendered.properties("SenderAddress"))
    ses.create_configuration_set(ConfigurationSetName=rendered.properties("ConfigurationSet")["Name"])


def _client(service: str) -> Any:
    return Session().create_client(service, region_name=REGION)
