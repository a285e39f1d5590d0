"""What a digest says: both twins, and in which order."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest

from chalicelib.actions.action import ActionKind
from chalicelib.briefs.day import read_day
from chalicelib.digest.compose import Composer
from chalicelib.drafts.languages import Languages
from chalicelib.drafts.writer import Writer
from chalicelib.playbook.contact import Role
from chalicelib.playbook.event import Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.offers import Offer
from chalicelib.playbook.owner import EVERY_DAY, Weekday
from tests.digest.given import (
    ADDRESS,
    LINKS,
    MONDAY_8_AM,
    SATURDAY_8_AM,
    SENDER,
    TEMPLATES,
    TUESDAY_8_AM,
    WEDNESDAY_8_AM,
    a_record,
    a_thanked,
    composed,
    one_line,
    read,
)
from tests.factories import a_call, a_contact, a_letter, an_owner

OVERDUE = a_thanked(1, company="Acme", interview_on=date(2026, 7, 31))
FRESH = a_record(2, company="Globex", position="Analytics Lead", interview_on=date(2026, 8, 9))
BY_LETTER = a_thanked(3, company="Initech", contacts=(a_contact(name="Bill Long", phone=None, email="bill@i.example"),))
COMING = a_thanked(4, company="Hooli", interview_on=date(2026, 8, 5), answer_expected_on=date(2026, 8, 12))
WAITING = a_thanked(5, company="Umbrella", interview_on=date(2026, 7, 20), answer_expected_on=date(2026, 8, 28))
ALL = (WAITING, COMING, BY_LETTER, FRESH, OVERDUE)

FACTS = [
    "Monday 10 August",
    "3 things to do",
    "1 overdue · 2 for today · 1 in the next seven days · 1 waiting",
    "Overdue since Friday 7 August",
    "Call Acme and ask for the decision",
    "Data Engineer, interview on Friday 31 July",
    "Dana Winter",
    "+49 30 23125 021",
    "No day for the answer was agreed.",
    "Is there still a chance for me",
    "If you get the voicemail",
    "Nobody has been called",
    "Thank Globex",
    "Analytics Lead, interview on Sunday 9 August",
    "Thank you for the interview: Analytics Lead",
    "Candidate for the Analytics Lead position",
    "thank-you-letter-globex.eml",
    "Write to Initech and ask for the decision",
    "Bill Long",
    "bill@i.example",
    "status-letter-initech.eml",
    "Draft - not sent.",
    "In the next seven days",
    "Thursday 13 August",
    "call Hooli",
    "Waiting for their word",
    "Umbrella",
    "promised for Friday 28 August",
    "Next: call Umbrella on Monday 31 August",
    "08:00",
    "Europe/Berlin",
]

LINK = re.compile(r"https://api\.example\.org/api/act/\S+")
AN_OFFER = Offer(
    interview_id="umbrella",
    process_id="umbrella",
    company="Umbrella",
    on=date(2026, 8, 4),
    recorded_at=datetime(2026, 8, 4, 12, tzinfo=UTC),
    until=date(2026, 8, 14),
)


@pytest.mark.parametrize("fact", FACTS)
def test_the_text_and_the_html_carry_the_same_facts(fact: str) -> None:
    mail = composed(*ALL)

    assert fact in one_line(mail.text)
    assert fact in mail.words


def test_every_word_of_the_text_is_in_the_html_too() -> None:
    mail = composed(*ALL)

    def words(text: str) -> set[str]:
        text = LINK.sub("", text).replace(ADDRESS, "")  # in the page they are behind its words
        return {word.strip("[](),.:/").lower() for word in text.split() if word.strip("[](),.:/=-0123456789")}

    assert words(mail.text) - words(mail.words) == {"·"} - words(mail.words)


def test_the_overdue_come_first_then_today_s_then_this_week_s_then_those_who_wait() -> None:
    mail = composed(*ALL)

    for twin in (mail.text, mail.words):
        places = [
            twin.rindex(words) for words in ("Call Acme and", "Thank you for the interview", "Hooli", "Umbrella,")
        ]
        assert places == sorted(places)


def test_the_subject_says_what_to_do_the_overdue_first() -> None:
    assert composed(FRESH, OVERDUE).subject == "Call Acme (overdue), thank Globex"


def test_a_call_can_be_dialled_and_a_letter_be_written_from_the_mail() -> None:
    mail = composed(*ALL)

    assert 'href="tel:+493023125021"' in mail.html
    assert 'href="mailto:bill@i.example?subject=' in mail.html


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


def test_a_quiet_note_says_that_all_is_well_what_comes_and_who_waits() -> None:
    mail = composed(COMING, WAITING)

    assert mail.subject == "All is well; next: call Hooli on Thursday 13 August"
    for twin in (one_line(mail.text), mail.words):
        assert "All is well" in twin
        assert "nobody to call and nothing to write today" in twin
        assert "Hooli" in twin
        assert "Umbrella" in twin


def test_a_note_s_subject_is_short_whatever_the_company_is_called() -> None:
    silence = (a_letter(date(2026, 8, 27)), a_call(date(2026, 8, 31), Result.NO_ANSWER))
    record = a_thanked(company="Donaudampfschiffahrtsgesellschaft", interview_on=date(2026, 8, 20), events=silence)

    mail = composed(record, now=datetime(2026, 9, 7, 6, tzinfo=UTC))

    assert mail.subject.startswith("All is well; next: say goodbye to Donaudampfschiffahrtsgesell")
    assert len(mail.subject) <= 77


def test_who_has_no_interview_open_is_told_how_to_record_one() -> None:
    mail = composed()

    assert mail.subject == "All is well, and no interview is open"
    for twin in (one_line(mail.text), mail.words):
        assert "Company, position and day are enough" in twin
        assert f"curl {ADDRESS}/interviews" in twin
        assert "interview_on=2026-08-10" in twin


def test_an_interview_ahead_is_not_called_silence() -> None:
    mail = composed(a_record(interview_on=date(2026, 8, 20), dated_on=date(2026, 8, 3)))

    assert "ask Acme when they decide" in mail.text
    assert "silent" not in mail.text


def test_the_day_is_the_owner_s() -> None:
    now = datetime(2026, 8, 3, 22, 30, tzinfo=UTC)

    here = composed(a_record(), now=now, time_zone="Europe/Berlin")
    there = composed(a_record(), now=now, time_zone="America/New_York")

    assert "Tuesday 4 August" in here.text
    assert here.subject == "Thank Acme"
    assert "Monday 3 August" in there.text
    assert there.subject == "All is well; next: thank Acme on Tuesday 4 August"


def test_the_text_keeps_to_72_columns_but_for_what_cannot_be_broken() -> None:
    long = replace(OVERDUE, position="Senior " * 28)

    for line in composed(long, *ALL[:3]).text.splitlines():
        assert len(line) <= 72 or LINK.fullmatch(line.strip())


def test_the_page_has_no_pictures_no_scripts_and_asks_for_nothing_from_elsewhere() -> None:
    html = composed(*ALL).html

    for tag in ("<img", "<script", "<link", "<iframe", "url(", "@import", "src="):
        assert tag not in html


def test_the_page_knows_the_dark_and_fits_a_phone() -> None:
    html = composed(*ALL).html

    assert '<meta name="color-scheme" content="light dark">' in html
    assert "prefers-color-scheme: dark" in html
    assert "max-width: 600px" in html
    assert 'name="viewport"' in html


def test_headings_go_down_one_level_at_a_time() -> None:
    html = composed(*ALL).html

    levels = [int(part[0]) for part in html.split("<body>")[1].split("<h")[1:] if part[0].isdigit()]

    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_ten_due_records_make_ten_entries() -> None:
    records: list[Interview] = [a_thanked(number, company=f"Employer {number}") for number in range(10)]

    mail = composed(*records)

    assert mail.subject == "Call Employer 0, call Employer 1, call Employer 2 and 7 more"
    assert all(f"Call Employer {number} and ask" in mail.text for number in range(10))


def test_a_record_made_long_after_the_interview_is_overdue_at_once() -> None:
    mail = composed(a_record(interview_on=date(2026, 6, 1)), now=TUESDAY_8_AM + timedelta(days=1))

    assert mail.subject == "Call Acme (overdue)"


def test_the_note_of_a_quiet_monday_says_the_same_in_both_twins() -> None:
    mail = composed(WAITING)
    sentence = "There is nobody to call and nothing to write today: here is what comes, and whom you are waiting for."

    assert sentence in one_line(mail.text)
    assert sentence in mail.words


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (EVERY_DAY, "when something is due, and on the first working day of the week even if nothing is."),
        (EVERY_DAY[:6], "on the days that you chose, when something is due, and once a week even if nothing is."),
    ],
)
def test_the_mail_says_on_which_days_it_comes(days: tuple[Weekday, ...], sentence: str) -> None:
    mail = composed(a_thanked(), digest_days=days)

    assert sentence in one_line(mail.text)
    assert sentence in mail.words


def test_m2_an_offer_is_shown_with_the_letters_to_those_who_have_not_decided() -> None:
    mail = composed(a_thanked(), now=WEDNESDAY_8_AM, offers=(AN_OFFER,))

    assert mail.subject == "Weigh the offer from Umbrella"
    for twin in (one_line(mail.text), mail.words):
        assert "They want your answer by Friday 14 August" in twin
        assert "by Thursday 13 August?" in twin
        assert "Attached: offer-letter-acme.eml" in twin


def test_m2_the_letter_about_an_offer_is_recorded_as_sent_from_the_mail() -> None:
    mail = composed(a_thanked(), now=WEDNESDAY_8_AM, offers=(AN_OFFER,))

    (in_html,) = re.findall(r'<a href="([^"]*)">I sent the letter</a>', mail.html)
    (in_text,) = re.findall(r"- I sent the letter:\s+(\S+)", mail.text)
    assert in_html == in_text
    action = LINKS.read(in_html.rpartition("/")[2], WEDNESDAY_8_AM)
    assert (action.kind, action.interview_id, action.version) == (ActionKind.SENT, a_thanked().id, a_thanked().version)


def test_m2_a_new_offer_breaks_the_quiet_and_one_that_nobody_waits_beside_does_not() -> None:
    owner = an_owner(offers=(AN_OFFER,))

    assert not read_day(owner, [a_thanked()], WEDNESDAY_8_AM).is_quiet
    assert read_day(owner, [], WEDNESDAY_8_AM).is_quiet
    assert read_day(an_owner(), [a_thanked()], WEDNESDAY_8_AM).is_quiet


def test_m1_the_digest_counts_what_is_alive_and_nudges_below_three() -> None:
    mail = composed(a_thanked())

    for twin in (one_line(mail.text), mail.words):
        assert "1 process is alive: 1 waiting for their word" in twin
        assert "Never stop searching: you want at least 3 alive." in twin
    assert "Never stop searching" not in composed(*(a_thanked(number) for number in (1, 2, 3))).text


def test_e_and_r_the_figures_and_the_guesses_are_in_both_twins() -> None:
    mail = composed(a_thanked())

    for twin in (mail.text, mail.words):
        assert "a call stands out." in twin
        assert "Why they may be silent:" in twin
        assert "There may be many candidates" in twin


def test_a_russian_digest_speaks_russian_and_names_days_and_companies_in_its_own_way() -> None:
    mail = composed(a_thanked(company="Ромашка", position="Инженер данных", language="ru"), language="ru")

    assert mail.subject == "Позвонить в компанию «Ромашка»"
    for twin in (mail.text, mail.words):
        assert "понедельник, 10 августа" in twin
        assert "Инженер данных, собеседование 3 августа" in twin
        assert "Почему сейчас" in twin
        assert not re.search(r"\b(?:Monday|August|Why|Call|Draft)\b", twin)


def test_each_entry_can_be_answered_from_the_mail_in_both_twins() -> None:
    mail = composed(a_thanked())
    links = set(LINK.findall(mail.text))

    assert len(links) == 10  # three calls, three answers, three snoozes, stop
    assert links == set(re.findall(r'href="(https://api\.example\.org/api/act/[^"]+)"', mail.html))
    for label in ("I called: nobody answered", "They made an offer", "Tomorrow", "Stop following up"):
        assert label in mail.text
        assert label in mail.words


def test_the_mail_can_be_unsubscribed_from_with_one_click() -> None:
    message = composed(a_thanked()).message

    assert LINK.fullmatch(message["List-Unsubscribe"].strip("<>"))
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_the_mail_leads_to_the_records_and_the_pages_and_holds_no_secret_in_these_links() -> None:
    mail = composed(*ALL)
    pages = re.findall(rf'<a href="{re.escape(ADDRESS)}(/(?!act/)[^"]*)" rel="noreferrer">(.*?)</a>', mail.html)

    assert [words for path, words in pages if path == f"/interviews/{OVERDUE.id}"] == [
        "Call Acme and ask for the decision",
        f"Record {OVERDUE.id}",
    ]
    assert (f"/interviews/{COMING.id}", "call Hooli") in pages
    assert (f"/interviews/{WAITING.id}", "Umbrella") in pages
    assert pages[-2:] == [("/", "Today"), ("/settings", "Settings")]
    assert {path.partition("?")[0] for path, _ in pages} == {path for path, _ in pages}
    assert mail.text.split()[-4:] == ["Today:", f"{ADDRESS}/", "Settings:", f"{ADDRESS}/settings"]
    assert "/interviews/" not in mail.text


def test_a_mail_from_nowhere_has_no_links_to_pages() -> None:
    owner = an_owner()
    nowhere = Composer(Writer(Languages(TEMPLATES)), TEMPLATES, SENDER, LINKS, None)

    mail = read(nowhere(owner, read_day(owner, ALL, MONDAY_8_AM), date(2026, 8, 10), MONDAY_8_AM).mime)

    assert "<h3>Call Acme and ask for the decision</h3>" in mail.html
    assert "/interviews/" not in mail.html
    assert "Settings" not in mail.html + mail.text
