"""A table is brought in: looked at first, its columns corrected, and only then recorded."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Opened
from tests.browser.person import Look
from tests.browser.site import Site, StagedSite

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
