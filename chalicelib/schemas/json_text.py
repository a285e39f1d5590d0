"""Read a JSON object so that each fault in it can be reported by the name of its field.

That is why the standard library's parser is used, and not msgspec's: it shows us keys that come twice, and it passes on
NaN, Infinity, endless numbers and lone surrogates, which the field that holds them then refuses.
"""

from __future__ import annotations

import json
import math

from chalicelib.request_errors import Fault, Malformed
from chalicelib.schemas.text_values import printable_name

_LONGEST_NUMBER = 18


def parse(raw: bytes) -> dict[str, object]:
    """The JSON object in a body; an empty body stands for an empty object. Raises ``Malformed``."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Malformed(Fault("body", "is not UTF-8")) from error
    return _object(text) if text.strip() else {}


def _object(text: str) -> dict[str, object]:
    try:
        found = json.loads(text, object_pairs_hook=_each_once, parse_constant=_not_a_number, parse_int=_whole_number)
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
            raise Malformed(Fault(printable_name(name), "comes twice"))
        found[name] = value
    return found


def _not_a_number(_: str) -> float:
    return math.nan


def _whole_number(digits: str) -> float:
    """A whole number. One of unreasonable length becomes infinity, which no field takes."""
    return int(digits) if len(digits) <= _LONGEST_NUMBER else math.inf
