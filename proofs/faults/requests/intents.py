"""Intents: well-formed requests of an API client, a phone's shortcut, a calendar or a browser.

Each intent takes what the client knows and returns one request.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from chalicelib.playbook.step import StepKind
from proofs.faults.requests import bodies
from proofs.faults.requests.known import ClientState
from proofs.faults.requests.request import HTML, Request
from proofs.faults.requests.values import INTERVIEW, OWNER, a_day, a_time, an_event, an_interview, some_of

Intent = Callable[[ClientState], Request]


def _signed(known: ClientState, **headers: str) -> dict[str, str]:
    """The headers of an owner's request, with one of the ways in which a program authenticates."""
    as_key = {"X-API-Key": known.bearer} if known.rng.random() < 0.2 else {"Authorization": f"Bearer {known.bearer}"}
    return as_key | {name.replace("_", "-"): value for name, value in headers.items()}


def _sent(known: ClientState, method: str, path: str, body: bodies.Body, **headers: str) -> Request:
    kind, content = body
    return Request(method, path, _signed(known, Content_Type=kind, **headers), content)


def _filled(path: str, known: ClientState) -> str:
    """The path about a record, and about an event or a contact that some record has."""
    record = path.replace("{id}", known.record())
    return record.replace("{event}", known.event()).replace("{contact}", known.contact())


def read(path: str, **query: str) -> Intent:
    asked = f"{path}?{urlencode(query)}" if query else path
    return lambda known: Request("GET", asked.replace("{id}", known.record()), _signed(known))


def page(path: str, **query: str) -> Intent:
    asked = f"{path}?{urlencode(query)}" if query else path

    def open_page(known: ClientState) -> Request:
        headers = {"Accept": HTML, "Cookie": known.cookie, "Sec-Fetch-Site": "same-origin"}
        return Request("GET", _filled(asked, known), headers)

    return open_page


def form(path: str, fields: Callable[[ClientState], Mapping[str, Any]]) -> Intent:
    """A form of our pages, sent by a browser with its session."""

    def send(known: ClientState) -> Request:
        kind, content = bodies.as_form({"form_token": known.form_token, **fields(known)})
        headers = {"Accept": HTML, "Cookie": known.cookie, "Content-Type": kind, "Sec-Fetch-Site": "same-origin"}
        return Request("POST", _filled(path, known), headers, content)

    return send


def opened(path: str) -> Intent:
    return lambda _: Request("GET", path)


def recorded(known: ClientState) -> Request:
    headers = {"Idempotency_Key": f"kanarie-{known.rng.randrange(30)}"} if known.rng.random() < 0.3 else {}
    fields = an_interview(known.rng, known.today)
    return _sent(known, "POST", "/interviews", bodies.encoded(fields, known.rng), **headers)


def shortcut(known: ClientState) -> Request:
    fields = an_interview(known.rng, known.today) | {"token": known.bearer}
    kind, content = known.rng.choice((bodies.as_form, bodies.as_parts))(fields)
    return Request("POST", "/interviews", {"Content-Type": kind}, content)


def change(known: ClientState) -> Request:
    record = known.record()
    match = {"If_Match": f'"{known.versions.get(record, 1)}"'} if known.rng.random() < 0.4 else {}
    body = bodies.as_json(some_of(INTERVIEW, known.rng, known.today, 0.15))
    return _sent(known, "PATCH", f"/interviews/{record}", body, **match)


def removed(known: ClientState) -> Request:
    return Request("DELETE", f"/interviews/{known.record()}", _signed(known))


def happened(known: ClientState) -> Request:
    body = bodies.encoded(an_event(known.rng, known.today), known.rng)
    return _sent(known, "POST", f"/interviews/{known.record()}/events", body)


def undo(known: ClientState) -> Request:
    return Request("DELETE", f"/interviews/{known.record()}/events/last", _signed(known))


def event_changed(known: ClientState) -> Request:
    body = bodies.as_json(an_event(known.rng, known.today))
    return _sent(known, "PATCH", f"/interviews/{known.record()}/events/{known.event()}", body)


