"""How days and reasons are said."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from chalicelib.drafts.language import ENGLISH
from chalicelib.drafts.language_packs import Languages
from chalicelib.drafts.reason_text import in_words
from chalicelib.playbook.step import Reason
from tests.drafts.given import TEMPLATES


@pytest.mark.parametrize(
    ("today", "day", "said", "alone", "in_russian", "alone_in_russian"),
    [
        ("2026-08-10", "2026-08-10", "Monday 10 August", "Monday 10 August", "10 августа", "понедельник, 10 августа"),
        (
            "2026-01-01",
            "2026-12-31",
            "Thursday 31 December",
            "Thursday 31 December",
            "31 декабря",
            "четверг, 31 декабря",
        ),
        (
            "2026-12-31",
            "2027-01-01",
            "Friday 1 January 2027",
            "Friday 1 January 2027",
            "1 января 2027 года",
            "пятница, 1 января 2027 года",
        ),
        (
            "2026-09-01",
            "2025-09-01",
            "Monday 1 September 2025",
            "Monday 1 September 2025",
            "1 сентября 2025 года",
            "понедельник, 1 сентября 2025 года",
        ),
    ],
)
def test_f8_a_day_of_another_year_is_said_with_its_year(
    today: str, day: str, said: str, alone: str, in_russian: str, alone_in_russian: str
) -> None:
    on = date.fromisoformat(day)
    english, russian = (Languages(TEMPLATES).of(code).as_of(date.fromisoformat(today), "DE") for code in ("en", "ru"))

    assert (english.say_day(on), english.say_day_alone(on)) == (said, alone)
    assert (russian.say_day(on), russian.say_day_alone(on)) == (in_russian, alone_in_russian)
    assert english.say("On {day}", {"day": on}) == f"On {said}"


def test_f8_where_nobody_says_what_day_it_is_all_days_are_said_with_their_year() -> None:
    assert ENGLISH.say_day(date(2026, 8, 10)) == ENGLISH.say_day_alone(date(2026, 8, 10)) == "Monday 10 August 2026"


def test_a_date_is_said_with_its_year() -> None:
    assert ENGLISH.say_date(date(2026, 8, 10)) == "Monday 10 August 2026"


@pytest.mark.parametrize("code", ["en", "EN", "en-GB", "xx", "", None])
def test_an_unknown_language_is_english(code: str | None) -> None:
    assert Languages(TEMPLATES).of(code) is ENGLISH


def test_a_sentence_takes_in_its_facts() -> None:
    said = ENGLISH.as_of(date(2026, 8, 3), "DE").say(
        "Call on {day}, attempt {count}.", {"day": date(2026, 8, 10), "count": 2}
    )

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

    assert in_words(reasons, ENGLISH.as_of(date(2026, 8, 3), "DE")) == "They named Friday 14 August. Ask."


def test_saying_reasons_loads_no_template_engine_mail_or_phone_library() -> None:
    heavy = "{'jinja2', 'email', 'phonenumbers'}"
    code = f"import sys, chalicelib.drafts.reason_text; print(*sorted({heavy} & {{*sys.modules}}))"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert loaded.stdout.split() == []


@pytest.mark.parametrize(
    ("wanted", "pack"),
    [("zh-Hans-CN", "zh-Hans"), ("zh_Hans", "zh-Hans"), ("zh-TW", "zh"), ("RU", "ru"), ("x", None), ("", None)],
)
def test_a_pack_is_found_by_its_code_and_by_that_without_its_last_parts(
    tmp_path: Path, wanted: str, pack: str | None
) -> None:
    for folder in ("en", "ru", "zh", "zh-Hans", ".cache", "not a language"):
        (tmp_path / "drafts" / folder).mkdir(parents=True)

    assert Languages(tmp_path).codes == ("en", "ru", "zh", "zh-Hans")
    assert Languages(tmp_path).code_for(wanted) == pack


@pytest.mark.parametrize("code", Languages(TEMPLATES).codes)
def test_every_pack_has_the_files_of_the_english_one(code: str) -> None:
    """What a kind's own files share among each other is the language's own affair."""
    folders = (TEMPLATES / "drafts" / one for one in ("en", code))
    english, own = (
        {path.relative_to(folder) for path in folder.rglob("*.txt") if path.parents[1] != folder / "shared"}
        for folder in folders
    )

    assert own == english


def test_without_a_compiled_catalog_the_interface_is_english_and_the_log_says_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "drafts" / "xx").mkdir(parents=True)

    assert Languages(tmp_path).of("xx").say("Today") == "Today"
    assert "No compiled catalog for xx" in caplog.text


def test_russian_counts_and_says_days_and_names_in_its_own_way() -> None:
    russian = Languages(TEMPLATES).of("ru").as_of(date(2026, 8, 3), "DE")
    things = [
        russian.say_number("{things} thing to do", "{things} things to do", n, {"things": n}) for n in (1, 2, 5, 21)
    ]

    assert things == ["1 дело", "2 дела", "5 дел", "21 дело"]
    assert russian.say_day(date(2026, 8, 3)) == "3 августа"
    assert russian.say_date(date(2026, 8, 3)) == "3 августа 2026 года"
    assert russian.say_day_alone(date(2026, 8, 3)) == "понедельник, 3 августа"
    assert [russian.in_quotes(name) for name in ("Acme", "ООО «Ромашка»")] == ["«Acme»", "ООО «Ромашка»"]
