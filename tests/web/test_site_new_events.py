"""The pages' buttons, choices and words for offers to their end, moves, days to come, and thanks to each."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from chalicelib.drafts.event_text import event_text
from chalicelib.links.action import ACTIONS, ActionKind
from chalicelib.playbook.event_kinds import EVENTS
from chalicelib.records.interviews import Interviews
from chalicelib.schemas.event_form import SHOWN_AS
from tests.web.browser import Browser
from tests.web.conftest import WRITER, Clock
from tests.web.gateway import Gateway
from tests.web.new_events import AHEAD, AN_OFFER, CASES, MOVED, TWO_MET, Case, with_contact

ARRIVED, ACCEPTED, DECLINED, MOVE = "called arrived", "offer_accepted", "offer_declined", "interview_moved"
NEW_CHOICES = {ARRIVED, ACCEPTED, DECLINED, MOVE}
LANGUAGES = ("en", "ru")
OPTIONS = {spec.choice: spec.option for spec in EVENTS if spec.option}
in_each_language = pytest.mark.parametrize("language", LANGUAGES)

# The buttons of a step, those that are new by now, and the choices of the form below it.
STEPS = [
    (
        Case("closing question", 10, {}, None, facts=AHEAD),
        {ActionKind.MOVED, ActionKind.STOP},
        {ARRIVED, MOVE},
    ),
    (
        Case("day to come", 10, {}, None, facts=AHEAD, before=((10, MOVED),)),
        {ActionKind.NO_ANSWER, ActionKind.NO_DAY, ActionKind.WAIT, ActionKind.DAY_NAMED, ActionKind.REFUSAL},
        {ARRIVED, MOVE},
    ),
    (
        Case("offer", 6, {}, None, before=((6, AN_OFFER),)),
        {ActionKind.ACCEPTED, ActionKind.DECLINED, ActionKind.MORE_TIME, ActionKind.TAKEN_BACK},
        {ARRIVED, ACCEPTED, DECLINED, MOVE},
    ),
    (
        Case("receipt call", 5, {}, None, before=((4, {"kind": "letter_sent"}),)),
        {ActionKind.ARRIVED, ActionKind.NO_ANSWER, ActionKind.NO_DECISION, ActionKind.WAIT, ActionKind.OFFER},
        {ARRIVED},
    ),
    (Case("thanks", 4, {}, None), {ActionKind.THANKED, ActionKind.OFFER}, {ARRIVED, MOVE}),
    (Case("end", 7, {}, None, before=((6, AN_OFFER), (6, {"kind": "offer_accepted"}))), set(), set()),
]


def label(kind: ActionKind, language: str) -> str:
    """What a button says."""
    return WRITER.languages.of(language).say(ACTIONS[kind].label)


def buttons(page: str) -> set[str]:
    """What the buttons and links of the step say."""
    return set(re.findall(r'<a [^>]*href="[^"]*/act/[^"]*"[^>]*>([^<]*)</a>', page))


def choices(page: str) -> dict[str, str]:
    """The choices of the form "What happened?", with their words."""
    form = page.split('<select id="what"')[1].split("</select>", maxsplit=1)[0]
    return dict(re.findall(r'<option value="([^"]*)"[^>]*>([^<]*)', form))


@in_each_language
@pytest.mark.parametrize(("case", "own", "offered"), STEPS, ids=[str(case) for case, *_ in STEPS])
def test_a_step_has_its_buttons_and_the_form_what_may_happen(
    alex: Gateway,
    alexs_browser: Browser,
    clock: Clock,
    case: Case,
    own: set[ActionKind],
    offered: set[str],
    language: str,
) -> None:
    alex.patch("/owner", {"language": language})
    record = case.given(alex, clock)

    page = alexs_browser.open(f"/interviews/{record['id']}").text

    shown, words = buttons(page), choices(page)
    assert {label(kind, language) for kind in own} <= shown
    elsewhere = {ActionKind.MOVED, ActionKind.ACCEPTED, ActionKind.DECLINED, ActionKind.ARRIVED} - own
    assert not {label(kind, language) for kind in elsewhere} & shown
    assert NEW_CHOICES & set(words) == offered
    say = WRITER.languages.of(language).say
    assert all(words[what] == say(OPTIONS[what]) for what in offered)


def typed(case: Case, record: dict[str, Any]) -> dict[str, str]:
    """The event as the page's form sends it."""
    event = with_contact(case.event, record)
    what = " ".join(filter(None, [event.pop("kind"), event.pop("result", None)]))
    return {"what": what} | {SHOWN_AS.get(name, name): str(value) for name, value in event.items()}


