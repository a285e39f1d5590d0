"""Without a mouse: Tab and Enter reach and use everything, and one sees where one is."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Opened
from tests.browser.person import Look, Person, Scheme
from tests.browser.times import MONDAY_EVENING, NEXT_MONDAY

USABLE = "a[href], button, summary, input:not([type=hidden]), select, textarea, pre[tabindex]"
VISIBLE = f"[...document.querySelectorAll('{USABLE}')].filter(one => one.checkVisibility())"
HAS_FOCUS = f"{VISIBLE}.indexOf(document.activeElement)"
HAS_OUTLINE = """(style => style.outlineStyle != "none" && parseFloat(style.outlineWidth) >= 2)(
    getComputedStyle(document.activeElement))"""
STOPS_IN_A_DATE = 4  # day, month, year, and the calendar


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/record", "/interviews", "/settings", "act"])
def test_tab_reaches_everything_in_its_order_and_shows_where_one_is(browse: Opened, path: str, scheme: Scheme) -> None:
    person = browse(Look(scheme=scheme), now=NEXT_MONDAY)
    person.site.record(now=MONDAY_EVENING)
    person.sign_in()
    if path == "act":
        person.follow("They made an offer")
    else:
        person.open(path)

    reached = _walked(person)

    count = person.page.evaluate(f"{VISIBLE}.length")
    assert [place for place, _ in reached] == list(range(count))
    assert all(is_seen for _, is_seen in reached)


def test_an_interview_is_recorded_and_answered_for_with_keys_alone(person: Person) -> None:
    person.open("/")
    _go_to(person, "a", "Record")
    _enter(person)
    _go_to(person, "#company")
    person.page.keyboard.type("Acme")
    _go_to(person, "#position")
    person.page.keyboard.type("Data Engineer")
    _go_to(person, "summary", "Whom to call or write to")
    person.page.keyboard.press("Enter")
    _go_to(person, "#contact_phone")
    person.page.keyboard.type("+49 30 23125 021")
    _go_to(person, "button", "Record it")
    _enter(person)
    person.at(NEXT_MONDAY)
    person.page.reload()

    _go_to(person, "a", "I called: nobody answered")
    _enter(person)
    _go_to(person, "button", "Yes, record it")
    _enter(person)

    assert person.heading == "Recorded."
    assert person.site.ask("GET", "/interviews").json["items"][0]["events"][0]["result"] == "no_answer"


def _enter(person: Person) -> None:
    """Press Enter on what leads to another page."""
    with person.turning():
        person.page.keyboard.press("Enter")


def _walked(person: Person) -> list[tuple[int, bool]]:
    """Tab once through the page: the number of each place among the usable ones, and whether it is marked.

    It begins at the top, also on a page that opens at its first field.
    """
    person.page.evaluate(
        "document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex')"
    )
    places: dict[int, bool] = {}
    for _ in range(STOPS_IN_A_DATE * int(person.page.evaluate(f"{VISIBLE}.length"))):
        person.page.keyboard.press("Tab")
        place: int = person.page.evaluate(HAS_FOCUS)
        if place < 0 or (place in places and place != list(places)[-1]):
            break
        # Within a date the browser itself marks the day, the month, the year and the calendar.
        places.setdefault(place, bool(person.page.evaluate(HAS_OUTLINE)))
    return list(places.items())


def _go_to(person: Person, what: str, text: str = "") -> None:
    """Press Tab until the focus is there."""
    goal = person.page.locator(f"{what}:focus", has_text=text)
    for _ in range(100):
        person.page.keyboard.press("Tab")
        if goal.count():
            return
    pytest.fail(f"Tab does not lead to {what} {text!r}")
