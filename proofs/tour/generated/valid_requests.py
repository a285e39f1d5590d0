"""Generate valid requests of a program, a shortcut, a calendar and a browser."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from chalicelib.playbook.step import StepKind
from proofs.tour.caller import FORM, HTML, JSON, PARTS
from proofs.tour.generated.request import Request
from proofs.tour.values import EVENTS_GOOD, INTERVIEW_GOOD, LEAST, OWNER_GOOD


@dataclass(frozen=True)
class ClientState:
    """What the caller knows: the owner's token, browser session, records, links and feed."""

    token: str
    cookie: str
    form_token: str
    records: tuple[str, ...]
    links: tuple[str, ...]
    feed: str
    rng: Random

    def record(self) -> str:
        """The path of one of the records."""
        return f"/interviews/{self.rng.choice(self.records)}"


Make = Callable[[ClientState], Request]
_READ = (
    "/agenda", "/digest", "/owner", "/export.json", "/export.csv", "/health", "/docs", "/style.css", "/", "/import",
    "/interviews", "/record", "/settings", "/sign-in",
)  # fmt: skip
_OF_RECORD = ("", "/plan", "/drafts", "/edit", *(f"/drafts/{kind}" for kind in StepKind))
_WHAT = ("called voicemail", "called wrong_number", "note", "heard_back told_to_wait", "heard_back refusal")


def meant(known: ClientState) -> Request:
    """A random valid request."""
    return known.rng.choices(_MEANT, weights=_WEIGHTS)[0](known)


def _signed(known: ClientState, method: str, path: str, **more: Any) -> Request:
    key = {"X-API-Key": known.token} if known.rng.random() < 0.2 else {"Authorization": f"Bearer {known.token}"}
    accept = {"Accept": known.rng.choice(("application/json", "*/*", HTML))} if known.rng.random() < 0.5 else {}
    return Request(method, path, key | accept, **more)


def _paged(known: ClientState, method: str, path: str, fields: Mapping[str, Any] | None = None) -> Request:
    headers = {"Accept": HTML, "Cookie": known.cookie, "Sec-Fetch-Site": "same-origin"}
    sent = None if fields is None else {"form_token": known.form_token, **fields}
    return Request(method, path, headers, sent, FORM)


def _some(known: ClientState, values: Mapping[str, tuple[Any, ...]], share: float) -> dict[str, Any]:
    return {name: known.rng.choice(fit) for name, fit in values.items() if known.rng.random() < share}


def _kind(known: ClientState) -> str:
    return known.rng.choice((JSON, JSON, FORM, PARTS))


def _facts(known: ClientState) -> dict[str, Any]:
    return LEAST | {"company": f"C {known.rng.randrange(99)}"} | _some(known, INTERVIEW_GOOD, 0.15)


def _read(known: ClientState) -> Request:
    path = known.rng.choice(_READ) if known.rng.random() < 0.4 else known.record() + known.rng.choice(_OF_RECORD)
    return _signed(known, "GET", path) if known.rng.random() < 0.6 else _paged(known, "GET", path)


def _listed(known: ClientState) -> Request:
    query = [("status", known.rng.choice(("open", "ended", "all"))), ("limit", str(known.rng.randint(1, 5)))]
    return _signed(known, "GET", "/interviews", query=query)


def _recorded(known: ClientState) -> Request:
    return _signed(known, "POST", "/interviews", fields=_facts(known), kind=_kind(known))


def _changed(known: ClientState) -> Request:
    return _signed(known, "PATCH", known.record(), fields=_some(known, INTERVIEW_GOOD, 0.2))


def _happened(known: ClientState) -> Request:
    event = dict(known.rng.choice(EVENTS_GOOD))
    return _signed(known, "POST", f"{known.record()}/events", fields=event, kind=_kind(known))


def _undone(known: ClientState) -> Request:
    return _signed(known, "DELETE", f"{known.record()}/events/last")


def _settings(known: ClientState) -> Request:
    return _signed(known, "PATCH", "/owner", fields=_some(known, OWNER_GOOD, 0.2))


def _form(known: ClientState) -> Request:
    path, fields = known.rng.choice(
        (
            ("/interviews", _facts(known)),
            (f"{known.record()}/edit", _facts(known)),
            (f"{known.record()}/events", {"what": known.rng.choice(_WHAT), "note": "typed"}),
            (f"{known.record()}/debrief", {"may_call": "yes"}),
            (f"{known.record()}/undo", {}),
            ("/settings", _some(known, OWNER_GOOD, 0.9) | {"digest_days": "mon fri"}),
            ("/settings/mail", {}),
            ("/settings/pause", {"days": "7"}),
            ("/settings/resume", {}),
            ("/import/preview", {"text": "company,position,date\nAcme,Cook,2026-08-03"}),
        )
    )
    return _paged(known, "POST", path, fields)


def _pressed(known: ClientState) -> Request:
    link, days = (
        known.rng.choice(known.links),
        {"on": "2026-08-04", "until": "2026-08-20", "interview_on": "2026-08-20"},
    )
    sent = None if known.rng.random() < 0.4 else {name: day for name, day in days.items() if known.rng.random() < 0.5}
    return Request("GET" if sent is None else "POST", link, {"Accept": HTML}, sent, FORM)


def _brought_in(known: ClientState) -> Request:
    rows = [LEAST | _some(known, INTERVIEW_GOOD, 0.1) for _ in range(known.rng.randint(0, 3))]
    data = {"format": "afterword", "format_version": 1, "interviews": rows}
    return _signed(known, "POST", known.rng.choice(("/import", "/import/preview")), fields=data)


def _signed_in(known: ClientState) -> Request:
    to = known.rng.choice(("/", "/record", "//evil.example"))
    return Request("POST", "/sign-in", {"Accept": HTML}, {"token": known.token, "to": to}, FORM)


def _fed(known: ClientState) -> Request:
    return Request("GET", known.feed)


_WEIGHTED: Mapping[Make, int] = {
    _read: 14, _listed: 6, _recorded: 8, _changed: 8, _happened: 16, _undone: 4, _settings: 6, _form: 14, _pressed: 10,
    _brought_in: 5, _signed_in: 3, _fed: 3,
}  # fmt: skip
_MEANT, _WEIGHTS = tuple(_WEIGHTED), tuple(_WEIGHTED.values())
