"""Anybody's table is understood: its encoding and delimiter, its headers, its days, and what stands in its cells."""

from __future__ import annotations

from datetime import date

import pytest

from chalicelib.exchange.column_mapping import HEADERS, correct_columns, guess_columns
from chalicelib.exchange.csv_reader import read_csv
from chalicelib.exchange.date_formats import AmbiguousDates, date_format_of
from chalicelib.exchange.value_aliases import canonical
from chalicelib.playbook.fields import fields_of
from chalicelib.request_errors import Invalid, Malformed
from chalicelib.schemas.interview_fields import InterviewFields
from chalicelib.schemas.written_days import DateFormat, read_day

DAY, MONTH = DateFormat.DAY_FIRST, DateFormat.MONTH_FIRST
TODAY = date(2026, 8, 3)


class TestHeaders:
    @pytest.mark.parametrize(
        ("header", "field"),
        [
            ("Employer", "company"),
            ("FIRM", "company"),
            ("Компания", "company"),
            ("  company_name ", "company"),
            ("Job title", "position"),
            ("Job-Title:", "position"),
            ("Должность", "position"),
            ("Date", "interview_on"),
            ("Дата собеседования", "interview_on"),
            ("Время", "interview_time"),
            ("Contact", "contact_name"),
            ("Телефон", "contact_phone"),
            ("E-mail", "contact_email"),
            ("Эл. почта", "contact_email"),
            ("Answer by", "answer_expected_on"),
            ("Можно звонить?", "may_call"),
            ("Comments", "notes"),
            ("Ссылка", "url"),
            ("Итог", "outcome"),
            ("Favourite colour", None),
            ("Status", "outcome"),
            ("Firma", "company"),
            ("Date d'entretien", "interview_on"),
        ],
    )
    def test_a_header_is_matched_to_a_field(self, header: str, field: str | None) -> None:
        assert guess_columns([header]) == {header: field}

    @pytest.mark.parametrize("field", sorted(HEADERS))
    def test_each_field_is_known_by_its_own_name(self, field: str) -> None:
        assert guess_columns([field]) == {field: field}

    def test_of_two_columns_for_one_field_the_first_has_it(self) -> None:
        assert guess_columns(["Company", "Employer"]) == {"Company": "company", "Employer": None}

    def test_a_correction_takes_the_field_from_the_column_that_was_guessed(self) -> None:
        columns = correct_columns(guess_columns(["Date", "Met on"]), {"Met on": "interview_on"})

        assert columns == {"Date": None, "Met on": "interview_on"}

    @pytest.mark.parametrize("nothing", [None, "", "-"])
    def test_a_column_can_be_left_out(self, nothing: object) -> None:
        assert correct_columns({"Title": "position"}, {"Title": nothing}) == {"Title": None}

    @pytest.mark.parametrize(
        ("corrections", "place"),
        [
            ({"Nowhere": "company"}, "columns.Nowhere"),
            ({"A": "colour"}, "columns.A"),
            ({"A": ["company"]}, "columns.A"),
            ({"A": "company", "B": "company"}, "columns"),
        ],
    )
    def test_a_correction_that_does_not_fit_is_refused(self, corrections: dict[str, object], place: str) -> None:
        with pytest.raises(Invalid) as refused:
            correct_columns({"A": None, "B": None}, corrections)

        assert [fault.field for fault in refused.value.faults] == [place]


