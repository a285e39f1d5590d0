"""What anybody may see, in every language and format; and every route with every method, by every kind of caller."""

from __future__ import annotations

from proofs.tour.browser import Browser
from proofs.tour.caller import HTML, Caller
from proofs.tour.owners import ALEX, DASHA, SAM, create_owner
from proofs.tour.scenarios import scenario
from proofs.tour.scene import Scene

_PATHS = (
    "/", "/?recorded=01K1S0M3000000000000000001", "/?recorded=nobody", "/?a=1&a=2", "/health", "/openapi.json", "/docs",
    "/sign-in", "/sign-in?to=/record?company=Acme", "/sign-in?to=//evil.example", "/style.css", "/digest.css",
    "/app.js", "/manifest.webmanifest", "/icon.svg", "/worker.js",
    "/nowhere", "/interviews/", "//", "/act/a.b.c", "/act/", "/read/a.b.c", "/read/", "/settle/a.b.c",
    "/calendar/x", "/calendar/alex.none.ics", "/OWNER", "/interviews//events", "/interviews/%FF", "/%00",
    "/interviews/x/drafts/.eml",
)  # fmt: skip
_ACCEPTS = (
    "",
    "application/json",
    HTML,
    "*/*",
    "text/plain",
    "text/html;q=0.1, application/json;q=0.9",
    "text/html;q=9e9",
    ";q=",
    "text/html;q=0",
    "a" * 2000,
)
_LANGUAGES = ("", "ru", "ru-RU,ru;q=0.9,en;q=0.8", "de,ru;q=0.1", "*", "en;q=0,ru;q=nan", "xx")
_HOSTS = ({"Host": "localhost:8000", "X-Forwarded-Proto": "http"}, {"Host": "a b"}, {"Host": "[::1]:80"}, {"Host": ""})
_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "get")


@scenario
def open_doors(scene: Scene) -> None:
    """Requests without credentials, with and without the stage in the address."""
    anybody = Caller(scene, "anybody")
    for path in _PATHS:
        for accept in _ACCEPTS:
            anybody.get(f"{path} as {accept[:40]!r}", path, Accept=accept)
        for language in _LANGUAGES:
            anybody.get(f"{path} page in {language!r}", path, Accept=HTML, Accept_Language=language)
            anybody.get(f"{path} in {language!r}", path, Accept_Language=language)
        for number, host in enumerate(_HOSTS):
            anybody.get(f"{path} at host {number}", path, Accept=HTML, **host)
        scene.ask(f"{path} without the stage", "GET", path, {"Accept": HTML}, stage="")
        scene.ask(f"{path} at another stage", "GET", path, {"Accept": HTML}, stage="/a/b")
        anybody.send(f"HEAD {path}", "HEAD", path, Accept=HTML)


@scenario
def every_route(scene: Scene) -> None:
    """Every method of every address: by a stranger, by each owner's program and browser, and by another owner's."""
    token, russian, other = (create_owner(owner) for owner in (ALEX, DASHA, SAM))
    alex, dasha = (Caller.with_token(scene, who, text) for who, text in (("alex", token), ("dasha", russian)))
    key = Caller(scene, "sam's key", {"X-API-Key": other})
    browser = Browser(scene, "alex")
    browser.sign_in(token)
    session = Caller(scene, "alex's session", {"Cookie": browser.cookie, "Accept": HTML})
    for caller in (Caller(scene, "anybody"), key, session, dasha, alex):
        record = alex.record("records", company="Acme", position="Clerk", interview_on="2026-08-03")
        for path in _addresses(record["id"]):
            for method in _METHODS:
                for accept in ("", HTML):
                    caller.send(f"{method} {path} as {accept[:9]}", method, path, Accept=accept)


def _addresses(record_id: str) -> list[str]:
    from app import app

    filled = {
        "{interview_id}": record_id,
        "{file}": "alex.none.ics",
        "{token}": "none.of.them",
        "{kind}": "status_call",
        "{event_id}": "none",
        "{contact_id}": "none",
    }
    paths = [*app.routes, "/interviews/{interview_id}/drafts/{kind}.eml", "/nowhere", "/interviews/{interview_id}/x"]
    for name, value in filled.items():
        paths = [path.replace(name, value) for path in paths]
    last = ("/interviews/", "/settings/token", "/sign-out")  # they change the owner or the records that the others need
    return sorted(paths, key=lambda path: (path.startswith(last), path.count("/") == 2, path))
