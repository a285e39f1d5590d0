"""A record that breaks something shows by its id; the others are as they were."""

from __future__ import annotations

import logging
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from chalicelib.playbook.interview import Interview
from chalicelib.view_models.day_view import read_day
from tests.digest.given import ADDRESS, TUESDAY_8_AM, a_thanked, composed, one_line
from tests.factories import an_owner

GOOD = a_thanked(1, company="Acme")
WAITING = a_thanked(2, company="Umbrella", interview_on=date(2026, 7, 20), answer_expected_on=date(2026, 8, 28))
POISON_ID = "01K1S0M3000000000000000009"


def poisoned(**changes: Any) -> Interview:
    return replace(a_thanked(9, company="Poison"), **changes)


POISONED = [
    pytest.param(poisoned(employer_country=7), id="a country that is a number"),
    pytest.param(poisoned(interview_on="2026-08-03"), id="a day that is none"),
    pytest.param(poisoned(interview_on=date.max), id="the last day there is"),
    pytest.param(poisoned(contacts=(None,)), id="a contact that is none"),
    pytest.param(poisoned(events=("called",)), id="an event that is none"),
    pytest.param(poisoned(company=None), id="no company"),
    pytest.param(poisoned(position=7), id="a position that is a number"),
]


@pytest.mark.parametrize("record", POISONED)
def test_d8_a_record_that_cannot_be_shown_is_said_and_linked_without_its_id(
    record: Interview, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        mail = composed(GOOD, record, WAITING)

    assert mail.subject == "Call Acme, look into a record"
    for twin in (one_line(mail.text), mail.words):
        assert "Could not be shown" in twin
        assert "One record that cannot be read" in twin
        assert POISON_ID not in twin
        assert "Call Acme and ask for the decision" in twin
        assert "Umbrella" in twin
    assert f'<a href="{ADDRESS}/" rel="noreferrer">See what you can do</a>' in mail.html
    assert f"interview {POISON_ID}: " in caplog.text
    assert "Poison" not in caplog.text


def test_what_the_others_say_does_not_change_by_a_single_character() -> None:
    alone = composed(GOOD, WAITING).html
    beside = composed(GOOD, poisoned(company=None), WAITING).html

    entry = alone[alone.index('<div class="card"') : alone.index("<h2>Coming up")]
    assert entry in beside


def test_a_record_without_a_plan_breaks_the_quiet() -> None:
    record = poisoned(employer_country=7)

    mail = composed(record)

    assert not read_day(an_owner(), [record], TUESDAY_8_AM).is_quiet
    assert mail.subject == "Look into a record"
    assert "One thing to do" in mail.words
