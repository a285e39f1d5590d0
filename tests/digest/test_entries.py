"""What an entry of the digest says: when, whom to reach, what is missing, and on which day instead."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from chalicelib.playbook.contact import Role
from chalicelib.playbook.event import Result
from chalicelib.playbook.interview import Interview
from tests.digest.given import SATURDAY_8_AM, TUESDAY_8_AM, a_record, a_thanked, composed, one_line
from tests.digest.monday import OVERDUE
from tests.factories import a_call, a_contact, a_letter


def test_a_script_is_whole_its_branches_under_their_headings() -> None:
    mail = composed(OVERDUE)

    assert mail.html.count("<h5>") == mail.text.count("\n    [") > 5
    for heading in ("If it isn't a good moment", "If they've decided: no", "Before you hang up"):
        assert f"[{heading}]" in mail.text
        assert heading in mail.words


def test_each_entry_shows_the_rules_behind_it() -> None:
    mail = composed(OVERDUE)

    assert "(W4, W10)" in one_line(mail.text)
    assert "W4 W10" in mail.words


def test_an_agreed_hour_is_in_the_subject_and_over_the_entry() -> None:
    call = a_call(date(2026, 8, 7), Result.NO_DECISION, call_again_on=date(2026, 8, 10), call_again_time=time(15, 0))

    mail = composed(a_thanked(events=(call,)))

    assert mail.subject == "Call Acme at 15:00"
    assert "Today at 15:00" in mail.text
    assert "Today at 15:00" in mail.words


def test_the_hour_of_an_agreed_call_that_was_missed_no_longer_matters() -> None:
    call = a_call(date(2026, 8, 4), Result.NO_DECISION, call_again_on=date(2026, 8, 6), call_again_time=time(15, 0))

    mail = composed(a_thanked(events=(call,)))

    assert mail.subject == "Call Acme (overdue)"
    assert "15:00" not in mail.text


def test_an_extension_is_shown_and_dialled() -> None:
    mail = composed(a_thanked(contacts=(a_contact(extension="12"),)))

    assert "+49 30 23125 021, extension 12" in mail.text
    assert 'href="tel:+493023125021;ext=12"' in mail.html


def test_a_contact_without_a_name_is_called_what_they_are() -> None:
    mail = composed(a_thanked(contacts=(a_contact(role=Role.OFFICE, name=None),)))

    assert "the main line, +49 30 23125 021" in mail.text
    assert "Call the main line" in mail.words


def test_what_is_missing_is_said() -> None:
    mail = composed(a_thanked(contacts=()))

    assert "Missing: No phone number is recorded for Acme" in mail.text
    assert "Missing: No phone number is recorded for Acme" in mail.words
    assert "tel:" not in mail.html


def test_on_the_employer_s_day_off_an_overdue_call_names_the_working_day_instead() -> None:
    mail = composed(OVERDUE, now=SATURDAY_8_AM)

    assert mail.subject == "Call Acme on Monday 17 August (overdue)"
    for twin in (mail.text, mail.words):
        assert "Acme has the day off today. Do this on Monday 17 August." in twin


def test_the_day_off_is_the_employer_s_not_the_owner_s() -> None:
    us_holiday = datetime(2026, 9, 7, 6, 0, tzinfo=UTC)  # Labor Day, a Monday
    record = a_thanked(interview_on=date(2026, 8, 27), employer_country="US")

    mail = composed(record, now=us_holiday)

    assert "Do this on Tuesday 8 September." in mail.text


def test_a_thank_you_letter_is_for_any_day() -> None:
    mail = composed(a_record(interview_on=date(2026, 8, 14)), now=SATURDAY_8_AM)

    assert mail.subject == "Thank Acme"
    assert "day off" not in mail.text


def test_moving_on_has_nothing_to_send_and_says_so() -> None:
    first = date(2026, 7, 3)
    silence = (a_letter(date(2026, 7, 10)), *(a_call(date(2026, 7, day), Result.NO_ANSWER) for day in (13, 24)))

    mail = composed(a_thanked(interview_on=first, events=silence))

    assert mail.subject == "Move on from Acme (overdue)"
    for twin in (one_line(mail.text), mail.words):
        assert "count it as a refusal and move on" in twin
        assert "There is nothing to send." in twin
    assert mail.letters == {}


def test_ten_due_records_make_ten_entries() -> None:
    records: list[Interview] = [a_thanked(number, company=f"Employer {number}") for number in range(10)]

    mail = composed(*records)

    assert mail.subject == "Call Employer 0, call Employer 1, call Employer 2 and 7 more"
    assert all(f"Call Employer {number} and ask" in mail.text for number in range(10))


def test_a_record_made_long_after_the_interview_is_overdue_at_once() -> None:
    mail = composed(a_record(interview_on=date(2026, 6, 1)), now=TUESDAY_8_AM + timedelta(days=1))

    assert mail.subject == "Call Acme (overdue)"
