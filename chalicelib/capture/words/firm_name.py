"""A firm's name as a place of a message writes it, and how much that place tells."""

from __future__ import annotations

from msgspec import Struct

from chalicelib.capture.words.bounded import bounded_pattern

SURE, CLEAR, LIKELY, SUPPOSED, WEAK = 5, 4, 3, 2, 1  # a label, a legal form, "interview at …", a sender, "with …"

_TRAILING = bounded_pattern(r"[\s,.;:!?'’–—-]+$")


class FirmName(Struct, frozen=True):
    """A name, the quote that it was read from, and the weight of the place where it stands."""

    name: str
    quote: str
    weight: int


def firm_name(written: str, weight: int, quote: str = "") -> FirmName:
    """The name without what ends a sentence, in one line."""
    name = _TRAILING.sub("", written.strip())
    return FirmName(" ".join(name.split()), quote or name, weight)
