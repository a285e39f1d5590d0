"""What a digest offers to settle together: withdrawals after an acceptance (M2), and what to pick up again (D9)."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from chalicelib.links.action import ActionKind
from chalicelib.links.settle_links import SettleLinks, SettlePurpose
from chalicelib.playbook.event import EventKind, Result
from tests.digest.given import LINKS, MONDAY_8_AM, Read, a_thanked, composed, one_line
from tests.factories import an_answer, an_event

FRIDAY_NOON = datetime(2026, 8, 7, 12, tzinfo=UTC)
OFFERED = an_answer(date(2026, 8, 6), Result.OFFER)
YES = an_event(EventKind.OFFER_ACCEPTED, date(2026, 8, 7), recorded_at=FRIDAY_NOON)
ACCEPTED = a_thanked(9, company="Umbrella", events=(OFFERED, YES))
OTHERS = tuple(a_thanked(number, company=f"Employer {number}") for number in range(1, 6))
BACK_ON = datetime(2026, 8, 24, 6, tzinfo=UTC)


def same_link(mail: Read, label: str) -> str:
    """The token of a link that stands once in each twin."""
    (in_html,) = re.findall(rf'<a href="([^"]*)">{label}</a>', mail.html)
    (in_text,) = re.findall(rf"{label}:\s+(\S+)", mail.text)
    assert in_html == in_text
    return str(in_html.rpartition("/")[2])


def test_m2_s13_once_an_offer_was_accepted_the_mail_has_the_withdrawals() -> None:
    mail = composed(*OTHERS[:1], ACCEPTED)

    assert mail.subject == "Withdraw from Employer 1"
    for twin in (one_line(mail.text), mail.words):
        assert "Tell Employer 1 that you withdraw" in twin
        assert "You have accepted an offer elsewhere" in twin
        assert "Umbrella" not in twin
    assert list(mail.letters) == ["Withdrawal to Dana Winter, Employer 1.eml"]
    action = LINKS.read(same_link(mail, "I withdrew"), MONDAY_8_AM)
    assert (action.kind, action.interview_id) == (ActionKind.WITHDREW, OTHERS[0].id)


def test_m2_all_withdrawals_can_be_settled_at_once_below_the_last_of_them() -> None:
    mail = composed(*OTHERS, ACCEPTED)

    link = SettleLinks(LINKS).read(same_link(mail, "Withdraw from the others"), MONDAY_8_AM)
    assert link.purpose is SettlePurpose.WITHDRAW
    assert mail.words.index("Tell the others") < mail.words.index("Withdraw from the others")
    assert mail.words.index("Withdraw from Employer 5") < mail.words.index("Withdraw from the others")


def test_m2_two_whole_withdrawals_have_the_link_too() -> None:
    mail = composed(*OTHERS[:2], ACCEPTED)

    assert "Tell the others" not in mail.words
    assert SettleLinks(LINKS).read(same_link(mail, "Withdraw from the others"), MONDAY_8_AM)


def test_d9_after_an_absence_each_process_is_a_line_with_two_answers_and_one_page_settles_all() -> None:
    mail = composed(*OTHERS, now=BACK_ON)

    assert mail.subject.startswith("Pick up again with Employer 1, pick up again with Employer 2")
    for twin in (one_line(mail.text), mail.words):
        assert "Pick up again" in twin
        assert "Employer 3: still on?" in twin
        assert "Overdue since Monday 10 August" in twin
    for label, kind in (("Still on", ActionKind.STILL_ON), ("Close it", ActionKind.STOP)):
        links = re.findall(rf'<a href="([^"]*)">{label}</a>', mail.html)
        assert links == re.findall(rf"{label}: (\S+)", mail.text)
        actions = [LINKS.read(link.rpartition("/")[2], BACK_ON) for link in links]
        assert [(action.kind, action.interview_id) for action in actions] == [(kind, one.id) for one in OTHERS]
    assert SettleLinks(LINKS).read(same_link(mail, "Settle them on one page"), BACK_ON).purpose is SettlePurpose.PICK_UP
    assert mail.letters == {}


def test_of_several_records_of_one_company_each_line_says_its_position() -> None:
    same = (a_thanked(number, company="Acme", position=f"Engineer {number}") for number in range(6, 9))
    mail = composed(*OTHERS[:3], *same, last_digest_at=MONDAY_8_AM)

    for twin in (one_line(mail.text), mail.words):
        assert "Call Acme (Engineer 6)" in twin
        assert "Call Employer 1 (" not in twin
