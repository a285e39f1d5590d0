"""Bringing in a table by the pages."""

from __future__ import annotations

from chalicelib.drafts.language import ENGLISH
from chalicelib.exchange.column_mapping import FIELDS
from chalicelib.web.pages.field_names import columns
from tests.web.browser import Browser


class TestBringingIn:
    CSV = "Employer,Job title,Date\nAcme,Analyst,2026-08-03\nGlobex,,2026-08-02\n"

    def test_a_table_is_looked_at_its_columns_corrected_and_then_brought_in(self, browser: Browser) -> None:
        browser.open("/import")

        seen = browser.send("/import/preview", {"text": self.CSV}).text
        assert "1 will be recorded, 0 are there already, 1 does not fit." in seen
        assert "Position: is required" in seen
        assert "Nothing is recorded yet." in Browser.open(browser, "/interviews").text
        browser.open("/import")
        browser.send("/import/preview", {"text": self.CSV})
        page = browser.send("/import", {"text": self.CSV, "column:Job title": "position"})

        assert "1 is recorded, 0 were there already, 1 did not fit." in page.text
        assert "<strong>Acme</strong>" in browser.open("/interviews").text

    def test_a_row_that_does_not_fit_is_told_by_its_company_and_what_stood_there(self, browser: Browser) -> None:
        browser.open("/import")

        page = browser.send("/import/preview", {"text": "Employer,Job title,Date\nAcme,Analyst,some day\n"}).text

        assert "<strong>2. Acme</strong>, Analyst" in page
        assert "Day of the interview “some day”: is not a day such as 2026-08-03" in page
        assert '<option value="interview_on" selected>Day of the interview</option>' in page

    def test_each_field_that_a_column_can_hold_is_offered(self) -> None:
        assert {field for field, _ in columns(ENGLISH)} == FIELDS

    def test_hostile_cells_are_text_on_the_page(self, browser: Browser) -> None:
        browser.open("/import")

        page = browser.send("/import/preview", {"text": "Employer,Job title,Date\n<b>x</b>,</textarea>,2026-08-03\n"})

        assert "<b>x" not in page.text
        assert page.text.count("</textarea>") == 1
