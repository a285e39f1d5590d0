"""After the upgrade offers are steps: records that an offer had ended are open again, and nobody has to touch them."""

from __future__ import annotations

import pytest

from chalicelib.digest.compose import Composer
from chalicelib.digest.tick import Tick
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.rules import PLAN_VERSION
from chalicelib.records.digest_claims import Digests
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Account, Owners
from chalicelib.records.plan_version import with_current_plans
from chalicelib.records.table import connection
from chalicelib.usecases.tokens import new_token
from infra.deploy.typed_json import TypedItem
from tests.digest.given import ADDRESS, SENDER
from tests.factories import an_owner
from tests.moto_table import TABLE
from tests.web.conftest import LINKS, TEMPLATES, WRITER, Clock
from tests.web.gateway import Gateway
from tests.web.given import happened
from tests.web.links import pressed
from tests.web.olga import (
    ACCEPTED_LONG_AGO,
    CHANGED_THEIR_MIND,
    DAY_GONE_BY,
    MONDAY_MORNING,
    PLANNED,
    STILL_OPEN,
    TOOK_IT_BACK,
    WAITING,
    Outbox,
    facts_of,
    frozen_items,
    index,
    link_in,
)


@pytest.fixture
def owner() -> Owner:
    """Olga, to whom the application belongs here."""
    return an_owner(id="olga", name="Olga", email="bo@example.org", phone=None)


@pytest.fixture
def frozen(table: None, clock: Clock) -> dict[str, TypedItem]:
    """The items of the release before, in the table; it is Monday 24 August."""
    clock.now = MONDAY_MORNING
    items = frozen_items()
    for item in items:
        connection().client.put_item(TableName=TABLE, Item=item)
    return {item["item_id"]["S"]: item for item in items}


@pytest.fixture
def account(frozen: dict[str, TypedItem], owners: Owners) -> Account:
    """Olga's account, as it is read now."""
    account = owners.get("olga")
    assert account is not None
    return account


@pytest.fixture
def olga(frozen: dict[str, TypedItem], anybody: Gateway) -> Gateway:
    """Requests of Olga's, with a token that was made since."""
    token, token_hash = new_token("olga")
    key = {"owner_id": {"S": "olga"}, "item_id": {"S": "PROFILE"}}
    values = {":hash": {"B": token_hash}}
    connection().client.update_item(
        TableName=TABLE, Key=key, UpdateExpression="SET token_hash = :hash", ExpressionAttributeValues=values
    )
    return anybody.signed_in(token)


@pytest.fixture
def mail(account: Account, owners: Owners, interviews: Interviews, digests: Digests) -> str:
    """The mail of this morning's tick, whose links the application can read."""
    outbox = Outbox()
    composer = Composer(WRITER, TEMPLATES, SENDER, LINKS, ADDRESS)
    report = Tick(owners, interviews, digests, composer, outbox).run(MONDAY_MORNING)
    assert [one.owner_id for one in report.sent] == ["olga"]
    return outbox.mails[0]


def test_m2_all_records_are_planned_anew_and_the_index_has_the_offers_with_their_days(
    account: Account, owners: Owners, interviews: Interviews
) -> None:
    assert index() == {WAITING: PLANNED[WAITING]}

    current = with_current_plans(account, owners, interviews, MONDAY_MORNING)

    assert index() == PLANNED
    assert (account.plan_version, current.plan_version, PLAN_VERSION) == (2, 3, 3)
    assert current == owners.get("olga")


def test_nothing_but_the_places_in_the_index_has_moved(
    frozen: dict[str, TypedItem], account: Account, owners: Owners, interviews: Interviews
) -> None:
    before = facts_of(frozen)

    with_current_plans(account, owners, interviews, MONDAY_MORNING)

    assert facts_of(frozen) == before


def test_m2_a_program_finds_them_without_a_tick(olga: Gateway) -> None:
    agenda = olga.get("/agenda").data
    listed = {one["id"]: one["next_step"]["due_on"] for one in olga.get("/interviews").data["items"]}

    assert [one["id"] for one in agenda["offers"]] == [
        ACCEPTED_LONG_AGO,
        DAY_GONE_BY,
        CHANGED_THEIR_MIND,
        STILL_OPEN,
    ]
    assert listed == {record_id: f"{day}" for record_id, (_, day) in PLANNED.items()}


def test_m2_the_list_of_those_that_have_ended_holds_only_the_refused_one(olga: Gateway) -> None:
    ended = olga.get("/interviews?status=ended").data["items"]

    assert [(one["id"], one["outcome"]) for one in ended] == [(TOOK_IT_BACK, "refusal")]


def test_m2_the_next_mail_asks_for_all_answers(mail: str) -> None:
    for company in ("Accepted Long Ago Ltd", "Day Gone By Ltd", "Changed Their Mind Ltd"):
        assert f"Answer the offer from {company}" in mail
    assert "They want your answer by Friday 28 August" in mail
    assert "Took It Back Ltd" not in mail


@pytest.mark.parametrize(("label", "outcome"), [("I accepted", "accepted"), ("I declined", "declined")])
def test_m2_one_that_was_answered_long_ago_is_settled_in_one_click_and_the_click_can_be_taken_back(
    anybody: Gateway, olga: Gateway, mail: str, label: str, outcome: str
) -> None:
    page = pressed(anybody, link_in(mail, "Accepted Long Ago Ltd", label))

    settled = olga.get(f"/interviews/{ACCEPTED_LONG_AGO}").data
    assert (settled["status"], settled["outcome"], settled["next_step"]) == ("ended", outcome, None)
    listed = {one: planned for one, planned in index().items() if planned[0]}  # an acceptance is listed without a step
    assert listed == {one: planned for one, planned in PLANNED.items() if one != ACCEPTED_LONG_AGO}

    pressed(anybody, "/act/" + page.text.split('action="./')[1].split('"')[0])
    assert index() == PLANNED


def test_m2_a_program_settles_it_in_one_request_on_the_day_that_it_happened(olga: Gateway) -> None:
    settled = happened(olga, ACCEPTED_LONG_AGO, kind="offer_accepted", on="2026-08-06")
    assert (settled["status"], settled["outcome"]) == ("ended", "accepted")
    assert ACCEPTED_LONG_AGO not in index()

    undone = olga.delete(f"/interviews/{ACCEPTED_LONG_AGO}/events/last").data

    assert (undone["next_step"]["kind"], undone["next_step"]["due_on"]) == ("answer_offer", "2026-08-12")
    assert index() == PLANNED


def test_m2_the_offers_that_were_stored_with_the_owner_are_not_looked_at(
    frozen: dict[str, TypedItem], olga: Gateway
) -> None:
    key = {"owner_id": {"S": "olga"}, "item_id": {"S": "PROFILE"}}
    assert frozen["PROFILE"]["offers"]
    connection().client.update_item(TableName=TABLE, Key=key, UpdateExpression="REMOVE offers")

    assert [one["company"] for one in olga.get("/agenda").data["offers"]][-1] == "Still Open Ltd"
