"""A digest asks for one press until one was seen to arrive (decision 16), in both twins; then it is as ever."""

from __future__ import annotations

import re
from typing import Any

import pytest
from msgspec.structs import replace

from chalicelib.digest.compose import Composer
from chalicelib.digest.tick import Tick
from chalicelib.drafts.language_packs import Languages
from chalicelib.drafts.writer import Writer
from chalicelib.links.action import PAUSES, ActionKind
from chalicelib.links.arrival import route_of
from chalicelib.links.read_links import ReadLinks
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import NOT_ASKED, Arrival
from chalicelib.records.digest_claims import Digests
from chalicelib.records.interviews import Interviews
from chalicelib.records.mail_returns import MailReturn
from chalicelib.records.owners import Owners
from chalicelib.view_models.day_view import read_day
from tests.digest.given import (
    LINK,
    LINKS,
    MONDAY_8_AM,
    ONE_DAY,
    SENDER,
    TEMPLATES,
    a_thanked,
    composed,
    one_line,
    read,
    stored,
    stored_owner,
)
from tests.digest.monday import ALL
from tests.digest.test_tick_failures import account_of
from tests.factories import an_owner

ASKED = "Did this mail reach your inbox?"
HERE = route_of(an_owner(), SENDER)
FROM_ANOTHER = Arrival(route=route_of(an_owner(), "another@example.org"), seen_at=MONDAY_8_AM - ONE_DAY)


def test_the_first_digest_asks_above_what_is_due_and_names_the_sender_for_the_contacts() -> None:
    mail = composed(a_thanked(), arrival=NOT_ASKED)

    for twin in (one_line(mail.text), mail.words):
        assert twin.index(ASKED) < twin.index("If it was in Spam") < twin.index("Call Acme and ask for the decision")
        assert f"add {SENDER} to your contacts" in twin


def test_what_is_missing_of_the_name_is_said_before_that() -> None:
    mail = composed(a_thanked(), arrival=NOT_ASKED, phone=None)

    for twin in (one_line(mail.text), mail.words):
        assert twin.index("Your own phone number") < twin.index(ASKED)


def test_it_is_a_link_of_its_own_that_a_button_does_not_outshine() -> None:
    mail = composed(a_thanked(), arrival=NOT_ASKED)

    first = LINK.findall(mail.text)[0]
    action = LINKS.read(first.rpartition("/")[2], MONDAY_8_AM)
    assert (action.kind, action.route, action.interview_id) == (ActionKind.SEEN, HERE, None)
    assert f'<a href="{first}" rel="noreferrer">I see it</a>' in mail.html


def test_a_russian_digest_asks_in_russian() -> None:
    mail = composed(a_thanked(), arrival=NOT_ASKED, language="ru")

    for twin in (one_line(mail.text), mail.words):
        assert "Это письмо пришло во «Входящие»?" in twin


@pytest.mark.parametrize("records", [ALL, ()], ids=["a Monday", "nothing open"])
def test_once_one_was_seen_no_digest_asks_and_no_link_is_longer_than_ever(records: tuple[Interview, ...]) -> None:
    mail, asking = composed(*records), composed(*records, arrival=NOT_ASKED)

    assert ASKED not in mail.text + mail.html
    assert ASKED in asking.text
    assert {LINKS.read(found.rpartition("/")[2], MONDAY_8_AM).route for found in LINK.findall(mail.text)} <= {None}


@pytest.mark.parametrize(
    "changed", [{"email": "alex@example.net"}, {"arrival": FROM_ANOTHER}], ids=["another address", "another sender"]
)
def test_another_address_and_another_sender_are_asked_about_anew(changed: dict[str, Any]) -> None:
    assert ASKED in composed(a_thanked(), **changed).text


def test_every_answer_of_a_digest_that_asks_proves_the_same_but_neither_a_pause_nor_the_unsubscribing() -> None:
    """Mail programs unsubscribe by themselves from what they take for spam."""
    mail = composed(*ALL, arrival=NOT_ASKED)

    actions = [LINKS.read(found.rpartition("/")[2], MONDAY_8_AM) for found in LINK.findall(mail.text)]
    reads = re.findall(r"/read/(\S+)", mail.text)
    unsubscribe = str(mail.message["List-Unsubscribe"]).strip("<>").rpartition("/")[2]
    assert {action.route for action in actions if action.kind not in PAUSES} == {HERE}
    assert {action.route for action in actions if action.kind in PAUSES} == {None}
    assert {ReadLinks(LINKS).read(token, MONDAY_8_AM).route for token in reads} == {HERE}
    assert LINKS.read(unsubscribe, MONDAY_8_AM).route is None


def test_a_digest_that_asks_still_fits_with_forty_lines_and_more() -> None:
    records = [a_thanked(number, company=f"Company {number} " + "C" * 100) for number in range(1, 80)]

    mail = composed(*records, arrival=NOT_ASKED)

    assert len(mail.html.encode()) <= 60_000
    assert len(mail.text.encode()) <= 30_000


def test_that_it_asked_is_stored_with_the_sending_in_no_further_request(
    owners: Owners, interviews: Interviews, tick: Tick
) -> None:
    owner = stored_owner(owners)
    stored(interviews, owner, a_thanked())

    tick.run(MONDAY_8_AM)

    assert account_of(owners).owner.arrival == Arrival(route=HERE)
    assert account_of(owners).version == 1


@pytest.mark.parametrize("problem", MailReturn)
def test_a_problem_on_the_way_stays_until_a_digest_is_seen_though_the_next_one_is_sent(
    owners: Owners, interviews: Interviews, tick: Tick, problem: str
) -> None:
    owner = stored_owner(owners)
    stored(interviews, owner, a_thanked())
    owners.save(replace(account_of(owners), digest_problem=problem))

    assert tick.run(MONDAY_8_AM).sent

    assert account_of(owners).digest_problem == problem


def test_so_it_does_when_another_tick_had_sent_it_and_could_not_move_on(
    owners: Owners, interviews: Interviews, digests: Digests, tick: Tick
) -> None:
    owner = stored_owner(owners)
    stored(interviews, owner, a_thanked())
    tick.run(MONDAY_8_AM)
    owners.put_off(replace(account_of(owners), digest_problem=MailReturn.POLICY), MONDAY_8_AM)

    assert tick.run(MONDAY_8_AM).sent == ()

    assert account_of(owners).digest_problem == MailReturn.POLICY
    assert account_of(owners).next_digest_at == MONDAY_8_AM + ONE_DAY


def test_without_an_address_of_the_api_nothing_can_be_asked() -> None:
    owner = an_owner()
    nowhere = Composer(Writer(Languages(TEMPLATES)), TEMPLATES, SENDER, LINKS, None)

    mail = nowhere(owner, read_day(owner, [a_thanked()], MONDAY_8_AM), MONDAY_8_AM.date(), MONDAY_8_AM)

    assert mail.asks is None
    assert ASKED not in read(mail.mime).text
