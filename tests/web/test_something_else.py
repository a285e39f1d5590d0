"""What happened, said on a record's page where no button says it."""

from __future__ import annotations

import json
import re
from datetime import timedelta

import pytest

from chalicelib.records.owners import Owners
from chalicelib.usecases.tokens import new_token
from tests.factories import an_owner
from tests.web.browser import Browser
from tests.web.conftest import Clock
from tests.web.gateway import Gateway

ACME = {"company": "Acme", "position": "Data Engineer", "interview_on": "2026-08-03"}


@pytest.fixture
def browser(anybody: Gateway, owners: Owners) -> Browser:
    """Kim's browser, signed in."""
    token, secret_hash = new_token("kim")
    owners.add(an_owner(id="kim", name="Kim Moss"), secret_hash)
    browser = Browser(anybody)
    browser.sign_in(token)
    return browser


@pytest.fixture
def path(browser: Browser, clock: Clock) -> str:
    """The record's page, which is open, a week after the interview."""
    browser.open("/record")
    browser.send("/interviews", ACME)
    clock.now += timedelta(days=7)
    path = "/interviews/" + browser.open("/interviews").text.split('href="/api/interviews/')[1].split('"')[0]
    browser.open(path)
    return path


def offered(page: str) -> list[str]:
    """The choices of the form."""
    return re.findall(r'<option value="([^"]*)"', page.split('<select id="what"')[1].split("</select>", maxsplit=1)[0])


def made_from(page: str) -> str:
    """What the forms of a record's page say that they were made of."""
    (said,) = set(re.findall(r'name="made_from" value="([^"]*)"', page))
    return str(said)


def happenings(browser: Browser, path: str) -> list[str]:
    """The kinds of what is recorded, in order."""
    record_id = path.rpartition("/")[2]
    exported = json.loads(browser.open("/export.json").text)["interviews"]
    (record,) = [one for one in exported if one["id"] == record_id]
    return [event["kind"] for event in record["events"]]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"what": "called voicemail"}, "You called, and got the voicemail."),
        ({"what": "called wrong_number"}, "You called, and the number was wrong."),
        ({"what": "called no_decision", "day": "2026-08-12"}, "You agreed to call again on Wednesday 12 August."),
        ({"what": "called told_to_wait", "day": "2026-08-14"}, "They named Friday 14 August."),
        ({"what": "heard_back told_to_wait"}, "They wrote that you should wait."),
        ({"what": "heard_back offer", "day": "2026-08-14"}, "They want your answer by Friday 14 August."),
        ({"what": "heard_back next_round", "day": "2026-08-20"}, "the next round. The date is Thursday 20 August."),
        ({"what": "withdrawn", "on": "2026-08-06"}, "You withdrew."),
        ({"what": "closed"}, "You stopped following up."),
        ({"what": "note", "note": "Dana is away."}, "Dana is away."),
    ],
)
def test_it_is_recorded_and_said(browser: Browser, path: str, typed: dict[str, str], said: str) -> None:
    page = browser.send(f"{path}/events", typed)

    assert "Recorded." in page.text
    assert said in page.text


def test_each_choice_that_is_offered_is_taken(browser: Browser, path: str) -> None:
    for what in offered(browser.open(path).text):
        browser.open(path)
        page = browser.send(
            f"{path}/events", {"what": what, "day": "2026-08-20"} if "next_round" in what else {"what": what}
        )
        assert "Recorded." in page.text, what
        browser.send(f"{path}/undo")


def test_a_form_that_is_sent_again_because_its_answer_was_lost_counts_once(browser: Browser, path: str) -> None:
    of_this_page = made_from(browser.page.text)
    typed = {"what": "called wrong_number", "made_from": of_this_page}
    browser.send(f"{path}/events", typed)
    browser.open(path)

    page = browser.send(f"{path}/events", typed)

    assert "Recorded." in page.text
    assert happenings(browser, path) == ["called"]


def test_the_same_on_a_page_that_was_opened_afterwards_counts_again(browser: Browser, path: str) -> None:
    for _ in range(2):
        browser.send(f"{path}/events", {"what": "called voicemail", "made_from": made_from(browser.open(path).text)})

    assert happenings(browser, path) == ["called", "called"]


def test_what_an_open_page_says_counts_though_something_else_was_recorded_meanwhile(
    browser: Browser, path: str
) -> None:
    of_this_page = made_from(browser.page.text)
    browser.send(f"{path}/events", {"what": "note", "note": "Dana is away."})

    browser.send(f"{path}/events", {"what": "called voicemail", "made_from": of_this_page})

    assert happenings(browser, path) == ["note", "called"]


def test_an_undo_that_is_sent_again_because_its_answer_was_lost_takes_one_back(browser: Browser, path: str) -> None:
    for note in ("The first", "The second"):
        browser.send(f"{path}/events", {"what": "note", "note": note})
    of_this_page = made_from(browser.open(path).text)

    pages = [browser.send(f"{path}/undo", {"made_from": of_this_page}) for _ in range(2)]

    assert [page.status for page in pages] == [200, 200]
    assert "Taken back." in pages[0].text
    assert "Taken back." not in pages[1].text
    assert happenings(browser, path) == ["note"]


def test_what_does_not_fit_comes_back_as_it_was_typed(browser: Browser, path: str) -> None:
    typed = {"what": "called told_to_wait", "day": "2026-08-01", "on": "2026-08-20", "note": "a zebra"}

    page = browser.send(f"{path}/events", typed)

    assert page.status == 422
    assert 'id="on-fault">Is in the future: record it on the day it happens.' in page.text
    assert '<option value="called told_to_wait" selected>' in page.text
    assert 'value="2026-08-01"' in page.text
    assert ">a zebra</textarea>" in page.text
    page = browser.send(f"{path}/events", typed | {"on": "2026-08-10"})
    assert 'id="day-fault">Is before the day on which they asked you to wait.' in page.text
    assert "Recorded." in browser.send(f"{path}/events", typed | {"on": "", "day": ""}).text


def test_a_day_that_does_not_belong_is_named_beside_its_field(browser: Browser, path: str) -> None:
    page = browser.send(f"{path}/events", {"what": "note", "day": "2026-08-12"})

    assert (
        'id="day-fault">Goes with waiting, calling again, an offer, the next round and a moved interview only.'
        in page.text
    )
    page = browser.send(f"{path}/events", {"what": "note", "hour": "15:00"})
    assert 'id="hour-fault">Goes with calling again, the next round and a moved interview only.' in page.text


def test_after_the_end_only_what_can_still_happen_is_offered(browser: Browser, path: str) -> None:
    browser.send(f"{path}/events", {"what": "heard_back refusal"})
    browser.send(f"{path}/events", {"what": "closed"})

    choices = offered(browser.open(path).text)

    assert "called voicemail" not in choices
    assert {"note", "heard_back offer", "reasons_requested"} <= set(choices)


def test_a_call_step_without_a_number_can_be_answered_and_the_number_added(browser: Browser, path: str) -> None:
    page = browser.open(path).text

    assert f'<a href="/api{path}/edit">Add it</a>' in page
    assert "called no_answer" in offered(page)