def event_taken_back(known: ClientState) -> Request:
    return Request("DELETE", f"/interviews/{known.record()}/events/{known.event()}", _signed(known))


def listed(known: ClientState) -> Request:
    query = {"limit": str(known.rng.randint(1, 5)), "status": known.rng.choice(("open", "ended", "all"))}
    if query["status"] != "ended" and known.rng.random() < 0.4:
        query["due"] = known.rng.choice(("overdue", "today", "week"))
    if known.cursors and known.rng.random() < 0.5:
        query["cursor"] = known.rng.choice(known.cursors)
    return Request("GET", f"/interviews?{urlencode(query)}", _signed(known))


def draft(known: ClientState) -> Request:
    kind = known.rng.choice(list(StepKind)) + known.rng.choice(("", ".eml"))
    return Request("GET", f"/interviews/{known.record()}/drafts/{kind}", _signed(known))


def captured(known: ClientState) -> Request:
    apply = known.rng.choice(("", "?apply=certain"))
    return _sent(known, "POST", f"/capture{apply}", bodies.a_document(known.rng))


def settings(known: ClientState) -> Request:
    return _sent(known, "PATCH", "/owner", bodies.as_json(some_of(OWNER, known.rng, known.today, 0.2)))


def calendar_opened(known: ClientState) -> Request:
    return _sent(known, "POST", "/owner/calendar", bodies.as_json({}))


def calendar_closed(known: ClientState) -> Request:
    return Request("DELETE", "/owner/calendar", _signed(known))


def feed(known: ClientState) -> Request:
    return Request("GET", f"/calendar/{known.calendar or 'alex.ics'}")


def link_shown(known: ClientState) -> Request:
    return Request("GET", f"/act/{known.link()}{known.rng.choice(('', '?done=yes'))}")


def step_read(known: ClientState) -> Request:
    return Request("GET", f"/read/{known.reading()}{known.rng.choice(('', '', '.eml', '?contact=kanarie'))}")


def settling_shown(known: ClientState) -> Request:
    return Request("GET", f"/settle/{known.settling()}{known.rng.choice(('', '?done=yes'))}")


def settled(known: ClientState) -> Request:
    token = known.settling()
    choices = {record: known.rng.choice(("keep", "close", "kanarie")) for record in known.versions}
    fields = known.rng.choice((choices, choices | {"all": "close"}, {"undo": "on"}))
    kind, content = bodies.as_form(fields)
    return Request("POST", f"/settle/{token}", {"Content-Type": kind, "Accept": HTML}, content)


def link_pressed(known: ClientState) -> Request:
    rng, today = known.rng, known.today
    days = {name: a_day(rng, today) for name in ("on", "until", "interview_on", "call_again_on") if rng.random() < 0.5}
    kind, content = bodies.as_form(days | {"call_again_time": a_time(rng)})
    return Request("POST", f"/act/{known.link()}", {"Content-Type": kind, "Accept": HTML}, content)


def brought_in(path: str) -> Intent:
    def send(known: ClientState) -> Request:
        rows = [an_interview(known.rng, known.today) for _ in range(known.rng.randint(0, 3))]
        table = bodies.a_table(rows, known.rng)
        ways = (
            ("text/csv", table),
            ("application/octet-stream", table),
            (bodies.JSON, bodies.an_export(rows)),
            bodies.as_parts({"date_format": "YYYY-MM-DD"}, table),
        )
        return _sent(known, "POST", path, known.rng.choice(ways))

    return send


def typed(known: ClientState) -> dict[str, Any]:
    return {name: value for name, value in an_interview(known.rng, known.today).items() if name != "contacts"}


def sign_in(known: ClientState) -> Request:
    kind, content = bodies.as_form({"token": known.bearer, "to": known.rng.choice(("/", "/record", "//evil.example"))})
    return Request("POST", "/sign-in", {"Content-Type": kind, "Accept": HTML}, content)
