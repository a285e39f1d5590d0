"""Every status that ``/openapi.json`` names is one that a request can get, and it looks as described."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest

from chalicelib.errors import ChangedMeanwhile, StorageUnavailable
from chalicelib.web.http.application import Afterword
from chalicelib.web.http.body import MOST_BYTES, MOST_FILE_BYTES, URLENCODED
from chalicelib.web.http.web_services import WebServices
from tests.web.description import OPERATIONS, Operation, misfits
from tests.web.gateway import Gateway, Reply

HTML = "text/html,application/xhtml+xml,*/*;q=0.8"
NOWHERE = "01K1S0M3000000000000000009"
FIT: Mapping[str, dict[str, str]] = {
    "/interviews": {"company": "Acme", "position": "Data Engineer", "interview_on": "2026-08-03"},
    "/interviews/{interview_id}/events": {"kind": "letter_sent"},
    "/capture": {"text": "We would like to interview you for the post of Data Engineer on 12 August at 3 pm."},
}
MOST: Mapping[str, int] = dict.fromkeys(("/import", "/import/preview", "/capture"), MOST_FILE_BYTES)
# What takes a secret of its own is asked for by its own tests, and so are the pages.
ELSEWHERE = ("/act/{token}", "/read/{token}", "/read/{token}.eml", "/settle/{token}", "/calendar/{file}")
API = [one for one in OPERATIONS if one.path not in ELSEWHERE and not one.is_page]


@dataclass(frozen=True)
class Asking:
    """An operation about to be asked for, at a path to something that is there."""

    gateway: Gateway
    token: str
    operation: Operation
    path: str

    def plainly(self, **headers: str) -> Reply:
        """What would be fine by itself."""
        return self.gateway.send(self.operation.method, self.path, self.body, **headers)

    def for_another_method(self) -> Reply:
        """A method that nothing answers to."""
        return self.gateway.send("PUT", self.path)

    def for_nothing(self) -> Reply:
        """What would be fine, were the record there."""
        path = self.operation.path.replace("{interview_id}", NOWHERE).replace("{kind}", "status_letter")
        return self.gateway.send(self.operation.method, path, self.body)

    def without_token(self) -> Reply:
        """Nobody asks."""
        return self.plainly(Authorization="")

    def with_an_old_version(self) -> Reply:
        """The record has changed since."""
        return self.plainly(If_Match='"99"')

    def from_a_page(self) -> Reply:
        """A browser sends a form; or asks for what it has to sign in for."""
        if self.operation.method == "GET":
            return self.plainly(Authorization="", Accept=HTML)
        return self.gateway.post_form(self.path, FIT[self.operation.path], Accept=HTML)

    def from_a_foreign_page(self) -> Reply:
        """A browser that is signed in sends what somebody else's page tells it to."""
        signed_in = self.gateway.post_form("/sign-in", {"token": self.token}, Authorization="")
        return self.plainly(Cookie=signed_in.headers["Set-Cookie"].partition(";")[0], Authorization="")

    def with_form(self, body: bytes, charset: str = "utf-8") -> Reply:
        """A form that has to be read before it is known who asks: it may hold the token."""
        kind = f"{URLENCODED}; charset={charset}"
        return self.gateway.send(self.operation.method, self.path, body, Content_Type=kind, Authorization="")

    def with_too_much(self) -> Reply:
        """One byte too many."""
        return self.with_form(b"a" * (MOST.get(self.operation.path, MOST_BYTES) + 1))

    def with_something_twice(self) -> Reply:
        """A parameter, or a field, that comes twice."""
        if self.operation.method in ("GET", "HEAD"):
            return self.gateway.send(self.operation.method, f"{self.path}?after=1&after=2")
        return self.with_form(b"token=a&token=b")

    @property
    def body(self) -> str:
        """One that fits."""
        return json.dumps(FIT.get(self.operation.path, {}))


BROKEN: Mapping[int, type[Exception]] = {409: ChangedMeanwhile, 500: ZeroDivisionError, 503: StorageUnavailable}
ASKED: Mapping[int, Callable[[Asking], Reply]] = {
    303: Asking.from_a_page,
    400: lambda asking: asking.with_form(b"\xff"),
    401: Asking.without_token,
    403: Asking.from_a_foreign_page,
    404: Asking.for_nothing,
    405: Asking.for_another_method,
    412: Asking.with_an_old_version,
    413: Asking.with_too_much,
    415: lambda asking: asking.with_form(b"", charset="koi8-r"),
    422: Asking.with_something_twice,
}
REFUSED = [
    pytest.param(operation, status, id=f"{operation.name}-{status}")
    for operation in API
    for status in operation.statuses
    if status >= 300
]
READ = [pytest.param(one, id=one.name) for one in API if one.method != "POST" and not one.content]


@pytest.mark.parametrize(("operation", "status"), REFUSED)
def test_every_status_that_is_described_can_be_had(
    app: Afterword, alex: Gateway, token: str, operation: Operation, status: int
) -> None:
    asking = Asking(alex, token, operation, operation.path_for(alex))

    def broken() -> WebServices:
        raise BROKEN[status]

    if status in BROKEN:
        app.services = broken
    reply = ASKED.get(status, Asking.plainly)(asking)

    is_of_another_method = status == 405 and operation.method == "HEAD"  # it is PUT that was answered
    assert reply.status == status, reply.text
    assert is_of_another_method or misfits(reply, operation) == []


@pytest.mark.parametrize("operation", READ)
def test_what_takes_nothing_answers_as_described(alex: Gateway, operation: Operation) -> None:
    path = operation.path_for(alex)
    if operation.path.endswith("/events/last"):
        alex.post(path.removesuffix("/last"), {"kind": "note"})

    reply = alex.send(operation.method, path)

    assert (reply.status < 300, misfits(reply, operation)) == (True, []), reply.text


@pytest.mark.parametrize(
    "operation", [pytest.param(one, id=one.name) for one in API if one.method in ("POST", "PATCH", "DELETE")]
)
def test_a_browser_is_refused_with_a_page_as_described(alex: Gateway, operation: Operation) -> None:
    reply = alex.send(operation.method, operation.path_for(alex), Authorization="", Accept=HTML)

    assert (reply.status, misfits(reply, operation)) == (401, [])
    assert reply.headers["Content-Type"].startswith("text/html")
