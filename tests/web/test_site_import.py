"""Bringing in a table by the pages."""

from __future__ import annotations

import pytest

from chalicelib.drafts.language import ENGLISH
from chalicelib.exchange.column_mapping import HEADERS
from chalicelib.exchange.dry_run import RowState
from chalicelib.usecases import import_records
from chalicelib.web.pages.field_names import columns
from chalicelib.web.pages.import_page import STATES
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
        assert {field for field, _ in columns(ENGLISH)} == set(HEADERS)

    def test_hostile_cells_are_text_on_the_page(self, browser: Browser) -> None:
        browser.open("/import")

        page = browser.send("/import/preview", {"text": "Employer,Job title,Date\n<b>x</b>,</textarea>,2026-08-03\n"})

        assert "<b>x" not in page.text
        assert page.text.count("</textarea>") == 1

    def test_what_one_request_cannot_write_is_shown_as_still_to_come_and_goes_on_with_a_button(
        self, browser: Browser, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(import_records, "MOST_AT_ONCE", 1)
        browser.open("/import")

        page = browser.send("/import", {"text": "Company,Position,Date\nAcme,A,2026-08-20\nGlobex,B,2026-08-21"})

        assert page.status == 200
        assert "still to be recorded" in page.text
        assert "Go on: 1 is left" in page.text

    def test_every_state_of_a_row_has_its_words(self) -> None:
        assert set(STATES) == set(RowState)


class TestDoubts:
    HEAD = "Employer,Job title,Date"

    def preview(self, browser: Browser, **fields: str) -> str:
        browser.open("/import")
        return browser.send("/import/preview", fields).text

    def test_a_guessed_encoding_is_shown_with_a_sample_and_can_be_chosen(self, browser: Browser) -> None:
        misread = f"{self.HEAD}\nРомашка,Инженер,2026-08-03\n".encode("cp1251").decode("cp1252")

        first = self.preview(browser, text=misread, decoded_from="cp1252", encoding="cp1252")
        second = self.preview(browser, text=misread, decoded_from="cp1252", encoding="cp1251")

        assert '<option value="cp1252" selected>' in first
        assert "Does this read right? Ðîìàøêà" in first
        assert '<option value="cp1251" selected>' in second
        assert "Does this read right? Ромашка · Инженер" in second
        assert '<input type="hidden" name="decoded_from" value="cp1251">' in second

    def test_a_table_in_utf_8_asks_for_no_encoding(self, browser: Browser) -> None:
        page = self.preview(browser, text=f"{self.HEAD}\nРомашка,Инженер,2026-08-03\n")

        assert "decoded_from" not in page

    def test_columns_that_are_left_out_and_rows_that_are_asked_about_are_named(self, browser: Browser) -> None:
        page = self.preview(browser, text=f"{self.HEAD},Status,Mood\nAcme,Clerk,2026-08-03,Declined,good\n")

        assert "The columns: without a field here are left out: Mood" in page
        assert "<strong>2. Acme</strong>, Clerk, 2026-08-03" in page
        assert (
            "How it ended “Declined”: says “Declined”, which is not understood: the record stays open, has it ended?"
            in page
        )

    def test_what_is_left_is_read_as_before(self, browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(import_records, "MOST_AT_ONCE", 1)
        browser.open("/import")
        table = f"{self.HEAD}\nŻuk,A,2026-08-20\nŁoś,B,2026-08-21\n"

        page = browser.send("/import", {"text": table, "decoded_from": "cp1250", "encoding": "cp1250"}).text

        assert '<input type="hidden" name="decoded_from" value="cp1250">' in page
        assert '<input type="hidden" name="encoding" value="cp1250">' in page
        assert "Łoś" in page

    def test_the_form_that_imports_is_sent_once(self, browser: Browser) -> None:
        assert "data-once" in self.preview(browser, text=f"{self.HEAD}\nAcme,Clerk,2026-08-03\n")
