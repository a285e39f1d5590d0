"""What the digest says when nothing is due: that all is well, what comes, and who waits."""

from __future__ import annotations

from datetime import UTC, date, datetime

from chalicelib.playbook.event import Result
from tests.digest.given import ADDRESS, a_record, a_thanked, composed, one_line
from tests.digest.monday import COMING, WAITING
from tests.factories import a_call, a_letter


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

    assert mail.subject.startswith("All is well; next: wrap up with Donaudampfschiffahrtsgesell")
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


def test_the_note_of_a_quiet_monday_says_the_same_in_both_twins() -> None:
    mail = composed(WAITING)
    sentence = "There is nobody to call and nothing to write today. Here is what comes next."

    assert sentence in one_line(mail.text)
    assert sentence in mail.words
