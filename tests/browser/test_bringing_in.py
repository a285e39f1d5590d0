"""What is brought in is looked at first, corrected, and only then recorded: a table, or an invitation."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.browser.conftest import Opened
from tests.browser.person import Look
from tests.browser.site import Site, StagedSite

FIXTURES = Path(__file__).parents[1] / "capture" / "files"
WORDS = "Their words: the mail, the message, or the text of the calendar entry"
TABLE = b"Firm,Job,Talked on\nAcme,Data Engineer,2026-08-03\nGlobex,Analyst,2026-08-04\nHooli,Poet,some day\n"


@pytest.mark.parametrize("site", [Site, StagedSite], indirect=True, ids=["root", "stage"])
@pytest.mark.parametrize("look", [Look(), Look(has_scripts=False)], ids=str)
def test_a_table_is_seen_before_it_is_brought_in_and_its_columns_can_be_corrected(browse: Opened, look: Look) -> None:
    person = browse(look)
    person.sign_in()
    person.open("/import")

    person.page.get_by_label("The file").set_input_files(
        {"name": "interviews.csv", "mimeType": "text/csv", "buffer": TABLE}
    )
    person.press("Look at it")
    if not person.page.get_by_label("Talked on").is_visible():
        person.unfold("How the columns are read")
    for header, field in (("Firm", "company"), ("Job", "position"), ("Talked on", "interview_on")):
        person.page.get_by_label(header).select_option(field)
    person.press("Look at it again")

    assert "2 will be recorded, 0 are there already, 1 does not fit." in person.text
    assert person.site.ask("GET", "/interviews").json["items"] == []
    person.press("Bring them in")
    assert len(person.site.ask("GET", "/interviews").json["items"]) == 2


@pytest.mark.parametrize("site", [Site, StagedSite], indirect=True, ids=["root", "stage"])
@pytest.mark.parametrize("look", [Look(), Look(has_scripts=False)], ids=str)
def test_an_invitation_is_pasted_and_recorded_with_three_taps(browse: Opened, look: Look) -> None:
    name = "mail-board-invite"
    expected = json.loads((FIXTURES / f"{name}.json").read_text())
    person = browse(look)
    person.sign_in()

    person.follow("Paste an invitation")
    person.page.get_by_label(WORDS).fill((FIXTURES / f"{name}.eml").read_text())
    person.press("Read it")
    shown = person.page.get_by_label("Company", exact=True).input_value()
    person.press("Record it")

    (record,) = person.site.ask("GET", "/interviews").json["items"]
    assert record["company"] == shown
    assert record["interview_on"] == expected["expect"]["fields"]["interview_on"]
    assert person.heading == "Recorded."