@in_each_language
@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_is_typed_is_recorded_said_and_taken_back(
    alex: Gateway, alexs_browser: Browser, interviews: Interviews, clock: Clock, case: Case, language: str
) -> None:
    alex.patch("/owner", {"language": language})
    record = case.given(alex, clock)
    path = f"/interviews/{record['id']}"
    alexs_browser.open(path)

    page = alexs_browser.send(f"{path}/events", typed(case, record))

    interview = interviews.get("alex", record["id"])
    said = event_text(
        interview.events[-1], WRITER.languages.of(language).as_of(clock.now.date(), "DE"), interview.contacts
    )
    assert (page.status, said in page.text) == (200, True)
    assert case.fits(alex.get(path).data)
    back = alexs_browser.send(f"{path}/undo")
    assert said in back.text.partition("<h1>")[0]
    assert alex.get(path).data == record | {"version": record["version"] + 2}


TO_COME = "They moved it; there is no new date yet."
HOUR = "At what time?"
SHOWN: list[tuple[str, Case, bool, bool]] = [
    ("moved without a day", next(case for case in CASES if case.name == "moved without a day"), True, False),
    ("to a day only", next(case for case in CASES if case.name == "moved to a day without an hour"), False, True),
    ("and an hour", next(case for case in CASES if case.name == "moved to a day and an hour"), False, False),
    (
        "never moved",
        Case("never moved", 10, {"kind": "note"}, None, facts={"interview_on": "2026-08-12"}),
        False,
        False,
    ),
]


@in_each_language
@pytest.mark.parametrize(("case", "is_to_come", "asks"), [one[1:] for one in SHOWN], ids=[one[0] for one in SHOWN])
def test_the_page_says_that_the_day_is_to_come_and_asks_for_the_hour_that_a_move_dropped(
    alex: Gateway, alexs_browser: Browser, clock: Clock, case: Case, is_to_come: bool, asks: bool, language: str
) -> None:
    alex.patch("/owner", {"language": language})
    record = case.given(alex, clock)
    alex.post(f"/interviews/{record['id']}/events", case.event)
    say: Callable[[str], str] = WRITER.languages.of(language).translations.gettext

    known = alexs_browser.open(f"/interviews/{record['id']}").text.partition("</dl>")[0]

    assert (say(TO_COME) in known, say(HOUR) in known) == (is_to_come, asks)
    assert (f'/interviews/{record["id"]}/edit"' in known) is asks


@pytest.mark.parametrize("met", [1, 2])
def test_w2_whom_one_thanked_is_asked_where_several_are_owed(
    alex: Gateway, anybody: Gateway, alexs_browser: Browser, clock: Clock, met: int
) -> None:
    record = Case("thanks", 4, {}, None, facts={"contacts": TWO_MET["contacts"][:met]}).given(alex, clock)
    page = alexs_browser.open(f"/interviews/{record['id']}").text
    (link,) = re.findall(r'href="/api(/act/[^"]*)"[^>]*>I sent it<', page)

    asked = anybody.get(link).text

    assert ("Who did you thank?" in asked) is (met > 1)
    options = re.findall(r'<option value="([^"]*)"[^>]*>([^<]*)</option>', asked)
    ids = [contact["id"] for contact in record["contacts"]]
    assert options == ([(ids[0], "Dana Winter"), (ids[1], "Robin Hale"), ("", "All of them")] if met > 1 else [])
