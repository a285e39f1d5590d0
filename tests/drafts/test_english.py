"""English is two: the American one and the one that Britain and most others write; and days are said aloud."""

from __future__ import annotations

from datetime import date

import pytest

from chalicelib.drafts.draft import Draft
from chalicelib.drafts.english import country_of_english, is_american, with_second_commas
from chalicelib.drafts.language import ENGLISH, ordinal
from chalicelib.drafts.language_packs import Languages
from chalicelib.playbook.owner import Tone
from chalicelib.playbook.step import StepKind
from tests.drafts.given import TEMPLATES, a_letter_to_send, a_script, branch, opening
from tests.factories import MONDAY, a_contact, an_interview, an_owner

TODAY = date(2026, 8, 10)


@pytest.mark.parametrize("country", ["US", "CA", "PH", "US-NY"])
def test_american_english_is_written_in_the_americas_and_the_philippines(country: str) -> None:
    assert is_american(country)


@pytest.mark.parametrize("country", ["GB", "GB-ENG", "IE", "AU", "NZ", "IN", "DE", "RU"])
def test_everywhere_else_it_is_the_other_one(country: str) -> None:
    assert not is_american(country)


@pytest.mark.parametrize(
    ("employer", "owner", "country"),
    [
        ("US", "GB", "US"),
        ("GB-SCT", "US", "GB-SCT"),
        ("DE", "US", "US"),  # no English of its own: the owner's
        ("JP", "AU", "AU"),
        ("US-CA", "DE", "US-CA"),
    ],
)
def test_the_english_is_the_employer_s_where_they_speak_it_and_otherwise_the_owner_s(
    employer: str, owner: str, country: str
) -> None:
    assert country_of_english(employer, owner) == country


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (20, "20th"),
        (21, "21st"),
        (22, "22nd"),
        (23, "23rd"),
        (30, "30th"),
        (31, "31st"),
    ],
)
def test_the_day_of_a_month_is_said_as_one_counts(number: int, said: str) -> None:
    assert ordinal(number) == said


@pytest.mark.parametrize(
    ("day", "american", "british"),
    [
        (date(2026, 8, 3), "Monday, August 3", "Monday 3 August"),
        (date(2025, 8, 4), "Monday, August 4, 2025", "Monday 4 August 2025"),
    ],
)
def test_a_written_day_is_american_or_british(day: date, american: str, british: str) -> None:
    assert [ENGLISH.as_of(TODAY, country).say_day(day) for country in ("US", "GB")] == [american, british]
    assert [ENGLISH.as_of(TODAY, country).say_day_alone(day) for country in ("US", "GB")] == [american, british]


@pytest.mark.parametrize(
    ("day", "american", "british"),
    [
        (date(2026, 8, 3), "Monday the 3rd", "Monday the 3rd"),
        (date(2026, 7, 31), "Friday, July 31st", "Friday the 31st of July"),
        (date(2025, 8, 4), "Monday, August 4, 2025", "Monday 4 August 2025"),
    ],
)
def test_a_day_aloud_has_its_month_only_where_that_is_another_one(day: date, american: str, british: str) -> None:
    assert [ENGLISH.as_of(TODAY, country).say_day_aloud(day) for country in ("US", "GB")] == [american, british]


@pytest.mark.parametrize("day", [MONDAY, date(2026, 7, 31), date(2025, 8, 4)])
def test_another_language_says_a_day_as_it_writes_it_and_is_never_american(day: date) -> None:
    russian = Languages(TEMPLATES).of("ru").as_of(TODAY, "US")

    assert russian.say_day_aloud(day) == russian.say_day(day)
    assert not russian.is_american


@pytest.mark.parametrize(
    ("employer", "owner", "day"),
    [
        ("US", "GB", "Monday, August 3"),
        ("CA", "DE", "Monday, August 3"),
        ("PH", "DE", "Monday, August 3"),
        ("GB", "US", "Monday 3 August"),
        ("IE", "US", "Monday 3 August"),
        ("AU", "US", "Monday 3 August"),
        ("DE", "DE", "Monday 3 August"),
        ("DE", "US", "Monday, August 3"),
        (None, "US", "Monday, August 3"),
        (None, "GB", "Monday 3 August"),
    ],
)
def test_a_letter_s_dates_are_those_of_its_reader(employer: str | None, owner: str, day: str) -> None:
    interview = an_interview(employer_country=employer)

    said = f"{day}," if ", " in day else day  # a second comma closes the American one
    assert f"on {said} I had" in a_letter_to_send(StepKind.STATUS_LETTER, interview, owner=an_owner(country=owner)).text


@pytest.mark.parametrize(
    ("text", "with_commas"),
    [
        ("On Monday, August 3 I had an interview.", "On Monday, August 3, I had an interview."),
        ("I wrote on Monday, August 4, 2025 to ask.", "I wrote on Monday, August 4, 2025, to ask."),
        ("I will call on Friday, August 14, if you like.", "I will call on Friday, August 14, if you like."),
        ("Monday, August 3 or Tuesday, August 4.", "Monday, August 3 or Tuesday, August 4."),
        ("I called on Monday, August 3 and missed you.", "I called on Monday, August 3, and missed you."),
    ],
)
def test_an_american_date_has_its_second_comma_where_the_sentence_goes_on(text: str, with_commas: str) -> None:
    assert with_second_commas(text) == with_commas


@pytest.mark.parametrize(
    ("typed", "american", "british"),
    [
        ("Dr. Jan van der Berg", "Dr. van der Berg", "Dr van der Berg"),
        ("Mr Tom Hughes", "Mr. Hughes", "Mr Hughes"),
        ("Prof. Olga Smith", "Prof. Smith", "Prof Smith"),
        ("Dana Winter", "Dana Winter", "Dana Winter"),
    ],
)
@pytest.mark.parametrize("salutation", [None, "Ms Winter", "Mrs. Winter"])
def test_a_title_has_its_stop_in_america_only(typed: str, american: str, british: str, salutation: str | None) -> None:
    if salutation:
        title = salutation.split()[0].rstrip(".")
        american, british = f"{title}. Winter", f"{title} Winter"
    for employer, greeting in (("US", american), ("GB", british)):
        contact = a_contact(name=typed, salutation=salutation)
        interview = an_interview(contacts=(contact,), employer_country=employer)
        letter = a_letter_to_send(StepKind.STATUS_LETTER, interview, owner=an_owner(tone=Tone.FORMAL))

        assert letter.text.startswith(f"Dear {greeting},\n")


@pytest.mark.parametrize(("employer", "word"), [("US", "résumé"), ("CA", "résumé"), ("GB", "CV"), ("DE", "CV")])
def test_an_american_is_offered_a_resume_and_others_a_cv(employer: str, word: str) -> None:
    away = branch(the_status_call(employer), "If they are on leave")

    assert f"I can send my {word} again." in away
    assert ("résumé" in away) != ("CV" in away)


@pytest.mark.parametrize("employer", ["US", "GB"])
def test_a_script_says_the_day_aloud_in_both(employer: str) -> None:
    assert "on Monday the 3rd." in opening(the_status_call(employer))


def the_status_call(employer: str) -> Draft:
    return a_script(StepKind.STATUS_CALL, an_interview(employer_country=employer))
