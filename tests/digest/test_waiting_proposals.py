"""D1: what was brought in and waits to be recorded is a line of the digest, in its place, until it is recorded."""

from __future__ import annotations

from datetime import date, time

from msgspec.structs import replace

from chalicelib.records.proposals import StoredProposal
from chalicelib.view_models.day_view import read_day
from tests.digest.given import MONDAY_8_AM, a_record, composed, one_line
from tests.factories import an_owner

INVITED = StoredProposal(
    id="a" * 26,
    made_at=MONDAY_8_AM,
    content="{}",
    kind="new_interview",
    company="Vandelay",
    interview_on=date(2026, 8, 20),
)


def test_it_is_a_line_with_one_link_in_both_twins() -> None:
    mail = composed(proposals=(INVITED,))

    for words in (one_line(mail.text), mail.words):
        assert "Brought in, not recorded yet" in words
        assert "Record the interview with Vandelay" in words
        assert "For Thursday 20 August; brought in on" in words.replace("\xa0", " ")
    pauses = composed().html.count("/act/")
    assert mail.html.count("/act/") == pauses + 1
    assert mail.text.count("/act/") == composed().text.count("/act/") + 1
    assert mail.subject == "Record the interview with Vandelay"


def test_it_stands_after_what_is_agreed_and_before_the_thanks() -> None:
    interview_today = a_record(1, company="Initech", interview_on=MONDAY_8_AM.date(), interview_time=time(15))
    to_thank = a_record(2, company="Hooli", interview_on=date(2026, 8, 7))

    mail = composed(interview_today, to_thank, proposals=(INVITED,))

    for words in (one_line(mail.text), mail.words):
        places = [words.index(name) for name in ("Initech", "Vandelay", "Hooli")]
        assert places == sorted(places)


def test_a_day_with_one_is_not_quiet() -> None:
    assert read_day(an_owner(), [], MONDAY_8_AM).is_quiet
    assert not read_day(an_owner(), [], MONDAY_8_AM, None, (INVITED,)).is_quiet


def test_each_kind_says_what_it_would_record_in_russian_too() -> None:
    kinds = ("new_interview", "moved", "cancelled", "heard_back")
    waiting = tuple(replace(INVITED, id=str(place) * 26, kind=kind) for place, kind in enumerate(kinds))

    english, russian = composed(proposals=waiting), composed(proposals=waiting, language="ru")

    said = ("the interview with", "moved the interview", "cancelled the interview", "answered")
    for words in (one_line(english.text), english.words):
        assert [phrase for phrase in said if phrase in words] == list(said)
    assert "not recorded" not in one_line(russian.text)
    assert russian.text.count("Vandelay") >= len(kinds)


def test_a_company_that_was_not_read_is_left_out() -> None:
    assert "Record an interview" in composed(proposals=(replace(INVITED, company=""),)).words


def test_a_long_name_is_cut() -> None:
    assert "V" * 61 not in composed(proposals=(replace(INVITED, company="V" * 200),)).text
