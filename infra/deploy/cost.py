"""``python -m infra.deploy.cost [OWNERS …]``: print what a month costs, item by item, as the table of docs/cost.md.

The cost is what this number of owners uses (``usage``), less the always-free tier, at the prices of the region.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from infra.deploy.charges import UnitPrice, UsageItem
from infra.deploy.prices import BASE_REGION, FREE, PRICES
from infra.deploy.text_tables import money, number, table
from infra.deploy.usage import monthly_usage

NOT_VERIFIED = "*"


@dataclass(frozen=True)
class CostLine:
    """One item of the bill: ``cents`` for what exceeds the always-free tier, ``list_cents`` for all of ``quantity``."""

    item: UsageItem
    quantity: Decimal
    price: UnitPrice
    cents: Decimal
    list_cents: Decimal

    @property
    def what(self) -> str:
        """The unit that is counted, marked with ``NOT_VERIFIED`` if its price is not verified for the region."""
        return self.item.unit + ("" if self.price.source.is_verified else NOT_VERIFIED)


@dataclass(frozen=True)
class Estimate:
    """What a month of ``owners`` costs at the prices of ``region``."""

    owners: int
    region: str
    lines: tuple[CostLine, ...]

    @property
    def cents(self) -> Decimal:
        """The bill in US cents, if nothing else in the account uses the always-free tier."""
        return sum((line.cents for line in self.lines), Decimal(0))

    @property
    def list_cents(self) -> Decimal:
        """The bill in US cents, if others in the account use up the always-free tier."""
        return sum((line.list_cents for line in self.lines), Decimal(0))


def estimate(owners: int = 1, region: str = BASE_REGION) -> Estimate:
    """The cost of the longest month; at the prices of ``BASE_REGION`` if those of the region are not kept here."""
    return bill(owners, monthly_usage(owners), region)


def bill(owners: int, used: Mapping[UsageItem, Decimal], region: str = BASE_REGION) -> Estimate:
    """The cost if ``owners`` together use these quantities of each item in a month."""
    priced = region if region in PRICES else BASE_REGION
    return Estimate(owners, priced, tuple(_line(item, used[item], PRICES[priced][item]) for item in UsageItem))


def _line(item: UsageItem, quantity: Decimal, price: UnitPrice) -> CostLine:
    free = FREE[item].units if item in FREE else 0
    return CostLine(item, quantity, price, max(Decimal(0), quantity - free) * price.cents, quantity * price.cents)


def report(owners: Iterable[int]) -> str:
    """The table with two columns for each number of owners: quantities and dollars by item, and the sums below."""
    estimates = [estimate(count) for count in owners]
    heads = [head for each in estimates for head in (_owners(each.owners), "$")]
    items = [_item_row(lines) for lines in zip(*(each.lines for each in estimates), strict=True)]
    return table(["Service", "Counted", "$", "for", *heads], [*items, *_sums(estimates)], left=2)


def _owners(count: int) -> str:
    return f"{count:,} owner" + ("" if count == 1 else "s")


def _item_row(lines: Sequence[CostLine]) -> list[str]:
    first = lines[0]
    amounts = [cell for line in lines for cell in (number(line.quantity), money(line.cents))]
    return [first.item.service, first.what, f"{first.price.usd.normalize():f}", f"{first.price.per:,}", *amounts]


def _sums(estimates: Sequence[Estimate]) -> list[list[str]]:
    sums = {
        "**in all**": [each.cents for each in estimates],
        "of it for each owner": [each.cents / each.owners for each in estimates],
        "in all, if nothing were free": [each.list_cents for each in estimates],
    }
    for region in (region for region in PRICES if region != BASE_REGION):
        sums[f"in all, in {region}"] = [estimate(each.owners, region).cents for each in estimates]
    return [
        ["", what, "", "", *(cell for cents in all_cents for cell in ("", money(cents)))]
        for what, all_cents in sums.items()
    ]


def main(arguments: Sequence[str]) -> int:
    """Print the table for these numbers of owners, or for one owner. Exit code 2: an argument is not such a number."""
    if not all(argument.isdecimal() and int(argument) for argument in arguments):
        print("How many owners? python -m infra.deploy.cost 1 100 10000", file=sys.stderr)
        return 2
    print(report([int(argument) for argument in arguments] or [1]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
