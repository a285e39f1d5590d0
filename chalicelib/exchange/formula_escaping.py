"""Cells of a CSV that a spreadsheet will open: none of them is taken for a formula.

What would begin one gets an apostrophe in front, and so does what has apostrophes there already: the import takes
exactly one away again. A phone number begins with ``+`` and is no exception: a spreadsheet would calculate with it.
"""

from __future__ import annotations

import re

_BEGINS_A_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def escape(text: str) -> str:
    """The text as a cell."""
    return f"'{text}" if _BEGINS_A_FORMULA.match(text) else text


def unescape(cell: str) -> str:
    """The text that a cell stands for."""
    return cell[1:] if cell.startswith("'") and _BEGINS_A_FORMULA.match(cell) else cell
