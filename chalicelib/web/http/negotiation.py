"""What a client prefers, by its headers ``Accept`` and ``Accept-Language`` (RFC 9110)."""

from __future__ import annotations

import re
from itertools import takewhile

from chalicelib.patterns import lazy_pattern

_LONGEST = 1000  # characters; a longer header is ignored
_ANY = "*"
_QUALITY = lazy_pattern(r"0(?:\.\d*)?|1(?:\.0*)?", re.ASCII)


def qualities(header: str) -> dict[str, float]:
    """How much each name in the header is wanted, from 0 (not at all) to 1; the names are in lower case."""
    preferences = map(_preference, header.split(",")) if len(header) <= _LONGEST else ()
    return {name: quality for name, quality in preferences if name}


def preferred_languages(header: str) -> tuple[str, ...]:
    """The languages of an ``Accept-Language`` header, the most wanted first; those after ``*`` (any) are left out."""
    wanted = qualities(header)
    by_quality = sorted(filter(wanted.get, wanted), key=lambda name: -wanted[name])
    return tuple(takewhile(lambda name: name != _ANY, by_quality))


def _preference(text: str) -> tuple[str, float]:
    name, *parameters = (part.strip().lower() for part in text.split(";"))
    quality = next((parameter[2:].strip() for parameter in parameters if parameter.startswith("q=")), "1")
    return name, float(quality) if _QUALITY.fullmatch(quality) else 0.0
