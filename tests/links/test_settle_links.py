"""Settle links: each stands for what one digest listed for one purpose, for 30 days (D9, D10, M2)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from chalicelib.drafts.language import ENGLISH
from chalicelib.links.action import ActionKind
from chalicelib.links.action_links import LIFETIME, ActionLinks, BadLink, ExpiredLink
from chalicelib.links.keyring import keyring_of
from chalicelib.links.read_links import ReadLinks
from chalicelib.links.settle_links import SETTLING, SettleLink, SettleLinks, SettlePurpose
from chalicelib.playbook.step import StepKind
from chalicelib.view_models.answer_links import AnswerLinkMaker
from chalicelib.view_models.settle_lists import MOST_SETTLED, SettleLists
from tests.factories import an_interview

THEN = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
MONDAY = date(2026, 11, 23)
LINKS = ActionLinks(keyring_of(["k" * 32]))
SETTLE_LINKS = SettleLinks(LINKS)


def a_token() -> str:
    """Alex's link to close what is over, in Monday's digest."""
    return SETTLE_LINKS.token("alex", MONDAY, SettlePurpose.CLOSE, THEN)


def a_maker(lists: SettleLists | None, address: str | None = "https://api.example.org/api") -> AnswerLinkMaker:
    """Who makes the links of a mail or, without lists, of a page."""
    return AnswerLinkMaker(
        links=LINKS, address=address, owner_id="alex", now=THEN, language=ENGLISH, settle_lists=lists
    )


def test_a_token_names_its_owner_digest_purpose_and_end() -> None:
    assert SETTLE_LINKS.read(a_token(), THEN) == SettleLink(
        owner_id="alex", on=MONDAY, purpose=SettlePurpose.CLOSE, expires_at=THEN + timedelta(days=30)
    )


def test_it_is_good_for_thirty_days_and_not_a_second_longer() -> None:
    assert SETTLE_LINKS.read(a_token(), THEN + LIFETIME - timedelta(seconds=1)).owner_id == "alex"
    with pytest.raises(ExpiredLink):
        SETTLE_LINKS.read(a_token(), THEN + LIFETIME)


def test_no_kind_of_link_is_signed_for_the_purpose_of_another() -> None:
    made = {
        "action": LINKS.token(ActionKind.STOP, "alex", THEN, "01K1S0M3000000000000000001", 1),
        "read": ReadLinks(LINKS).token("alex", "01K1S0M3000000000000000001", StepKind.STATUS_CALL, THEN),
        "settle": a_token(),
    }

    for purpose in made:
        good = [name for name, token in made.items() if LINKS.signer(purpose).verified_payload(token, THEN)]
        assert good == [purpose]


@pytest.mark.parametrize("payload", [("gone", "alex", 4_000_000_000, "2026-11-23"), ("close", "alex", 4_000_000_000)])
def test_a_token_of_another_release_leads_nowhere(payload: tuple[str | int, ...]) -> None:
    with pytest.raises(BadLink):
        SETTLE_LINKS.read(LINKS.signer("settle").sign(payload), THEN)


def test_a_purpose_lacks_nothing() -> None:
    assert {*SETTLING} == {*SettlePurpose}


def test_d10_a_mail_s_link_lists_what_it_stands_for() -> None:
    lists = SettleLists(MONDAY)

    link = a_maker(lists).settle(SettlePurpose.CLOSE, [an_interview(id="one", version=3), an_interview(id="two")])

    assert link is not None
    assert link.href == f"https://api.example.org/api/settle/{a_token()}"
    assert link.label == "Close what is over"
    assert lists.listed == {"close": {"one": 3, "two": an_interview().version}}


def test_a_link_stands_for_as_many_records_as_one_request_can_write() -> None:
    lists = SettleLists(MONDAY)

    a_maker(lists).settle(SettlePurpose.PICK_UP, [an_interview(id=f"{number}") for number in range(MOST_SETTLED + 1)])

    assert [*lists.listed["pick_up"]] == [f"{number}" for number in range(MOST_SETTLED)]


def test_there_is_no_link_without_an_address_or_without_a_digest_that_stores_what_it_stands_for() -> None:
    lists = SettleLists(MONDAY)

    assert a_maker(lists, None).settle(SettlePurpose.CLOSE, [an_interview()]) is None
    assert a_maker(None).settle(SettlePurpose.CLOSE, [an_interview()]) is None
    assert lists.listed == {}
