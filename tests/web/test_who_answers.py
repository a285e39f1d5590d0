"""An address with two that answer: a program gets JSON, a browser a page, and a file is a file for both."""

from __future__ import annotations

import pytest

from tests.web.browser import Browser
from tests.web.gateway import Gateway
from tests.web.given import ACME, FLAT, recorded

HTML, JSON = "text/html; charset=utf-8", "application/json"
PROBLEM = "application/problem+json"


@pytest.mark.parametrize(
    ("accept", "answered", "refused"),
    [
        ("text/html", HTML, HTML),
        ("text/html,application/xhtml+xml,*/*;q=0.8", HTML, HTML),
        ("application/json", JSON, PROBLEM),
        ("application/json, text/html", JSON, PROBLEM),
        ("text/html;q=0.1, application/json", JSON, PROBLEM),
        ("text/html;q=x", JSON, PROBLEM),
        ("\x00,;q", JSON, PROBLEM),
        ("*/*", JSON, PROBLEM),
        ("", JSON, PROBLEM),
    ],
)
def test_who_reads_is_known_by_what_they_accept(alex: Gateway, accept: str, answered: str, refused: str) -> None:
    assert alex.get("/interviews", Accept=accept).headers["Content-Type"] == answered
    assert alex.get("/interviews/nothing", Accept=accept).headers["Content-Type"] == refused


def test_a_letter_is_a_file_for_a_browser_too(alex: Gateway) -> None:
    path = f"/interviews/{recorded(alex)['id']}/drafts/status_letter"

    assert alex.get(path, Accept="text/html").headers["Content-Type"] == HTML
    assert alex.get(f"{path}.eml", Accept="text/html").headers["Content-Type"] == "message/rfc822"


def test_a_browser_that_sends_json_is_answered_in_json(alex: Gateway) -> None:
    assert alex.post("/interviews", ACME, Accept="text/html").status == 201


def test_a_form_of_who_asks_for_json_is_answered_in_json(alex: Gateway) -> None:
    assert alex.post_form("/interviews", FLAT, Accept="application/json").status == 201


def test_a_form_of_a_browser_is_sent_on_to_a_page(alex: Gateway) -> None:
    assert alex.post_form("/interviews", FLAT, Accept="text/html").status == 303


def test_a_part_of_the_path_is_decoded_once(alex: Gateway) -> None:
    path = f"/interviews/{recorded(alex)['id']}/drafts"

    assert alex.get(f"{path}/status_letter%2Eeml").headers["Content-Type"] == "message/rfc822"
    assert alex.get(f"{path}/status_letter%252Eeml").status == 404


@pytest.mark.parametrize("accept", ["*/*", "application/json"])
def test_a_form_that_only_a_page_takes_is_shown_again_to_who_asks_for_pages_only(browser: Browser, accept: str) -> None:
    browser.open("/settings")

    reply = browser.send("/settings", {"email": "nope"}, Accept=accept)

    assert (reply.status, reply.headers["Content-Type"]) == (422, PROBLEM)
    assert list(reply.faults) == ["email"]


def test_a_form_is_read_once_its_record_is_known_to_be_there(alex: Gateway) -> None:
    broken = alex.send("POST", "/interviews/01K1S0M3000000000000000009/undo", "{", Content_Type="application/json")

    assert broken.status == 404
