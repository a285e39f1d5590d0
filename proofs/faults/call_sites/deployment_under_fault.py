"""A deployment of the product whose every call of AWS goes through ``FaultyAws`` on 127.0.0.1."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from botocore.config import Config
from botocore.session import Session

from app import app
from chalicelib import parameters
from chalicelib.digest import ses_sender, smtp_sender
from chalicelib.links.keyring import keyring_text, new_keyring
from chalicelib.records import table
from chalicelib.settings import Settings, SmtpSettings
from chalicelib.wiring import Wiring
from proofs.bench.aws_over_tls import new_identity
from proofs.faults.call_sites.fates import Service
from proofs.faults.call_sites.faulty_aws import FaultyAws, listening
from proofs.faults.call_sites.parameter_stand_in import parameter_stand_in
from tests.digest.ses_stand_in import SesStandIn, ses_stand_in
from tests.digest.smtp_stand_in import PASSWORD, USER, SmtpStandIn, server_tls, smtp_stand_in
from tests.infra.template.rendered import REGION
from tests.web.gateway import Gateway

OWNER_ID = "me"
SENDER = "afterword@example.org"
KEYRING = new_keyring(datetime(2026, 8, 3, 16, 0, tzinfo=UTC))
_KEYS, _PASSWORD = "/afterword/dev/keys", "/afterword/dev/smtp-password"
_ADDRESS = "https://api.example.org/api"

# Seconds until a client gives up. Short where giving up is what is tested, so that the run is quick; long otherwise, so
# that a busy machine does not look like a lost answer.
IMPATIENT, PATIENT = 1, 60
SLOW = 0.5  # seconds that a slow call takes
_MORE_FOR_MAIL = 4  # the mail client never retries

# botocore pays for each retry from a quota, which only successful calls refill.
_CASES_OF_ONE_CLIENT = 12

_ONE_ATTEMPT, _PROMPT = ses_sender.ONE_ATTEMPT, parameters.PROMPT
_COMPILED = ("_writer", "_pages")
_CREDENTIALS = {"AWS_ACCESS_KEY_ID": "nobody", "AWS_SECRET_ACCESS_KEY": "nothing", "AWS_DEFAULT_REGION": REGION}

Items = list[dict[str, Any]]


class TracebackHandler(logging.Handler):
    """Notes what is logged with a traceback."""

    def __init__(self) -> None:
        super().__init__()
        self.tracebacks: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info:
            self.tracebacks.append(f"{record.name}: {record.getMessage()}")


@dataclass(frozen=True, slots=True)
class ClientParts:
    """The client of the table, and the parts around it."""

    connection: Any
    wiring: Wiring


@dataclass
class DeploymentUnderFault:
    """The product with a table of its own. ``now`` is its clock's time; ``sends_by_smtp``: whether a provider's server
    sends its mail, and not SES."""

    front: FaultyAws
    ses: SesStandIn
    provider: SmtpStandIn
    behind: Any  # a client of DynamoDB that meets no faults
    table_name: str
    now: datetime
    overheard: TracebackHandler
    sends_by_smtp: bool = False
    wiring: Wiring = field(init=False)
    _kept: dict[tuple[int, bool], ClientParts] = field(default_factory=dict)
    _cases: int = 0

    def __post_init__(self) -> None:
        app.services = lambda: self.wiring.services
        self._furnish(PATIENT)
        table.create_table()

    def start(self) -> None:
        """A cold start: the keys are not read yet. Templates are compiled already, as in a package."""
        compiled = {name: made for name, made in vars(self.wiring).items() if name in _COMPILED}
        self.wiring = self._made()
        vars(self.wiring).update(compiled)

    def _made(self) -> Wiring:
        settings = Settings(
            table=self.table_name,
            region=REGION,
            sender=SENDER,
            owner_id=OWNER_ID,
            keys_parameter=_KEYS,
            address=_ADDRESS,
            smtp=self._smtp if self.sends_by_smtp else None,
        )
        return Wiring(settings, now=lambda: self.now)

    @property
    def _smtp(self) -> SmtpSettings:
        return SmtpSettings(host="localhost", port=self.provider.port, user=USER, password_parameter=_PASSWORD)

    @property
    def mails(self) -> int:
        """How many mails were taken so far."""
        return len(self.ses.taken) + len(self.provider.taken)

    @property
    def gateway(self) -> Gateway:
        """The API, without a token."""
        return Gateway(app)

    def begin(self, items: Items, now: datetime, patience: int = PATIENT, *, by_smtp: bool = False) -> None:
        """Reset: only these items are there, no mail was sent, it is ``now``; clients wait ``patience`` seconds."""
        self.sends_by_smtp = by_smtp
        self._furnish(patience)
        self._put(items)
        self.ses.forget()
        self.provider.forget()
        self.overheard.tracebacks.clear()
        self.now = now

    def items(self) -> Items:
        """All items of the owner."""
        found = self.behind.query(
            TableName=self.table_name,
            KeyConditionExpression="owner_id = :owner",
            ExpressionAttributeValues={":owner": {"S": OWNER_ID}},
            ConsistentRead=True,
        )
        return list(found["Items"])

    def _put(self, items: Items) -> None:
        """Store these items, and remove all others."""
        there = [_key(item) for item in self.items()]
        wanted = [_key(item) for item in items]
        changes = [{"DeleteRequest": {"Key": key}} for key in there if key not in wanted]
        changes += [{"PutRequest": {"Item": item}} for item in items]
        if changes:
            self.behind.batch_write_item(RequestItems={self.table_name: changes})

    def _furnish(self, patience: int) -> None:
        """Choose the clients that wait this long, and their parts; the table's client is renewed now and then."""
        self._cases += 1
        _wait(patience)
        way = patience, self.sends_by_smtp
        kept = self._kept.get(way)
        if kept is None or self._cases % _CASES_OF_ONE_CLIENT == 0:
            table.Item._connection = None
            table.configure(self.table_name, REGION)
            kept = self._kept[way] = ClientParts(table.Item._connection, kept.wiring if kept else self._made())
        table.Item._connection, self.wiring = kept.connection, kept.wiring


