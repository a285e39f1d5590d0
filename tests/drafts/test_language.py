"""How days and reasons are said."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from chalicelib.drafts.language import ENGLISH
from chalicelib.drafts.languages import Languages
from chalicelib.drafts.reasons import in_words
from chalicelib.playbook.step import Reason
from tests.drafts.given import TEMPLATES


def test_a_day_is_said_with_its_weekday_and_without_its_year() -> None:
    assert ENGLISH.say_day(date(2026, 8, 10)) == "Monday 10 August"


def test_a_date_is_said_with_its_year() -> None:
    assert ENGLISH.say_date(date(2026, 8, 10)) == "Monday 10 August 2026"


@pytest.mark.parametrize("code", ["en", "EN", "en-GB", "xx", "", None])
def test_an_unknown_language_is_english(code: str | None) -> None:
    assert Languages(TEMPLATES).of(code) is ENGLISH


def test_a_sentence_takes_in_its_facts() -> None:
    said = ENGLISH.say("Call on {day}, attempt {count}.", {"day": date(2026, 8, 10), "count": 2})

    assert said == "Call on Monday 10 August, attempt 2."


@pytest.mark.parametrize("value", ["{day}", "{0.__class__}", "$day", "%(day)s", "\\g<0>", "}{"])
def test_what_looks_like_a_place_in_a_fact_is_text(value: str) -> None:
    assert ENGLISH.say("At {company} on {day}", {"company": value, "day": "Monday"}) == f"At {value} on Monday"


def test_a_fact_cannot_bring_lines() -> None:
    assert ENGLISH.say("At {company}.", {"company": "Acme\r\nBcc: x\x00"}) == "At Acme Bcc: x."


def test_a_fact_that_ends_in_a_full_stop_ends_the_sentence() -> None:
    assert ENGLISH.say("Call {company}.", {"company": "Acme Inc."}) == "Call Acme Inc."


def test_a_sentence_with_an_unknown_fact_fails_loudly() -> None:
    with pytest.raises(KeyError, match="day"):
        ENGLISH.say("Call on {day}.", {})


def test_reasons_are_said_one_after_another() -> None:
    reasons = (Reason("They named {day}.", ("W3",), {"day": date(2026, 8, 14)}), Reason("Ask.", ("W10",)))

    assert in_words(reasons, ENGLISH) == "They named Friday 14 August. Ask."


def test_saying_reasons_loads_no_template_engine_mail_or_phone_library() -> None:
    code = "import sys, chalicelib.drafts.reasons; print(*sorted({'jinja2', 'email', 'phonenumbers'} & {*sys.modules}))"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert loaded.stdout.split() == []
