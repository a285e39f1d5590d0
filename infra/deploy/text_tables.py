"""Format numbers and tables for docs/cost.md: Markdown that also reads well in a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

_FEW = 100
_LEAST_CENTS = Decimal("0.01")


def number(quantity: Decimal) -> str:
    """A quantity as text: without decimals if it is whole or at least 100, else with three digits."""
    is_whole = quantity == quantity.to_integral_value()
    return f"{quantity:,.0f}" if is_whole or quantity >= _FEW else f"{quantity:.3g}"


def money(cents: Decimal) -> str:
    """Cents as text in dollars: to the cent from one dollar on, below that to a hundredth of a cent."""
    dollars = cents / 100
    if dollars >= 1 or not dollars:
        return f"{dollars:,.2f}" if dollars else "0"
    return f"{dollars:.4f}" if cents >= _LEAST_CENTS else "<0.0001"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], left: int) -> str:
    """A Markdown table; the first ``left`` columns are aligned left, for words, and the others right, for numbers."""
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    rule = ["-" * width if column < left else "-" * (width - 1) + ":" for column, width in enumerate(widths)]
    return "\n".join(_row(cells, widths, left) for cells in (heads, rule, *rows))


def _row(cells: Sequence[str], widths: Sequence[int], left: int) -> str:
    padded = (
        cell.ljust(width) if column < left else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"| {' | '.join(padded)} |"
