"""Every handler and every route of the package, in a bare interpreter."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from app import app
from chalicelib.links.action import ActionKind
from chalicelib.links.action_links import ActionLinks
from chalicelib.links.keyring import keyring_of
from chalicelib.playbook.owner import Owner
from chalicelib.records.digest_claims import Digests, DigestState
from infra.package.build import TEMPLATE
from tests.package.conftest import KEY
from tests.package.function import Function
from tests.web.browser import Browser
from tests.web.gateway import Gateway
from tests.web.given import recorded

TODAY = datetime.now(UTC).date()
PAGE = {"Accept": "text/html"}
TICK = {
    "version": "0", "account": "1", "region": "eu-central-1", "detail": {}, "detail-type": "Scheduled Event",
    "source": "aws.events", "time": "2026-08-03T16:00:00Z", "id": "1", "resources": [],
}  # fmt: skip


@pytest.fixture
def browser(anybody: Gateway, token: str) -> Browser:
    """The owner's browser, signed in."""
    browser = Browser(anybody)
    assert browser.sign_in(token).status == 200
    return browser


def yesterday(gateway: Gateway) -> dict[str, Any]:
    """The record of an interview at Acme, which was yesterday."""
    return recorded(gateway, interview_on=str(TODAY - timedelta(days=1)))


def test_a_record_comes_in_as_json_and_is_planned(alex: Gateway) -> None:
    assert yesterday(alex)["next_step"]["kind"] == "thank_you_letter"


@pytest.mark.parametrize("post", [Gateway.post_form, Gateway.post_multipart])
def test_a_record_comes_in_by_a_form(alex: Gateway, post: Any) -> None:
    form = {"company": "Globex", "position": "Engineer", "interview_on": str(TODAY)}

    assert post(alex, "/interviews", form).status == 201


def test_the_agenda_tells_what_is_due(alex: Gateway) -> None:
    record = yesterday(alex)

    assert record["id"] in alex.get("/agenda").text


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_pages_are_rendered(alex: Gateway, browser: Browser, language: str) -> None:
    record = yesterday(alex)
    alex.patch("/owner", {"language": language})

    for path in ("/", f"/interviews/{record['id']}", "/settings"):
        page = browser.open(path)

        assert page.status == 200
        assert page.headers["Content-Language"] == language
    assert "Acme" in browser.open("/").text
    assert "Acme" in alex.get("/digest", **PAGE).text


def test_a_draft_has_a_link_for_the_phone(alex: Gateway) -> None:
    record = yesterday(alex)

    drafts = alex.get(f"/interviews/{record['id']}/drafts").text

    assert "tel:+493023125021" in drafts


def test_the_feed_is_one_that_a_calendar_program_reads(alex: Gateway, anybody: Gateway) -> None:
    yesterday(alex)
    address = alex.send("POST", "/owner/calendar").data["calendar_url"]

    feed = anybody.get(address.removeprefix("https://afterword.example/api"))

    assert any("Acme" in str(event["summary"]) for event in Calendar.from_ical(feed.text).walk("VEVENT"))


def test_a_link_of_the_mail_acts(alex: Gateway, anybody: Gateway, owner: Owner) -> None:
    record = yesterday(alex)
    link = ActionLinks(keyring_of([KEY])).token(
        ActionKind.THANKED, owner.id, datetime.now(UTC), record["id"], record["version"]
    )

    assert anybody.get(f"/act/{link}", **PAGE).status == 200
    assert anybody.post_form(f"/act/{link}", {}, **PAGE).status == 200
    assert [event["kind"] for event in alex.get(f"/interviews/{record['id']}").data["events"]] == ["thank_you_sent"]


def test_what_was_exported_is_imported_as_known_already(alex: Gateway) -> None:
    yesterday(alex)

    exported = alex.get("/export.csv").text
    report = alex.send("POST", "/import", exported, **{"Content-Type": "text/csv"}).data

    assert "Acme" in exported
    assert {row["state"] for row in report["rows"]} == {"duplicate"}


def test_the_tick_sends_the_digest(warm: Function, alex: Gateway, owner: Owner) -> None:
    yesterday(alex)

    warm.handle("app.tick", TICK)

    digest = Digests().latest(owner.id)
    assert digest is not None
    assert digest.state is DigestState.SENT


FILLED = {
    "{file}": "alex.none.ics",
    "{token}": "none",
    "{kind}": "thank_you_letter",
    "{event_id}": "none",
    "{contact_id}": "none",
}


@pytest.mark.parametrize(("route", "method"), [(route, one) for route, all_ in app.routes.items() for one in all_])
def test_every_route_answers(alex: Gateway, browser: Browser, route: str, method: str) -> None:
    path = route.replace("{interview_id}", yesterday(alex)["id"])
    for name, value in FILLED.items():
        path = path.replace(name, value)

    replies = [
        alex.send(method, path, "{}", Content_Type="application/json"),
        browser.send(path) if method == "POST" else browser.open(path),
    ]

    assert [reply.text for reply in replies if reply.status >= 500] == []


def test_the_description_of_the_api_names_every_route(anybody: Gateway) -> None:
    described = anybody.get("/openapi.json").data["paths"]

    assert set(described) >= set(app.routes)


def test_the_functions_of_the_template_are_handlers_of_the_package(target: Any, package: Any, warm: Function) -> None:
    resources = json.loads((target / TEMPLATE).read_text())["Resources"].values()
    handlers = sorted(one["Properties"]["Handler"] for one in resources if one["Type"] == "AWS::Serverless::Function")

    found = warm.run(f"import app; answer = [h for h in {handlers} if callable(getattr(app, h.partition('.')[2]))]")

    assert found == handlers
    assert {"app.app", "app.tick"} <= set(found)
