"""``python -m infra.deploy.cost [OWNERS …]``: what a month costs, item by item, as the table of docs/cost.md.

The sum: what so many owners use (``usage``), less what AWS gives every account for ever, at the price of the region.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from infra.deploy.charges import UnitPrice, UsageItem
from infra.deploy.prices import BASE_REGION, FREE, PRICES
from infra.deploy.text_tables import money, number, table
from infra.deploy.usage import of_a_month

NOT_VERIFIED = "*"


@dataclass(frozen=True)
class CostLine:
    """One item of the bill. ``cents`` is for what exceeds the always-free ``quantity``; ``list_cents`` is for all."""

    item: UsageItem
    quantity: Decimal
    price: UnitPrice
    cents: Decimal
    list_cents: Decimal

    @property
    def what(self) -> str:
        """The unit that is counted; marked where its price is not verified for the region."""
        return self.item.unit + ("" if self.price.source.is_verified else NOT_VERIFIED)


@dataclass(frozen=True)
class Estimate:
    """What a month of ``owners`` costs at the prices of ``region``."""

    owners: int
    region: str
    lines: tuple[CostLine, ...]

    @property
    def cents(self) -> Decimal:
        """The bill, if the account uses what is always free for nothing else."""
        return sum((line.cents for line in self.lines), Decimal(0))

    @property
    def list_cents(self) -> Decimal:
        """The bill, if the account has used up all that is free elsewhere."""
        return sum((line.list_cents for line in self.lines), Decimal(0))


def estimate(owners: int = 1, region: str = BASE_REGION) -> Estimate:
    """Of the longest month. Where the prices of a region are not kept, ``region`` of the answer is the base region."""
    return bill(owners, of_a_month(owners), region)


def bill(owners: int, used: Mapping[UsageItem, Decimal], region: str = BASE_REGION) -> Estimate:
    """What it costs if ``owners`` use so much of each item in a month."""
    priced = region if region in PRICES else BASE_REGION
    return Estimate(owners, priced, tuple(_line(item, used[item], PRICES[priced][item]) for item in UsageItem))


def _line(item: UsageItem, quantity: Decimal, price: UnitPrice) -> CostLine:
    free = FREE[item].units if item in FREE else 0
    return CostLine(item, quantity, price, max(Decimal(0), quantity - free) * price.cents, quantity * price.cents)


def report(owners: Iterable[int]) -> str:
    """The table for each of these numbers of owners: quantities and dollars by item, and what they come to."""
    estimates = [estimate(many) for many in owners]
    heads = [head for one in estimates for head in (_owners(one.owners), "$")]
    items = [_item_row(lines) for lines in zip(*(one.lines for one in estimates), strict=True)]
    return table(["Service", "Counted", "$", "for", *heads], [*items, *_sums(estimates)], left=2)


def _owners(many: int) -> str:
    return f"{many:,} owner" + ("" if many == 1 else "s")


def _item_row(lines: Sequence[CostLine]) -> list[str]:
    one = lines[0]
    amounts = [cell for line in lines for cell in (number(line.quantity), money(line.cents))]
    return [one.item.service, one.what, f"{one.price.usd.normalize():f}", f"{one.price.per:,}", *amounts]


def _sums(estimates: Sequence[Estimate]) -> list[list[str]]:
    sums = {
        "**in all**": [one.cents for one in estimates],
        "of it for each owner": [one.cents / one.owners for one in estimates],
        "in all, if nothing were free": [one.list_cents for one in estimates],
    }
    for region in (region for region in PRICES if region != BASE_REGION):
        sums[f"in all, in {region}"] = [estimate(one.owners, region).cents for one in estimates]
    return [
        ["", what, "", "", *(cell for cents in all_cents for cell in ("", money(cents)))]
        for what, all_cents in sums.items()
    ]


def main(arguments: Sequence[str]) -> int:
    """Print the table for the numbers of owners that are named, or for one. 2: something else was named."""
    if not all(argument.isdecimal() and int(argument) for argument in arguments):
        print("How many owners? python -m infra.deploy.cost 1 100 10000", file=sys.stderr)
        return 2
    print(report([int(argument) for argument in arguments] or [1]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
