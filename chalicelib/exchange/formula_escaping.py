"""Escapes the cells of a CSV, so that a spreadsheet takes none of them for a formula.

A text that would begin a formula gets an apostrophe in front, and so does one that has apostrophes there already: the
import removes exactly one. A phone number that begins with ``+`` is no exception: a spreadsheet would calculate it.
"""

from __future__ import annotations

import re

_BEGINS_A_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def escape(text: str) -> str:
    """The cell for a text."""
    return f"'{text}" if _BEGINS_A_FORMULA.match(text) else text


def unescape(cell: str) -> str:
    """The text of a cell: undoes ``escape``."""
    return cell[1:] if cell.startswith("'") and _BEGINS_A_FORMULA.match(cell) else cell
