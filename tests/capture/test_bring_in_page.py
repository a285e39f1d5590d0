"""The page *Bring it in*: words are pasted, and come back as a form that can be corrected, recorded or discarded."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.web.pages.marked_text import marked_text
from tests.capture.given import a_calendar, a_mail, moved_to
from tests.capture.test_capture import INVITED, REFUSED, all_records, applied
from tests.web.browser import Browser
from tests.web.conftest import Clock, alexs_browser
from tests.web.gateway import STAGE, Gateway, Reply

browser = alexs_browser
_ACTION = re.compile(rf'action="{STAGE}(/act/[^"?]+)"')
_INPUT = re.compile(r'name="([a-z_]+)"[^>]*? value="([^"]*)"')


def pasted(browser: Browser, text: str) -> Reply:
    """The page after a text was pasted."""
    browser.open("/capture")
    return browser.send("/capture", {"text": text})


def button(page: Reply) -> str:
    """The path that the form of a proposal is sent to."""
    found = _ACTION.search(page.text)
    assert found, page.text
    return found[1]


def filled(page: Reply) -> dict[str, str]:
    """What stands in the inputs of the form."""
    return {name: text for name, text in _INPUT.findall(page.text) if name != "form_token"}


def acme(alex: Gateway) -> str:
    """An interview at Acme that is over; its id."""
    sent = {"company": "Acme", "position": "Clerk", "interview_on": "2026-08-01"}
    return str(alex.post("/interviews", sent).data["id"])


def last_event(alex: Gateway, record: str) -> dict[str, Any]:
    """What was recorded last."""
    return dict(alex.get(f"/interviews/{record}").data["events"][-1])


def test_what_was_read_fills_the_form_and_is_marked_in_the_words(alex: Gateway, browser: Browser) -> None:
    page = pasted(browser, INVITED)

    values = filled(page)
    assert (values["company"], values["position"], values["interview_on"], values["interview_time"]) == (
        "Acme",
        "Data Engineer",
        "2026-08-12",
        "15:00",
    )
    assert "<mark>Data Engineer</mark> position at <mark>Acme</mark>" in page.text
    assert all_records(alex) == []


def test_what_was_pasted_is_only_text(browser: Browser) -> None:
    page = pasted(browser, f"{INVITED} <script>alert(1)</script>")

    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert" in page.text


def test_correcting_it_is_editing_the_form(alex: Gateway, browser: Browser) -> None:
    page = pasted(browser, INVITED)

    browser.send(button(page), {**filled(page), "company": "Globex", "interview_time": "16:30"})

    (record,) = all_records(alex)
    assert (record["company"], record["position"], record["interview_time"]) == ("Globex", "Data Engineer", "16:30")


def test_a_field_that_was_emptied_stays_empty(alex: Gateway, browser: Browser) -> None:
    page = pasted(browser, INVITED)

    browser.send(button(page), {**filled(page), "interview_time": ""})

    assert all_records(alex)[0]["interview_time"] is None


def test_the_first_contact_can_be_corrected_and_comes_once(alex: Gateway, browser: Browser) -> None:
    page = pasted(browser, a_calendar().decode())
    assert filled(page)["contact_email"] == "dana.winter@acme.example"

    browser.send(button(page), {**filled(page), "contact_name": "Dana Sommer"})

    contacts = [(contact["name"], contact["email"]) for contact in all_records(alex)[0]["contacts"]]
    assert contacts == [("Dana Sommer", "dana.winter@acme.example")]


def test_what_does_not_fit_is_said_beside_its_field_and_the_rest_is_kept(alex: Gateway, browser: Browser) -> None:
    page = pasted(browser, INVITED)

    again = browser.send(button(page), {**filled(page), "company": "", "position": "Clerk"})

    assert again.status == 422
    assert "Is required." in again.text
    assert filled(again)["position"] == "Clerk"
    assert all_records(alex) == []


def test_what_is_discarded_waits_no_more_and_records_nothing(alex: Gateway, browser: Browser) -> None:
    path = button(pasted(browser, INVITED))

    page = browser.send(f"{path}?discard=yes")

    assert "Discarded." in page.text
    assert browser.open(path).status == 404
    assert all_records(alex) == []


def test_what_was_recorded_is_not_discarded(alex: Gateway, browser: Browser) -> None:
    path = button(pasted(browser, INVITED))
    browser.send(path)

    browser.send(f"{path}?discard=yes")

    assert "Recorded." in browser.open(path).text
    assert len(all_records(alex)) == 1


def test_another_day_is_shown_as_it_is_in_the_record_and_can_be_corrected(alex: Gateway, browser: Browser) -> None:
    record = applied(alex, a_calendar())["record"]
    page = pasted(browser, a_calendar(moved_to("20260814", "11", SEQUENCE="1")).decode())
    assert filled(page)["interview_on"] == "2026-08-14"
    assert "They moved the interview" in page.text

    browser.send(button(page), {**filled(page), "interview_time": "12:00"})

    event = last_event(alex, record)
    assert (event["kind"], event["interview_on"], event["interview_time"]) == (
        "interview_moved",
        "2026-08-14",
        "12:00",
    )


@pytest.mark.parametrize(
    ("chosen", "recorded"),
    [
        ({"result": "refusal", "reasons_given": "no"}, ("refusal", None)),
        ({"result": "refusal", "reasons_given": "yes"}, ("refusal", None)),
        ({"result": "told_to_wait", "until": "2026-08-20", "reasons_given": "no"}, ("told_to_wait", "2026-08-20")),
    ],
    ids=["as read", "with reasons", "another answer"],
)
def test_what_they_said_can_be_corrected(
    alex: Gateway, browser: Browser, chosen: dict[str, str], recorded: tuple[str, str | None]
) -> None:
    record = acme(alex)
    page = pasted(browser, REFUSED)
    assert "Record what they said" in page.text

    assert browser.send(button(page), chosen).status == 200

    event = last_event(alex, record)
    assert (event["kind"], event["result"], event.get("until")) == ("heard_back", *recorded)
    if chosen["result"] == "refusal":
        assert event["reasons_given"] is (chosen["reasons_given"] == "yes")


def test_a_day_typed_with_an_answer_that_has_none_is_refused_and_not_lost(alex: Gateway, browser: Browser) -> None:
    record = acme(alex)
    page = pasted(browser, REFUSED)

    again = browser.send(button(page), {"result": "refusal", "interview_on": "2026-08-20"})

    assert again.status == 422
    assert filled(again)["interview_on"] == "2026-08-20"
    assert alex.get(f"/interviews/{record}").data["events"] == []


def test_a_doubt_stands_beside_its_field_as_a_question(browser: Browser) -> None:
    page = pasted(browser, "Hello Alex, we invite you to an interview at Acme on Wednesday, 13 August 2026 at 3 pm.")

    asked = page.text.partition('for="interview_on"')[2].partition("<input")[0]
    assert "Is named with a weekday that it does not fall on." in asked


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Is required: a mail, a calendar file, or a text."),
        ("word " * 50_000, "Is longer than 200000 characters"),
        ("BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nEND:VEVENT\n" * 500 + "END:VCALENDAR\n", "Holds 500 events"),
        ("-----BEGIN PGP MESSAGE-----\n\nhQEMA", "Is encrypted: open it in your mail program"),
    ],
    ids=["empty", "too long", "a whole calendar", "encrypted"],
)
def test_what_cannot_be_read_is_refused_by_what_it_is(browser: Browser, text: str, said: str) -> None:
    page = pasted(browser, a_mail(text).decode() if "PGP" in text else text)

    assert page.status == 422
    assert said in page.text


def chosen(browser: Browser, content: bytes) -> Reply:
    """The page after a file was chosen."""
    token = re.search(r'name="form_token" value="([^"]+)"', browser.open("/capture").text)
    assert token
    parts = [
        ("form_token", "", token[1].encode()),
        ("text", "", b""),
        ("file", '; filename="brought"', content),
    ]
    body = b"".join(
        f'--b\r\nContent-Disposition: form-data; name="{name}"{more}\r\n\r\n'.encode() + content + b"\r\n"
        for name, more, content in parts
    )
    return browser._gateway.send(
        "POST",
        "/capture",
        body + b"--b--\r\n",
        Accept="text/html",
        Sec_Fetch_Site="same-origin",
        Cookie=browser.cookie,
        Content_Type="multipart/form-data; boundary=b",
    )


def test_a_file_is_read_like_what_is_pasted(browser: Browser) -> None:
    assert filled(chosen(browser, a_calendar()))["company"] == "Acme"


@pytest.mark.parametrize(
    ("content", "status", "said"),
    [
        (b"PK\x03\x04" + b"\0" * 99, 422, "Is no text (.zip)"),
        (b"\0\1\2\3" * 99, 422, "Is no text: send the mail"),
        (b"x" * (4 * 1024 * 1024 + 1), 413, "Too large"),
    ],
    ids=["zip", "binary", "too large"],
)
def test_a_file_that_cannot_be_read_is_refused_by_what_it_is(
    browser: Browser, content: bytes, status: int, said: str
) -> None:
    page = chosen(browser, content)

    assert page.status == status
    assert said in page.text


def test_where_nothing_can_be_recorded_the_page_says_why(browser: Browser) -> None:
    unmatched = pasted(browser, REFUSED)

    assert "It could not be seen which of your interviews this is about." in unmatched.text
    assert "Is about an interview that is not recorded." in unmatched.text

    nothing = pasted(browser, "Our newsletter: ten recipes for the summer.")

    assert "No interview, and no answer to one, was found in it." in nothing.text


def test_the_page_is_linked_from_today_and_from_the_record_form(browser: Browser) -> None:
    for path in ("/", "/record"):
        assert f'<a href="{STAGE}/capture">Paste an invitation</a>' in browser.open(path).text


def test_what_waits_stands_on_today_for_thirty_days_and_one_press_leads_to_it(
    alex: Gateway, browser: Browser, clock: Clock
) -> None:
    assert "Brought in, not recorded yet" not in browser.open("/").text
    alex.post("/capture", {"text": INVITED})

    today = browser.open("/").text
    assert "Record the interview with Acme" in today
    link = re.search(rf'href="{STAGE}(/act/[^"]+)">Look at it', today)
    assert link
    assert "Is this right?" in browser.open(link[1]).text

    clock.now += timedelta(days=30, seconds=1)
    assert "Record the interview with Acme" not in browser.open("/").text


@pytest.mark.parametrize("how", ["", "?discard=yes"], ids=["recorded", "discarded"])
def test_what_was_settled_waits_no_more(alex: Gateway, browser: Browser, how: str) -> None:
    path = button(pasted(browser, INVITED))
    browser.send(path + how)

    assert "Brought in, not recorded yet" not in browser.open("/").text


def test_what_was_taken_back_waits_again(browser: Browser) -> None:
    path = button(pasted(browser, INVITED))
    browser.send(path)
    browser.send(f"{path}?undo=yes")

    assert "Record the interview with Acme" in browser.open("/").text


class TestTheSwitch:
    """``capture_certain``: exact calendar data records itself."""

    def test_off_until_the_owner_turns_it_on_in_the_settings(self, alex: Gateway, browser: Browser) -> None:
        alex.send("POST", "/capture", a_calendar(), Content_Type="text/calendar")
        assert all_records(alex) == []

        browser.open("/settings")
        browser.send("/settings", {"capture_certain": "yes"})

        assert alex.get("/owner").data["capture_certain"] is True

    def test_on_it_records_at_once_and_the_page_can_take_it_back(self, alex: Gateway, browser: Browser) -> None:
        alex.patch("/owner", {"capture_certain": True})

        page = pasted(browser, a_calendar().decode())

        assert "Recorded." in page.text
        assert len(all_records(alex)) == 1
        undo = re.search(rf'action="{STAGE}(/act/[^"]+)"', page.text)
        assert undo
        browser.send(undo[1])
        assert all_records(alex) == []

    def test_on_words_still_only_propose(self, alex: Gateway) -> None:
        alex.patch("/owner", {"capture_certain": True})

        assert alex.post("/capture", {"text": INVITED}).data["accept"]
        assert all_records(alex) == []


def test_words_that_overlap_are_marked_as_one_and_what_is_not_there_is_left_out() -> None:
    pieces = marked_text("Monday, 3 August at noon", ["Monday, 3 August", "3 August at", "Tuesday", "a"])

    assert [(piece.text, piece.is_marked) for piece in pieces] == [("Monday, 3 August at", True), (" noon", False)]
