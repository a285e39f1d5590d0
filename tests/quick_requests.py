"""The tests' tricks on botocore and moto: what they work out anew each time and is always the same is worked out once.

- The client's name for itself, a signature that moto does not look at, and the names of the operations: a fifth of what
  a request to moto's DynamoDB takes. No test here asks about them.
- moto copies every item of the table before each transaction; here only what a transaction updates is copied.
  ``tests/infra/test_quick_requests.py`` shows that one that fails leaves everything as it was.
- botocore reads its descriptions of AWS, megabytes of JSON, for each session; here a process reads each once. It halves
  the processor time of ``tests/deploy``.

``TRICKS=off`` switches them off, and ``moto_table`` with them.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from copy import copy, deepcopy
from functools import cache
from threading import Lock
from typing import Any
from unittest.mock import patch

import botocore.session
from botocore.loaders import create_loader
from botocore.signers import RequestSigner
from botocore.useragent import UserAgentString
from moto.core import responses, utils
from moto.dynamodb import responses as of_dynamodb
from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models.dynamo_type import DynamoType, Item
from moto.dynamodb.models.table import Table

from infra.local.plain_result import PlainResult

ARE_ON = os.environ.get("TRICKS") != "off"

_ONE_AT_A_TIME = Lock()  # threads that overlap would leave the patch on the class
_names_of = cache(utils.method_names_from_class)
_transact_write_items = DynamoDBBackend.transact_write_items
_update_item = DynamoDBBackend.update_item


def share_descriptions() -> None:
    """Let all sessions of this process have one loader of botocore's descriptions."""
    if ARE_ON:
        botocore.session.create_loader = cache(create_loader)


@contextmanager
def answering_quickly() -> Iterator[None]:
    """Speed up requests in this process within the block; answers are written in the local server's plain way."""
    if not ARE_ON:
        yield
        return
    with ExitStack() as patched:
        for whose, what, instead in (
            (of_dynamodb, "DynamoResult", PlainResult),
            (responses, "method_names_from_class", _names_of),
            (UserAgentString, "to_string", lambda _: "afterword-tests"),
            (RequestSigner, "sign", lambda *_, **__: None),
            (DynamoDBBackend, "transact_write_items", _transact_with_few_copies),
            (DynamoDBBackend, "update_item", _update_a_copy),
        ):
            patched.enter_context(patch.object(whose, what, instead))
        yield


def _transact_with_few_copies(backend: DynamoDBBackend, transact_items: list[dict[str, Any]]) -> None:
    with _ONE_AT_A_TIME, patch.object(Table, "__deepcopy__", _with_the_same_items, create=True):
        _transact_write_items(backend, transact_items)


def _with_the_same_items(table: Table, _memo: dict[int, Any]) -> Table:
    """What moto rolls back to; an item is replaced and never changed, so the two may share it."""
    before = copy(table)
    before.items = defaultdict(dict, {owner: dict(items) for owner, items in table.items.items()})
    return before


def _update_a_copy(backend: DynamoDBBackend, table_name: str, key: dict[str, Any], *args: Any, **kwargs: Any) -> Item:
    """moto changes the item that it finds."""
    table = backend.get_table(table_name)
    hash_key, range_key = (DynamoType(key[str(name)]) for name in (table.hash_key_attr, table.range_key_attr))
    items = table.items.get(hash_key, {})
    if range_key in items:
        items[range_key] = deepcopy(items[range_key])
    return _update_item(backend, table_name, key, *args, **kwargs)
