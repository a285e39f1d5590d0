"""The feed: what stands in the calendar, on which day, and in which words."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
import vobject
from icalendar import Calendar
from msgspec.structs import replace

from chalicelib.calendar.entry_text import LONGEST_DESCRIPTION
from chalicelib.calendar.feed import MOST_ENTRIES
from chalicelib.calendar.ical import unstamped
from chalicelib.playbook.event import EventKind, Result
from tests.calendar.given import (
    MONDAY_8_AM,
    TUESDAY_8_AM,
    a_thanked,
    ahead,
    everything,
    interviews,
    next_of,
    written,
)
from tests.factories import a_call, a_letter, an_answer, an_event, an_interview

ACME_ID = "01K1S0M3000000000000000001"


class TestTheCalendar:
    def test_it_says_what_it_is_and_how_often_to_come_back(self) -> None:
        calendar = Calendar.from_ical(written())

        assert calendar["version"] == "2.0"
        assert calendar["prodid"]
        assert calendar["method"] == "PUBLISH"
        assert calendar["name"] == calendar["x-wr-calname"] == "Afterword"
        assert "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n" in written()
        assert "X-PUBLISHED-TTL:PT1H\r\n" in written()

    def test_its_lines_end_as_they_must_and_fold_within_75_octets(self) -> None:
        text = written(a_thanked(company="Ромашка 🌼 " * 12), language="ru")

        lines = text.encode().split(b"\r\n")
        assert all(len(line) <= 75 for line in lines)
        assert not any(b"\n" in line or b"\r" in line for line in lines)
        assert [line.decode() for line in lines]  # no character is torn apart

    def test_another_parser_reads_the_same_from_it(self) -> None:
        text = written(a_thanked(company="Ромашка; и, «сыновья»\\n"), language="ru")

        events = vobject.readOne(text).vevent_list

        ours = everything(a_thanked(company="Ромашка; и, «сыновья»\\n"), language="ru")
        assert [(one.summary.value, one.description.value, one.dtstart.value) for one in events] == [
            (one.summary, one.description, one.dtstart) for one in ours
        ]

    def test_the_same_instant_makes_the_same_bytes_and_any_other_of_the_day_differs_in_its_stamps_only(self) -> None:
        records = (a_thanked(), an_interview(id="01K1S0M3000000000000000002", company="Umbrella"))

        assert written(*records) == written(*records)
        assert unstamped(written(*records)) == unstamped(written(*records, now=MONDAY_8_AM + timedelta(hours=9)))
        assert written(*records) == written(*reversed(records))

    def test_it_is_bounded_and_what_is_ahead_stays(self) -> None:
        records = [
            a_thanked(id=f"01K1S0M3{number:018}", interview_on=date(2026, 8, 3) + timedelta(days=number % 30))
            for number in range(MOST_ENTRIES + 30)
        ]

        events = everything(*records)

        assert len(events) == MOST_ENTRIES
        assert not any(event.is_cancelled for event in events)
        assert all(event.dtstart >= MONDAY_8_AM.date() for event in events if event.is_interview)


class TestACall:
    def test_h5_it_takes_half_an_hour_of_the_employer_s_morning(self) -> None:
        event = next_of(a_thanked())

        assert event.summary == "Call Acme and ask for the decision"
        assert event.dtstart == datetime(2026, 8, 10, 8, 0, tzinfo=UTC)
        assert event.dtend == datetime(2026, 8, 10, 8, 30, tzinfo=UTC)
        assert (event.transp, event.status) == ("OPAQUE", "CONFIRMED")
        assert event.reminder == timedelta(minutes=-15)
        assert event.event.categories == ["Afterword", "Call"]

    def test_h5_the_morning_is_that_of_the_employer_s_country(self) -> None:
        assert next_of(a_thanked(employer_country="JP")).dtstart == datetime(2026, 8, 10, 1, 0, tzinfo=UTC)

    @pytest.mark.parametrize(
        ("agreed_on", "utc_hour"), [(date(2026, 10, 23), 13), (date(2026, 10, 26), 14), (date(2026, 3, 27), 14)]
    )
    def test_w8_an_agreed_hour_is_the_owner_s_and_wins(self, agreed_on: date, utc_hour: int) -> None:
        called_on = agreed_on - timedelta(days=2)
        call = a_call(called_on, Result.NO_DECISION, call_again_on=agreed_on, call_again_time=time(15))
        record = an_interview(interview_on=called_on - timedelta(days=7), events=(call,), employer_country="JP")

        event = next_of(record, now=call.recorded_at)

        assert event.summary == "Call Acme again"
        assert event.dtstart == datetime.combine(agreed_on, time(utc_hour), UTC)

    def test_an_overdue_one_stands_on_today_without_the_hour_that_has_passed(self) -> None:
        agreed_on = date(2026, 8, 12)
        call = a_call(date(2026, 8, 10), Result.NO_DECISION, call_again_on=agreed_on, call_again_time=time(15))

        event = next_of(a_thanked(call), now=datetime(2026, 8, 13, 6, tzinfo=UTC))

        assert event.dtstart == datetime(2026, 8, 13, 8, 0, tzinfo=UTC)

    def test_w10_an_overdue_one_waits_for_the_employer_s_next_working_day(self) -> None:
        saturday = datetime(2026, 8, 15, 6, tzinfo=UTC)

        assert next_of(a_thanked(), now=saturday).dtstart.date() == date(2026, 8, 17)

    def test_one_without_a_number_takes_no_hour(self) -> None:
        event = next_of(a_thanked(contacts=()))

        assert event.is_all_day
        assert "phone" in event.description


class TestAWholeDay:
    def test_w2_a_letter_takes_a_day_that_leaves_the_owner_free(self) -> None:
        event = next_of(an_interview(), now=TUESDAY_8_AM)

        assert event.summary == "Thank Acme"
        assert (event.dtstart, event.dtend) == (date(2026, 8, 4), date(2026, 8, 5))
        assert event.is_all_day
        assert event.transp == "TRANSPARENT"
        assert event.reminder == timedelta(hours=9)

    def test_w1_w11_the_closing_question_has_no_day_of_its_own_as_the_interview_asks_it(self) -> None:
        record = an_interview(interview_on=date(2026, 8, 12), dated_on=date(2026, 8, 3))

        (event,) = everything(record, now=TUESDAY_8_AM)

        assert (event.summary, event.dtstart) == ("Interview with Acme", date(2026, 8, 12))
        assert "At the interview, ask Acme when they will decide (W11, S9)" in event.description

    def test_w9_a_last_word_takes_an_hour_only_where_it_can_be_said_by_phone(self) -> None:
        letters = a_letter(date(2026, 8, 10)), a_letter(date(2026, 8, 17))
        calls = a_call(date(2026, 8, 11), Result.NO_ANSWER), a_call(date(2026, 8, 13), Result.NO_ANSWER)
        now = datetime(2026, 8, 18, 6, tzinfo=UTC)

        by_letter = next_of(a_thanked(*letters, may_call=False), now=now)
        by_phone = next_of(a_thanked(letters[0], *calls), now=now)

        assert by_letter.summary == by_phone.summary == "Wrap up with Acme and leave the door open"
        assert (by_letter.is_all_day, by_phone.is_all_day) == (True, False)
        assert (by_letter.event.categories[1], by_phone.event.categories[1]) == ("Letter", "Call")

    def test_w9_moving_on_is_a_reminder_with_advice(self) -> None:
        four = [a_call(date(2026, 8, day), Result.NO_ANSWER) for day in (10, 13, 18, 21)]
        record = a_thanked(*four, contacts=an_interview().contacts)

        event = next_of(record, now=datetime(2026, 8, 24, 6, tzinfo=UTC))

        assert event.summary == "Move on from Acme"
        assert "There is nothing to send." in event.description


class TestTheWords:
    def test_they_say_why_now_by_which_rules_whom_to_reach_and_what_to_say(self) -> None:
        words = next_of(a_thanked()).description

        assert words.startswith("No day for the answer was agreed.")
        assert "(W4, W10)" in words
        assert "Dana Winter, +49 30 23125 021" in words
        assert "Draft - not sent." in words
        assert "Do you have two minutes?" in words

    def test_h7_a_letter_is_there_with_its_subject_and_the_owner_s_phone(self) -> None:
        words = next_of(an_interview(), now=TUESDAY_8_AM).description

        assert "dana.winter@acme.example" in words
        assert "Thank you" in words
        assert "+49 30 23125 020" in words

    def test_they_are_in_the_owner_s_language(self) -> None:
        event = next_of(a_thanked(company="Ромашка"), language="ru")

        assert event.summary == "Позвоните в компанию «Ромашка» и спросите о решении"
        assert "Здравствуйте" in event.description
        assert event.event.categories == ["Afterword", "Звонок"]

    def test_a_link_leads_to_the_record(self) -> None:
        assert next_of(a_thanked()).url == f"https://api.example.org/api/interviews/{ACME_ID}"

    def test_they_are_bounded(self) -> None:
        notes = "touch: " + "the garden on your roof 🌻 " * 400

        event = next_of(an_interview(notes=notes, company="A" * 200), now=TUESDAY_8_AM)

        assert len(event.description) <= LONGEST_DESCRIPTION
        assert len(event.summary) < 100


class TestManyRecords:
    def test_each_open_record_has_its_next_step_and_the_ended_ones_have_none(self) -> None:
        ended = a_thanked(
            an_answer(date(2026, 8, 6), Result.REFUSAL, reasons_given=True), id="01K1S0M3000000000000000003"
        )
        other = a_thanked(id="01K1S0M3000000000000000002", company="Umbrella")

        events = ahead(a_thanked(), other, ended)

        assert [event.summary for event in events] == [
            "Call Acme and ask for the decision",
            "Call Umbrella and ask for the decision",
        ]

    def test_w13_while_the_day_is_to_come_the_feed_asks_for_it_and_has_nothing_on_the_old_day(self) -> None:
        moved = an_event(EventKind.INTERVIEW_MOVED, date(2026, 8, 10))
        record = a_thanked(moved, interview_on=date(2026, 8, 12), events=(moved,))

        (event,) = ahead(record, now=datetime(2026, 8, 10, 18, tzinfo=UTC))

        assert event.summary == "Call Acme about the date of the interview"
        assert event.dtstart.date() == date(2026, 8, 13)
        assert interviews(record, now=datetime(2026, 8, 10, 18, tzinfo=UTC)) == []

    def test_w7_a_letter_is_followed_by_its_receipt_call(self) -> None:
        event = next_of(a_thanked(a_letter(date(2026, 8, 5))), now=datetime(2026, 8, 5, 18, tzinfo=UTC))

        assert event.summary == "Check with Acme that your letter arrived"
        assert event.dtstart == datetime(2026, 8, 6, 8, 0, tzinfo=UTC)

    def test_a_snoozed_step_stands_where_it_was_put(self) -> None:
        snooze = an_event(EventKind.SNOOZED, date(2026, 8, 10), until=date(2026, 8, 13))

        event = next_of(replace(a_thanked(snooze)))

        assert event.dtstart.date() == date(2026, 8, 13)
