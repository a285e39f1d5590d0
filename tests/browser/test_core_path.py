"""The way that is walked most, with and without scripts, at the root of a host and under a stage."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Opened
from tests.browser.person import Look, Person
from tests.browser.site import Site, StagedSite
from tests.browser.times import MONDAY_EVENING, NEXT_MONDAY, NEXT_TUESDAY

CALL = "Call Acme and ask for the decision"

pytestmark = pytest.mark.parametrize("site", [Site, StagedSite], indirect=True, ids=["root", "stage"])


@pytest.fixture(params=[Look(), Look(has_scripts=False)], ids=str)
def person(browse: Opened, request: pytest.FixtureRequest) -> Person:
    """The owner, signed in, with and without scripts."""
    person = browse(request.param)
    person.sign_in()
    return person


def record_acme(person: Person) -> None:
    """Fill in the form as after an interview with Dana Winter."""
    person.follow("Record")
    person.fill(Company="Acme", Position="Data Engineer", Day_of_the_interview="2026-08-03")
    person.unfold("Whom to call or write to")
    person.fill(Name="Dana Winter", Phone="+49 30 23125 021", Email="dana.winter@acme.example")
    person.press("Record it")


def test_an_interview_is_recorded_and_its_page_says_what_is_next(person: Person) -> None:
    record_acme(person)

    assert person.heading == "Acme"
    assert "Recorded." in person.text
    assert person.entry("Thank Dana Winter (Acme)").is_visible()


def test_on_its_day_the_call_is_on_today_s_page_with_a_branch_to_tap(person: Person) -> None:
    record_acme(person)
    person.at(NEXT_MONDAY)

    person.follow("Today")
    branch = person.entry(CALL).locator("details", has_text="If they haven't decided yet")
    was_folded = not branch.locator("p").is_visible()
    person.unfold("If they haven't decided yet")

    assert was_folded
    assert branch.locator("p").is_visible()
    assert person.page.get_by_role("link", name="Call Dana Winter").get_attribute("href") == "tel:+493023125021"


def test_h5_after_no_answer_a_letter_is_next(person: Person) -> None:
    record_acme(person)
    person.at(NEXT_MONDAY)
    person.follow("Today")

    person.follow("I called: nobody answered")
    assert "Nothing is recorded before you press the button." in person.text
    person.press("Yes, record it")
    assert person.heading == "Recorded."
    assert "Tuesday 11 August" in person.text
    person.at(NEXT_TUESDAY)
    person.follow("Today")

    assert person.entry("Write to Acme").is_visible()
    assert not person.entry(CALL).is_visible()


def test_undo_right_after_it_brings_the_call_back(person: Person) -> None:
    record_acme(person)
    person.at(NEXT_MONDAY)
    person.follow("Today")

    person.follow("I called: nobody answered")
    person.press("Yes, record it")
    person.press("Undo")
    person.follow("Today")

    assert person.entry(CALL).is_visible()


def test_a_record_is_changed_and_removed(person: Person) -> None:
    record_acme(person)

    person.follow("Change")
    person.fill(Company="Acme Inc.")
    person.press("Save")
    assert person.heading == "Acme Inc."
    person.unfold("Remove")
    person.press("Remove it for good")

    assert "Nothing is recorded yet." in person.text


def test_what_does_not_fit_is_said_beside_its_field_and_can_be_mended_there(person: Person) -> None:
    person.open("/record")
    person.fill(Company="Acme", Position="Data Engineer", Day_of_the_interview="2026-08-03")
    person.unfold("What they said about the answer")
    person.fill(**{"By_which_day_will_there_be_an_answer?": "2026-08-01"})

    person.press("Record it")
    field = person.page.get_by_label("By which day will there be an answer?")
    assert "Is not after the day of the interview." in person.text
    assert (field.input_value(), field.get_attribute("aria-invalid")) == ("2026-08-01", "true")
    assert person.site.ask("GET", "/interviews", now=MONDAY_EVENING).json["items"] == []
    field.fill("2026-08-14")
    person.press("Record it")

    assert person.heading == "Acme"


def test_the_words_of_a_step_to_come_can_be_read_ahead(person: Person) -> None:
    record_acme(person)

    person.click(person.page.get_by_role("link", name="Read the letter", exact=True).nth(1))

    assert person.heading == "Write to Acme and ask for the decision"
    assert "This is for Tuesday 11 August: the words are those of that day." in person.text


def test_back_and_reload_after_a_button_send_nothing_twice(person: Person) -> None:
    record_acme(person)
    person.at(NEXT_MONDAY)
    person.follow("Today")
    person.follow("I called: nobody answered")
    person.press("Yes, record it")

    person.page.reload()
    assert person.heading == "Recorded."
    person.page.go_back()
    person.page.reload()

    assert person.page.get_by_role("button", name="Undo").is_visible()
    (acme,) = person.site.ask("GET", "/interviews", now=NEXT_MONDAY).json["items"]
    assert [event["result"] for event in acme["events"]] == ["no_answer"]


def test_without_a_network_a_form_is_kept_back_with_what_was_typed(browse: Opened) -> None:
    person = browse(Look())
    person.sign_in()
    person.follow("Record")
    person.fill(Company="Acme", Position="Data Engineer")
    person.context.set_offline(True)

    person.press_in_vain("Record it")
    assert person.page.get_by_text("You are offline.").is_visible()
    assert person.page.get_by_text("press the button again when you are back").is_visible()
    assert person.page.get_by_label("Company").input_value() == "Acme"
    person.context.set_offline(False)
    person.page.get_by_text("You are online again: press the button again.").wait_for()
    person.press("Record it")

    assert person.heading == "Acme"
