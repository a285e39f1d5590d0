"""A flow: one request, made from an owner's records."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from msgspec.structs import replace

from chalicelib.links.action import ActionKind
from chalicelib.links.action_links import ActionLinks
from chalicelib.links.arrival import route_of
from chalicelib.links.read_links import ReadLinks
from chalicelib.links.settle_links import SettleLinks, SettlePurpose
from chalicelib.playbook.step import StepKind
from chalicelib.records.digest_claims import RETENTION, DigestState
from chalicelib.records.item_keys import digest_key
from chalicelib.records.owners import Account
from chalicelib.records.table_items import DigestItem
from chalicelib.usecases.tokens import new_token
from chalicelib.web.http.sessions import COOKIE, Session, Sessions
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
        """Send it; the answer."""
        return product.gateway.send(self.method, self.path, self.body, **self.headers)


class Scene:
    """An owner with a token and an empty table; a flow records here what it needs."""

    def __init__(self, product: DeploymentUnderFault) -> None:
        self.product = product
        self.token, token_hash = new_token(OWNER_ID)
        product.wiring.owners.add(an_owner(id=OWNER_ID), token_hash)
        self.api: Gateway = product.gateway.signed_in(self.token)

    def recorded(self, **changes: Any) -> dict[str, Any]:
        """Record an interview; the API's answer. A second passes, so that no two are recorded at once."""
        self.product.now += timedelta(seconds=1)
        return recorded(self.api, **changes)

    def account(self) -> Account:
        """The owner's account as it is stored."""
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
        form_token = sessions.form_token(self._session())
        headers = {**_BROWSER, "Origin": f"https://{HOST}", "Content-Type": _FORM, "Cookie": self._cookie()}
        return Request("POST", path, urlencode({"form_token": form_token, **fields}), headers)

    def link(self, kind: ActionKind, record: Mapping[str, Any] | None = None, *, does_ask: bool = False) -> str:
        """The path of a one-click link about a record at its present version, or about the digest; in a mail that asks
        to be seen, if ``does_ask``."""
        about = (record["id"], record["version"]) if record else ()
        route = route_of(self.account().owner, self.product.wiring.services.sender) if does_ask else None
        return f"/act/{ActionLinks(KEYRING).token(kind, OWNER_ID, NOW, *about, route=route)}"

    def reading(self, kind: StepKind, record: Mapping[str, Any]) -> str:
        """The path of the link of the mail that opens a step of a record."""
        return f"/read/{ReadLinks(ActionLinks(KEYRING)).token(OWNER_ID, record['id'], kind, NOW)}"

    def settling(self, *records: Mapping[str, Any]) -> str:
        """The path of the link of a digest that lists these records, at their present versions, to be closed."""
        purpose, day = SettlePurpose.CLOSE, NOW.date()
        DigestItem(
            OWNER_ID,
            digest_key(day),
            state=DigestState.SENT,
            at=NOW,
            lease_until=NOW,
            expires_at=NOW + RETENTION,
            to_settle={purpose: {record["id"]: record["version"] for record in records}},
        ).save()
        return f"/settle/{SettleLinks(ActionLinks(KEYRING)).token(OWNER_ID, day, purpose, NOW)}"

    def undo(self, link: str) -> str:
        """The path of the undo that the page of a link offers after its button was pressed."""
        page = self.product.gateway.send("POST", link, "", **{"Content-Type": _FORM})
        return "/act/" + page.text.split('action="./')[1].split('"')[0]

    def _cookie(self) -> str:
        return f"{COOKIE}={Sessions(KEYRING).cookie(self._session())}"

    def _session(self) -> Session:
        """The one session of the browser."""
        return Session(OWNER_ID, self.account().sessions, int(NOW.timestamp()), "a browser")


@dataclass(frozen=True, slots=True)
class Flow:
    """A request and its expected answers. After a 503 the same request is sent again.

    - ``begin``: records what the request needs, and makes the request
    - ``status``: its answer when all is well
    - ``again``: the further statuses that a repetition may have if the first request was done
    - ``may_say_less``: whether an answer may leave out what could not be read

    The last is documented where the code does so.
    """

    name: str
    begin: Callable[[Scene], Request]
    status: int = 200
    again: tuple[int, ...] = ()
    may_say_less: bool = False
