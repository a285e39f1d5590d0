"""Where a number ends that goes on with a dash: "030 2312 50 20 - 25" is a number and the end of a range or an
extension, "030 23125 - 020" and "8 495 123 - 45 - 67" are one number each. See ``first_number``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from chalicelib.drafts.phone_text import digits_in

International = Callable[[str], str | None]

_DASH = r" ?- ?"
_FEWEST_BEFORE = 7  # digits; fewer are no whole number
_ENOUGH, _ENOUGH_IF_UNKNOWN = 9, 10  # digits that may be a whole number, if a library says so, and if it knows none
_MOST_OF_A_GROUP = 3  # digits behind the dash; four are a group of the number itself in many countries
_LONGEST_E164 = 14  # characters, such as +49 and eleven digits: the longest that is given to anybody in Europe


class Cut(Struct, frozen=True):
    """A dash in a number: what is before it and behind it. It ``is_spaced`` if there is a space at its sides."""

    before: str
    after: str
    is_spaced: bool


def first_number(number: str, international: International) -> str:
    """A number without the range or the extension behind a dash.

    ``international`` gives a number as E.164, None if it knows of no such number. If it knows the one before the dash
    and not both together, or the other way round, that decides. Otherwise only a dash with spaces ends a number.
    """
    is_in_groups = False
    for cut in _cuts(number):
        alone, together = international(cut.before), international(number)
        if alone and not together:
            return cut.before
        if bool(alone) == bool(together) and not is_in_groups and _is_range(cut, together):
            return cut.before
        is_in_groups = is_in_groups or cut.is_spaced
    return number


def _cuts(number: str) -> Iterator[Cut]:
    for dash in re.finditer(_DASH, number):
        before = number[: dash.start()]
        if digits_in(before) >= _FEWEST_BEFORE:
            yield Cut(before, number[dash.end() :], is_spaced=dash[0] != "-")


def _is_range(cut: Cut, together: str | None) -> bool:
    """Whether a dash ends a number, where none is known, or both. Without spaces it does only in one too long."""
    is_too_long = together is not None and len(together) > _LONGEST_E164
    if not cut.is_spaced:
        return is_too_long and _goes_up(cut)
    is_behind_a_whole = digits_in(cut.before) >= _ENOUGH_IF_UNKNOWN and digits_in(cut.after) <= _MOST_OF_A_GROUP
    return is_too_long or _goes_up(cut) or (together is None and is_behind_a_whole)


def _goes_up(cut: Cut) -> bool:
    """Whether the dash leads from a group of digits to a higher one of as many: 20 - 25, 020 - 025."""
    last, following = re.split(r"\D+", cut.before)[-1], cut.after
    is_like = following.isdigit() and len(last) == len(following) <= _MOST_OF_A_GROUP
    is_another_dash = cut.is_spaced and "-" in cut.before
    return is_like and last < following and (is_another_dash or digits_in(cut.before) >= _ENOUGH)
