"""Filling in a form: nothing that does not fit is kept back in silence."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Opened
from tests.browser.person import Look, Person

ANSWER = "What they said about the answer"


def test_a_half_typed_day_in_a_folded_part_is_shown_when_the_form_is_sent(person: Person) -> None:
    person.follow("Record")
    person.fill(Company="Acme", Position="Data Engineer")
    person.unfold(ANSWER)
    person.page.get_by_label("By which day will there be an answer?").press_sequentially("03")
    person.unfold(ANSWER)

    person.press_in_vain("Record it")

    assert person.heading == "Record an interview"
    assert person.page.evaluate("document.activeElement.id") == "answer_expected_on"


def test_a_link_without_its_beginning_and_a_typo_in_an_address_reach_the_server(person: Person) -> None:
    person.follow("Record")
    person.fill(Company="Acme", Position="Data Engineer", Day_of_the_interview="2026-08-03")
    person.unfold("About the job")
    person.fill(Link_to_the_vacancy="acme.example/jobs")
    person.unfold("About the job")
    person.unfold("Whom to call or write to")
    person.fill(Email="dana@acme,example")
    person.unfold("Whom to call or write to")

    person.press("Record it")
    assert "Is not one plain mail address" in person.text
    assert person.page.evaluate("document.activeElement.id") == "contact_email"
    person.fill(Email="dana@acme.example")
    person.press("Record it")

    assert person.page.get_by_role("link", name="https://acme.example/jobs").is_visible()


@pytest.mark.parametrize("has_scripts", [True, False], ids=["scripts", "no scripts"])
def test_of_several_faults_the_page_opens_at_the_first(browse: Opened, has_scripts: bool) -> None:
    person = browse(Look(has_scripts=has_scripts))
    person.sign_in()
    person.follow("Record")
    person.fill(Company="Acme", Position="Data Engineer", Day_of_the_interview="2026-08-03")
    person.unfold("Whom to call or write to")
    person.fill(Phone="12", Email="dana@acme,example")

    person.press("Record it")

    focused = person.page.locator(":focus")
    assert focused.get_attribute("id") == "contact_phone"
    focused.wait_for(state="visible")
