"""The API as it is deployed, in this process: ``app.py`` and its wiring, on moto's table and SES."""

from __future__ import annotations

import io
import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from copy import deepcopy
from typing import Any

from moto import mock_aws
from moto.dynamodb.models import dynamodb_backends
from moto.dynamodb.models.utilities import dynamo_json_dump
from moto.sesv2.models import sesv2_backends

from chalicelib.links.action_links import ActionLinks
from chalicelib.links.keyring import keyring_of
from chalicelib.playbook.owner import Owner
from chalicelib.records import table
from chalicelib.records.owners import Account
from chalicelib.settings import Settings
from chalicelib.usecases.tokens import read_token
from chalicelib.web.http.sessions import Session, Sessions
from chalicelib.wiring import Wiring
from infra import catalogs
from infra.local.stand_in import ACCOUNT, REGION
from tests.factories import THAT_EVENING
from tests.quick_requests import answering_quickly
from tests.web.gateway import Gateway, Reply

TABLE, SENDER = "afterword-faults", "afterword@example.org"
SIGNING_KEYS = ("newest-" + "n" * 32, "older-" + "o" * 32)
ADDRESS = "https://afterword.example/api"


class Deployed:
    """Made once in a process. ``now`` is the time of every request; ``said`` is all that was logged or printed.

    ``links`` and ``sessions`` sign with the deployment's own keys.
    """

    def __init__(self, owner_id: str) -> None:
        self.now = THAT_EVENING
        self.said = io.StringIO()
        keys = keyring_of(SIGNING_KEYS)
        self.links, self.sessions = ActionLinks(keys), Sessions(keys)
        self._stand_ins = ExitStack()  # for as long as the process lives
        _no_aws(self._stand_ins)
        with self._heard():
            self._wiring = _wiring(owner_id, lambda: self.now)
            app = _app(self._wiring)
        app.log.addHandler(logging.StreamHandler(self.said))
        logging.getLogger().addHandler(logging.StreamHandler(self.said))
        self.app = app
        self.gateway = Gateway(app)

    @property
    def parts(self) -> Wiring:
        """The repositories, and the tick."""
        return self._wiring

    def emptied(self) -> None:
        """Empty the table."""
        if table.Item.exists():
            table.Item.delete_table()
        table.create_table()

    def moved_in(self, owner: Owner) -> Account:
        """Store an owner whose token is ``token_of`` their id."""
        token = read_token(token_of(owner.id))
        assert token is not None
        return self.parts.owners.add(owner, token.secret_hash)

    def deliver(self, event: Mapping[str, Any]) -> Reply:
        """The answer to one event; what is logged or printed meanwhile is captured."""
        with self._heard():
            return self.gateway.deliver(dict(event))

    def send(self, method: str, path: str, headers: Mapping[str, str], body: bytes | None = None) -> Reply:
        """The answer to one request."""
        return self.deliver(self.gateway.event(method, path, body, {"Host": "afterword.example"} | dict(headers)))

    def heard(self) -> str:
        """What was logged or printed since the last call."""
        text = self.said.getvalue()
        self.said.seek(0)
        self.said.truncate()
        return text

    def session(self, account: Account) -> tuple[str, str]:
        """The ``Cookie`` header of a fresh session, and the token of its forms."""
        session: Session = self.sessions.new_session(account, self.now)
        return f"afterword={self.sessions.cookie(session)}", self.sessions.form_token(session)

    def items(self) -> dict[str, str]:
        """All stored items, each as text by its two keys."""
        stored = _stored().all_items()
        return {f"{one.hash_key.value}/{_range(one)}": dynamo_json_dump(one.attrs) for one in stored}

    def kept(self) -> Any:
        """A copy of the table's contents, for ``bring_back``."""
        return deepcopy(_stored().items)

    def bring_back(self, kept: Any) -> None:
        """Restore the table's contents from ``kept``."""
        _stored().items = deepcopy(kept)

    @contextmanager
    def _heard(self) -> Iterator[None]:
        with redirect_stdout(self.said), redirect_stderr(self.said):
            yield


def token_of(owner_id: str) -> str:
    """The token of an owner of these runs."""
    return f"{owner_id}.kanarie-secret-of-{owner_id}-" + "s" * 20


def _no_aws(stand_ins: ExitStack) -> None:
    os.environ |= {"AWS_ACCESS_KEY_ID": "nobody", "AWS_SECRET_ACCESS_KEY": "nothing", "AWS_DEFAULT_REGION": REGION}
    os.environ.pop("AWS_PROFILE", None)
    stand_ins.enter_context(mock_aws())
    stand_ins.enter_context(answering_quickly())
    sesv2_backends[ACCOUNT][REGION].core_backend.verify_email_identity(SENDER)


def _wiring(owner_id: str, now: Any) -> Wiring:
    catalogs.compile_all()
    settings = Settings(
        table=TABLE, region=REGION, sender=SENDER, owner_id=owner_id, signing_keys=SIGNING_KEYS, address=ADDRESS
    )
    return Wiring(settings, now=now)


def _app(wiring: Wiring) -> Any:
    from app import app

    app.services = lambda: wiring.services
    return app


def _stored() -> Any:
    return dynamodb_backends[ACCOUNT][REGION].tables[TABLE]


def _range(item: Any) -> str:
    return str(item.range_key.value)
