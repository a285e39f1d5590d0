"""``GET /contacts``: everybody on the records with their interviews, as JSON and as a page."""

from __future__ import annotations

from datetime import timedelta

import pytest

from chalicelib.playbook.contact import Contact
from chalicelib.records.interviews import PAGE, Interviews
from chalicelib.schemas.ids import new_id
from tests.factories import THAT_EVENING, an_interview, an_owner
from tests.web.browser import Browser
from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded

DANA = {"name": "Dana Winter", "phone": "+49 30 23125 021", "email": "dana@acme.example", "met": True}


def stored(interviews: Interviews, number: int, *contacts: Contact) -> None:
    """A record of another company, recorded so many seconds after the others."""
    record_id = new_id(THAT_EVENING + timedelta(seconds=number))
    company = f"Company {number}"
    interview = an_interview(id=record_id, process_id=record_id, company=company, contacts=contacts, version=1)
    interviews.restore(an_owner(), interview, THAT_EVENING)


def test_somebody_on_two_records_is_one_entry_with_both(alex: Gateway, clock: Clock) -> None:
    first = recorded(alex, contacts=[DANA | {"notes": "no ties"}, {"name": "Kim"}])
    clock.now += timedelta(days=1)
    second = recorded(alex, company="Globex", contacts=[{"name": "Dana W.", "email": "DANA@acme.example"}])

    data = alex.get("/contacts").data

    assert [one["name"] for one in data["items"]] == ["Dana W.", "Kim"]
    dana = data["items"][0]
    assert (dana["phone"], dana["email"]) == ("+49 30 23125 021", "DANA@acme.example")
    assert [(one["id"], one["company"], one["contact"]["met"]) for one in dana["interviews"]] == [
        (second["id"], "Globex", False),
        (first["id"], "Acme", True),
    ]
    assert dana["interviews"][1]["contact"] == first["contacts"][0]
    assert data["next"] is None


def test_people_of_ended_records_are_kept(alex: Gateway) -> None:
    ended = recorded(alex, contacts=[DANA])
    happened(alex, ended["id"], kind="heard_back", result="refusal", reasons_given=True)

    assert [one["name"] for one in alex.get("/contacts").data["items"]] == ["Dana Winter"]


def test_nobody_sees_the_people_of_another_owner(alex: Gateway, anybody: Gateway, kims_token: str) -> None:
    recorded(alex, contacts=[DANA])
    kim = anybody.signed_in(kims_token)

    assert kim.get("/contacts").data == {"items": [], "next": None}
    assert anybody.get("/contacts").status == 401


def test_a_page_covers_a_hundred_records_and_says_where_the_next_begins(
    alex: Gateway, alexs_browser: Browser, interviews: Interviews
) -> None:
    for number in range(PAGE + 1):
        stored(interviews, number, Contact(id="c1", name=f"Person {number}"))

    first = alex.get("/contacts").data
    second = alex.get(f"/contacts?cursor={first['next']}").data

    names = [one["name"] for one in (*first["items"], *second["items"])]
    assert names == [f"Person {number}" for number in reversed(range(PAGE + 1))]
    assert (len(first["items"]), second["next"]) == (PAGE, None)
    assert "People of earlier records" in alexs_browser.open("/contacts").text


def test_a_page_ends_before_it_is_too_large_for_one_answer(alex: Gateway, interviews: Interviews) -> None:
    talkative = tuple(Contact(id=f"c{place}", name=f"Person {place}", notes="я" * 1000) for place in range(10))
    for number in range(PAGE // 2):
        stored(interviews, number, *talkative)

    records, sizes = list[str](), list[int]()
    cursor: str | None = ""
    while cursor is not None:
        reply = alex.get(f"/contacts?next={cursor}" if cursor else "/contacts")
        records += [one["id"] for person in reply.data["items"] for one in person["interviews"]]
        cursor = reply.data["next"]
        sizes.append(len(reply.text.encode()))

    assert (len(records), len({*records})) == (10 * (PAGE // 2), PAGE // 2)
    assert len(sizes) > 1
    assert max(sizes) < 1_000_000


@pytest.mark.parametrize("cursor", ["x", "2026-08-03_01K1S0M3000000000000000001"])
def test_a_cursor_of_another_list_is_refused(alex: Gateway, cursor: str) -> None:
    assert alex.get(f"/contacts?cursor={cursor}").faults.keys() == {"cursor"}


def test_the_page_has_each_number_to_tap_and_each_interview_to_open(
    alex: Gateway, alexs_browser: Browser, clock: Clock
) -> None:
    first = recorded(alex, contacts=[DANA | {"notes": "no <ties>"}])
    clock.now += timedelta(days=1)
    second = recorded(alex, contacts=[{"name": "Dana Winter", "phone": "+49 30 9999999", "email": "dana@acme.example"}])
    alexs_browser.open("/")
    assert 'href="/api/contacts"' in alexs_browser.page.text

    text = alexs_browser.open("/contacts").text

    assert text.count("<strong>Dana Winter</strong>") == 1
    for link in ("tel:+493023125021", "tel:+49309999999", "mailto:dana@acme.example"):
        assert text.count(f'href="{link}"') == 1
    for record in (first, second):
        assert f'href="/api/interviews/{record["id"]}"' in text
    assert "no &lt;ties&gt;" in text


def test_without_anybody_the_page_says_where_to_begin(alexs_browser: Browser) -> None:
    assert "Nobody is on these records yet." in alexs_browser.open("/contacts").text


def test_old_contacts_without_ids_are_known_by_them_once_read(alex: Gateway, interviews: Interviews) -> None:
    record = recorded(alex, contacts=[DANA])
    listed = alex.get("/contacts").data["items"][0]["interviews"][0]["contact"]

    assert listed["id"] == record["contacts"][0]["id"] != Contact().id
