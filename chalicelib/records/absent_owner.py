"""The work of reading an owner's item, done for an id that nobody has: a stand-in's, from DynamoDB's text on.

What is left to tell the two apart is how much longer or shorter than the stand-in's an owner's item is.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable
from functools import cache
from typing import Any

from botocore.parsers import create_parser

from chalicelib.records.table import connection
from chalicelib.records.table_items import OwnerItem


def read_stand_in(make_item: Callable[[], OwnerItem]) -> OwnerItem:
    """Read the item that ``make_item`` makes, as an owner's is read from a response of DynamoDB."""
    shape = connection().client.meta.service_model.operation_model("GetItem").output_shape
    parsed = _parser().parse({"status_code": 200, "headers": {}, "body": _body(make_item)}, shape)
    return OwnerItem.from_raw_data(parsed["Item"])


@cache
def _parser() -> Any:
    return create_parser("json")


@cache
def _body(make_item: Callable[[], OwnerItem]) -> bytes:
    """What DynamoDB would respond with."""
    return json.dumps({"Item": make_item().serialize()}, default=_as_text).encode()


def _as_text(raw: bytes) -> str:
    return b64encode(raw).decode()
