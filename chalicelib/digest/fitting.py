"""Makes a digest small enough for mail programs, however much is due and however long the fields are (D3)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from chalicelib.digest.digest_view import DigestView

MOST_HTML, MOST_TEXT = 60_000, 30_000  # bytes
ALWAYS_SHOWN = 40  # lines


class Rendered(Struct, frozen=True, kw_only=True):
    """A view, and the two texts that were rendered from it."""

    view: DigestView
    text: str
    html: str

    @property
    def fits(self) -> bool:
        """Whether both are small enough for mail programs (D3)."""
        return _size(self.text) <= MOST_TEXT and _size(self.html) <= MOST_HTML


Render = Callable[[DigestView], Rendered]


def fitted(view: DigestView, render: Render) -> Rendered:
    """The view, so that it fits, and its texts. What gives way, in this order:

    - the steps that are not due yet
    - the lowest lines, which become a number, but forty of them stay
    - the lowest whole entries, which become lines
    """
    rendered = render(view)
    if rendered.fits:
        return rendered
    view = replace(view, to_come=())
    while True:
        shown = _with_the_lines_that_fit(view, render)
        if _lines(shown) >= min(ALWAYS_SHOWN, _lines(view)) or not view.wholes:
            return render(shown)
        view = _with_a_whole_less(view)


def _size(text: str) -> int:
    """The bytes of a text in a mail, where each line ends in two characters."""
    return len(text.encode()) + text.count("\n")


def _lines(view: DigestView) -> int:
    return len(view.entries) - len(view.wholes)


def _with_the_lines_that_fit(view: DigestView, render: Render) -> DigestView:
    most = bisect_left(range(_lines(view)), True, key=lambda number: not render(_with_lines(view, number + 1)).fits)
    return _with_lines(view, most)


def _with_lines(view: DigestView, most: int) -> DigestView:
    """The view with its first lines only, and with all that is whole."""
    places = accumulate(entry.whole is None for entry in view.entries)
    entries = tuple(entry for entry, place in zip(view.entries, places, strict=True) if entry.whole or place <= most)
    return replace(view, entries=entries, folded=len(view.entries) - len(entries))


def _with_a_whole_less(view: DigestView) -> DigestView:
    last = max(place for place, entry in enumerate(view.entries) if entry.whole)
    entries = (replace(entry, whole=None) if place == last else entry for place, entry in enumerate(view.entries))
    return replace(view, entries=tuple(entries))
