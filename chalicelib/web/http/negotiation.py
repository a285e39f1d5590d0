"""What a client would rather have, as its headers ``Accept`` and ``Accept-Language`` say it (RFC 9110)."""

from __future__ import annotations

import re
from itertools import takewhile

_LONGEST = 1000  # characters; what is longer is nobody's wish
_ANY = "*"
_QUALITY = re.compile(r"0(?:\.\d*)?|1(?:\.0*)?", re.ASCII)


def qualities(header: str) -> dict[str, float]:
    """How much each thing that the header names is wanted, 0 (not at all) to 1; the names are in lower case."""
    wishes = map(_wish, header.split(",")) if len(header) <= _LONGEST else ()
    return {name: quality for name, quality in wishes if name}


def preferred_languages(header: str) -> tuple[str, ...]:
    """The languages of an ``Accept-Language`` header, the most wanted first. ``*`` ends them: any will do then."""
    wanted = qualities(header)
    by_wish = sorted(filter(wanted.get, wanted), key=lambda name: -wanted[name])
    return tuple(takewhile(lambda name: name != _ANY, by_wish))


def _wish(text: str) -> tuple[str, float]:
    name, *parameters = (part.strip().lower() for part in text.split(";"))
    said = next((parameter[2:].strip() for parameter in parameters if parameter.startswith("q=")), "1")
    return name, float(said) if _QUALITY.fullmatch(said) else 0.0
