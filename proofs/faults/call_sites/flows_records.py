"""Flows of programs about records: create, read, change, remove, and record events."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from proofs.faults.call_sites.flow import Flow, Request, Scene
from tests.web.given import ACME, happened

_JSON = {"Content_Type": "application/json"}
_OFFERED = {"kind": "heard_back", "result": "offer", "until": "2026-08-14"}
_INVITED = {"kind": "heard_back", "result": "next_round", "interview_on": "2026-08-10"}
_THANKED = {"kind": "thank_you_sent"}
_NOTED = {"kind": "note"}
_LOST_BY_VERSION = (412,)


def _record(scene: Scene, **changes: Any) -> Request:
    return scene.asks("POST", "/interviews", json.dumps(ACME | changes), **_JSON)


def _one_more_with_key(scene: Scene) -> Request:
    return scene.asks("POST", "/interviews", json.dumps(ACME), Idempotency_Key="acme-1", **_JSON)


def _sent_before(scene: Scene) -> Request:
    scene.recorded()
    return _record(scene)


def _process(scene: Scene, rounds: int = 2) -> list[dict[str, Any]]:
    """Record a process of several rounds; the first has an unanswered call, which counts in all of them."""
    first = scene.recorded(interview_on="2026-07-13")
    later = [
        scene.recorded(interview_on=f"2026-07-{20 + number}", process_id=first["process_id"], round=number)
        for number in range(2, rounds + 1)
    ]
    return [happened(scene.api, first["id"], kind="called", result="no_answer"), *later]


def _further_round(scene: Scene) -> Request:
    first = scene.recorded(interview_on="2026-07-13")
    return _record(scene, process_id=first["process_id"], round=2)


def _third_round(scene: Scene) -> Request:
    first, *_ = _process(scene)
    return _record(scene, process_id=first["process_id"], round=3)


def _at(scene: Scene, method: str, record: dict[str, Any], path: str = "", **fields: Any) -> Request:
    """A request about a record at its version."""
    body = json.dumps(fields) if fields else None
    return scene.asks(method, f"/interviews/{record['id']}{path}", body, If_Match=str(record["version"]), **_JSON)


def _offer(scene: Scene) -> dict[str, Any]:
    """A record that ended with an offer while another process is alive."""
    scene.recorded(company="Globex")
    return happened(scene.api, scene.recorded()["id"], **_OFFERED)


def _told(**event: Any) -> Callable[[Scene], Request]:
    return lambda scene: _at(scene, "POST", scene.recorded(), "/events", **event)


def _offered(scene: Scene) -> Request:
    scene.recorded(company="Globex")
    return _at(scene, "POST", scene.recorded(), "/events", **_OFFERED)


def _called_in_a_round(scene: Scene) -> Request:
    return _at(scene, "POST", _process(scene)[1], "/events", kind="called", result="no_answer")


def _undo(*events: dict[str, Any]) -> Callable[[Scene], Request]:
    def begin(scene: Scene) -> Request:
        record = scene.recorded()
        for event in events:
            record = happened(scene.api, record["id"], **event)
        return _at(scene, "DELETE", record, "/events/last")

    return begin


def _of_an_event(method: str, *events: dict[str, Any], **fields: Any) -> Callable[[Scene], Request]:
    """A request about the first of these events of a record."""

    def begin(scene: Scene) -> Request:
        record = scene.recorded()
        for event in events:
            record = happened(scene.api, record["id"], **event)
        return _at(scene, method, record, f"/events/{record['events'][0]['id']}", **fields)

    return begin


def _everybody(scene: Scene) -> Request:
    scene.recorded()
    return scene.asks("GET", "/contacts")


def _move_to_another_process(scene: Scene) -> Request:
    there = scene.recorded(company="Globex")
    return _at(scene, "PATCH", _process(scene)[1], process_id=there["id"])


def _read(path: str) -> Callable[[Scene], Request]:
    return lambda scene: scene.asks("GET", f"/interviews/{scene.recorded()['id']}{path}")


def _list(query: str) -> Callable[[Scene], Request]:
    def begin(scene: Scene) -> Request:
        scene.recorded()
        return scene.asks("GET", f"/interviews{query}")

    return begin


FLOWS = (
    Flow("record", _record, 201),
    Flow("record with a key", _one_more_with_key, 201),
    Flow("record once more", _sent_before, 201),
    Flow("record a second round", _further_round, 201),
    Flow("record a third round", _third_round, 201),
    Flow("read", _read("")),
    Flow("read an offer", lambda scene: scene.asks("GET", f"/interviews/{_offer(scene)['id']}")),
    Flow("read the plan", _read("/plan")),
    Flow("read the drafts", _read("/drafts")),
    Flow("read a draft", _read("/drafts/thank_you_letter")),
    Flow("read a letter", _read("/drafts/thank_you_letter.eml")),
    Flow("list the open ones", _list("")),
    Flow("list all", _list("?status=all")),
    Flow("list what is due", _list("?due=week")),
    Flow("list everybody", _everybody),
    Flow("change", lambda scene: _at(scene, "PATCH", scene.recorded(), notes="Third floor"), again=_LOST_BY_VERSION),
    Flow("change a round", lambda scene: _at(scene, "PATCH", _process(scene)[1], notes="2"), again=_LOST_BY_VERSION),
    Flow("move to another process", _move_to_another_process, again=_LOST_BY_VERSION),
    Flow("remove", lambda scene: _at(scene, "DELETE", scene.recorded()), 204, (404,)),
    Flow("remove a round", lambda scene: _at(scene, "DELETE", _process(scene, 3)[1]), 204, (404,)),
    Flow("remove an offer", lambda scene: _at(scene, "DELETE", _offer(scene)), 204, (404,)),
    Flow("tell", _told(**_THANKED), 201, _LOST_BY_VERSION),
    Flow("tell of an offer", _offered, 201, _LOST_BY_VERSION, may_say_less=True),
    Flow("tell of the next round", _told(**_INVITED), 201, _LOST_BY_VERSION),
    Flow("tell of a call in a round", _called_in_a_round, 201, _LOST_BY_VERSION),
    Flow("undo", _undo(_THANKED), again=_LOST_BY_VERSION),
    Flow("undo an offer", _undo(_OFFERED), again=_LOST_BY_VERSION),
    Flow("undo the next round", _undo(_INVITED), again=_LOST_BY_VERSION),
    Flow("change an event", _of_an_event("PATCH", _THANKED, _NOTED, note="By mail"), again=_LOST_BY_VERSION),
    Flow(
        "change a next round",
        _of_an_event("PATCH", _INVITED, interview_on="2026-08-11"),
        again=_LOST_BY_VERSION,
    ),
    Flow("take an event back", _of_an_event("DELETE", _THANKED, _NOTED), again=_LOST_BY_VERSION),
    Flow("take a next round back", _of_an_event("DELETE", _INVITED, _NOTED), again=_LOST_BY_VERSION),
)