def _wait(seconds: int) -> None:
    """Set how long new clients wait: with the address of AWS, this is all that differs from a deployment."""
    meta = table.Item.Meta
    meta.connect_timeout_seconds = meta.read_timeout_seconds = seconds
    ses_sender.ONE_ATTEMPT = _ONE_ATTEMPT.merge(Config(read_timeout=_MORE_FOR_MAIL * seconds))
    smtp_sender.PATIENT = smtp_sender.Patience(seconds, seconds)
    parameters.PROMPT = _PROMPT.merge(Config(connect_timeout=seconds, read_timeout=seconds))


def _key(item: dict[str, Any]) -> dict[str, Any]:
    return {name: item[name] for name in ("owner_id", "item_id")}


@contextmanager
def built(dynamodb: str, table_name: str) -> Iterator[DeploymentUnderFault]:
    """A deployment with a table of its own at this DynamoDB Local, until the end of the block."""
    with ExitStack() as stack:
        ses = stack.enter_context(ses_stand_in())
        identity = new_identity(Path(stack.enter_context(TemporaryDirectory())))
        provider = stack.enter_context(smtp_stand_in(server_tls(identity.file)))
        secrets = {_KEYS: keyring_text(KEYRING), _PASSWORD: PASSWORD}
        ssm = stack.enter_context(parameter_stand_in(secrets))
        behind = {Service.DYNAMODB: dynamodb, Service.SES: ses.address, Service.SSM: ssm}
        front = stack.enter_context(listening(behind, SLOW))
        environment = {**_CREDENTIALS, "AWS_ENDPOINT_URL": front.address, "SSL_CERT_FILE": str(identity.file)}
        stack.enter_context(patch.dict(os.environ, environment))
        stack.enter_context(patch.object(time, "sleep", lambda _: None))  # clients do not pause between tries
        overheard = TracebackHandler()
        app.log.handlers[:] = [overheard]  # Chalice's log does not propagate to the root
        logging.getLogger().addHandler(overheard)
        behind_it = _client_of(dynamodb)
        yield DeploymentUnderFault(front, ses, provider, behind_it, table_name, datetime.now(UTC), overheard)


def _client_of(dynamodb: str) -> Any:
    return Session().create_client("dynamodb", region_name=REGION, endpoint_url=dynamodb)
