"""Numbers and tables as docs/cost.md has them: Markdown that also reads well in a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

_FEW = 100
_LEAST_CENTS = Decimal("0.01")


def number(quantity: Decimal) -> str:
    """Whole where it is whole or large, else to three digits."""
    is_whole = quantity == quantity.to_integral_value()
    return f"{quantity:,.0f}" if is_whole or quantity >= _FEW else f"{quantity:.3g}"


def money(cents: Decimal) -> str:
    """In dollars: to the cent from one dollar on, below it to a hundredth of a cent."""
    dollars = cents / 100
    if dollars >= 1 or not dollars:
        return f"{dollars:,.2f}" if dollars else "0"
    return f"{dollars:.4f}" if cents >= _LEAST_CENTS else "<0.0001"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], left: int) -> str:
    """The first ``left`` columns are words, the others numbers."""
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    rule = ["-" * width if place < left else "-" * (width - 1) + ":" for place, width in enumerate(widths)]
    return "\n".join(_row(cells, widths, left) for cells in (heads, rule, *rows))


def _row(cells: Sequence[str], widths: Sequence[int], left: int) -> str:
    padded = (
        cell.ljust(width) if place < left else cell.rjust(width)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"| {' | '.join(padded)} |"
