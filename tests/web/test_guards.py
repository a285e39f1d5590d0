"""What Chalice gets wrong by itself, and what every answer has in common."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime
from importlib import import_module
from pathlib import Path

import pytest

from chalicelib.errors import StorageUnavailable
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.records.interview_mapping import Record
from chalicelib.records.interviews import Interviews
from chalicelib.settings import BadSetting
from chalicelib.web.http.application import Afterword
from chalicelib.web.http.lazy_blueprint import Url
from chalicelib.web.http.web_services import WebServices
from chalicelib.web.urls import URLS
from tests.web.gateway import Gateway
from tests.web.given import ACME, recorded

ROOT = Path(__file__).parents[2]
HTML = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/health",
        "/owner",
        "/agenda",
        "/digest",
        "/interviews",
        "/interviews/{id}",
        "/interviews/{id}/plan",
        "/interviews/{id}/drafts",
        "/interviews/{id}/drafts/status_letter.eml",
    ],
)
def test_head_is_get_without_the_body(alex: Gateway, path: str) -> None:
    path = path.replace("{id}", recorded(alex)["id"])

    head, get = alex.send("HEAD", path), alex.get(path)

    assert (head.status, head.headers, head.text) == (get.status, get.headers, "")
    assert get.text


def test_every_answer_forbids_sniffing_and_keeping(alex: Gateway, anybody: Gateway) -> None:
    replies = [
        alex.get("/owner"),
        anybody.get("/"),
        anybody.get("/owner"),
        alex.send("PUT", "/owner"),
        alex.get("/interviews/x"),
    ]

    for reply in replies:
        assert reply.headers["X-Content-Type-Options"] == "nosniff"
        assert reply.headers["Cache-Control"] == "no-store"
        assert reply.headers["Referrer-Policy"] == "no-referrer"


def test_multipart_bodies_reach_us_as_bytes(app: Afterword) -> None:
    assert "multipart/form-data" in app.api.binary_types


def test_a_browser_gets_a_page_that_says_the_same(alex: Gateway) -> None:
    sent = {"company": "<b>Acme</b>", "<i>": "x"}

    page = alex.post_form("/interviews", sent, Accept=HTML)

    assert page.status == 422
    assert page.headers["Content-Type"].startswith("text/html")
    assert "interview_on" in page.text
    assert "&lt;i&gt;" in page.text
    assert "<i>" not in page.text


def test_a_browser_without_a_session_is_led_to_sign_in(anybody: Gateway) -> None:
    reply = anybody.get("/owner", Accept=HTML)

    assert (reply.status, reply.headers["Location"]) == (303, "/api/sign-in?to=/owner")


def test_a_browser_s_form_without_a_token_gets_a_page_and_is_told_how(anybody: Gateway) -> None:
    page = anybody.post_form("/interviews", {"company": "Acme"}, Accept=HTML)

    assert (page.status, page.headers["WWW-Authenticate"]) == (401, "Bearer")
    assert "Authorization: Bearer" in page.text


def test_a_request_that_needs_no_heavy_library_loads_none() -> None:
    """The test itself has loaded them all, so that another interpreter has to be asked."""
    heavy = {"jinja2", "holidays", "phonenumbers", "chalicelib.drafts.writer", "chalicelib.drafts.letter_file"}
    every_module = "from chalicelib.web.urls import URLS; [one.declared for one in URLS]"
    program = f"import sys; {every_module}; print(*{heavy!r} & set(sys.modules))"

    asked = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)

    assert (asked.stdout, asked.stderr) == ("\n", "")


@pytest.mark.parametrize("url", [url for url in URLS if url.api and url.page], ids=lambda url: url.address)
def test_the_api_and_the_page_of_an_address_let_in_the_same_people(url: Url) -> None:
    api, page = (
        next(one for one in import_module(name).routes.declared if one.path == url.path and url.method in one.methods)
        for name in (url.api, url.page)
    )

    assert api.requires_owner == page.requires_owner
    assert url.files == tuple(api.spec.get("suffixes", ()))
    assert set(page.spec) <= {"responses"}  # nothing else of a page is told where the API answers too


@pytest.mark.parametrize("module", sorted({name for url in URLS for name in (url.api, url.page) if name}))
def test_an_address_is_registered_where_its_module_declares_it(module: str) -> None:
    declared = [f"{route.methods[0]} {route.path}" for route in import_module(module).routes.declared]

    assert sorted(declared) == sorted(url.address for url in URLS if module in (url.api, url.page))


class Broken(Interviews):
    """Interviews that fail in a way nobody foresaw, with somebody's name in the message."""

    def open(self, owner_id: str) -> list[Record]:
        raise ZeroDivisionError("Dana Winter")


class Unreachable(Interviews):
    """Interviews whose table does not answer."""

    def save(self, owner: Owner, interview: Interview, now: datetime) -> PlannedInterview:
        raise StorageUnavailable


@pytest.mark.parametrize("interviews", [Broken()])
def test_what_nobody_foresaw_is_logged_without_a_word_of_anybody_s(
    alex: Gateway, app: Afterword, caplog: pytest.LogCaptureFixture
) -> None:
    app.log.addHandler(caplog.handler)

    reply = alex.get("/agenda")

    assert (reply.status, reply.headers["Content-Type"]) == (500, "application/problem+json")
    assert "request-1" in reply.data["detail"]
    assert "request-1" in caplog.text
    assert "ZeroDivisionError" in caplog.text
    assert "test_guards.py:" in caplog.text
    assert "Dana" not in caplog.text + reply.text


@pytest.mark.parametrize("interviews", [Unreachable()])
def test_a_table_that_does_not_answer_is_worth_another_try(alex: Gateway) -> None:
    reply = alex.patch(f"/interviews/{recorded(alex)['id']}", {"round": 2})

    assert (reply.status, reply.headers["Retry-After"]) == (503, "5")
    assert reply.headers["Content-Type"] == "application/problem+json"


def test_settings_that_do_not_fit_are_named_in_the_log(
    app: Afterword, anybody: Gateway, caplog: pytest.LogCaptureFixture
) -> None:
    app.log.addHandler(caplog.handler)

    def no_parts() -> WebServices:
        raise BadSetting("AFTERWORD_TABLE is ''")

    app.services = no_parts

    assert anybody.get("/health").status == anybody.get("/", Accept=HTML).status == 500
    assert "AFTERWORD_TABLE" in caplog.text


def test_nothing_of_a_request_is_logged_when_all_is_well_or_refused(
    alex: Gateway, app: Afterword, caplog: pytest.LogCaptureFixture
) -> None:
    app.log.addHandler(caplog.handler)

    alex.post("/interviews", ACME)
    alex.post("/interviews", {"company": "Secret", "round": "x"})

    assert "Acme" not in caplog.text
    assert "Secret" not in caplog.text
