"""A JSON object, read so that what is odd in it can be told to its sender by name.

The standard library's parser is used, not msgspec's, for that reason: it lets us see keys that come twice, and passes
NaN, Infinity, numbers without end and lone surrogates on, to be refused by the field that holds them.
"""

from __future__ import annotations

import json
import math

from chalicelib.request_errors import Fault, Malformed
from chalicelib.schemas.text_values import shown

_LONGEST_NUMBER = 18


def parse(raw: bytes) -> dict[str, object]:
    """The object that a body holds; nothing at all stands for an empty one. Raises ``Malformed``."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Malformed(Fault("body", "is not UTF-8")) from error
    return _object(text) if text.strip() else {}


def _object(text: str) -> dict[str, object]:
    try:
        found = json.loads(text, object_pairs_hook=_each_once, parse_constant=_no_number, parse_int=_whole)
    except ValueError as error:
        raise Malformed(Fault("body", "is not JSON")) from error
    except RecursionError as error:
        raise Malformed(Fault("body", "is nested too deeply")) from error
    if not isinstance(found, dict):
        raise Malformed(Fault("body", "is not a JSON object"))
    return found


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise Malformed(Fault(shown(name), "comes twice"))
        found[name] = value
    return found


def _no_number(_: str) -> float:
    return math.nan


def _whole(digits: str) -> float:
    """A whole number; one of unreasonable length is as good as infinite, and no field takes that."""
    return int(digits) if len(digits) <= _LONGEST_NUMBER else math.inf