class TestDays:
    @pytest.mark.parametrize(
        ("cell", "order", "expected"),
        [
            ("2026-08-03", None, date(2026, 8, 3)),
            ("2026/8/3", None, date(2026, 8, 3)),
            ("03.08.2026", None, date(2026, 8, 3)),
            ("3.8.26", None, date(2026, 8, 3)),
            ("03-08-2026", None, date(2026, 8, 3)),
            ("03/08/2026", DAY, date(2026, 8, 3)),
            ("03/08/2026", MONTH, date(2026, 3, 8)),
            ("13/08/2026", MONTH, None),
            ("31.02.2026", None, None),
            ("tomorrow", None, None),
            ("٠٣/٠٨/٢٠٢٦", DAY, None),
        ],
    )
    def test_a_day_is_read_as_it_is_written(self, cell: str, order: DateFormat | None, expected: date | None) -> None:
        assert read_day(cell, order) == expected

    @pytest.mark.parametrize(
        ("cells", "order"),
        [
            (["2026-08-03", "3 August 2026"], None),
            (["2026-08-03", "03.08.2026"], DAY),
            ([], None),
            (["13/08/2026", "01/02/2026"], DAY),
            (["08/13/2026", "01/02/2026", "TBD"], MONTH),
            (["05/05/2026"], DAY),
        ],
    )
    def test_the_order_is_guessed_over_the_whole_column(self, cells: list[str], order: DateFormat | None) -> None:
        assert date_format_of(cells, TODAY) == order

    @pytest.mark.parametrize("cells", [["01/02/2026", "03/04/2026"], ["13/08/2026", "08/13/2026"]])
    def test_what_can_be_read_in_two_ways_is_asked_for(self, cells: list[str]) -> None:
        with pytest.raises(AmbiguousDates):
            date_format_of(cells, TODAY)


class TestCells:
    @pytest.mark.parametrize(
        ("field", "cell", "meaning"),
        [
            ("interview_time", "3:00 PM", "15:00"),
            ("interview_time", "12:30 am", "00:30"),
            ("interview_time", "9.30", "09:30"),
            ("interview_time", "9:30", "09:30"),
            ("interview_time", "soon", "soon"),
            ("may_call", "Да", "yes"),
            ("test_task", "Нет", "no"),
            ("test_task", "perhaps", "perhaps"),
            ("answer_channel", "По телефону", "phone"),
            ("contact_role", "HR Manager", "recruiter"),
        ],
    )
    def test_a_cell_is_put_as_our_field_takes_it(self, field: str, cell: str, meaning: str) -> None:
        assert canonical(fields_of(InterviewFields)[field], cell, None) == meaning


class TestSheets:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
    def test_cyrillic_is_read_in_any_common_encoding(self, encoding: str) -> None:
        sheet = read_csv("Компания,Должность\nРомашка,Инженер данных\n".encode(encoding))

        assert sheet.headers == ("Компания", "Должность")
        assert sheet.lines[0].cells == ("Ромашка", "Инженер данных")

    def test_western_accents_are_not_taken_for_cyrillic(self) -> None:
        sheet = read_csv("Firm,Contact\nMüller & Söhne,José Núñez\n".encode("latin-1"))

        assert sheet.lines[0].cells == ("Müller & Söhne", "José Núñez")

    @pytest.mark.parametrize("delimiter", [",", ";", "\t"])
    def test_the_delimiter_is_the_one_that_parts_the_headers(self, delimiter: str) -> None:
        sheet = read_csv(f'Company{delimiter}"a, b; c"{delimiter}Date\nx{delimiter}y{delimiter}z'.encode())

        assert sheet.delimiter == delimiter
        assert len(sheet.headers) == 3

    def test_a_delimiter_that_the_file_names_itself_is_heeded(self) -> None:
        assert read_csv(b"sep=|\r\nCompany|Date\r\n").headers == ("Company", "Date")

    def test_blank_rows_are_left_out_and_the_others_keep_their_numbers(self) -> None:
        sheet = read_csv(b'a,b\r\n,\r\n"two\nlines",2\r\n\r\n3,4')

        assert [line.number for line in sheet.lines] == [3, 5]

    def test_headers_that_are_the_same_or_missing_are_told_apart(self) -> None:
        assert read_csv(b"Phone,,Phone\n").headers == ("Phone", "#2", "Phone (2)")

    @pytest.mark.parametrize("raw", [b"a,b\n" + b"x" * 200_000, b"\xff\xfea", "a\ufffd,b".encode()])
    def test_what_is_no_table_is_refused(self, raw: bytes) -> None:
        with pytest.raises(Malformed):
            read_csv(raw)
