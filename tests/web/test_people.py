"""The people on a record's page: added, changed, removed, and marked as having been there (C4)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.web.browser import Browser
from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded

KIM = {"contact_name": "Kim Moss", "contact_role": "supervisor", "contact_email": "kim@acme.example"}
TWO = [
    {"name": "Dana Winter", "email": "dana@acme.example", "phone": "+49 30 23125 021", "met": True},
    {"name": "Kim Moss", "email": "kim@acme.example", "role": "supervisor", "met": True},
]


def people_of(alex: Gateway, record: dict[str, Any]) -> list[dict[str, Any]]:
    """The contacts of the record as it is now."""
    return list(alex.get(f"/interviews/{record['id']}").data["contacts"])


def path_of(record: dict[str, Any], place: int = 0) -> str:
    """The address of a contact."""
    return f"/interviews/{record['id']}/contacts/{record['contacts'][place]['id']}"


def typed(contact: dict[str, Any], **changes: str) -> dict[str, str]:
    """The form of a contact as it was opened, with these changes."""
    values = {f"contact_{name}": value or "" for name, value in contact.items() if name not in ("id", "met")}
    return values | ({"contact_met": "on"} if contact["met"] else {}) | changes


def test_the_phone_in_the_head_of_a_record_is_a_link_to_tap(alex: Gateway, alexs_browser: Browser) -> None:
    record = recorded(
        alex, contacts=[{"name": "Dana", "phone": "030 23125021", "extension": "7", "email": "d@a.example"}]
    )

    text = alexs_browser.open(f"/interviews/{record['id']}").text

    assert '<a class="way" href="tel:+493023125021;ext=7">030 23125021, extension 7</a>' in text
    assert '<a class="way" href="mailto:d@a.example">d@a.example</a>' in text


def test_somebody_is_added(alex: Gateway, alexs_browser: Browser) -> None:
    record = recorded(alex)
    alexs_browser.open(f"/interviews/{record['id']}/contacts")

    page = alexs_browser.send(f"/interviews/{record['id']}/contacts", KIM | {"contact_met": "on"})

    assert "Saved." in page.text
    dana, kim = people_of(alex, record)
    assert (dana, kim["name"], kim["role"], kim["met"]) == (record["contacts"][0], "Kim Moss", "supervisor", True)
    assert kim["id"] not in ("", dana["id"])


def test_who_is_added_twice_by_a_double_tap_is_there_once(alex: Gateway, alexs_browser: Browser) -> None:
    record = recorded(alex)
    alexs_browser.open(f"/interviews/{record['id']}/contacts")

    for _ in range(2):
        alexs_browser.send(f"/interviews/{record['id']}/contacts", KIM)

    assert [one["name"] for one in people_of(alex, record)] == ["Dana Winter", "Kim Moss"]


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"contact_email": "kim(at)acme"}, "contact_email"),
        ({"contact_phone": "call me"}, "contact_phone"),
        ({"contact_role": "friend"}, "contact_role"),
    ],
)
def test_what_does_not_fit_stands_at_its_field_and_what_was_typed_stays(
    alex: Gateway, alexs_browser: Browser, sent: dict[str, str], field: str
) -> None:
    record = recorded(alex)
    for path, form in (
        (f"/interviews/{record['id']}/contacts", KIM),
        (path_of(record), typed(record["contacts"][0], contact_phone="")),
    ):
        alexs_browser.open(path)

        page = alexs_browser.send(path, form | {"contact_title": "Head of <Data>"} | sent)

        assert page.status == 422
        assert f'id="{field}-fault"' in page.text
        assert "Head of &lt;Data&gt;" in page.text
    assert people_of(alex, record) == record["contacts"]


def test_of_somebody_at_least_a_name_a_number_or_an_address_is_needed(alex: Gateway, alexs_browser: Browser) -> None:
    record = recorded(alex)
    alexs_browser.open(f"/interviews/{record['id']}/contacts")

    page = alexs_browser.send(f"/interviews/{record['id']}/contacts", {"contact_role": "ceo"})

    assert (page.status, 'id="contact_name-fault"' in page.text) == (422, True)
    assert people_of(alex, record) == record["contacts"]


def test_no_more_people_than_a_record_holds_are_added(alex: Gateway, alexs_browser: Browser) -> None:
    record = recorded(alex, contacts=[{"name": f"Person {number}"} for number in range(10)])
    alexs_browser.open(f"/interviews/{record['id']}/contacts")

    page = alexs_browser.send(f"/interviews/{record['id']}/contacts", KIM)

    assert (page.status, "holds more than 10" in page.text, "Kim Moss" in page.text) == (422, True, True)


def test_somebody_is_changed_and_keeps_their_id(alex: Gateway, alexs_browser: Browser) -> None:
    record = recorded(alex, contacts=TWO)
    alexs_browser.open(path_of(record, 1))

    change = typed(record["contacts"][1], contact_name="Kim Moss-Hill", contact_email="", contact_notes="likes trains")
    alexs_browser.send(path_of(record, 1), {name: text for name, text in change.items() if name != "contact_met"})

    dana, kim = people_of(alex, record)
    assert dana == record["contacts"][0]
    assert kim == record["contacts"][1] | {
        "name": "Kim Moss-Hill", "email": None, "met": False, "notes": "likes trains"
    }  # fmt: skip


def test_a_form_that_was_opened_before_another_change_overwrites_nothing(alex: Gateway, alexs_browser: Browser) -> None:
    record = recorded(alex, contacts=TWO)
    alexs_browser.open(path_of(record))
    alex.patch(f"/interviews/{record['id']}", {"contact_phone": "+49 30 9"})

    page = alexs_browser.send(path_of(record), typed(record["contacts"][0], contact_name="Dana W."))

    assert (page.status, "This was changed elsewhere" in page.text, "Dana W." in page.text) == (422, True, True)
    assert people_of(alex, record)[0]["phone"] == "+49 30 9"


def test_a_form_that_is_sent_twice_changes_nothing_the_second_time(alex: Gateway, alexs_browser: Browser) -> None:
    record = recorded(alex, contacts=TWO)
    page = alexs_browser.open(path_of(record))
    made_from = page.text.partition('name="made_from" value="')[2].partition('"')[0]

    for _ in range(2):
        form = typed(record["contacts"][0], contact_name="Dana W.", made_from=made_from)
        assert "Saved." in alexs_browser.send(path_of(record), form).text

    assert [one["name"] for one in people_of(alex, record)] == ["Dana W.", "Kim Moss"]


def test_what_was_typed_of_somebody_who_is_gone_can_be_added_anew(alex: Gateway, alexs_browser: Browser) -> None:
    record = recorded(alex, contacts=TWO)
    alexs_browser.open(path_of(record, 1))
    alex.patch(f"/interviews/{record['id']}", {"contacts": record["contacts"][:1]})

    page = alexs_browser.send(path_of(record, 1), typed(record["contacts"][1], contact_notes="likes trains"))

    assert (page.status, "likes trains" in page.text) == (422, True)
    assert f'action="/api/interviews/{record["id"]}/contacts"' in page.text


def test_who_is_removed_is_owed_no_thanks_any_more(alex: Gateway, alexs_browser: Browser, clock: Clock) -> None:
    record = recorded(alex, contacts=TWO)
    clock.now += timedelta(days=1)
    owing = happened(alex, record["id"], kind="thank_you_sent", contact=record["contacts"][0]["id"])
    assert owing["next_step"]["kind"] == "thank_you_letter"  # Kim's
    alexs_browser.open(path_of(record, 1))

    for _ in range(2):  # pressed twice
        assert "Saved." in alexs_browser.send(f"{path_of(record, 1)}/remove").text

    after = alex.get(f"/interviews/{record['id']}").data
    assert [one["name"] for one in after["contacts"]] == ["Dana Winter"]
    assert after["next_step"]["kind"] == "status_call"


def test_who_was_there_and_what_they_said_is_one_form(alex: Gateway, alexs_browser: Browser, clock: Clock) -> None:
    record = recorded(alex, contacts=TWO)
    dana, kim = record["contacts"]
    clock.now += timedelta(days=14)  # long after the questions
    page = alexs_browser.open(f"/interviews/{record['id']}")
    assert "Who was there, and what they said" in page.text

    said = {f"met_{kim['id']}": "on", f"notes_{kim['id']}": "no ties", f"notes_{dana['id']}": ""}
    alexs_browser.send(f"/interviews/{record['id']}/met", said)

    assert [(one["met"], one["notes"]) for one in people_of(alex, record)] == [(False, None), (True, "no ties")]


def test_of_whom_nothing_is_sent_nothing_changes(alex: Gateway, alexs_browser: Browser) -> None:
    record = recorded(alex, contacts=[TWO[0] | {"notes": "no ties"}, TWO[1]])
    alexs_browser.open(f"/interviews/{record['id']}")

    alexs_browser.send(f"/interviews/{record['id']}/met", {"made_from": ""})

    assert people_of(alex, record) == record["contacts"]


def test_lines_of_a_note_stay_lines_in_that_form(alex: Gateway, alexs_browser: Browser, clock: Clock) -> None:
    record = recorded(alex, contacts=[{"name": "Dana", "notes": "one\ntwo"}])
    clock.now += timedelta(days=14)

    page = alexs_browser.open(f"/interviews/{record['id']}")

    assert f'<textarea id="notes_{record["contacts"][0]["id"]}-there"' in page.text


def test_what_does_not_fit_in_that_form_stands_at_its_line(alex: Gateway, alexs_browser: Browser) -> None:
    record = recorded(alex, contacts=TWO)
    dana = record["contacts"][0]
    alexs_browser.open(f"/interviews/{record['id']}")

    page = alexs_browser.send(
        f"/interviews/{record['id']}/met", {f"notes_{dana['id']}": "x" * 1001, "notes_nobody": "y", "made_from": ""}
    )

    assert (page.status, "x" * 1001 in page.text, 'class="fault"' in page.text) == (422, True, True)
    assert people_of(alex, record) == record["contacts"]


def test_people_of_somebody_else_s_record_are_not_there(alex: Gateway, browser: Browser) -> None:
    record = recorded(alex, contacts=TWO)

    for path in (path_of(record), f"{path_of(record)}/remove", f"/interviews/{record['id']}/met"):
        browser.open("/settings")
        assert browser.send(path, KIM).status == 404
    browser.open("/settings")
    assert browser.send(f"/interviews/{record['id']}/contacts", KIM).status == 404
    assert browser.open(path_of(record)).status == 404
    assert alex.get(f"/interviews/{record['id']}").data == record
