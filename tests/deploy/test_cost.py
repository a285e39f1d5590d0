"""What a month costs: the formula, the table that is printed, and docs/cost.md, which holds just that table."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from infra.deploy import cost
from infra.deploy.charges import UsageItem
from infra.deploy.cost import CostLine, Estimate, estimate, report
from infra.deploy.price_list import price_list
from infra.deploy.prices import BASE_REGION, FREE, PRICES

DOCS = Path(__file__).parents[2] / "docs" / "cost.md"
SIZES = [1, 3, 10, 100, 1_000, 10_000, 1_000_000]
FRANKFURT = "eu-central-1"


def line(of: Estimate, item: UsageItem) -> CostLine:
    (found,) = [line for line in of.lines if line.item is item]
    return found


def list_share(owners: int) -> Decimal:
    """One owner's share where nothing is free."""
    return estimate(owners).list_cents / owners


@pytest.mark.parametrize(
    ("item", "owners", "quantity", "cents"),
    [
        (UsageItem.MAILS, 1, "31", "0.496"),  # 31 mails at 16 cents a thousand
        (UsageItem.MAILS, 100, "3100", "49.6"),
        (UsageItem.GATEWAY, 1, "1240", "0.434"),  # 40 requests a day at 350 cents a million
        (UsageItem.WRITES, 100, "68200", "4.2625"),  # 22 units a day at 62.5 cents a million
        (UsageItem.LAMBDA_REQUESTS, 1, "4216", "0"),  # a million are free
        (UsageItem.LAMBDA_REQUESTS, 10_000, "12402976", "228.05952"),  # 11,402,976 are not
        (UsageItem.ALARMS, 10_000, "9", "0"),  # ten are free
        (UsageItem.METRICS, 1, "2", "0"),
        (UsageItem.TABLE_BACKUP, 100, "0.1", "2"),  # 100 MB at 20 cents a GB
        (UsageItem.DATA_OUT, 10_000, "248", "1332"),  # 12,400,000 answers of 20 KB, less 100 GB, at 9 cents
    ],
)
def test_a_line_is_what_exceeds_the_free_quantity_at_its_price(
    item: UsageItem, owners: int, quantity: str, cents: str
) -> None:
    found = line(estimate(owners), item)

    assert (found.quantity, found.cents) == (Decimal(quantity), Decimal(cents))


def test_the_bill_is_the_sum_of_its_lines_which_are_all_that_is_charged_for() -> None:
    bill = estimate(100)

    assert [line.item for line in bill.lines] == list(UsageItem)
    assert bill.cents == sum(line.cents for line in bill.lines)
    assert bill.list_cents == sum(line.quantity * line.price.cents for line in bill.lines)


def test_one_owner_costs_cents_a_month() -> None:
    assert Decimal(1) < estimate().cents < Decimal(20)
    assert estimate().cents == estimate(1, BASE_REGION).cents


@pytest.mark.parametrize("owners", SIZES)
@pytest.mark.parametrize("region", PRICES)
def test_what_is_free_makes_nothing_dearer_and_nothing_cost_less_than_nothing(owners: int, region: str) -> None:
    assert all(0 <= line.cents <= line.list_cents for line in estimate(owners, region).lines)


@pytest.mark.parametrize(("fewer", "more"), list(pairwise(SIZES)))
def test_more_owners_cost_more_in_all_and_less_each(fewer: int, more: int) -> None:
    """Each: where nothing is free. What is free is shared, so its part of the bill falls less and less."""
    assert estimate(fewer).cents < estimate(more).cents
    assert list_share(fewer) > list_share(more)


def test_what_is_free_is_of_the_account_and_not_of_each_owner() -> None:
    saved = [estimate(owners).list_cents - estimate(owners).cents for owners in SIZES]
    most = sum(free.units * PRICES[BASE_REGION][item].cents for item, free in FREE.items())

    assert all(amount <= most for amount in saved)


def test_frankfurt_has_its_own_prices_and_elsewhere_those_of_virginia_stand_in_and_are_named() -> None:
    assert estimate(1, FRANKFURT).region == FRANKFURT
    assert estimate(1, FRANKFURT).cents > estimate(1).cents
    assert estimate(1, "ap-south-1") == estimate(1, BASE_REGION)


@pytest.mark.parametrize("region", PRICES)
def test_every_item_has_a_price_from_a_page_or_list_of_aws(region: str) -> None:
    prices = PRICES[region]

    assert set(prices) == set(UsageItem)
    assert all(
        price.source.address.split("/")[2].endswith(("aws.amazon.com", ".amazonaws.com")) for price in prices.values()
    )


@pytest.mark.parametrize("region", PRICES)
def test_a_verified_price_bears_the_day_of_its_copy(region: str) -> None:
    verified = [price.source.dated for price in PRICES[region].values() if price.source.is_verified]

    assert all(dated is not None and date(2024, 1, 1) <= dated for dated in verified)


def test_what_makes_nine_tenths_of_the_bill_has_verified_prices() -> None:
    for owners in (1, 100, 10_000):
        bill = estimate(owners)
        unverified = sum(line.cents for line in bill.lines if not line.price.source.is_verified)
        assert unverified < bill.cents / 10


def test_the_docs_hold_the_table_that_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cost.main(["1", "100", "10000"]) == 0

    assert capsys.readouterr().out.strip() in DOCS.read_text()


def test_the_docs_hold_every_price_with_its_source() -> None:
    assert price_list() in DOCS.read_text()


def test_the_docs_mark_the_prices_that_are_not_verified() -> None:
    rows = {tuple(cell.strip() for cell in row.split("|")[1:3]) for row in report([1]).splitlines()[2:]}

    for item, price in PRICES[BASE_REGION].items():
        assert (item.service, item.unit + ("" if price.source.is_verified else "*")) in rows


@pytest.mark.parametrize("argument", ["0", "-1", "many", "1.5"])
def test_what_is_no_number_of_owners_is_refused(argument: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cost.main([argument]) == 2

    assert "How many owners?" in capsys.readouterr().err


def test_without_a_number_it_is_one_owner(capsys: pytest.CaptureFixture[str]) -> None:
    cost.main([])

    assert capsys.readouterr().out.strip() == report([1])
