"""Make the matrix's requests: each with something that is Kim's, and with something nobody's that looks the same."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from chalicelib.links.action import ActionKind
from chalicelib.links.arrival import route_of
from chalicelib.links.proposal_links import ProposalLinks
from chalicelib.links.read_links import ReadLinks
from chalicelib.links.settle_links import SettlePurpose
from chalicelib.playbook.step import StepKind
from proofs.faults.deployed import token_of
from proofs.faults.isolation.matrix import LINK_TO, PROPOSAL, SAFE, Case, kinds_of
from proofs.faults.isolation.two_owners import ALEX, KIM, TwoOwners, a_record
from proofs.faults.requests.bodies import FORM, as_form
from proofs.faults.requests.request import HTML, Request


class Asking:
    """Makes the requests of the cases."""

    def __init__(self, two: TwoOwners) -> None:
        self._two = two
        account = two.deployed.parts.owners.get(ALEX)
        assert account is not None
        self._cookie, self._form_token = two.deployed.session(account)

    def request(self, case: Case, *, is_nobodys: bool) -> tuple[Request, str]:
        """The request, and the text in its variable place."""
        if case.what == PROPOSAL:
            value = self._proposal(is_nobodys=is_nobodys)
        elif case.what.startswith(LINK_TO):
            value = self._link(case, is_nobodys=is_nobodys)
        else:
            value = self._nobodys(case.what) if is_nobodys else self._kims(case.what)
        path = self._path(case, value)
        if case.place == "query":
            every = {"status": "all"} if case.route == "/interviews" and case.what == "open record" else {}
            path = f"{path}?{urlencode({case.name: value} | every)}"
        fields = self._fields(case) | ({case.name: value} if case.place == "field" else {})
        headers = {case.name: value} if case.place == "header" else {}
        kind, body = self._body(case, fields, value)
        return Request(case.method, path, self._signed(case) | headers | kind, body), value

    def _path(self, case: Case, value: str) -> str:
        mine = self._two.owned[ALEX]
        parts = {
            "interview_id": mine.records[0],
            "kind": "status_letter",
            "file": mine.calendar,
            "event_id": mine.event,
            "contact_id": mine.contact,
        } | ({case.name: value} if case.place == "path" else {})
        if "token" not in parts:
            parts["token"] = self._token(case.route, next(iter(kinds_of(case.route))), mine.records[0], 1)
        path = case.route
        for name, part in parts.items():
            path = path.replace(f"{{{name}}}", quote(part, safe=""))
        return path

    def _signed(self, case: Case) -> dict[str, str]:
        return {
            "bearer": {"Authorization": f"Bearer {token_of(ALEX)}"},
            "key": {"X-API-Key": token_of(ALEX)},
            "session": {"Cookie": self._cookie, "Accept": HTML, "Sec-Fetch-Site": "same-origin"},
        }.get(case.way_in, {})

    def _fields(self, case: Case) -> dict[str, Any]:
        """Fields with which the request would succeed."""
        return _SENT.get(case.route, {}) | ({"token": token_of(ALEX)} if case.route == "/sign-in" else {})

    def _body(self, case: Case, fields: dict[str, Any], value: str) -> tuple[dict[str, str], bytes]:
        if case.method in SAFE:
            return {}, b""
        if case.way_in in ("session", "form field") or case.route == "/sign-in":
            own = {"form_token": self._form_token} if case.way_in == "session" else {"token": token_of(ALEX)}
            return {"Content-Type": FORM}, as_form(_flat(fields) | own)[1]
        if case.route.startswith("/import"):
            fields = {"format": "afterword", "format_version": 1, "interviews": [_record() | _named(case, value)]}
        return {"Content-Type": "application/json"}, json.dumps(fields).encode()

    def _kims(self, what: str) -> str:
        return self._things(KIM)[what]

    def _nobodys(self, what: str) -> str:
        """Like Kim's except for one character, so that it sorts where hers does."""
        if what == "secret":
            return f"{ALEX}.{_neighbour(self._two.owned[KIM].secret)}.ics"
        if what == "owner":
            return f"nobody.{self._two.owned[ALEX].secret}.ics"
        if what == "form":
            return f"/interviews/{_neighbour(self._two.owned[KIM].records[0])}/edit"
        return _neighbour(self._things(KIM)[what])

    def _things(self, owner: str) -> dict[str, str]:
        hers = self._two.owned[owner]
        open_one, ended, first, second = hers.records
        return {
            "open record": open_one,
            "ended record": ended,
            "first round": first,
            "second round": second,
            "event": hers.event,
            "contact": hers.contact,
            "key": f"INTERVIEW#{open_one}",
            "process": f"process-of-{owner}",
            "cursor": hers.by_day,
            "owner id": owner,
            "request key": f"key-of-{owner}",
            "tag": hers.calendar_tag,
            "secret": f"{ALEX}.{hers.secret}.ics",
            "owner": f"{owner}.{self._two.owned[ALEX].secret}.ics",
            "form": f"/interviews/{open_one}/edit",
        }

    def _link(self, case: Case, *, is_nobodys: bool) -> str:
        """A link signed for Alex about a record that is not his: nobody can make one, and it must open nothing."""
        hers = self._two.owned[KIM]
        record = hers.records[0]
        about = _neighbour(record) if is_nobodys else record
        return self._token(case.route, case.what.rpartition(" ")[2], about, hers.versions[record])

    def _proposal(self, *, is_nobodys: bool) -> str:
        """A link signed for Alex that accepts a proposal which is not his."""
        hers = self._two.owned[KIM].proposal
        links, now = self._two.deployed.links, self._two.deployed.now
        return ProposalLinks(links).token(ALEX, _neighbour(hers) if is_nobodys else hers, now)

    def _token(self, route: str, kind: str, record: str, version: int) -> str:
        """The token of Alex's link to an action, to a step to be read, or to a list in a digest of his."""
        links, now = self._two.deployed.links, self._two.deployed.now
        match kinds_of(route)(kind):
            case StepKind() as step:
                return ReadLinks(links).token(ALEX, record, step, now)
            case SettlePurpose() as purpose:
                return self._two.settling(ALEX, purpose, {record: version}).rpartition("/")[2]
            case ActionKind.SEEN:
                return links.token(ActionKind.SEEN, ALEX, now, route=self._route(record))
            case ActionKind() as action:
                return links.token(action, ALEX, now, record, version)

    def _route(self, record: str) -> str:
        """What a link of Kim's digest would prove, for a record of hers; for any other, something that looks alike."""
        kim = self._two.deployed.parts.owners.get(KIM)
        assert kim is not None
        route = route_of(kim.owner, self._two.deployed.parts.services.sender)
        return route if record in self._two.owned[KIM].records else _neighbour(route)


