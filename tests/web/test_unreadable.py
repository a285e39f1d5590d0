"""A record that cannot be read any more, as its owner meets it."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from chalicelib.records.table import connection
from tests.moto_table import TABLE
from tests.records.spoiling import spoilt as spoilt_item
from tests.web.browser import Browser
from tests.web.gateway import Gateway
from tests.web.given import recorded


@pytest.fixture
def spoilt(alex: Gateway) -> str:
    """Its id; there is another record that is well."""
    recorded(alex, company="Globex")
    interview_id = str(recorded(alex)["id"])
    spoil(interview_id, contacts={"L": [{"S": "Dana"}]})
    return interview_id


def spoil(interview_id: str, **attributes: Any) -> None:
    """Put these attributes into the stored item, as they are."""
    key = {"owner_id": {"S": "alex"}, "item_id": {"S": f"INTERVIEW#{interview_id}"}}
    item: dict[str, Any] = connection().client.get_item(TableName=TABLE, Key=key)["Item"]
    connection().client.put_item(TableName=TABLE, Item=spoilt_item(item, attributes))


@pytest.mark.parametrize("ending", ["", "/drafts", "/plan", "/edit"])
def test_reading_it_says_what_is_wrong(alex: Gateway, spoilt: str, ending: str) -> None:
    reply = alex.get(f"/interviews/{spoilt}{ending}")

    assert reply.status == 409
    assert "cannot be read: ValidationError at contacts[0]" in reply.data["detail"]


def test_changing_it_is_refused_and_removing_it_is_not(alex: Gateway, spoilt: str) -> None:
    assert alex.patch(f"/interviews/{spoilt}", {"company": "Acme 2"}).status == 409
    assert alex.delete(f"/interviews/{spoilt}").status == 204
    assert alex.get(f"/interviews/{spoilt}").status == 404


@pytest.mark.parametrize("path", ["/interviews", "/interviews?status=all", "/agenda"])
def test_lists_name_it_beside_the_others(alex: Gateway, spoilt: str, path: str) -> None:
    reply = alex.get(path)

    assert reply.data["unreadable"] == [{"id": spoilt, "reason": "ValidationError at contacts[0]"}]
    assert "Globex" in reply.text


def test_a_page_offers_to_remove_it(anybody: Gateway, token: str, spoilt: str) -> None:
    browser = Browser(anybody)

    for path in ("/", "/interviews"):
        page = browser.open(path) if browser.cookie else browser.sign_in(token, path)
        assert spoilt in page.text
        assert "Globex" in page.text

    assert browser.open(f"/interviews/{spoilt}").status == 409
    assert browser.send(f"/interviews/{spoilt}/remove").status == 200
    assert spoilt not in browser.open("/interviews").text


def test_the_pages_name_it_by_the_company_and_position_that_are_stored(
    anybody: Gateway, token: str, spoilt: str
) -> None:
    browser = Browser(anybody)

    link = f'/interviews/{spoilt}"><strong>Acme</strong>, Data Engineer</a>'
    assert link in browser.sign_in(token).text
    assert link in browser.open("/interviews").text
    assert "<strong>Acme, Data Engineer</strong>" in browser.open("/digest").text
    assert "<h1>Acme</h1>" in browser.open(f"/interviews/{spoilt}").text


def test_its_page_says_that_nothing_is_lost_and_how_to_go_on(anybody: Gateway, token: str, spoilt: str) -> None:
    page = Browser(anybody).sign_in(token, f"/interviews/{spoilt}")

    assert "Nothing is lost" in page.text
    assert 'href="/api/export.json"' in page.text
    assert 'href="/api/record?company=Acme&amp;position=Data+Engineer"' in page.text
    assert f"ValidationError at contacts[0] · {spoilt}" in page.text


def test_what_a_later_release_wrote_is_not_to_be_recorded_again_or_removed(
    anybody: Gateway, token: str, spoilt: str
) -> None:
    spoil(spoilt, schema={"N": "99"})

    page = Browser(anybody).sign_in(token, f"/interviews/{spoilt}")

    assert "A later release of Afterword wrote it." in page.text
    assert "Do not remove it." in page.text
    assert "/record?company" not in page.text


@pytest.mark.parametrize(
    ("company", "name"),
    [({"N": "7"}, "A record"), ({"S": "A\x00c\nme\u202e"}, "Acme"), ({"S": "x" * 9999}, "x" * 200)],
)
def test_a_spoilt_company_is_shown_as_far_as_it_is_a_name(
    anybody: Gateway, token: str, spoilt: str, company: dict[str, str], name: str
) -> None:
    spoil(spoilt, company=company)

    assert f"<h1>{name}</h1>" in Browser(anybody).sign_in(token, f"/interviews/{spoilt}").text


def test_an_export_keeps_it_as_it_is_stored(alex: Gateway, spoilt: str) -> None:
    kept = next(one for one in alex.get("/export.json").data["interviews"] if one["id"] == spoilt)
    rows = list(csv.DictReader(io.StringIO(alex.get("/export.csv").text[1:], newline="")))

    assert kept["stored"]["facts"]["M"]["company"] == {"S": "Acme"}
    assert kept["stored"]["facts"]["M"]["contacts"] == {"L": [{"S": "Dana"}]}
    assert [(row["id"], row["status"]) for row in rows if row["company"] == ""] == [(spoilt, "unreadable")]
