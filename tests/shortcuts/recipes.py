"""Read ``docs/shortcuts.md``: the code and tables of a recipe, with an address and a token filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

DOC = Path(__file__).resolve().parents[2] / "docs" / "shortcuts.md"
_ADDRESS, _TOKEN = "https://your-address", "your-token"
_BLOCK = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
_TABLE = re.compile(r"(?:^ *\|.*\|\n)+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Recipe:
    """One section of the document."""

    text: str

    def code(self, language: str) -> list[str]:
        """Its blocks of code in this language, in order."""
        return [dedent(block) for _, of, block in _BLOCK.findall(self.text) if of == language]

    def tables(self) -> list[list[list[str]]]:
        """The rows of its tables, without their headings."""
        return [[_cells(line) for line in table.splitlines()[2:]] for table in _TABLE.findall(self.text)]


def recipe(title: str, address: str, token: str) -> Recipe:
    """The section under this heading, whatever its level, for the server at ``address``."""
    _, _, rest = DOC.read_text(encoding="utf-8").partition(f"# {title}\n")
    assert rest, f"{DOC.name} has no section {title!r}"
    section = re.split(r"^#{1,3} ", rest, maxsplit=1, flags=re.MULTILINE)[0]
    return Recipe(section.replace(_ADDRESS, address).replace(_TOKEN, token))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]
