"""An offer in the digest: it is shown, the others can be told of it, and it is a reason to write."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from chalicelib.links.action import ActionKind
from chalicelib.playbook.offers import Offer
from chalicelib.view_models.day_view import read_day
from tests.digest.given import LINKS, WEDNESDAY_8_AM, a_thanked, composed, one_line
from tests.factories import an_owner

AN_OFFER = Offer(
    interview_id="umbrella",
    process_id="umbrella",
    company="Umbrella",
    on=date(2026, 8, 4),
    recorded_at=datetime(2026, 8, 4, 12, tzinfo=UTC),
    until=date(2026, 8, 14),
)


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
