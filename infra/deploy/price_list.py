"""``python -m infra.deploy.price_list``: print every price with its source and date, as docs/cost.md has them."""

from __future__ import annotations

from infra.deploy.charges import Source, UsageItem
from infra.deploy.prices import FREE, PRICES
from infra.deploy.text_tables import table


def price_list() -> str:
    """A table with a row for each item: its price and source in each region, and how much is always free."""
    heads = ["Service", "Counted", "for", *(head for region in PRICES for head in (region, "source"))]
    return table([*heads, "always free", "source"], [_row(item) for item in UsageItem], left=len(heads) + 2)


def _row(item: UsageItem) -> list[str]:
    prices = [region[item] for region in PRICES.values()]
    free = FREE.get(item)
    row = [item.service, item.unit, f"{prices[0].per:,}"]
    row += [cell for price in prices for cell in (f"{price.usd.normalize():f}", _source(price.source))]
    return [*row, f"{free.units:,}" if free else "", _source(free.source) if free else ""]


def _source(source: Source) -> str:
    dated = source.dated.isoformat() if source.dated else "no date"
    return f"[{dated}]({source.address})" + ("" if source.is_verified else " not verified")


if __name__ == "__main__":
    print(price_list())
