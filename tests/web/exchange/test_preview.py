"""Before an import one sees what it would do; ways to send a table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.web.exchange.given import HEAD, SEVERAL, companies, previewed, sent, states
from tests.web.gateway import Gateway, Reply
from tests.web.given import recorded

ONE = f"{HEAD}\nGlobex,Data Engineer,2026-08-20\n"


def multipart(*parts: tuple[str, bytes]) -> dict[str, Any]:
    body = b"".join(
        b"--part\r\nContent-Disposition: form-data; " + head.encode() + b"\r\n\r\n" + content + b"\r\n"
        for head, content in parts
    )
    return {"body": body + b"--part--\r\n", "Content-Type": "multipart/form-data; boundary=part"}


class TestPreview:
    def test_it_tells_of_each_row_what_will_come_of_it_and_writes_nothing(self, alex: Gateway) -> None:
        acme = recorded(alex)

        seen = previewed(alex, SEVERAL)

        assert states(seen) == ["create", "refused", "duplicate", "duplicate", "refused"]
        assert (seen["create"], seen["duplicate"], seen["refused"]) == (1, 2, 2)
        assert [row.get("same_as") for row in seen["rows"]] == [None, None, acme["id"], 2, None]
        assert companies(alex) == ["Acme"]

    def test_a_refused_row_names_each_field_and_the_reason(self, alex: Gateway) -> None:
        refused = previewed(alex, SEVERAL)["rows"][4]

        assert refused["row"] == 6
        assert {one["field"]: one["reason"] for one in refused["problems"]} == {
            "interview_on": "is not a day such as 2026-08-03",
            "contact_phone": "is not a phone number such as +49 30 23125 020 (3 to 15 digits)",
        }

    def test_the_guess_is_in_the_answer(self, alex: Gateway) -> None:
        seen = previewed(alex, "Firm;Title;Date;Mood\nGlobex;Clerk;13/08/2026;good\n")

        assert seen["columns"] == {"Firm": "company", "Title": "position", "Date": "interview_on", "Mood": None}
        assert (seen["date_format"], seen["delimiter"], seen["encoding"]) == ("DD/MM/YYYY", ";", "utf-8")

    def test_a_column_that_was_not_recognised_is_asked_for(self, alex: Gateway) -> None:
        seen = previewed(alex, "Where,Title,Date\nGlobex,Clerk,2026-08-13\n")

        assert seen["problems"] == [
            {"field": "company", "reason": "is in none of the columns; say in columns which one it is"}
        ]
        assert seen["rows"] == []

    def test_days_that_can_be_read_in_two_ways_are_asked_for(self, alex: Gateway) -> None:
        ambiguous = f"{HEAD}\nGlobex,Clerk,03/04/2026\n"

        assert previewed(alex, ambiguous)["problems"][0]["field"] == "date_format"
        assert sent(alex, "/import", ambiguous).faults["date_format"].startswith("is needed: 03/04/2026 can be read")
        told = sent(alex, "/import?date_format=MM/DD/YYYY", ambiguous).data
        assert told["rows"][0]["interview_on"] == "2026-03-04"

    def test_the_reasons_are_in_the_owner_s_language(self, alex: Gateway) -> None:
        alex.patch("/owner", {"language": "ru"})

        refused = previewed(alex, "Где,Должность,Дата\nРомашка,Инженер,2026-08-13\n")

        assert "колонк" in refused["problems"][0]["reason"]


class TestWaysToSend:
    def arrived(self, reply: Reply) -> bool:
        return bool(reply.status == 200 and reply.data["created"] == 1)

    def test_a_csv_is_taken_as_the_body(self, alex: Gateway) -> None:
        assert self.arrived(sent(alex, "/import", ONE))

    def test_a_body_of_any_encoding_is_taken_as_it_is(self, alex: Gateway) -> None:
        raw = "Компания,Должность,Дата\nРомашка,Инженер,2026-08-13\n".encode("cp1251")

        assert self.arrived(alex.send("POST", "/import", raw, **{"Content-Type": "application/octet-stream"}))
        assert companies(alex) == ["Ромашка"]

    def test_a_csv_is_taken_as_the_file_of_a_form(self, alex: Gateway) -> None:
        assert self.arrived(
            alex.send("POST", "/import", **multipart(('name="file"; filename="my.csv"', ONE.encode("utf-16"))))
        )

    def test_a_csv_is_taken_as_a_text_of_a_form_or_of_json(self, alex: Gateway, sam: Gateway) -> None:
        assert self.arrived(alex.post_form("/import", {"text": ONE}))
        assert self.arrived(sam.post("/import", {"text": ONE}))

    def test_a_form_may_carry_the_token(self, anybody: Gateway, token: str) -> None:
        fields = (('name="token"', token.encode()), ('name="file"; filename="my.csv"', ONE.encode()))

        assert self.arrived(anybody.send("POST", "/import", **multipart(*fields)))

    def test_a_file_that_was_not_chosen_leaves_the_text(self, alex: Gateway) -> None:
        fields = (('name="file"; filename=""', b""), ('name="text"', ONE.encode()))

        assert self.arrived(alex.send("POST", "/import", **multipart(*fields)))

    def test_an_export_is_taken_as_the_body_or_as_a_file(self, alex: Gateway, sam: Gateway) -> None:
        recorded(alex)
        exported = alex.get("/export.json").text

        assert self.arrived(
            sam.send("POST", "/import", **multipart(('name="file"; filename="a.json"', exported.encode())))
        )
        again = sam.send("POST", "/import", exported, **{"Content-Type": "application/json"})
        assert states(again.data) == ["duplicate"]

    @pytest.mark.parametrize(
        "send",
        [
            lambda alex, csv: alex.post("/import", {"text": csv, "columns": {"Where": "company"}}),
            lambda alex, csv: alex.post_form("/import", {"text": csv, "columns": '{"Where": "company"}'}),
            lambda alex, csv: alex.post_form("/import", {"text": csv, "column:Where": "company"}),
            lambda alex, csv: sent(alex, "/import?columns=%7B%22Where%22:%22company%22%7D", csv),
        ],
        ids=["json", "json in a form", "a form's field", "the query"],
    )
    def test_a_correction_is_taken_in_each_of_them(self, alex: Gateway, send: Callable[[Gateway, str], Reply]) -> None:
        assert self.arrived(send(alex, "Where,Title,Date\nGlobex,Clerk,2026-08-13\n"))

    @pytest.mark.parametrize(
        ("body", "kind", "status", "place"),
        [
            (b"", "text/csv", 422, "company"),
            (b"{}", "application/json", 422, "file"),
            (b'{"format": "other"}', "application/json", 422, "format"),
            (
                b'{"format": "afterword", "format_version": 3, "interviews": []}',
                "application/json",
                422,
                "format_version",
            ),
            (b'{"format": "afterword", "format_version": 1}', "application/json", 422, "interviews"),
            (b'{"text": "a", "columns": []}', "application/json", 422, "columns"),
            (b'{"text": "a", "date_format": "YY"}', "application/json", 422, "date_format"),
            (b'{"text": 1}', "application/json", 422, "text"),
            (b"{not json", "text/csv", 400, "body"),
            (b"\x00" * 99, "image/png", 415, "Content-Type"),
            (b"x" * (4 * 1024 * 1024 + 1), "text/csv", 413, "body"),
        ],
    )
    def test_what_cannot_be_brought_in_is_refused(
        self, alex: Gateway, body: bytes, kind: str, status: int, place: str
    ) -> None:
        reply = alex.send("POST", "/import", body, **{"Content-Type": kind})

        assert (reply.status, place in reply.faults) == (status, True), reply.text

    def test_a_file_is_one_file(self, alex: Gateway) -> None:
        file = ('name="file"; filename="my.csv"', ONE.encode())

        assert alex.send("POST", "/import", **multipart(file, file)).faults == {"file": "is one file too many"}
