"""What an entry of the digest says: when, whom to reach, what is missing, and on which day instead."""

from __future__ import annotations

import re
from datetime import date, time, timedelta

import pytest
from msgspec.structs import replace

from chalicelib.links.action import ActionKind
from chalicelib.links.settle_links import SettleLinks, SettlePurpose
from chalicelib.playbook.contact import Role
from chalicelib.playbook.event import Result
from chalicelib.playbook.interview import Interview
from tests.digest.given import (
    LINKS,
    MONDAY_8_AM,
    ONE_DAY,
    SATURDAY_8_AM,
    TUESDAY_8_AM,
    a_record,
    a_thanked,
    composed,
    one_line,
)
from tests.digest.monday import ALL, OVERDUE
from tests.digest.steps import OVER
from tests.factories import a_call, a_contact, a_letter

THURSDAY = MONDAY_8_AM + 3 * ONE_DAY
FRESH_ON_FRIDAY = a_record(6, company="Globex", interview_on=date(2026, 8, 14))


def test_d2_a_whole_call_is_its_opening_the_voicemail_and_not_decided_yet_and_the_rest_is_behind_a_link() -> None:
    mail = composed(OVERDUE)

    for twin in (one_line(mail.text), mail.words):
        assert "or whether you'd advise me to keep looking?" in twin
        assert "The whole script" in twin
        assert "If it isn't a good moment" not in twin
    assert re.findall(r"\[(If [^]]*)\]", mail.text) == ["If they haven't decided yet", "If you get the voicemail"]
    assert re.findall(r"<h3>(.*?)</h3>", mail.html) == ["If they haven&#39;t decided yet", "If you get the voicemail"]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_d8_no_id_of_a_rule_or_a_record_is_in_the_mail(language: str) -> None:
    mail = composed(*ALL, a_thanked(7), a_thanked(8), language=language)

    for twin in (re.sub(r"https://\S+", "", mail.text), mail.words):
        assert not re.search(r"\b[CHWDSREMT]\d{1,2}\b", twin)
        assert "01K1S0M3" not in twin
    assert not re.findall(r"/interviews/", mail.html + mail.text)


def test_d7_a_figure_is_one_at_most_and_on_the_first_day_only() -> None:
    first, again = (composed(a_thanked(), now=now, last_digest_at=now - ONE_DAY) for now in (MONDAY_8_AM, THURSDAY))

    assert one_line(first.text).count("In a survey") == first.words.count("In a survey") == 1
    assert "In a survey" not in again.text + again.words


def test_d7_why_they_may_be_silent_is_one_sentence() -> None:
    mail = composed(a_thanked())

    for twin in (one_line(mail.text), mail.words):
        assert "There may be many candidates: a dozen interviews in a week" in twin
        assert "Ask when the last interview is" not in twin


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

    assert "\r\nThe main line, +49 30 23125 021" in mail.text
    assert "Call the main line" in mail.words


def test_what_is_missing_is_said() -> None:
    mail = composed(a_thanked(contacts=()))

    assert "Missing: No phone number is recorded for Acme" in mail.text
    assert "Missing: No phone number is recorded for Acme" in mail.words
    assert "tel:" not in mail.html


def test_d5_on_the_employer_s_day_off_an_overdue_call_is_not_in_the_mail() -> None:
    mail = composed(OVERDUE, FRESH_ON_FRIDAY, now=SATURDAY_8_AM)

    assert mail.subject == "Thank Dana Winter (Globex)"
    assert "Acme" not in mail.text + mail.words


def test_a_thank_you_letter_is_for_any_day() -> None:
    mail = composed(a_record(interview_on=date(2026, 8, 14)), now=SATURDAY_8_AM)

    assert mail.subject == "Thank Dana Winter (Acme)"
    assert "day off" not in mail.text


