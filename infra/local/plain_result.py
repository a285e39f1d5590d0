"""A trick on moto: the answers of its DynamoDB are written as they are.

moto's own writer looks for each part of an answer under every name that it could have: 0.8 ms of the processor for each
item, so that a page of 25 takes 27 ms with it and 6 without.

If moto changes, ``tests/infra/test_local_table.py`` fails, which compares the answers with those of moto as it is.
``TRICKS=off make run`` switches it off, together with ``lasting_table.py``.
"""

from __future__ import annotations

from typing import Any

from moto.dynamodb import responses
from moto.dynamodb.models.utilities import dynamo_json_dump
from moto.dynamodb.responses import DynamoResult

JSON = "application/x-amz-json-1.0"


class PlainResult(DynamoResult):
    """What an operation came to, in DynamoDB's own JSON already."""

    def execute_result(self, *_: Any) -> Any:
        """Status, headers and body of the answer."""
        return 200, {"Content-Type": JSON}, dynamo_json_dump(self.result)


def answer_plainly() -> None:
    """Have moto's DynamoDB use ``PlainResult``."""
    responses.DynamoResult = PlainResult  # type: ignore[misc]  # moto leaves no other seam
