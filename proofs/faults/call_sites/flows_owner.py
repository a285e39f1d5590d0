"""Flows of programs about the owner: settings, agenda, calendar, files."""

from __future__ import annotations

import json
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from proofs.faults.call_sites.flow import Flow, Request, Scene
from tests.capture.given import a_calendar
from tests.web.given import happened

_JSON = {"Content_Type": "application/json"}
_CSV = {"Content_Type": "text/csv"}
_INVITATION = "We would like to interview you for Analyst at Umbrella on Wednesday, 12 August at 3 pm."
_AS_JSON = json.dumps({"text": _INVITATION})
_TABLE = "company,position,interview_on\nGlobex,Analyst,2026-08-03\nInitech,Clerk,2026-07-31\n"


def _with_a_record(method: str, path: str) -> Callable[[Scene], Request]:
    def begin(scene: Scene) -> Request:
        scene.recorded()
        return scene.asks(method, path)

    return begin


def _patch(**settings: Any) -> Callable[[Scene], Request]:
    def begin(scene: Scene) -> Request:
        scene.recorded(interview_on="2026-07-20")
        scene.recorded(company="Globex", interview_on="2026-07-20")
        return scene.asks("PATCH", "/owner", json.dumps(settings), **_JSON)

    return begin


def _open_calendar(scene: Scene) -> str:
    """The path of the feed."""
    return str(scene.api.post("/owner/calendar", {}).data["calendar_url"]).partition("/api")[2]


def _close_calendar(scene: Scene) -> Request:
    _open_calendar(scene)
    return scene.asks("DELETE", "/owner/calendar")


def _read_calendar(scene: Scene) -> Request:
    scene.recorded()
    return Request("GET", _open_calendar(scene))


def _import_what_was_exported(scene: Scene) -> Request:
    """A process of two rounds, and a record by itself with an offer; all are gone meanwhile."""
    first = scene.recorded(interview_on="2026-07-13")
    scene.recorded(interview_on="2026-07-20", process_id=first["process_id"], round=2)
    happened(scene.api, scene.recorded(company="Initech")["id"], kind="heard_back", result="offer")
    exported = scene.api.get("/export.json").text
    for record in json.loads(exported)["interviews"]:
        assert scene.api.delete(f"/interviews/{record['id']}").status == 204
    return scene.asks("POST", "/import", exported, **_JSON)


def _bring_in_what_is_certain(scene: Scene) -> Request:
    return scene.asks("POST", "/capture?apply=certain", a_calendar().decode(), Content_Type="text/calendar")


def _accept(scene: Scene, query: str = "") -> Request:
    link = scene.api.post("/capture", {"text": _INVITATION}).data["accept"]
    return Request("POST", str(link).partition("/api")[2] + query)


def _take_back(scene: Scene) -> Request:
    accepting = _accept(scene)
    assert accepting.sent(scene.product).status == HTTPStatus.OK
    return Request("POST", f"{accepting.path}?undo=yes")


FLOWS = (
    Flow("health", lambda _: Request("GET", "/health")),
    Flow("read the settings", lambda scene: scene.asks("GET", "/owner")),
    Flow("change the settings", _patch(name="Alex Sample")),
    Flow("change the calendar of days off", _patch(country="RU", days_between_attempts=5)),
    Flow("open the calendar", lambda scene: scene.asks("POST", "/owner/calendar")),
    Flow("close the calendar", _close_calendar),
    Flow("read the calendar", _read_calendar),
    Flow("agenda", _with_a_record("GET", "/agenda")),
    Flow("digest as a page", _with_a_record("GET", "/digest")),
    Flow("export as JSON", _with_a_record("GET", "/export.json")),
    Flow("export as CSV", _with_a_record("GET", "/export.csv")),
    Flow("preview an import", lambda scene: scene.asks("POST", "/import/preview", _TABLE, **_CSV)),
    Flow("import a table", lambda scene: scene.asks("POST", "/import", _TABLE, **_CSV), may_say_less=True),
    Flow("import an export", _import_what_was_exported, may_say_less=True),
    Flow("bring in an invitation", lambda scene: scene.asks("POST", "/capture", _AS_JSON, **_JSON)),
    Flow("bring in what is certain", _bring_in_what_is_certain),
    Flow("accept an invitation", _accept),
    Flow("take an invitation back", _take_back),
)
