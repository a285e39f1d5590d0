"""The picture of the rooms in CONTRIBUTING.md is what the imports make it, and shows all of them."""

from __future__ import annotations

import grimp

from infra.room_picture import FILE, about, arrows, file_of, rooms, rooms_around, text


def test_it_is_as_the_imports_are() -> None:
    assert FILE.read_text(encoding="utf-8") == text(), "run `make rooms`"


def test_every_import_between_rooms_follows_from_its_arrows_and_nothing_else_does() -> None:
    imports = grimp.build_graph("chalicelib", cache_dir=None)
    pairs = {(room, other) for room in rooms() for other in rooms() if room != other}
    direct = {
        (room, other)
        for room, other in pairs
        if imports.direct_import_exists(importer=room, imported=other, as_packages=True)
    }

    assert set(arrows()) <= direct <= led_to()


def led_to() -> set[tuple[str, str]]:
    """Which rooms the arrows lead to, one after the other."""
    found = set(arrows())
    while more := {(first, last) for first, middle in found for again, last in found if middle == again} - found:
        found |= more
    return found


def test_every_room_says_what_is_in_it() -> None:
    everywhere = [*map(file_of, rooms()), *rooms_around()]

    assert [room.name for room in everywhere if not about(room)] == []
