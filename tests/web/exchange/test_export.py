"""Everything that was recorded can be taken away, and a spreadsheet that opens it runs none of it."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.exchange import pagination
from chalicelib.exchange.formula_escaping import escape, unescape
from tests.web.exchange.given import companies
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded

HOSTILE = '=HYPERLINK("https://evil.example";"click"), "quoted"\nnext line;'


def table(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


class TestJson:
    def test_open_and_ended_records_are_in_it_with_their_events(self, alex: Gateway) -> None:
        happened(alex, recorded(alex, company="Globex")["id"], kind="withdrawn", note="they were late")
        recorded(alex)

        exported = alex.get("/export.json").data["interviews"]

        assert {one["company"] for one in exported} == {"Acme", "Globex"}
        globex = next(one for one in exported if one["company"] == "Globex")
        assert [(event["kind"], event["note"]) for event in globex["events"]] == [("withdrawn", "they were late")]

    def test_it_is_a_file_to_keep_of_a_version_of_its_own(self, alex: Gateway) -> None:
        reply = alex.get("/export.json")

        assert reply.headers["Content-Disposition"] == 'attachment; filename="afterword-2026-08-03.json"'
        assert (reply.data["format"], reply.data["format_version"], reply.data["next"]) == ("afterword", 2, None)

    def test_the_settings_are_in_it_as_the_api_takes_them_and_no_secret_is(self, alex: Gateway, token: str) -> None:
        text = alex.get("/export.json").text

        assert token.partition(".")[2] not in text
        assert "secret" not in text
        assert alex.patch("/owner", json.loads(text)["owner"]).status == 200

    def test_nothing_of_another_owner_is_in_it(self, alex: Gateway, sam: Gateway) -> None:
        recorded(alex)

        assert companies(sam) == []

    def test_what_one_answer_cannot_hold_comes_in_portions(
        self, alex: Gateway, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pagination, "MOST_BYTES", 1000)
        made = [recorded(alex, company=f"Company {number}")["id"] for number in range(5)]

        first = alex.get("/export.json")
        second = alex.get(f"/export.json?after={first.data['next']}")
        third = alex.get(f"/export.json?after={second.data['next']}")

        ids = [one["id"] for part in (first, second, third) for one in part.data["interviews"]]
        assert sorted(ids) == sorted(made)
        assert third.data["next"] is None
        assert "Link" not in third.headers
        assert first.headers["Link"] == f'</api/export.json?after={first.data["next"]}>; rel="next"'

    def test_more_records_than_an_import_takes_come_in_portions(
        self, alex: Gateway, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pagination, "MOST_RECORDS", 2)
        for number in range(3):
            recorded(alex, company=f"Company {number}")

        assert len(alex.get("/export.json").data["interviews"]) == 2

    @pytest.mark.parametrize("query", ["after=x", "after=INTERVIEW%23", "before=1"])
    def test_a_query_that_does_not_fit_is_refused(self, alex: Gateway, query: str) -> None:
        assert alex.get(f"/export.json?{query}").status == 422

    @pytest.mark.parametrize("path", ["/export.json", "/export.csv"])
    def test_it_is_not_for_anybody(self, anybody: Gateway, path: str) -> None:
        assert anybody.get(path).status == 401


class TestCsv:
    def test_a_row_has_the_facts_the_first_contact_the_next_step_and_the_outcome(self, alex: Gateway) -> None:
        happened(alex, recorded(alex, company="Globex")["id"], kind="heard_back", result="offer")
        recorded(alex, may_call=True)

        acme, globex = sorted(table(alex.get("/export.csv").text), key=lambda row: row["company"])

        assert (acme["contact_name"], acme["contact_email"]) == ("Dana Winter", "dana.winter@acme.example")
        assert (acme["status"], acme["next_step"], acme["next_due_on"]) == ("open", "thank_you_letter", "2026-08-04")
        assert (acme["may_call"], acme["test_task"], acme["answer_channel"]) == ("yes", "no", "")
        assert (globex["status"], globex["outcome"], globex["next_step"]) == ("open", "", "answer_offer")

    def test_spreadsheets_are_told_that_it_is_utf_8_and_lines_end_as_the_standard_says(self, alex: Gateway) -> None:
        recorded(alex, company="ООО «Ромашка»")

        reply = alex.get("/export.csv")

        assert reply.headers["Content-Type"] == "text/csv; charset=utf-8"
        assert reply.text.startswith('\ufeff"id","company","position"')
        assert reply.text.count("\r\n") == 2
        assert table(reply.text)[0]["company"] == "ООО «Ромашка»"

    def test_no_cell_begins_a_formula(self, alex: Gateway) -> None:
        recorded(alex, company="=1+1", position="@SUM(A1)", notes=HOSTILE)

        row = table(alex.get("/export.csv").text)[0]

        assert (row["company"], row["position"]) == ("'=1+1", "'@SUM(A1)")
        assert row["notes"] == f"'{HOSTILE}"
        assert row["contact_phone"] == "'+49 30 23125 021"

    @given(st.text() | st.from_regex(r"'{0,3}[=+@\t\r-].*", fullmatch=True))
    def test_what_was_defused_comes_back_as_it_was(self, text: str) -> None:
        assert not escape(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
        assert unescape(escape(text)) == text
