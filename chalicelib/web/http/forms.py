"""What forms and queries have in common: names with texts, each name once, empty texts left out."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import parse_qsl

from chalicelib.request_errors import Fault, Invalid, Malformed
from chalicelib.schemas.invisible_marks import is_blank
from chalicelib.schemas.text_values import FormText, printable_name

MOST_FIELDS = 100


def urlencoded(raw: bytes) -> list[tuple[str, str]]:
    """The names and values of an ``application/x-www-form-urlencoded`` body. Raises ``Malformed``."""
    try:
        text = raw.decode()
        return parse_qsl(text.strip(), keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS)
    except UnicodeDecodeError as error:
        raise Malformed(Fault("body", "is not UTF-8")) from error
    except ValueError as error:
        raise Malformed(Fault("body", "holds more than {most} fields", {"most": MOST_FIELDS})) from error


def unique_fields(pairs: Iterable[tuple[str, str]]) -> dict[str, FormText]:
    """The fields by name; an empty field counts as absent. Raises ``Invalid`` for a name that comes twice."""
    fields: dict[str, FormText] = {}
    for name, text in pairs:
        if name in fields:
            raise Invalid(Fault(printable_name(name), "comes twice"))
        fields[name] = FormText(text)
    return {name: text for name, text in fields.items() if not is_blank(text)}
