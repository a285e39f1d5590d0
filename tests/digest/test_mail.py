"""What a digest says: both twins, and in which order."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from chalicelib.playbook.owner import EVERY_DAY, Weekday
from tests.digest.given import ADDRESS, a_record, a_thanked, composed, one_line
from tests.digest.monday import ALL, FRESH, OVERDUE

FACTS = [
    "Monday 10 August",
    "3 things to do",
    "Overdue since Friday 7 August",
    "Call Acme and ask for the decision",
    "Data Engineer, interview on Friday 31 July",
    "Dana Winter",
    "+49 30 23125 021",
    "No day for the answer was agreed.",
    "May I ask whether I'm still in the running, or whether you'd advise me to keep looking?",
    "If you get the voicemail",
    "Thank Dana Winter (Globex)",
    "Analytics Lead, interview on Sunday 9 August",
    "Thank you for our conversation about the Analytics Lead role",
    "Analytics Lead candidate",
    "Thank-you to Dana Winter, Globex.eml",
    "Write to Initech and ask for the decision",
    "Bill Long",
    "bill@i.example",
    "Question to Bill Long, Initech.eml",
    "Letters here are drafts: nothing has been sent.",
    "Coming up",
    "Thursday 13 August",
    "call Hooli",
    "Monday 31 August: call Umbrella",
    "08:00",
    "08:00 Berlin time",
]


@pytest.mark.parametrize("fact", FACTS)
def test_the_text_and_the_html_carry_the_same_facts(fact: str) -> None:
    mail = composed(*ALL)

    assert fact in one_line(mail.text)
    assert fact in mail.words


def test_every_word_of_the_text_is_in_the_html_too() -> None:
    mail = composed(*ALL)

    def words(text: str) -> set[str]:
        text = re.sub(rf"{ADDRESS}\S*", "", text)  # in the page they are behind its words
        return {word.strip("[](),.:/").lower() for word in text.split() if word.strip("[](),.:/=-0123456789")}

    assert words(mail.text) - words(mail.words) == {"·"} - words(mail.words)


def test_d1_what_waiting_would_lose_comes_first_and_what_is_not_due_last() -> None:
    mail = composed(*ALL)

    for twin in (mail.text, mail.words):
        places = [
            twin.rindex(words)
            for words in (
                "Thank you for our conversation",
                "Write to Initech and",
                "Call Acme and",
                "Hooli",
                "Umbrella",
            )
        ]
        assert places == sorted(places)


def test_d1_the_subject_says_what_to_do_in_the_same_order() -> None:
    assert composed(FRESH, OVERDUE).subject == "Thank Dana Winter (Globex), call Acme (overdue)"


def test_the_day_is_the_owner_s() -> None:
    now = datetime(2026, 8, 3, 22, 30, tzinfo=UTC)

    here = composed(a_record(), now=now, time_zone="Europe/Berlin")
    there = composed(a_record(), now=now, time_zone="America/New_York")

    assert "Tuesday 4 August" in here.text
    assert here.subject == "Thank Dana Winter (Acme)"
    assert "Monday 3 August" in there.text
    assert there.subject == "All is well; next: thank Acme on Tuesday 4 August"


def test_m1_the_digest_counts_what_is_alive_and_nudges_below_three() -> None:
    mail = composed(a_thanked())

    for twin in (one_line(mail.text), mail.words):
        assert "1 application is open: you are waiting for their word" in twin
        assert "Keep looking: you want at least 3 open." in twin
    assert "Never stop searching" not in composed(*(a_thanked(number) for number in (1, 2, 3))).text


def test_a_russian_digest_speaks_russian_and_names_days_and_companies_in_its_own_way() -> None:
    mail = composed(a_thanked(company="Ромашка", position="Инженер данных", language="ru"), language="ru")

    assert mail.subject == "Позвонить в компанию «Ромашка»"
    for twin in (mail.text, mail.words):
        assert "понедельник, 10 августа" in twin
        assert "Инженер данных, собеседование 3 августа" in twin
        assert "Весь разговор" in twin
        assert not re.search(r"\b(?:Monday|August|Why|Call|Draft)\b", twin)


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
