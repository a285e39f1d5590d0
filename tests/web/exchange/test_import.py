"""An import does what its preview showed and no more, and can be sent again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from botocore.exceptions import EndpointConnectionError

from chalicelib.exchange.pagination import MOST_RECORDS
from chalicelib.records.table import connection
from chalicelib.schemas.record_fields import LAST_VERSION
from chalicelib.usecases import import_records
from tests.web.exchange.given import HEAD, SEVERAL, companies, imported, previewed, sent, states
from tests.web.gateway import Gateway
from tests.web.given import ACME, happened, recorded

ONE = f"{HEAD}\nGlobex,Data Engineer,2026-08-20\n"


THEN = "2026-08-03T16:00:00Z"


@contextmanager
def failing_after(writes: int) -> Iterator[None]:
    """A table that takes this many transactions and then no more."""
    taken = 0

    def fail(**_: Any) -> None:
        nonlocal taken
        taken += 1
        if taken > writes:
            raise EndpointConnectionError(endpoint_url="https://dynamodb.example")

    events = connection().client.meta.events
    events.register("before-call.dynamodb.TransactWriteItems", fail)
    try:
        yield
    finally:
        events.unregister("before-call.dynamodb.TransactWriteItems", fail)


class TestImport:
    def test_it_does_what_the_preview_said(self, alex: Gateway) -> None:
        recorded(alex)
        seen = previewed(alex, SEVERAL)

        done = imported(alex, SEVERAL)

        assert states(done) == [state.replace("create", "created") for state in states(seen)]
        assert companies(alex) == ["Globex", "Acme"]
        assert alex.get(f"/interviews/{done['rows'][0]['id']}").data["contacts"][0]["phone"] == "+49 30 1234"

    def test_a_second_import_skips_everything(self, alex: Gateway) -> None:
        imported(alex, ONE)

        assert states(imported(alex, ONE)) == ["duplicate"]
        assert companies(alex) == ["Globex"]

    def test_rows_stay_in_the_order_of_the_file(self, alex: Gateway) -> None:
        imported(alex, f"{HEAD}\n" + "".join(f"Company {n},Clerk,2026-08-20\n" for n in range(9)))

        assert companies(alex) == [f"Company {n}" for n in reversed(range(9))]

    def test_a_record_that_is_there_is_never_written_over(self, alex: Gateway) -> None:
        there = recorded(alex, notes="mine")
        export = alex.get("/export.json").data
        export["interviews"][0] |= {"company": "Another", "notes": "theirs"}

        assert states(alex.post("/import", export).data) == ["duplicate"]
        assert alex.get(f"/interviews/{there['id']}").data["notes"] == "mine"

    def test_nothing_reaches_another_owner_s_records(self, alex: Gateway, sam: Gateway) -> None:
        there = recorded(alex, notes="mine")
        export = alex.get("/export.json").data
        export["interviews"][0]["notes"] = "theirs"

        assert states(sam.post("/import", export).data) == ["created"]
        assert alex.get(f"/interviews/{there['id']}").data["notes"] == "mine"
        assert companies(sam) == ["Acme"]

    @pytest.mark.parametrize(
        ("outcome", "status", "shown"),
        [
            ("Отказ", "ended", "refusal"),
            ("ghosted", "ended", "no_answer"),
            ("Withdrawn", "ended", "withdrawn"),
            ("accepted", "ended", "accepted"),
            ("Hired", "ended", "accepted"),
            ("Приняла", "ended", "accepted"),
            ("declined", "ended", "declined"),
            ("offer", "open", None),
            ("pending", "open", None),
            ("", "open", None),
        ],
    )
    def test_an_interview_that_has_ended_comes_in_ended(
        self, alex: Gateway, outcome: str, status: str, shown: str | None
    ) -> None:
        done = imported(alex, f"{HEAD},outcome\nGlobex,Clerk,2026-07-01,{outcome}\n")

        record = alex.get(f"/interviews/{done['rows'][0]['id']}").data
        assert (record["status"], record["outcome"]) == (status, shown)

    @pytest.mark.parametrize("word", ["offer", "Оффер"])
    def test_m2_an_offer_comes_in_to_be_answered(self, alex: Gateway, word: str) -> None:
        done = imported(alex, f"{HEAD},outcome\nGlobex,Clerk,2026-07-31,{word}\n")

        step = alex.get(f"/interviews/{done['rows'][0]['id']}").data["next_step"]
        assert (step["kind"], step["due_on"]) == ("answer_offer", "2026-08-07")  # five working days after the interview

    def test_m4_an_outcome_goes_out_as_a_word_that_comes_in_again(self, alex: Gateway, sam: Gateway) -> None:
        for company, kind in (("Acme", "offer_accepted"), ("Globex", "offer_declined")):
            record = recorded(alex, company=company)
            happened(alex, record["id"], kind="heard_back", result="offer")
            happened(alex, record["id"], kind=kind)

        imported(sam, alex.get("/export.csv").text)

        ended = sam.get("/interviews?status=ended").data["items"]
        assert {one["company"]: one["outcome"] for one in ended} == {"Acme": "accepted", "Globex": "declined"}

    def test_an_outcome_that_is_not_understood_is_asked_about(self, alex: Gateway) -> None:
        row = imported(alex, f"{HEAD},outcome\nGlobex,Clerk,2026-07-01,so so\n")["rows"][0]

        assert row["state"] == "created"
        assert row["warnings"] == [
            {
                "field": "outcome",
                "reason": "says “so so”, which is not understood: the record stays open, has it ended?",
                "value": "so so",
            }
        ]

    def test_a_time_beside_the_day_is_the_interview_s(self, alex: Gateway) -> None:
        done = imported(alex, f"{HEAD}\nGlobex,Clerk,20.08.2026 9:30\nInitech,Clerk,2026-08-20 00:00:00\n")

        times = [alex.get(f"/interviews/{row['id']}").data["interview_time"] for row in done["rows"]]
        assert times == ["09:30", None]

    def test_a_row_with_more_cells_than_headers_is_refused(self, alex: Gateway) -> None:
        assert states(previewed(alex, f"{HEAD}\nGlobex,Clerk,2026-08-20,,more\nInitech,Clerk,2026-08-20,,\n")) == [
            "refused",
            "create",
        ]

    def test_our_own_csv_comes_back(self, alex: Gateway, sam: Gateway) -> None:
        recorded(alex, company="=1+1", notes="'=2", may_call=False, interview_time="15:00", round=2)
        exported = alex.get("/export.csv").text

        assert imported(sam, exported)["created"] == 1
        assert sam.get("/export.csv").text == exported


class TestLimits:
    def test_more_rows_than_an_import_takes_are_refused(self, alex: Gateway) -> None:
        rows = "".join(f"Company {n},Clerk,2026-08-20\n" for n in range(MOST_RECORDS + 1))

        assert sent(alex, "/import/preview", f"{HEAD}\n{rows}").faults == {
            "file": "holds more than 1000 interviews; send it in parts"
        }

    def test_what_one_request_cannot_write_is_left_for_the_same_request_again(
        self, alex: Gateway, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(import_records, "MOST_AT_ONCE", 2)
        five = f"{HEAD}\n" + "".join(f"Company {n},Clerk,2026-08-20\n" for n in range(5))

        reports = [imported(alex, five) for _ in range(3)]

        assert [(one["created"], one["duplicate"], one["left"]) for one in reports] == [(2, 0, 3), (2, 2, 1), (1, 4, 0)]
        assert len(companies(alex)) == 5


class TestFailures:
    FOUR = f"{HEAD}\n" + "".join(f"Company {n},Clerk,2026-08-20\n" for n in range(4))

    def test_a_table_that_fails_midway_loses_nothing(self, alex: Gateway) -> None:
        with failing_after(2):
            broken = imported(alex, self.FOUR)

        assert states(broken) == ["created", "created", "left", "left"]
        assert states(imported(alex, self.FOUR)) == ["duplicate", "duplicate", "created", "created"]

    def test_a_table_that_takes_nothing_is_told_as_such(self, alex: Gateway) -> None:
        with failing_after(0):
            assert sent(alex, "/import", self.FOUR).status == 503

        assert companies(alex) == []

    def test_a_process_that_is_full_refuses_its_row_and_no_other(self, alex: Gateway) -> None:
        rows = "".join(f"Acme {n},Clerk,2026-08-20,acme\n" for n in range(21))

        done = imported(alex, f"{HEAD},process_id\n{rows}Globex,Clerk,2026-08-20,\n")

        assert (done["created"], done["refused"]) == (21, 1)
        assert done["rows"][20]["problems"] == [{"field": "process_id", "reason": "has 20 interviews already"}]


class TestBrokenExports:
    @pytest.mark.parametrize(
        ("change", "places"),
        [
            ({"events": [{"kind": "called", "on": "2026-08-03"}]}, {"events[0].result", "events[0].recorded_at"}),
            ({"events": [{"kind": "note", "recorded_at": "2026-08-03T16:00:00Z"}]}, {"events[0].on"}),
            (
                {"events": [{"kind": "note", "on": "2026-09-01", "recorded_at": "2026-08-03T16:00:00Z"}]},
                {"events[0].on"},
            ),
            ({"events": ["called"]}, {"events[0]."}),
            ({"events": [{}] * 161}, {"events"}),
            ({"events": {}}, {"events"}),
            ({"id": "PROFILE", "company": ""}, {"id", "company"}),
            ({"created_at": "2026-08-03"}, {"created_at"}),
            ({"created_at": "9999-12-31T23:59:59-14:00"}, {"created_at"}),
            ({"version": 0}, {"version"}),
            ({"version": LAST_VERSION + 1}, {"version"}),
            ({"attempts_elsewhere": 4}, {"attempts_elsewhere"}),
        ],
    )
    def test_a_record_that_does_not_fit_is_refused(
        self, alex: Gateway, change: dict[str, object], places: set[str]
    ) -> None:
        file = {"format": "afterword", "format_version": 1, "interviews": [{**ACME, **change}, 7]}

        rows = alex.post("/import/preview", file).data["rows"]

        assert {one["field"] for one in rows[0]["problems"]} == places
        assert rows[1]["problems"] == [{"field": "row", "reason": "is not an object"}]

    def test_two_records_with_one_id_are_one(self, alex: Gateway) -> None:
        recorded(alex)
        [record] = alex.get("/export.json").data["interviews"]
        alex.delete(f"/interviews/{record['id']}")
        file = {"format": "afterword", "format_version": 1, "interviews": [record, {**record, "company": "Another"}]}

        assert states(alex.post("/import", file).data) == ["created", "duplicate"]

    def test_two_records_of_one_export_that_look_alike_both_come_back(self, alex: Gateway, sam: Gateway) -> None:
        recorded(alex, round=1, notes="in the morning")
        recorded(alex, round=2, notes="in the afternoon")
        file = alex.get("/export.json").data

        assert states(sam.post("/import", file).data) == ["created", "created"]
        assert states(sam.post("/import", file).data) == ["duplicate", "duplicate"]

    def test_an_offer_that_comes_back_is_a_choice_again(self, alex: Gateway, sam: Gateway) -> None:
        happened(alex, recorded(alex)["id"], kind="heard_back", result="offer", until="2026-08-10")

        sam.post("/import", alex.get("/export.json").data)

        assert [one["company"] for one in sam.get("/agenda").data["offers"]] == ["Acme"]
