"""Have each function do its work, with each of its calls of AWS at least once."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from tests.digest.test_bounces import bounce
from tests.infra.template.deployment import Deployment
from tests.infra.template.rendered import OWNER_EMAIL
from tests.web.browser import Browser
from tests.web.gateway import Gateway
from tests.web.given import ACME, happened, recorded

TUESDAY = datetime(2026, 8, 4, 16, 0, tzinfo=UTC)
NEXT_MONDAY = datetime(2026, 8, 10, 16, 0, tzinfo=UTC)
INVITATION = "We would like to interview you for Analyst at Umbrella on Wednesday, 12 August at 3 pm."
CSV = "company,position,interview_on\nGlobex,Analyst,2026-08-03\n"


def answer_requests(deployment: Deployment) -> None:
    """Send a program's requests, open a browser's pages, click in a mail, and fetch the calendar."""
    _records(deployment)
    _owner(deployment)
    _pages(deployment)


def _records(deployment: Deployment) -> None:
    api = deployment.gateway.signed_in(deployment.token)
    first = recorded(api, interview_on="2026-07-13")
    assert api.post("/interviews", ACME | {"interview_on": "2026-07-13"}).data["id"] == first["id"]  # once more
    second = recorded(api, process_id=first["process_id"], interview_on="2026-07-20")
    happened(api, second["id"], kind="called", result="no_answer")
    assert api.delete(f"/interviews/{second['id']}/events/last").status == 200
    assert api.patch(f"/interviews/{second['id']}", {"notes": "Third floor"}).status == 200
    happened(api, first["id"], kind="heard_back", result="next_round", interview_on="2026-08-10")
    for path in ("", f"/{first['id']}", f"/{first['id']}/plan", f"/{first['id']}/drafts", "?status=all", "?due=today"):
        assert api.get(f"/interviews{path}").status == 200, path
    _bring_in(api)


def _bring_in(api: Gateway) -> None:
    """Import a file with records that were removed meanwhile: single ones, and a process of several rounds."""
    recorded(api, company="Initech", interview_on="2026-07-13")
    exported = api.get("/export.json").text
    for record in json.loads(exported)["interviews"]:
        assert api.delete(f"/interviews/{record['id']}").status == 204
    assert api.send("POST", "/import", exported, Content_Type="application/json").data["created"] == 4
    assert api.send("POST", "/import", CSV, Content_Type="text/csv").status == 200
    accept = api.post("/capture", {"text": INVITATION}).data["accept"].partition("/api")[2]
    assert [api.get(accept).status, api.send("POST", accept).status] == [200, 200]
    assert api.send("POST", f"{accept}?undo=yes").status == 200


def _owner(deployment: Deployment) -> None:
    api = deployment.gateway.signed_in(deployment.token)
    for path in ("/owner", "/agenda", "/digest", "/export.csv"):
        assert api.get(path).status == 200, path
    assert api.patch("/owner", {"time_zone": "Europe/Paris"}).status == 200  # plans all open records anew
    calendar = api.post("/owner/calendar", {}).data["calendar_url"].partition("/api")[2]
    assert deployment.gateway.get(calendar).status == 200
    assert deployment.gateway.get("/health").status == 200


def _pages(deployment: Deployment) -> None:
    browser = Browser(deployment.gateway)
    assert browser.sign_in(deployment.token).status == 200
    action = f"/act/{_link_in(deployment.gateway.signed_in(deployment.token).get('/digest').text)}"
    assert browser.open(action).status == 200
    assert browser.send(action).status == 200
    for path in ("/interviews", "/record", "/settings", "/import"):
        assert browser.open(path).status == 200, path


def _link_in(page: str) -> str:
    """The token of the first one-click link."""
    return page.partition("/act/")[2].partition('"')[0]


def send_digests(deployment: Deployment) -> None:
    """Tick on a day with nothing due, whose claim is released, and on a week's first day, which has a digest anyway."""
    deployment.tick(TUESDAY)
    deployment.tick(NEXT_MONDAY)


def take_returned_mail(deployment: Deployment) -> None:
    """Deliver a bounce of the owner's own address, and SES's greeting."""
    deployment.returned("Successfully validated SNS topic for Amazon SES event publishing.")
    deployment.returned(bounce(address=OWNER_EMAIL, owner_id="me"))
