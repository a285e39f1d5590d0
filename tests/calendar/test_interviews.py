"""W11: the interview itself stands in the feed, at its hour, with all that one needs on the way there."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

import pytest
import vobject
from msgspec.structs import replace

from chalicelib.calendar.feed import MOST_ENTRIES
from chalicelib.playbook.contact import Role
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_day import InterviewDay
from tests.calendar.given import MONDAY_8_AM, TUESDAY_8_AM, everything, interviews, the_interview, written
from tests.factories import a_call, a_contact, an_answer, an_event, an_interview

WEDNESDAY = date(2026, 8, 12)
ON_THE_EVE = datetime(2026, 8, 11, 6, tzinfo=UTC)
AFTERWARDS = datetime(2026, 8, 12, 18, tzinfo=UTC)
WITHDRAWN = an_event(EventKind.WITHDRAWN, date(2026, 8, 10))
REFUSED = an_answer(date(2026, 8, 10), Result.REFUSAL)


def to_come(*happened: Event, **changes: Any) -> Interview:
    """The interview at Acme on Wednesday 12 August at three, recorded on the 3rd; its version counts its events."""
    facts = {"interview_on": WEDNESDAY, "interview_time": time(15), "events": happened, "version": 1 + len(happened)}
    return an_interview(**(facts | changes))


def moved(record: Interview, on: date, to: date | None, at: time | None = None) -> Interview:
    """The record after they moved the interview."""
    before = InterviewDay(
        interview_on=record.interview_on, interview_time=record.interview_time, dated_on=record.dated_on
    )
    event = an_event(
        EventKind.INTERVIEW_MOVED, on, interview_on=to, interview_time=at, moved_from=before if to else None
    )
    day = {"interview_on": to, "interview_time": at, "dated_on": on} if to else {}
    return replace(record, events=(*record.events, event), version=record.version + 1, **day)


class TestItsHour:
    def test_w11_it_takes_an_hour_and_rings_an_hour_before(self) -> None:
        event = the_interview(to_come(), now=ON_THE_EVE)

        assert event.summary == "Interview with Acme"
        assert event.dtstart == datetime(2026, 8, 12, 13, tzinfo=UTC)
        assert event.dtend - event.dtstart == timedelta(hours=1)
        assert (event.transp, event.status, event.reminder) == ("OPAQUE", "CONFIRMED", timedelta(hours=-1))
        assert event.event.categories == ["Afterword", "Interview"]

    @pytest.mark.parametrize("minutes", [5, 45, 60, 720])
    def test_w11_it_takes_as_long_as_the_record_says(self, minutes: int) -> None:
        event = the_interview(to_come(interview_minutes=minutes), now=ON_THE_EVE)

        assert event.dtend - event.dtstart == timedelta(minutes=minutes)

    def test_w11_without_an_hour_it_takes_the_day_and_rings_on_the_eve_at_six(self) -> None:
        event = the_interview(to_come(interview_time=None), now=ON_THE_EVE)

        assert (event.dtstart, event.dtend) == (WEDNESDAY, date(2026, 8, 13))
        assert (event.transp, event.reminder) == ("OPAQUE", timedelta(hours=-6))
        assert "No hour is recorded." in event.description

    @pytest.mark.parametrize(
        ("owners", "its_own", "day", "at", "utc"),
        [
            ("Europe/Berlin", None, date(2026, 3, 27), time(10), "2026-03-27 09:00"),
            ("Europe/Berlin", None, date(2026, 3, 30), time(10), "2026-03-30 08:00"),  # forward on the 29th
            ("Europe/Berlin", None, date(2026, 3, 29), time(2, 30), "2026-03-29 01:30"),  # an hour that is not
            ("Europe/Berlin", None, date(2026, 10, 23), time(10), "2026-10-23 08:00"),
            ("Europe/Berlin", None, date(2026, 10, 25), time(2, 30), "2026-10-25 00:30"),  # the first of two
            ("Europe/Berlin", None, date(2026, 10, 26), time(10), "2026-10-26 09:00"),  # back on the 25th
            ("Europe/Berlin", "America/New_York", date(2026, 3, 9), time(9), "2026-03-09 13:00"),  # earlier there
            ("Europe/Berlin", "America/New_York", date(2026, 3, 30), time(9), "2026-03-30 13:00"),
            ("Europe/Berlin", "America/New_York", date(2026, 10, 26), time(9), "2026-10-26 13:00"),  # later there
            ("Europe/Berlin", "America/New_York", date(2026, 11, 2), time(9), "2026-11-02 14:00"),
            ("Europe/Berlin", "Asia/Kathmandu", date(2026, 8, 12), time(9), "2026-08-12 03:15"),
            ("Europe/Berlin", "Australia/Lord_Howe", date(2026, 10, 4), time(9), "2026-10-03 22:00"),  # by 30 minutes
            ("Europe/Berlin", "Australia/Lord_Howe", date(2026, 10, 2), time(9), "2026-10-01 22:30"),
            ("America/Los_Angeles", "Pacific/Kiritimati", date(2026, 8, 12), time(0), "2026-08-11 10:00"),
            ("Pacific/Kiritimati", "Pacific/Niue", date(2026, 8, 12), time(23, 59), "2026-08-13 10:59"),
            ("Pacific/Chatham", None, date(2026, 8, 12), time(9), "2026-08-11 20:15"),
        ],
    )
    def test_w11_its_hour_is_that_of_its_own_zone_on_that_day(
        self, owners: str, its_own: str | None, day: date, at: time, utc: str
    ) -> None:
        record = to_come(interview_on=day, interview_time=at, interview_time_zone=its_own)
        now = datetime.combine(day, time(12), UTC) - timedelta(days=3)

        text = written(record, now=now, time_zone=owners)

        event = the_interview(record, now=now, time_zone=owners)
        assert f"{event.dtstart:%Y-%m-%d %H:%M}" == utc
        assert event.dtstart in [one.dtstart.value for one in vobject.readOne(text).vevent_list]

    @pytest.mark.parametrize(
        ("zone", "said"),
        [
            (None, None),
            ("Europe/Paris", None),  # the same clock
            ("America/New_York", "15:00 in New York: 21:00 where you are"),
            ("Pacific/Kiritimati", "15:00 in Kiritimati: 03:00 where you are"),
            ("Pacific/Niue", "15:00 in Niue: 04:00, Thursday 13 August where you are"),
        ],
    )
    def test_w11_an_hour_that_is_another_where_the_owner_is_was_told_as_it_stands_in_the_text(
        self, zone: str | None, said: str | None
    ) -> None:
        words = the_interview(to_come(interview_time_zone=zone), now=ON_THE_EVE).description

        assert (said in words) if said else ("where you are" not in words)


class TestTheWords:
    def test_w11_they_are_those_of_the_brief(self) -> None:
        interviewer = a_contact(id="kim", name="Kim Doe", role=Role.INTERVIEWER, phone=None, title="Head of Data")
        record = to_come(
            contacts=(a_contact(), interviewer),
            place="Acme Street 1, 2nd floor",
            meeting_url="https://meet.example/x?a=1&b=ü",
            notes="Bring the portfolio",
        )

        event = the_interview(record, now=ON_THE_EVE)

        assert event.location == "Acme Street 1, 2nd floor"
        assert event.url == "https://meet.example/x?a=1&b=%C3%BC"
        words = event.description
        assert words.startswith("Data Engineer\n\nYou meet: Kim Doe, Head of Data\n")
        assert "If you are late: Dana Winter, +49 30 23125 021\n" in words
        assert "Video call link: https://meet.example/x?a=1&b=ü\n" in words
        assert "Notes: Bring the portfolio\n" in words
        assert words.endswith(f"/interviews/{record.id}")

    def test_w11_s9_they_end_with_the_question_to_ask_until_it_is_over(self) -> None:
        before, after = (the_interview(to_come(), now=now).description for now in (ON_THE_EVE, AFTERWARDS))

        assert "At the interview, ask Acme when they will decide (W11, S9)" in before
        assert "Before I go, may I ask when you expect to decide" in before
        assert "W11" not in after

    def test_w11_without_a_video_call_the_link_leads_to_the_record(self) -> None:
        event = the_interview(to_come(), now=ON_THE_EVE)

        assert event.url.endswith(f"/interviews/{to_come().id}")
        assert "LOCATION" not in event.event

    def test_w11_they_are_in_the_owner_s_language(self) -> None:
        event = the_interview(to_come(company="Ромашка"), now=ON_THE_EVE, language="ru")

        assert event.summary == "Собеседование в компании «Ромашка»"
        assert "На собеседовании спросите" in event.description
        assert "Если опаздываете: Dana Winter, +49" in event.description
        assert "С кем встреча: " in event.description

    def test_w11_they_are_bounded(self) -> None:
        record = to_come(place="P" * 5000, meeting_url=f"https://x.example/{'y' * 5000}", notes="n" * 4000)

        event = the_interview(record, now=ON_THE_EVE)

        assert len(event.location) <= 300
        assert event.url.endswith(record.id)
        assert len(event.description) < 4000


class TestWhenItIsThere:
    @pytest.mark.parametrize(
        ("record", "last"),
        [
            (to_come(), datetime(2026, 9, 11, 21, 59, tzinfo=UTC)),
            (to_come(interview_time=None), datetime(2026, 9, 11, 21, 59, tzinfo=UTC)),
            (to_come(interview_time_zone="Pacific/Niue"), datetime(2026, 9, 12, 21, 59, tzinfo=UTC)),
        ],
    )
    def test_w11_it_stays_for_thirty_days(self, record: Interview, last: datetime) -> None:
        assert len(interviews(record, now=last)) == 1
        assert interviews(record, now=last + timedelta(minutes=2)) == []

    def test_w11_once_it_is_over_it_rings_no_more_and_nothing_else_changes(self) -> None:
        before, after = (the_interview(to_come(), now=now) for now in (ON_THE_EVE, AFTERWARDS))

        assert [len(one.event.walk("VALARM")) for one in (before, after)] == [1, 0]
        assert (after.uid, after.dtstart, after.transp) == (before.uid, before.dtstart, "OPAQUE")
        assert after.sequence > before.sequence

    def test_w11_one_of_months_ahead_is_there_too(self) -> None:
        assert the_interview(to_come(interview_on=date(2027, 3, 1))).dtstart.date() == date(2027, 3, 1)

    def test_w11_what_is_ahead_is_never_left_out_for_what_is_over(self) -> None:
        over = [an_interview(id=f"01K1S0M4{number:018}") for number in range(MOST_ENTRIES)]

        events = everything(*over, to_come(), now=TUESDAY_8_AM)

        assert len(events) == MOST_ENTRIES
        assert [one.dtstart.date() for one in events if one.is_interview] == []
        assert len({one.summary for one in events}) == 1
        assert [one.summary for one in everything(to_come(), *over[1:], now=TUESDAY_8_AM)][-1] == "Interview with Acme"


class TestAMove:
    def test_w11_w13_it_moves_under_the_same_uid_with_a_higher_sequence(self) -> None:
        first = to_come()
        later = moved(first, date(2026, 8, 10), date(2026, 8, 19), time(9))
        again = moved(later, date(2026, 8, 11), date(2026, 8, 20))
        undone = replace(first, version=again.version + 1)

        events = [the_interview(record, now=ON_THE_EVE) for record in (first, later, again, undone)]

        assert len({one.uid for one in events}) == 1
        assert all(one.sequence < other.sequence for one, other in pairwise(events))
        assert events[1].dtstart == datetime(2026, 8, 19, 7, tzinfo=UTC)
        assert (events[2].dtstart, events[3].dtstart) == (date(2026, 8, 20), events[0].dtstart)

    def test_w11_w13_while_its_day_is_awaited_there_is_none(self) -> None:
        assert interviews(moved(to_come(), date(2026, 8, 10), None), now=ON_THE_EVE) == []

    def test_w11_w13_while_the_day_of_the_next_round_is_awaited_there_is_none(self) -> None:
        invited = an_answer(date(2026, 8, 13), Result.NEXT_ROUND)

        assert interviews(to_come(invited), now=datetime(2026, 8, 14, 6, tzinfo=UTC)) == []

    def test_w11_every_record_has_one_of_its_own(self) -> None:
        records = [to_come(id=f"01K1S0M3{number:018}") for number in range(3)]

        assert len({one.uid for one in interviews(*records)}) == 3


class TestOneThatIsCalledOff:
    @pytest.mark.parametrize(
        "record",
        [
            pytest.param(to_come(WITHDRAWN), id="withdrawn"),
            pytest.param(to_come(an_event(EventKind.CLOSED, date(2026, 8, 10))), id="closed"),
            pytest.param(to_come(REFUSED), id="refused, or called off by them"),
            pytest.param(to_come(an_answer(WEDNESDAY, Result.REFUSAL)), id="refused an hour before"),
            pytest.param(to_come(REFUSED, interview_time=None), id="a whole day"),
            pytest.param(to_come(an_answer(WEDNESDAY, Result.REFUSAL), interview_time=None), id="on the day itself"),
        ],
    )
    @pytest.mark.parametrize("now", [datetime(2026, 8, 12, 12, 30, tzinfo=UTC), AFTERWARDS])
    def test_w11_it_is_cancelled_under_its_uid_and_rings_no_more(self, record: Interview, now: datetime) -> None:
        before = the_interview(to_come(), now=MONDAY_8_AM)

        event = the_interview(record, now=now)

        assert (event.uid, event.is_cancelled, event.transp) == (before.uid, True, "TRANSPARENT")
        assert event.summary == "Called off: interview with Acme"
        assert event.description == "Data Engineer"
        assert event.event.walk("VALARM") == []
        assert event.sequence > before.sequence

    @pytest.mark.parametrize(
        "record",
        [
            to_come(an_answer(date(2026, 8, 13), Result.REFUSAL)),
            to_come(an_answer(WEDNESDAY, Result.REFUSAL, recorded_at=AFTERWARDS)),
            to_come(an_answer(WEDNESDAY, Result.REFUSAL), interview_time=None, dated_on=WEDNESDAY),
            to_come(a_call(date(2026, 8, 19), Result.NO_ANSWER)),
            to_come(an_answer(date(2026, 8, 10), Result.OFFER)),
            to_come(an_event(EventKind.NOTE, date(2026, 8, 10), note="it rains")),
        ],
    )
    def test_w11_one_that_took_place_or_still_may_is_not(self, record: Interview) -> None:
        assert not the_interview(record, now=datetime(2026, 8, 20, 6, tzinfo=UTC)).is_cancelled

    def test_w11_undone_it_is_there_again_with_a_higher_sequence(self) -> None:
        off, on = (the_interview(record, now=ON_THE_EVE) for record in (to_come(WITHDRAWN), to_come(version=3)))

        assert (off.is_cancelled, on.is_cancelled) == (True, False)
        assert on.sequence > off.sequence

    def test_w11_w13_one_that_was_refused_while_its_day_was_awaited_never_took_place(self) -> None:
        awaited = moved(to_come(), date(2026, 8, 10), None)
        record = replace(awaited, events=(*awaited.events, an_answer(date(2026, 8, 14), Result.REFUSAL)), version=3)

        assert the_interview(record, now=datetime(2026, 8, 15, 6, tzinfo=UTC)).is_cancelled

    @pytest.mark.parametrize("named_on", [date(2026, 8, 13), date(2026, 8, 14)])
    def test_w11_w13_one_whose_day_was_named_on_the_day_itself_or_later_is_not(self, named_on: date) -> None:
        awaited = moved(to_come(), date(2026, 8, 10), None)
        named = moved(awaited, named_on, date(2026, 8, 13))

        assert not the_interview(named, now=datetime(2026, 8, 14, 18, tzinfo=UTC)).is_cancelled
