"""After an upgrade that changes the plan, nobody sees a record as the old rules planned it, whichever way they come."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from pynamodb.expressions.update import Action

from chalicelib.playbook.rules import PLAN_VERSION
from chalicelib.records.owners import Owners
from chalicelib.records.table_items import DueItem, PlannedItem
from tests.web.browser import Browser
from tests.web.gateway import Gateway
from tests.web.given import recorded


@pytest.fixture
def outdated(alex: Gateway) -> str:
    """The id of an open record that the rules before would have ended: it is in no index, and the owner is behind."""
    record_id = str(recorded(alex)["id"])
    plan: list[Action] = [PlannedItem.next_due_on.remove(), PlannedItem.next_step.remove()]
    PlannedItem("alex", f"INTERVIEW#{record_id}").update(plan)
    DueItem("alex", "PROFILE").update([DueItem.plan_version.set(0)])
    return record_id


@pytest.mark.parametrize("path", ["/agenda", "/interviews", "/digest"])
def test_a_program_finds_it(alex: Gateway, outdated: str, path: str) -> None:
    assert "Acme" in alex.get(path, Accept="text/html" if path == "/digest" else "*/*").text


def test_the_first_page_shows_it(anybody: Gateway, token: str, alex: Gateway) -> None:
    browser = Browser(anybody)
    browser.sign_in(token)
    record_id = str(recorded(alex)["id"])
    PlannedItem("alex", f"INTERVIEW#{record_id}").update([PlannedItem.next_due_on.remove()])
    DueItem("alex", "PROFILE").update([DueItem.plan_version.set(0)])

    assert "Acme" in browser.open("/").text


def test_the_feed_has_it(alex: Gateway, anybody: Gateway, outdated: str) -> None:
    DueItem("alex", "PROFILE").update([DueItem.plan_version.set(PLAN_VERSION)])
    path = alex.post("/owner/calendar", {}).data["calendar_url"].partition("/api")[2]
    DueItem("alex", "PROFILE").update([DueItem.plan_version.set(0)])

    assert anybody.get(path).text.count("BEGIN:VEVENT") == 2  # its step, and the interview itself


@pytest.mark.usefixtures("outdated")
def test_settings_that_were_saved_since_the_owner_was_behind_stay(alex: Gateway, owners: Owners) -> None:
    there = owners.get("alex")
    assert there is not None
    owners.save(replace(there, owner=replace(there.owner, country="US")))

    assert alex.get("/owner").data["country"] == "US"
    after = owners.get("alex")
    assert after is not None
    assert after.plan_version == PLAN_VERSION
