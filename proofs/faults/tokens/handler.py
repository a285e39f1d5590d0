"""Send the texts to the handler in each way in which a request can carry them; and texts that were revoked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from urllib.parse import quote

from chalicelib.links.action import ActionKind
from chalicelib.links.read_links import ReadLinks
from chalicelib.links.settle_links import SettleLinks, SettlePurpose
from chalicelib.playbook.step import StepKind
from proofs.faults.answers import faults_of
from proofs.faults.deployed import Deployed, token_of
from proofs.faults.requests.bodies import FORM, as_form
from proofs.faults.requests.request import HTML, Request, event_of
from proofs.faults.tokens.doors import RECORD
from tests.factories import an_owner
from tests.web.gateway import Reply

_REFUSALS = {400, 401, 403, 404}  # 400: the text cannot even be part of a form


@cache
def _service() -> Deployed:
    deployed = Deployed("alex")
    deployed.emptied()
    for one in ("alex", "kim"):
        deployed.moved_in(an_owner(id=one))
    return deployed


def refused(door: str, text: str) -> Iterator[tuple[int, str | None]]:
    """The status of each answer to a bad text, and what is wrong with the answer."""
    deployed = _service()
    before = deployed.items()
    for request in _carrying(door, text):
        reply = deployed.deliver(event_of(request, deployed))
        faults = faults_of(reply, request.method)
        if reply.status not in _REFUSALS:
            faults.append(f"got {reply.status}")
        if text.strip(" =.,;") and text in deployed.heard():
            faults.append("is in the log")
        yield reply.status, f"by {request.method} {request.path[:40]}: {', '.join(faults)}" if faults else None
    if deployed.items() != before:
        yield 0, "changed the table"


def _carrying(door: str, text: str) -> Iterator[Request]:
    in_path = quote(text, safe="", errors="replace")
    if door == "action link":
        yield Request("GET", f"/act/{in_path}")
        yield Request("POST", f"/act/{in_path}", {"Content-Type": FORM}, b"on=2026-08-03")
    elif door == "read link":
        yield Request("GET", f"/read/{in_path}")
        yield Request("GET", f"/read/{in_path}.eml")
    elif door == "settle link":
        yield Request("GET", f"/settle/{in_path}")
        yield Request("POST", f"/settle/{in_path}", {"Content-Type": FORM}, b"all=close")
    elif door == "calendar":
        yield Request("GET", f"/calendar/{in_path}")
    elif door == "bearer token":
        yield Request("GET", "/owner", {"Authorization": f"Bearer {text}"})
        yield Request("PATCH", "/owner", {"X-API-Key": text, "Content-Type": "application/json"}, b'{"name": "Eve"}')
        yield Request("POST", "/sign-in", {"Content-Type": FORM, "Accept": HTML}, as_form({"token": text})[1])
    elif door == "session cookie":
        yield Request("GET", "/owner", {"Cookie": f"afterword={text}"})
    else:
        yield _form(text)


def _form(text: str) -> Request:
    """A form of Alex's session whose token is this one."""
    deployed = _service()
    account = deployed.parts.owners.get("alex")
    assert account is not None
    headers = {"Cookie": deployed.session(account)[0], "Content-Type": FORM}
    return Request("POST", "/owner/calendar", headers, as_form({"form_token": text})[1])


def revoked() -> Iterator[tuple[str, bool, bool]]:
    """Texts before and after their owner revoked them: the case, whether it should be let in, and whether it is."""
    deployed = _service()
    account = deployed.parts.owners.get("alex")
    assert account is not None
    cookie, form_token = deployed.session(account)
    feeds = [_opened(deployed), _opened(deployed)]
    for place, feed in enumerate(feeds):
        yield (
            f"address {place} of the calendar",
            place == 1,
            _status(deployed, Request("GET", f"/calendar/{feed}")) == 200,
        )
    with_cookie, with_token = {"Cookie": cookie}, {"Authorization": f"Bearer {token_of('alex')}"}
    for moment, is_good in (("before", True), ("after", False)):
        yield (
            f"a session, {moment} signing out",
            is_good,
            _status(deployed, Request("GET", "/owner", with_cookie)) == 200,
        )
        yield f"a token, {moment} a new one", is_good, _status(deployed, Request("GET", "/owner", with_token)) == 200
        form = as_form({"form_token": form_token})[1]
        deployed.deliver(
            event_of(Request("POST", "/settings/token", with_cookie | {"Content-Type": FORM}, form), deployed)
        )
    link = deployed.links.token(ActionKind.PAUSE, "nobody", deployed.now)
    yield "a link of an owner who is gone", False, _status(deployed, Request("GET", f"/act/{link}")) == 200
    several = SettleLinks(deployed.links).token("nobody", deployed.now.date(), SettlePurpose.CLOSE, deployed.now)
    yield "a list of an owner who is gone", False, _status(deployed, Request("GET", f"/settle/{several}")) == 200
    step = ReadLinks(deployed.links).token("nobody", RECORD, StepKind.STATUS_CALL, deployed.now)
    yield "a step of an owner who is gone", False, _status(deployed, Request("GET", f"/read/{step}")) == 200


def _opened(deployed: Deployed) -> str:
    """The feed's new address."""
    headers = {"Authorization": f"Bearer {token_of('alex')}"}
    reply: Reply = deployed.deliver(event_of(Request("POST", "/owner/calendar", headers), deployed))
    return str(reply.data["calendar_url"]).rpartition("/")[2]


def _status(deployed: Deployed, request: Request) -> int:
    return deployed.deliver(event_of(request, deployed)).status
