"""A flow: one request, made of an owner's records as it finds them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from msgspec.structs import replace

from chalicelib.links.action import ActionKind
from chalicelib.links.action_links import ActionLinks
from chalicelib.records.owners import Account
from chalicelib.usecases.tokens import new_token
from chalicelib.web.http.sessions import COOKIE, Sessions
from proofs.faults.call_sites.deployment_under_fault import KEYRING, OWNER_ID, DeploymentUnderFault
from tests.factories import THAT_EVENING, an_owner
from tests.web.gateway import HOST, Gateway, Reply
from tests.web.given import recorded

NOW = THAT_EVENING
_FORM = "application/x-www-form-urlencoded"
_BROWSER = {"Accept": "text/html,application/xhtml+xml", "Sec-Fetch-Site": "same-origin"}


@dataclass(frozen=True, slots=True)
class Request:
    """A request of the API."""

    method: str
    path: str
    body: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    def sent(self, product: DeploymentUnderFault) -> Reply:
        """What is answered."""
        return product.gateway.send(self.method, self.path, self.body, **self.headers)


class Scene:
    """An owner with a token, at an empty table; what a flow needs is recorded from here."""

    def __init__(self, product: DeploymentUnderFault) -> None:
        self.product = product
        self.token, token_hash = new_token(OWNER_ID)
        product.wiring.owners.add(an_owner(id=OWNER_ID), token_hash)
        self.api: Gateway = product.gateway.signed_in(self.token)

    def recorded(self, **changes: Any) -> dict[str, Any]:
        """A record, as the API shows it. A second passes, so that no two are recorded at once."""
        self.product.now += timedelta(seconds=1)
        return recorded(self.api, **changes)

    def account(self) -> Account:
        """The owner's account as it is."""
        account = self.product.wiring.owners.get(OWNER_ID)
        assert account is not None
        return account

    def change_account(self, **changes: Any) -> None:
        """Store the account changed."""
        self.product.wiring.owners.save(replace(self.account(), **changes))

    def asks(self, method: str, path: str, body: str | None = None, **headers: str) -> Request:
        """A program's request, with the token; ``Header_Name="…"``."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return Request(method, path, body, {"Authorization": f"Bearer {self.token}", **named})

    def opens(self, path: str) -> Request:
        """A page, opened in a browser that is signed in."""
        return Request("GET", path, headers={**_BROWSER, "Cookie": self._cookie()})

    def presses(self, path: str, **fields: str) -> Request:
        """A form of a page, sent by that browser."""
        sessions = Sessions(KEYRING)
        form_token = sessions.form_token(sessions.new_session(self.account(), NOW))
        headers = {**_BROWSER, "Origin": f"https://{HOST}", "Content-Type": _FORM, "Cookie": self._cookie()}
        return Request("POST", path, urlencode({"form_token": form_token, **fields}), headers)

    def link(self, kind: ActionKind, record: Mapping[str, Any] | None = None) -> str:
        """The path of a one-click link; about a record as it is now, or about the digest."""
        about = (record["id"], record["version"]) if record else ()
        return f"/act/{ActionLinks(KEYRING).token(kind, OWNER_ID, NOW, *about)}"

    def _cookie(self) -> str:
        sessions = Sessions(KEYRING)
        return f"{COOKIE}={sessions.cookie(sessions.new_session(self.account(), NOW))}"


@dataclass(frozen=True, slots=True)
class Flow:
    """``begin`` records what the request needs, and makes it; ``status`` is its answer when all is well.

    After an answer of 503 the same request is sent again; ``again`` are the statuses, besides ``status``, that say it
    was done the first time. ``may_lose`` are fields of items that it writes only if it can, and ``may_say_less``
    answers that leave out what could not be read: what is documented where they are written.
    """

    name: str
    begin: Callable[[Scene], Request]
    status: int = 200
    again: tuple[int, ...] = ()
    may_lose: tuple[str, ...] = ()
    may_say_less: bool = False

    @property
    def may_go_on(self) -> bool:
        """Whether it may be answered as if all were well though one of its calls failed for good."""
        return bool(self.may_lose) or self.may_say_less
