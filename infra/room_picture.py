"""The picture of the rooms in ``CONTRIBUTING.md``, made from the imports; ``python -m infra.room_picture`` writes it.

An arrow leads from a room to one that it imports; what another arrow implies is left out. Imports for types and those
inside functions count. The library grimp, which reads them, comes with import-linter.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import grimp

_PROJECT = Path(__file__).parent.parent
FILE = _PROJECT / "CONTRIBUTING.md"
_BEGIN, _END = "<!-- begin: make rooms -->\n", "<!-- end: make rooms -->\n"
_PRODUCT, _WEB = "chalicelib", "chalicelib.web"
_AROUND = ("infra", "proofs")  # each of their packages is a room
_SENTENCE_END = re.compile(r"(?<=[.!?])\s")


def text() -> str:
    """The whole file."""
    before, _, rest = FILE.read_text(encoding="utf-8").partition(_BEGIN)
    return "".join((before, _BEGIN, "\n".join(_lines()), "\n", _END, rest.partition(_END)[2]))


def rooms() -> tuple[str, ...]:
    """The rooms of the product, each before those that it imports; a package or a single module, by its dotted name."""
    graph = _imports()
    inside = (*sorted(graph.find_children(_PRODUCT) - {_WEB}), *sorted(graph.find_children(_WEB)))
    below = {room: _imported(graph, room, inside) for room in inside}
    return tuple(sorted(inside, key=lambda room: (-_height(below, room), room)))


def rooms_around() -> tuple[Path, ...]:
    """The entry points, and the packages that surround the product."""
    folders = (path for root in _AROUND for path in sorted((_PROJECT / root).iterdir()))
    return (_PROJECT / "app.py", *(path for path in folders if (path / "__init__.py").exists()))


def arrows() -> tuple[tuple[str, str], ...]:
    """Which room imports which, without what follows from the others."""
    graph, inside = _imports(), rooms()
    below = {room: _imported(graph, room, inside) for room in inside}
    return tuple((room, other) for room in inside for other in inside if other in _shortest(below, room))


def about(room: Path) -> str:
    """The first sentence of a room's docstring, in Markdown; of its program's where a package has none."""
    files = (room / "__init__.py", room / "__main__.py") if room.is_dir() else (room,)
    said = next(filter(None, map(_docstring, filter(Path.exists, files))), "")
    return _SENTENCE_END.split(" ".join(said.split()), maxsplit=1)[0].replace("``", "`")


def file_of(room: str) -> Path:
    """The folder of a package, the file of a single module."""
    folder = _PROJECT.joinpath(*room.split("."))
    return folder if folder.is_dir() else folder.with_suffix(".py")


@cache
def _imports() -> grimp.ImportGraph:
    return grimp.build_graph(_PRODUCT, cache_dir=None)


def _imported(graph: grimp.ImportGraph, room: str, among: tuple[str, ...]) -> set[str]:
    others = set(among) - {room}
    return {one for one in others if graph.direct_import_exists(importer=room, imported=one, as_packages=True)}


def _height(below: dict[str, set[str]], room: str) -> int:
    return 1 + max((_height(below, other) for other in below[room]), default=0)


def _all_below(below: dict[str, set[str]], room: str) -> set[str]:
    return below[room].union(*(_all_below(below, other) for other in below[room]))


def _shortest(below: dict[str, set[str]], room: str) -> set[str]:
    return below[room].difference(*(_all_below(below, other) for other in below[room]))


def _docstring(file: Path) -> str:
    return ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""


def _lines() -> Iterator[str]:
    yield "```mermaid\nflowchart TD"
    yield from (f"    {_short(room)} --> {_short(other)}" for room, other in arrows())
    yield "```\n\n| room | what is in it |\n|---|---|"
    yield from (_row(file_of(room)) for room in rooms())
    yield from (_row(path) for path in rooms_around())


def _short(room: str) -> str:
    return room.removeprefix(f"{_PRODUCT}.").replace(".", "/")


def _row(path: Path) -> str:
    name = path.relative_to(_PROJECT).as_posix().removeprefix(f"{_PRODUCT}/")
    return f"| `{name}{'/' if path.is_dir() else ''}` | {about(path)} |"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
