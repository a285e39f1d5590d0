"""An offer in the digest: it is shown, the others can be told of it, and it is a reason to write."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from chalicelib.links.action import PAUSES_THAT_END, ActionKind
from chalicelib.links.read_links import ReadLinks
from chalicelib.playbook.event import Result
from chalicelib.playbook.interview import Interview
from chalicelib.view_models.day_view import read_day
from tests.digest.given import LINK, LINKS, MONDAY_8_AM, WEDNESDAY_8_AM, a_thanked, composed, one_line
from tests.factories import an_answer, an_owner

HEARD_ON = date(2026, 8, 4)
AN_OFFER = a_thanked(2, company="Umbrella", events=(an_answer(HEARD_ON, Result.OFFER, until=date(2026, 8, 14)),))
WITHOUT_A_DAY = a_thanked(2, company="Umbrella", events=(an_answer(HEARD_ON, Result.OFFER),))  # until 11 August
ANSWERS = {ActionKind.ACCEPTED, ActionKind.DECLINED}


def test_m2_an_offer_is_shown_with_the_letters_to_those_who_have_not_decided() -> None:
    mail = composed(a_thanked(), AN_OFFER, now=WEDNESDAY_8_AM)

    assert mail.subject == "Weigh the offer from Umbrella, tell Acme about the offer"
    for twin in (one_line(mail.text), mail.words):
        assert "They want your answer by Friday 14 August" in twin
        assert "by Thursday 13 August" in twin
        assert "Attached: Question about timing to Dana Winter, Acme.eml" in twin


@pytest.mark.parametrize("days", [0, 9])
def test_m2_the_offer_in_the_mail_leads_to_the_drafts_of_an_answer_once_in_both_twins(days: int) -> None:
    mail = composed(AN_OFFER, now=WEDNESDAY_8_AM + timedelta(days=days))

    for label, kind in (("More time", "offer_time"), ("Accept", "offer_acceptance"), ("Decline", "offer_declining")):
        (in_html,) = re.findall(rf'<a href="([^"]*)">{label}</a>', mail.html)
        (in_text,) = re.findall(rf"- {label}:\s+(\S+)", mail.text)
        assert in_html == in_text
        link = ReadLinks(LINKS).read(in_html.rpartition("/")[2], WEDNESDAY_8_AM)
        assert (link.interview_id, link.kind) == (AN_OFFER.id, kind)


def test_m2_the_letter_about_an_offer_is_recorded_as_sent_from_the_mail() -> None:
    mail = composed(a_thanked(), AN_OFFER, now=WEDNESDAY_8_AM)

    (in_html,) = re.findall(r'<a href="([^"]*)">I sent the letter</a>', mail.html)
    (in_text,) = re.findall(r"- I sent the letter:\s+(\S+)", mail.text)
    assert in_html == in_text
    action = LINKS.read(in_html.rpartition("/")[2], WEDNESDAY_8_AM)
    assert (action.kind, action.interview_id, action.version) == (ActionKind.SENT, a_thanked().id, a_thanked().version)


def test_m2_between_its_days_an_offer_is_a_line_in_its_place() -> None:
    mail = composed(a_thanked(), AN_OFFER, now=MONDAY_8_AM, last_digest_at=MONDAY_8_AM - timedelta(days=3))

    assert mail.subject == "Weigh the offer from Umbrella, tell Acme about the offer"
    for twin in (one_line(mail.text), mail.words):
        assert "In brief" in twin
        assert "They want your answer by Friday 14 August" in twin
        assert "I accepted" not in twin


def test_m2_an_offer_that_is_due_is_answered_from_the_mail_in_both_twins() -> None:
    due = WEDNESDAY_8_AM + timedelta(days=9)
    mail = composed(AN_OFFER, now=due)

    links = set(LINK.findall(mail.text))

    assert {LINKS.read(link.rpartition("/")[2], due).kind for link in links} - {*PAUSES_THAT_END} == ANSWERS
    assert links == set(re.findall(r'href="(https://api\.example\.org/api/act/[^"]+)"', mail.html))
    for label in ("I accepted", "I declined"):
        assert label in mail.text
        assert label in mail.words


@pytest.mark.parametrize(
    ("offer", "days", "is_quiet"),
    [
        (AN_OFFER, 0, False),  # in the first digest after it was heard
        (AN_OFFER, 1, True),
        (AN_OFFER, 7, True),
        (AN_OFFER, 8, False),  # on the day before its answer is due
        (AN_OFFER, 9, False),
        (AN_OFFER, 10, False),  # until it is answered
        (AN_OFFER, 30, False),
        (WITHOUT_A_DAY, 4, True),
        (WITHOUT_A_DAY, 5, False),
    ],
)
def test_m2_an_offer_breaks_the_quiet_when_no_digest_has_shown_it_and_from_the_day_before_its_answer_is_due(
    offer: Interview, days: int, is_quiet: bool
) -> None:
    now = WEDNESDAY_8_AM + timedelta(days=days)
    yesterday = now - timedelta(days=1)

    assert read_day(an_owner(), [offer], now, yesterday).is_quiet is is_quiet


def test_m2_without_an_offer_the_day_is_quiet() -> None:
    assert read_day(an_owner(), [a_thanked()], WEDNESDAY_8_AM).is_quiet
