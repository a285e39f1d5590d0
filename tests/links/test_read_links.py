"""Read links: each opens one step of one record, for 30 days, and stands for nothing else (D2)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from chalicelib.drafts.language import ENGLISH
from chalicelib.links.action import ActionKind
from chalicelib.links.action_links import LIFETIME, ActionLinks, BadLink, ExpiredLink
from chalicelib.links.keyring import keyring_of
from chalicelib.links.read_links import ReadLink, ReadLinks
from chalicelib.playbook.step import StepKind
from chalicelib.view_models.answer_links import AnswerLinkMaker

THEN = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
RECORD = "01K1S0M3000000000000000001"
LINKS = ActionLinks(keyring_of(["k" * 32]))
READ_LINKS = ReadLinks(LINKS)


def a_token(now: datetime = THEN) -> str:
    """Alex's link to a status call."""
    return READ_LINKS.token("alex", RECORD, StepKind.STATUS_CALL, now)


def a_maker(address: str | None) -> AnswerLinkMaker:
    """Who makes the links of a mail or a page at this address."""
    return AnswerLinkMaker(links=LINKS, address=address, owner_id="alex", now=THEN, language=ENGLISH)


def test_a_token_names_its_owner_record_step_and_end() -> None:
    link = READ_LINKS.read(a_token(), THEN)

    assert link == ReadLink(
        owner_id="alex", interview_id=RECORD, kind=StepKind.STATUS_CALL, expires_at=THEN + timedelta(days=30)
    )
    assert link.mailed_at == THEN


def test_it_is_good_for_thirty_days_and_not_a_second_longer() -> None:
    assert READ_LINKS.read(a_token(), THEN + LIFETIME - timedelta(seconds=1)).owner_id == "alex"
    with pytest.raises(ExpiredLink):
        READ_LINKS.read(a_token(), THEN + LIFETIME)


def test_neither_kind_of_link_is_signed_for_the_other_s_purpose() -> None:
    click = LINKS.token(ActionKind.STOP, "alex", THEN, RECORD, 1)

    assert LINKS.signer("action").verified_payload(click, THEN) is not None
    assert LINKS.signer("action").verified_payload(a_token(), THEN) is None
    assert LINKS.signer("read").verified_payload(a_token(), THEN) is not None
    assert LINKS.signer("read").verified_payload(click, THEN) is None
    for links, token in ((LINKS, a_token()), (READ_LINKS, click)):
        with pytest.raises(BadLink):
            links.read(token, THEN)


@pytest.mark.parametrize(
    "payload",
    [
        ("gone", "alex", 4_000_000_000, RECORD),
        (StepKind.STATUS_CALL, "alex", 4_000_000_000),
        (StepKind.STATUS_CALL, "alex", 4_000_000_000, RECORD, "route", 1),
    ],
)
def test_a_token_of_another_release_leads_nowhere(payload: tuple[str | int, ...]) -> None:
    with pytest.raises(BadLink):
        READ_LINKS.read(LINKS.signer("read").sign(payload), THEN)


@pytest.mark.parametrize("address", ["https://api.example.org/api", "/api", ""])
def test_the_link_begins_with_the_address_of_its_mail_or_page(address: str) -> None:
    href = a_maker(address).read(RECORD, StepKind.STATUS_CALL)

    assert href == f"{address}/read/{a_token()}"


def test_there_is_no_link_without_an_address() -> None:
    assert a_maker(None).read(RECORD, StepKind.STATUS_CALL) is None