_RECORD_FIELDS = {"company": "Umbrella", "position": "Analyst", "interview_on": "2026-08-03"}
_SENT: Mapping[str, dict[str, Any]] = {
    "/interviews": _RECORD_FIELDS,
    "/interviews/{interview_id}": {"round": 3},
    "/interviews/{interview_id}/edit": _RECORD_FIELDS,
    "/interviews/{interview_id}/events": {"kind": "note", "note": "x"},
    "/interviews/{interview_id}/events/{event_id}": {"note": "x"},
    "/interviews/{interview_id}/events/{event_id}/edit": {"what": "called voicemail", "on": "2026-08-03"},
    "/interviews/{interview_id}/contacts": {"contact_name": "Umbrella"},
    "/interviews/{interview_id}/contacts/{contact_id}": {"contact_name": "Umbrella"},
    "/interviews/{interview_id}/debrief": {"may_call": "yes"},
    "/owner": {"name": "Alexis"},
    "/settings": {"name": "Alexis", "email": "alexis@example.org"},
    "/act/{token}": {"interview_on": "2026-08-20"},
    "/capture": {"text": "We would like to interview you for Analyst at Umbrella on Wednesday, 12 August at 3 pm."},
    "/import": {"text": "company,position,interview_on\nUmbrella,Analyst,2026-08-03\n"},
    "/import/preview": {"text": "company,position,interview_on\nUmbrella,Analyst,2026-08-03\n"},
}


def _record() -> dict[str, Any]:
    return {**a_record(ALEX, "imported"), "events": []}


def _named(case: Case, value: str) -> dict[str, str]:
    return {case.name: value} if case.place == "field" else {}


def _flat(fields: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(value) for name, value in fields.items()}


def _neighbour(text: str) -> str:
    at = max(place for place, one in enumerate(text) if one.isalnum())
    return text[:at] + ("1" if text[at] != "1" else "2") + text[at + 1 :]
