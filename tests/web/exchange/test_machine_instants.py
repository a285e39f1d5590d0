"""Days and times as machines write them are read in tables and in forms; JSON asks for plain ones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.schemas.machine_instants import day_and_time
from chalicelib.schemas.written_days import plain
from tests.web.bad_input.refused import problem
from tests.web.browser import Browser
from tests.web.exchange.given import HEAD, imported, previewed
from tests.web.gateway import Gateway
from tests.web.given import FLAT, happened, recorded

FORM = "application/x-www-form-urlencoded"
IN_BERLIN = [  # where the owner is: two hours ahead of UTC in August
    ("2026-08-13 14:30:25", "14:30"),
    ("2026-08-13T14:30", "14:30"),
    ("2026-08-13T12:30:00Z", "14:30"),
    ("2026-08-13T12:30:00.000Z", "14:30"),
    ("2026-08-13T05:30:25-07:00", "14:30"),
    ("2026-08-13 14:30:25.123456+02", "14:30"),
    ("2026-08-13 12:30:00 UTC", "14:30"),
    ("2026-08-13T14:30:00+02:00[Europe/Berlin]", "14:30"),
    ("20260813T123000Z", "14:30"),
    ("2026-08-12T23:30:00-04:00", "05:30"),
    ("8/13/2026, 2:30 PM", "14:30"),
    ("8/13/2026, 2:30:25\u202fPM", "14:30"),
    ("\u200e8\u200e/\u200e13\u200e/\u200e2026\u200e \u200e2\u200e:\u200e30\u200e \u200ePM", "14:30"),
    ("13.08.2026, 14:30:25", "14:30"),
    ("13/08/2026 14:30", "14:30"),
    ("13.8.2026 14:30 Uhr", "14:30"),
    ("August 13, 2026 2:30 PM", "14:30"),
    ("Thursday, August 13, 2026 at 2:30\u202fPM", "14:30"),
    ("Thu Aug 13 2026 14:30:25 GMT+0200 (Central European Summer Time)", "14:30"),
    ("Thu, 13 Aug 2026 12:30:25 +0000", "14:30"),
    ("13-Aug-2026 14:30", "14:30"),
    ("Aug 13, 2026", None),
    ("2026-08-13 00:00:00", None),
    ("\ufeff2026-08-13\u00a0", None),
    ("20260813", None),
    ("20260813T143000", "14:30"),
    ("20260813 1430", "14:30"),
    ("20260813T053000-0700", "14:30"),
    ("2026\u201108\u201113", None),
    ("2026\u201008\u201013T12:30:00Z", "14:30"),
    ("13\u20138\u20132026 14:30", "14:30"),
    ("2026\u221208\u221213 \u2013 2:30 pm", "14:30"),
    ("13 Aug 2026, 2 pm", "14:00"),
    ("\uff12\uff10\uff12\uff16\uff0f\uff10\uff18\uff0f\uff11\uff13", None),
    ("13. August 2026 um 14:30 Uhr", "14:30"),
    ("13 августа 2026 г., 14:30", "14:30"),
    ("13 août 2026 à 14h30", "14:30"),
]


@pytest.mark.parametrize(("written", "time"), IN_BERLIN)
def test_an_instant_is_its_day_and_time_in_the_owner_s_zone(alex: Gateway, written: str, time: str | None) -> None:
    in_a_form = alex.post_form("/interviews", FLAT | {"interview_on": written})
    (row,) = imported(alex, f'{HEAD}\nGlobex,Analyst,"{written}"\n')["rows"]

    in_a_table = alex.get(f"/interviews/{row['id']}")

    for reply in (in_a_form, in_a_table):
        assert (reply.data["interview_on"], reply.data["interview_time"]) == ("2026-08-13", time)


@pytest.mark.parametrize(
    "written", ["2:30\u202fPM", "2:30 p.m.", "14:30:25", "14.30", "2026-08-13T12:30:00Z", "1899-12-30T14:30:00.000Z"]
)
def test_a_time_alone_is_read_in_every_notation(alex: Gateway, written: str) -> None:
    in_a_form = alex.post_form("/interviews", FLAT | {"interview_time": written})
    (row,) = imported(alex, f'{HEAD},interview time\nGlobex,Analyst,2026-08-13,"{written}"\n')["rows"]

    assert in_a_form.data["interview_time"] == "14:30"
    assert alex.get(f"/interviews/{row['id']}").data["interview_time"] == "14:30"


def test_a_time_that_was_sent_beside_the_day_counts_before_the_day_s_own(alex: Gateway) -> None:
    reply = alex.post_form("/interviews", FLAT | {"interview_on": "2026-08-03T14:30:00Z", "interview_time": "9:15 AM"})

    assert reply.data["interview_time"] == "09:15"


def test_all_forms_take_instants(alex: Gateway) -> None:
    record = recorded(alex)
    call = {"kind": "called", "result": "no_decision", "on": "2026-08-03T20:00:00+02:00"}

    event = alex.post_form(f"/interviews/{record['id']}/events", call | {"call_again_on": "2026-08-12T12:30:00Z"})
    owner = alex.send("PATCH", "/owner", "digest_at=7:30+am", Content_Type="application/x-www-form-urlencoded")

    (stored,) = event.data["events"]
    assert (stored["on"], stored["call_again_on"], stored["call_again_time"]) == ("2026-08-03", "2026-08-12", "14:30")
    assert owner.data["digest_at"] == "07:30"


IN_TOKYO = [
    ("2026-08-03T14:30:00Z", "2026-08-03", "23:30"),
    ("2026-08-03T20:30:00Z", "2026-08-04", "05:30"),
    ("20260803T203000Z", "2026-08-04", "05:30"),
    ("Mon, 3 Aug 2026 14:30:25 -0700", "2026-08-04", "06:30"),
    ("2026-08-03 14:30", "2026-08-03", "14:30"),  # without a zone it is there already
]


class TestAnInstantIsInTheZoneOfItsInterview:
    """The record names a zone, so its day and hour are meant there, and no longer where the owner is."""

    @pytest.mark.parametrize(("written", "day", "time"), IN_TOKYO)
    def test_that_is_sent_beside_it(
        self, alex: Gateway, alexs_browser: Browser, written: str, day: str, time: str
    ) -> None:
        there = {"interview_time_zone": "Asia/Tokyo"}

        by_form = alex.post_form("/interviews", FLAT | there | {"interview_on": written}).data
        (row,) = imported(alex, f'{HEAD},interview_time_zone\nGlobex,Analyst,"{written}",Asia/Tokyo\n')["rows"]
        page = alexs_browser.open(f"/record?{urlencode(there | {'interview_on': written})}").text

        for record in (by_form, alex.get(f"/interviews/{row['id']}").data):
            assert (record["interview_on"], record["interview_time"]) == (day, time)
        assert f'value="{day}"' in page
        assert f'value="{time}"' in page

    @pytest.mark.parametrize(("written", "day", "time"), IN_TOKYO)
    def test_that_the_record_has(
        self, alex: Gateway, alexs_browser: Browser, written: str, day: str, time: str
    ) -> None:
        records = [recorded(alex, interview_time_zone="Asia/Tokyo", company=name) for name in "ABC"]
        paths = [f"/interviews/{record['id']}" for record in records]
        moved = {"kind": "interview_moved", "on": "2026-08-01", "interview_on": written}

        alex.send("PATCH", paths[0], urlencode({"interview_on": written}), Content_Type=FORM)
        alex.post_form(f"{paths[1]}/events", moved)
        alexs_browser.open(paths[2])
        alexs_browser.send(f"{paths[2]}/events", {"what": "interview_moved", "on": "2026-08-01", "day": written})

        for path in paths:
            record = alex.get(path).data
            assert (record["interview_on"], record["interview_time"]) == (day, time)

    def test_but_a_call_or_a_zone_that_is_none_is_in_the_owner_s(self, alex: Gateway) -> None:
        record = recorded(alex, interview_time_zone="Asia/Tokyo")
        call = {"kind": "called", "result": "no_decision", "call_again_on": "2026-08-12T12:30:00Z"}
        lines = f"{HEAD},interview_time_zone\nGlobex,Analyst,2026-08-03T14:30:00Z,Tokyo\n"

        (stored,) = alex.post_form(f"/interviews/{record['id']}/events", call).data["events"]
        (row,) = imported(alex, lines)["rows"]

        assert (stored["call_again_on"], stored["call_again_time"]) == ("2026-08-12", "14:30")
        assert alex.get(f"/interviews/{row['id']}").data["interview_time"] == "16:30"


def test_a_column_of_midnights_in_utc_is_one_of_days(alex: Gateway) -> None:
    rows = imported(alex, f"{HEAD}\nA,B,2026-08-03T00:00:00.000Z\nC,D,2026-08-04T00:00:00.000Z\n")["rows"]

    assert [row["interview_on"] for row in rows] == ["2026-08-03", "2026-08-04"]
    assert alex.get(f"/interviews/{rows[0]['id']}").data["interview_time"] is None


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("3/8/2026, 2:30 PM", "can be read in two ways, day or month first: write it as 2026-08-03"),
        ("2026-08-13 14:30 CEST", "is not a day such as 2026-08-03"),
        ("2026-02-30T10:00:00Z", "is not a day such as 2026-08-03"),
        ("2026-08-13T25:00:00Z", "is not a day such as 2026-08-03"),
        ("Aug 2026", "is not a day such as 2026-08-03"),
        ("2026-W33-4", "is not a day such as 2026-08-03"),
    ],
)
def test_what_is_not_sure_is_refused_in_a_form(alex: Gateway, written: str, reason: str) -> None:
    reply = alex.post_form("/interviews", FLAT | {"interview_on": written})

    assert problem(reply) == (422, {"interview_on": reason})


@pytest.mark.parametrize("written", ["13:30 AM", "25:00", "14:75", "noon"])
def test_what_is_no_time_is_refused(alex: Gateway, written: str) -> None:
    reply = alex.post_form("/interviews", FLAT | {"interview_time": written})

    assert problem(reply) == (422, {"interview_time": "is not a time such as 15:00"})


def test_an_hour_in_a_zone_that_is_not_known_is_left_out_and_asked_about(alex: Gateway) -> None:
    found = previewed(alex, f"{HEAD}\nA,B,2026-08-03 14:30 CEST\nC,D,2026-08-03 14:30\n")

    assert [row["state"] for row in found["rows"]] == ["create", "create"]
    assert [one["field"] for one in found["rows"][0]["warnings"]] == ["interview_time"]


@pytest.mark.parametrize("written", ["2026-08-13T12:30:00Z", "8/13/2026", "2:30 PM"])
def test_json_asks_for_plain_days_and_hours(alex: Gateway, written: str) -> None:
    reply = alex.post("/interviews", FLAT | {"interview_on": written, "interview_time": written})

    assert set(problem(reply)[1]) == {"interview_on", "interview_time"}


FIRST, LAST = (int(datetime(year, 1, 3, tzinfo=UTC).timestamp()) for year in (2000, 2099))


@given(
    seconds=st.integers(FIRST, LAST),
    hours=st.integers(-14, 14),
    owners=st.integers(-12, 14),
    notation=st.sampled_from(
        ["%Y-%m-%dT%H:%M:%S{}", "%Y-%m-%d %H:%M{}", "%a, %d %b %Y %H:%M:%S {}", "%b %d, %Y %I:%M %p {}"]
    ),
)
def test_an_instant_in_any_zone_is_the_same_instant(seconds: int, hours: int, owners: int, notation: str) -> None:
    there, here = timezone(timedelta(hours=hours)), timezone(timedelta(hours=owners))
    at = datetime.fromtimestamp(seconds, there)

    written = at.strftime(notation).format(at.strftime("%z"))

    local = at.astimezone(here)
    assert day_and_time(written, here) == (local.date().isoformat(), f"{local:%H:%M}")


@given(text=st.text(max_size=200))
def test_what_is_no_instant_stays_as_it_is(text: str) -> None:
    day, time = day_and_time(text, UTC)

    assert time or day == plain(text)


def test_an_event_in_json_keeps_its_plain_day(alex: Gateway) -> None:
    record = recorded(alex)

    assert happened(alex, record["id"], kind="note", note="x", on="2026-08-03")["events"][0]["on"] == "2026-08-03"
