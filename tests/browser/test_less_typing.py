"""How much of a thumb a record costs: counted, with and without scripts."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.browser.conftest import Opened
from tests.browser.person import Look, Person
from tests.browser.times import MONDAY_EVENING, NEXT_MONDAY

MOST_TAPS, MOST_TYPED = 5, 3
WHOM = "Whom to call or write to"


@dataclass
class Thumb:
    """The owner's thumb; it counts its taps and the fields that it typed into."""

    person: Person
    taps: int = 0
    typed: int = 0

    def follow(self, name: str) -> None:
        """Tap a link."""
        self.taps += 1
        self.person.follow(name)

    def press(self, name: str) -> None:
        """Tap a button."""
        self.taps += 1
        self.person.press(name)

    def unfold(self, summary: str) -> None:
        """Tap what is folded."""
        self.taps += 1
        self.person.unfold(summary)

    def type(self, label: str, text: str) -> None:
        """Tap a field, unless one is in it already, and type."""
        field = self.person.page.get_by_label(label, exact=True)
        if not field.evaluate("one => one === document.activeElement"):
            self.taps += 1
            field.click()
        self.typed += 1
        self.person.page.keyboard.type(text)


@pytest.fixture(params=[Look(), Look(has_scripts=False)], ids=str)
def person(browse: Opened, request: pytest.FixtureRequest) -> Person:
    """The owner, signed in, on a phone."""
    person = browse(request.param)
    person.sign_in()
    return person


def test_from_nothing_to_a_record_with_somebody_to_call_in_three_fields_and_five_taps(person: Person) -> None:
    thumb = Thumb(person)

    thumb.follow("Record")
    thumb.type("Company", "Acme")
    thumb.type("Position", "Data Engineer")
    thumb.unfold(WHOM)
    thumb.type("Phone", "+49 30 23125 021")
    thumb.press("Record it")

    assert person.heading == "Acme"
    (record,) = person.site.ask("GET", "/interviews", now=MONDAY_EVENING).json["items"]
    assert (record["interview_on"], record["contacts"][0]["phone"]) == ("2026-08-03", "+49 30 23125 021")
    assert record["next_step"]["kind"] == "thank_you_letter"
    assert (thumb.taps, thumb.typed) == (MOST_TAPS, MOST_TYPED)


def test_the_next_round_takes_no_typing_at_all(person: Person) -> None:
    person.site.record(now=MONDAY_EVENING)
    person.at(NEXT_MONDAY)
    thumb = Thumb(person)

    thumb.follow("Record")
    thumb.follow("The next round: Acme, Data Engineer")
    assert person.page.get_by_label("Name", exact=True).input_value() == "Dana Winter"
    thumb.press("Record it")

    assert person.heading == "Acme"
    (record,) = person.site.ask("GET", "/interviews", now=NEXT_MONDAY).json["items"]
    assert (record["round"], record["interview_on"]) == (2, "2026-08-10")
    assert (thumb.taps, thumb.typed) == (3, 0)


def test_what_was_typed_before_is_suggested_where_it_is_typed_again(person: Person) -> None:
    person.site.record(now=MONDAY_EVENING, place="Hall 3")

    person.follow("Record")

    for label, text in (("Company", "Acme"), ("Name", "Dana Winter"), ("Place: address, floor, room", "Hall 3")):
        field = person.page.get_by_label(label, exact=True)
        assert field.evaluate("one => [...one.list.options].map(option => option.value)") == [text]


def test_a_record_that_is_there_is_one_tap_away_and_another_one_too(person: Person) -> None:
    person.site.record(now=MONDAY_EVENING)
    person.open("/record")
    person.fill(Company="acme", Position="Analyst")

    person.press("Record it")
    assert "Is it this one?" in person.text
    person.press("It is another one: record it")

    assert person.heading == "acme"
    assert "Recorded." in person.text


def test_the_mail_is_paused_for_a_week_on_the_settings_and_resumed(person: Person) -> None:
    thumb = Thumb(person)

    thumb.follow("Settings")
    thumb.press("Pause for a week")
    assert "The digest is paused; the last day without it is Sunday 9 August 2026." in person.text
    thumb.press("Resume the digest")

    assert thumb.taps == 3
    assert "paused" not in person.text
