"""Requests behind another stage, or none, without TLS, and with headers as HTTP/2 writes them."""

from __future__ import annotations

from urllib.parse import urlencode

from proofs.tour.caller import FORM, HTML
from proofs.tour.looking import READ
from proofs.tour.owners import ALEX
from proofs.tour.plots.words import DANA
from proofs.tour.resident import Resident
from proofs.tour.scenarios import scenario
from proofs.tour.scene import Scene
from proofs.tour.values import LEAST

_STAGES = ("", "/prod", "/a/b", "/odd stage", "/api/api")
_FORMS = ("/interviews", "/settings/calendar", "/settings/resume", "/interviews/{id}/events", "/interviews/{id}/undo")


@scenario
def stages(scene: Scene) -> None:
    """Where the pages' links lead, and the cookie's path."""
    resident = Resident(scene, ALEX)
    record = resident.program.record("records", **LEAST | {"contacts": [DANA]})
    resident.open_feed()
    resident.browser.sign_in(resident.token)
    resident.browser.open("a form", "/record")
    form_token, session = resident.browser.hidden["form_token"], {"Cookie": resident.browser.cookie, "Accept": HTML}
    token = {"Authorization": f"Bearer {resident.token}"}
    paths = [path.replace("{id}", record["id"]).replace("{feed}", resident.feed) for path in READ]
    for stage in _STAGES:
        where = stage or "no stage"
        for path in [*paths, "/nowhere", "/sign-in?to=/record", "/docs", "/openapi.json", "/record", "/import"]:
            scene.ask(f"{where} page of {path}", "GET", path, session, stage=stage)
            scene.ask(f"{where} {path}", "GET", path, token, stage=stage)
            scene.ask(f"{where} {path} by nobody", "GET", path, {"Accept": HTML}, stage=stage)
        for path in _FORMS:
            asked, sent = path.replace("{id}", record["id"]), {**LEAST, "company": f"Stage {stage}"}
            fields = sent if path == "/interviews" else {"what": "note", "note": "x"} if "events" in path else {}
            body = urlencode({**fields, "form_token": form_token})
            scene.ask(f"{where} form to {path}", "POST", asked, session | {"Content-Type": FORM}, body, stage=stage)
        body = urlencode(LEAST | {"company": f"Program {stage}"})
        scene.ask(f"{where} records", "POST", "/interviews", token | {"Content-Type": FORM}, body, stage=stage)
        body = urlencode({"token": resident.token, "to": "/record"})
        for scheme in ("http", "https"):
            headers = {"Accept": HTML, "Content-Type": FORM, "X-Forwarded-Proto": scheme}
            scene.ask(f"{where} signs in over {scheme}", "POST", "/sign-in", headers, body, stage=stage)


@scenario
def small_headers(scene: Scene) -> None:
    """Names of headers in small letters, and in capitals."""
    resident = Resident(scene, ALEX)
    resident.browser.sign_in(resident.token)
    resident.browser.open("a form", "/record")
    form = {"form_token": resident.browser.hidden["form_token"], **LEAST}
    for change in (str.lower, str.upper):
        for path in ("/agenda", "/owner", "/interviews", "/"):
            for headers in ({"Authorization": f"bearer {resident.token}"}, {"Cookie": resident.browser.cookie}):
                named = {change(name): value for name, value in (headers | {"Accept": HTML}).items()}
                scene.ask(f"{change.__name__} {path} by {min(headers)}", "GET", path, named)
        sent = {"Content-Type": FORM, "Cookie": resident.browser.cookie, "Accept": HTML, "Origin": "null"}
        named = {change(name): value for name, value in sent.items()}
        body = urlencode(form | {"company": change.__name__})
        scene.ask(f"{change.__name__} form", "POST", "/interviews", named, body)
        key = {change("X-API-Key"): resident.token, change("Idempotency-Key"): "one", change("Content-Type"): FORM}
        for number in range(2):
            scene.ask(f"{change.__name__} key {number}", "POST", "/interviews", key, urlencode(LEAST))