def test_d10_what_is_to_be_closed_is_one_line_with_close() -> None:
    first = date(2026, 7, 3)
    silence = (a_letter(date(2026, 7, 10)), *(a_call(date(2026, 7, day), Result.NO_ANSWER) for day in (13, 24)))

    mail = composed(a_thanked(interview_on=first, events=silence))

    assert mail.subject == "Move on from Acme (overdue)"
    for twin in (one_line(mail.text), mail.words):
        assert "To be closed" in twin
        assert "Overdue since Friday 31 July" in twin
    (in_html,) = re.findall(r'<a href="([^"]*)">Close it</a>', mail.html)
    (in_text,) = re.findall(r"Close it: (\S+)", mail.text)
    assert in_html == in_text
    assert LINKS.read(in_html.rpartition("/")[2], MONDAY_8_AM).kind is ActionKind.STOP
    assert mail.letters == {}


def test_d10_several_that_are_to_be_closed_can_be_closed_together() -> None:
    mail = composed(*(replace(OVER, id=f"01K1S0M300000000000000002{number}") for number in (1, 2)), OVERDUE)

    (in_html,) = re.findall(r'<a href="([^"]*/settle/[^"]*)">', mail.html)
    (in_text,) = re.findall(r"(\S+/settle/\S+)", mail.text)
    assert in_html == in_text
    link = SettleLinks(LINKS).read(in_html.rpartition("/")[2], MONDAY_8_AM)
    assert (link.purpose, link.on) == (SettlePurpose.CLOSE, date(2026, 8, 10))
    assert "/settle/" not in composed(OVER, OVERDUE).text


def test_d1_d2_of_ten_due_records_three_are_whole_and_seven_are_lines_and_the_subject_has_two() -> None:
    records: list[Interview] = [a_thanked(number, company=f"Employer {number}") for number in range(10)]

    mail = composed(*records)

    assert mail.subject == "Call Employer 0, call Employer 1 and 8 more"
    for twin in (mail.text, mail.words):
        assert [number for number in range(10) if f"Call Employer {number} and ask" in twin] == [0, 1, 2]
        assert all(f"Call Employer {number}" in twin for number in range(10))


def test_d2_a_line_has_whom_a_number_to_tap_and_a_link_to_the_rest() -> None:
    mail = composed(*(a_thanked(number) for number in range(1, 4)), a_thanked(4, company="Umbrella"))

    (in_text,) = re.findall(r"- Call Umbrella Dana Winter, \+49 30 23125 021 (\S+/read/\S+)", one_line(mail.text))
    (in_html,) = re.findall(r'<a href="([^"]*)">Call Umbrella</a>', mail.html)
    assert in_html == in_text
    assert 'Dana Winter, <a href="tel:+493023125021">+49 30 23125 021</a>' in mail.html


def test_names_and_titles_are_written_as_a_person_would() -> None:
    record = a_thanked(position="Data Engineer (m/f/d)", contacts=(a_contact(name="WINTER, Dana"),))

    for mail in (composed(record), composed(*(a_thanked(number) for number in range(2, 5)), record)):
        for twin in (mail.text, mail.words):
            assert "WINTER" not in twin
            assert "(m/f/d)" not in twin
            assert "Dana Winter" in twin


def test_a_record_made_long_after_the_interview_is_overdue_at_once() -> None:
    mail = composed(a_record(interview_on=date(2026, 6, 1)), now=TUESDAY_8_AM + timedelta(days=1))

    assert mail.subject == "Call Acme (overdue)"


def test_markup_in_a_line_is_shown_as_text() -> None:
    mail = composed(*(a_thanked(number) for number in range(1, 4)), a_thanked(4, company="<b>Odd</b> & Sons"))

    assert "<b>Odd" not in mail.html
    assert "Call <b>Odd</b> & Sons" in mail.words
    assert "Call <b>Odd</b> & Sons" in mail.text


def test_w11_the_subject_has_the_owner_s_hour_of_an_interview_elsewhere() -> None:
    abroad = a_record(
        interview_on=date(2026, 8, 10),
        interview_time=time(9),
        interview_time_zone="America/New_York",
        dated_on=date(2026, 8, 3),
    )

    assert composed(abroad).subject == "Interview with Acme at 15:00"
