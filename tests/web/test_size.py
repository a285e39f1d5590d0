"""F31: every answer has a limit in bytes, and what does not fit is on a page after it."""

from __future__ import annotations

import json

import pytest
from msgspec.json import encode

from chalicelib.exchange.import_report import MOST_BYTES_IN_FULL
from proofs.faults.size.reading import MOST_BYTES, Reading
from proofs.faults.size.shelves import ALPHABETS, shelves
from tests.web.browser import Browser
from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import recorded

SHELVES = {shelf.name: shelf for shelf in shelves(120, "ru")}


@pytest.mark.parametrize("name", [name for name in SHELVES if "emoji" in name or "unreadable" in name])
def test_f31_no_answer_is_too_large_and_nothing_is_on_no_page(name: str) -> None:
    wrong = [(at, fault) for at, fault in Reading(SHELVES[name]).faults() if fault]

    assert wrong == []


@pytest.mark.parametrize("path", ["/agenda", "/", "/interviews"])
def test_f31_a_cursor_of_another_list_is_refused(alex: Gateway, alexs_browser: Browser, path: str) -> None:
    if path == "/agenda":
        assert alex.get(f"{path}?cursor=nonsense").status == 422
        return
    assert alexs_browser.open(f"{path}?cursor=nonsense").status in (404, 422)


def test_f31_an_agenda_that_fits_is_whole_and_says_that_nothing_follows(alex: Gateway) -> None:
    record = recorded(alex)

    agenda = alex.get("/agenda").data

    assert agenda["next"] is None
    assert [one["id"] for one in agenda["search"]["processes"]] == [record["id"]]


def test_f31_a_long_page_of_today_goes_on_behind_a_link(alex: Gateway, alexs_browser: Browser, clock: Clock) -> None:
    for number in range(51):
        recorded(alex, company=f"Acme {number}.")
    first = alexs_browser.open("/").text

    (more,) = [line for line in first.splitlines() if "cursor=" in line]
    second = alexs_browser.open("/?" + more.partition("/?")[2].partition('"')[0]).text

    assert [sum(f"Acme {number}." in page for page in (first, second)) for number in range(51)] == [1] * 51
    assert "cursor=" not in second


@pytest.mark.parametrize("letters", ALPHABETS.values(), ids=ALPHABETS)
def test_f31_what_comes_of_a_file_in_which_everything_is_wrong_is_not_too_large(alex: Gateway, letters: str) -> None:
    alex.patch("/owner", {"language": "ru"})
    at_fault = (
        "interview_on",
        "url",
        "round",
        "answer_expected_on",
        "may_call",
        "employer_country",
        "interview_minutes",
    )
    row = (
        dict.fromkeys(at_fault, letters * 30)
        | {
            "company": letters * 30,
            "position": letters * 30,
            "contacts": [{"phone": "x", "email": "x", "role": "x"}] * 10,
        }
        | {f"{letter}{number}": 1 for letter in "abcdefgh" for number in range(4)}
    )
    sent = {"format": "afterword", "format_version": 2, "owner": {}, "interviews": [row] * 1000}

    reply = alex.send("POST", "/import/preview", encode(sent), Content_Type="application/json")

    assert reply.status == 200
    assert len(reply.data["rows"]) == 1000
    assert all(row["problems"] for row in reply.data["rows"])
    assert len(json.dumps(reply.text)) < MOST_BYTES
    assert len(reply.text.encode()) > MOST_BYTES_IN_FULL


def test_f31_a_file_too_long_for_the_page_to_carry_is_asked_for_again(alex: Gateway) -> None:
    row = ",".join(["Ромашка", "Инженер", "2026-08-03", "ж" * 1000])
    text = "\n".join(["company,position,interview_on,notes", *[row] * 900])
    part = 'Content-Disposition: form-data; name="file"; filename="a.csv"'
    body = f"--part\r\n{part}\r\n\r\n{text}\r\n--part--\r\n".encode()

    sent_as = {"Content_Type": "multipart/form-data; boundary=part", "Accept": "text/html"}
    page = alex.send("POST", "/import/preview", body, **sent_as).text

    assert len(json.dumps(page)) < MOST_BYTES
    assert '<input id="file" name="file" type="file" required>' in page
    assert "ж" * 1000 not in page
