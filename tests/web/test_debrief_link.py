"""W12: the link of the mail that asks what was said: without signing in, once, at its version, and taken back whole."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.links.action import ActionKind
from chalicelib.playbook.step import StepKind
from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded
from tests.web.links import BROWSER, events, link, pressed, reading

TWO = [
    {"id": "dana", "name": "Dana Winter", "email": "dana.winter@acme.example"},
    {"id": "robin", "name": "Robin Hale"},
]
ANSWERS = "when=2026-08-14&answer_channel=email&may_call=yes&met_dana=on&notes_dana=how+she+works"


@pytest.fixture
def acme(alex: Gateway) -> dict[str, Any]:
    """Acme, interviewed today, with two people of whom nobody is marked yet."""
    return recorded(alex, contacts=TWO)


@pytest.fixture
def asking(acme: dict[str, Any], clock: Clock) -> str:
    """The link in the mail of the next morning."""
    clock.now += timedelta(hours=14)
    return link(ActionKind.DEBRIEFED, acme, clock)


def said(alex: Gateway, record: dict[str, Any]) -> tuple[Any, ...]:
    """What the record says of the answer, and of each person."""
    now = alex.get(f"/interviews/{record['id']}").data
    of_people = [(one["met"], one["notes"]) for one in now["contacts"]]
    return now["answer_expected_on"], now["answer_channel"], now["may_call"], of_people


NOTHING = (None, None, None, [(False, None), (False, None)])
ALL = ("2026-08-14", "email", True, [(True, "how she works"), (False, None)])


def test_w12_it_opens_the_questions_and_changes_nothing(
    anybody: Gateway, alex: Gateway, acme: dict[str, Any], asking: str
) -> None:
    page = anybody.get(asking, Accept="application/json")

    assert page.status == 200
    assert "<h1>What did they say?</h1>" in page.text
    for name in ("when", "answer_expected_on", "answer_channel", "may_call", "met_dana", "notes_robin"):
        assert f'name="{name}"' in page.text
    assert '<button type="submit">Save</button>' in page.text
    assert alex.get(f"/interviews/{acme['id']}").data == acme


def test_w12_the_answers_are_written_once_with_their_note(
    anybody: Gateway, alex: Gateway, acme: dict[str, Any], asking: str
) -> None:
    first = pressed(anybody, asking, ANSWERS)
    again = pressed(anybody, asking, "may_call=no")

    assert said(alex, acme) == ALL
    assert [event["note"] for event in events(alex, acme)] == ["I wrote down what was said in the interview."]
    assert alex.get(f"/interviews/{acme['id']}").data["version"] == acme["version"] + 1
    assert "You wrote down what was said in the interview at Acme." in first.text
    assert "This is recorded already." in again.text


def test_w12_a_browser_is_sent_on_and_undo_takes_the_answers_back(
    anybody: Gateway, alex: Gateway, acme: dict[str, Any], asking: str
) -> None:
    assert pressed(anybody, asking, ANSWERS, **BROWSER).status == 303
    page = anybody.get(f"{asking}?done=yes").text
    undo = "/act/" + page.split('action="./')[1].split('"')[0]

    undone = pressed(anybody, undo)

    assert "Taken back." in undone.text
    assert (said(alex, acme), events(alex, acme)) == (NOTHING, [])


def test_w12_after_anything_else_it_changes_nothing_says_how_things_stand_and_offers_the_questions_anew(
    anybody: Gateway, alex: Gateway, acme: dict[str, Any], asking: str
) -> None:
    happened(alex, acme["id"], kind="thank_you_sent")

    stale = pressed(anybody, asking, ANSWERS)

    assert said(alex, acme) == NOTHING
    assert "so it changed nothing" in stale.text
    anew = "/act/" + stale.text.split('">What did they say?</a>')[0].rpartition('href="./')[2]
    pressed(anybody, anew, ANSWERS)
    assert said(alex, acme) == ALL


def test_w12_a_change_of_the_record_makes_it_stale_too(
    anybody: Gateway, alex: Gateway, acme: dict[str, Any], asking: str
) -> None:
    alex.patch(f"/interviews/{acme['id']}", {"may_call": False})

    assert "so it changed nothing" in anybody.get(asking).text
    pressed(anybody, asking, ANSWERS)
    assert said(alex, acme) == (None, None, False, NOTHING[3])


def test_w12_what_does_not_fit_comes_back_as_it_was_filled_in(
    anybody: Gateway, alex: Gateway, acme: dict[str, Any], asking: str
) -> None:
    page = pressed(anybody, asking, "answer_expected_on=2026-08-01&may_call=yes&notes_dana=a+zebra")

    assert page.status == 422
    assert page.text.count("Is not after the day of the interview.") == 1
    assert 'name="may_call" value="yes" checked' in page.text
    assert 'value="a zebra"' in page.text
    assert alex.get(f"/interviews/{acme['id']}").data == acme


def test_w12_it_asks_nothing_once_all_is_known(anybody: Gateway, alex: Gateway, clock: Clock) -> None:
    known = {"answer_expected_on": "2026-08-14", "answer_channel": "phone", "may_call": True}
    record = recorded(alex, contacts=None, **known)
    path = link(ActionKind.DEBRIEFED, record, clock)

    assert "so it changed nothing" in anybody.get(path).text
    assert "so it changed nothing" in pressed(anybody, path, ANSWERS).text
    assert events(alex, record) == []


def test_w12_an_answer_day_moves_what_is_next(anybody: Gateway, acme: dict[str, Any], asking: str) -> None:
    happened_page = pressed(anybody, asking, ANSWERS).text

    assert "What is next" in happened_page
    assert acme["next_step"]["kind"] == "thank_you_letter"


def test_w12_d4_the_page_behind_something_else_has_the_questions_one_tap_away(
    anybody: Gateway, alex: Gateway, acme: dict[str, Any], clock: Clock
) -> None:
    clock.now += timedelta(hours=14)
    page = anybody.get(reading(StepKind.THANK_YOU_LETTER, acme, clock)).text
    (asking,) = re.findall(r'href="/api(/act/[^"]*)">What did they say\?</a>', page)

    pressed(anybody, asking, ANSWERS)

    assert said(alex, acme) == ALL


def test_what_the_owner_notes_beside_the_answers_is_kept(
    anybody: Gateway, alex: Gateway, acme: dict[str, Any], asking: str
) -> None:
    pressed(anybody, asking, "note=They+liked+the+demo")

    assert alex.get(f"/interviews/{acme['id']}").data["events"][-1]["note"].endswith("\nThey liked the demo")


def test_a_note_that_is_too_long_is_refused_in_words(anybody: Gateway, asking: str) -> None:
    page = pressed(anybody, asking, "note=" + "x" * 1001)

    assert page.status == 422
    assert 'role="alert"' in page.text
