"""Put hundreds of thousands of copies of items into DynamoDB Local: 25 to a request, one process a core."""

from __future__ import annotations

import json
import os
from base64 import b64encode
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

Item = Mapping[str, Any]
_BATCH = 25  # items in one BatchWriteItem
_CHUNK = 2_500  # items that a process takes at once
_HEADERS = {
    "Authorization": "AWS4-HMAC-SHA256 Credential=nobody/20260101/eu-central-1/dynamodb/aws4_request, "
    "SignedHeaders=host, Signature=0",  # DynamoDB Local looks at the name only
    "Content-Type": "application/x-amz-json-1.0",
    "X-Amz-Target": "DynamoDB_20120810.BatchWriteItem",
}


@dataclass(frozen=True, slots=True)
class Copies:
    """Copies of a stored item, in a table of the DynamoDB Local at ``address``.

    - ``pattern``, formatted with a number, is the ``key`` attribute of each copy.
    - ``shards``: over how many shards of the index ``digest-due`` the copies are spread; 0 leaves the shard as it is.
    """

    address: str
    table: str
    original: Item
    key: str
    pattern: str
    shards: int = 0

    def put(self, numbers: range) -> None:
        """Store the copies of these numbers."""
        chunks = [numbers[start : start + _CHUNK] for start in range(0, len(numbers), _CHUNK)]
        if len(chunks) <= 1:
            self._put(numbers)
        else:
            with ProcessPoolExecutor(os.cpu_count()) as processes:
                list(processes.map(self._put, chunks))

    def remove(self, numbers: range) -> None:
        """Delete the copies of these numbers."""
        names = ("owner_id", "item_id")
        keys = ({name: copy[name] for name in names} for copy in map(self.copy, numbers))
        self._send([{"DeleteRequest": {"Key": key}} for key in keys])

    def copy(self, number: int) -> Item:
        """The item that is stored as the copy of a number."""
        shard = {"shard": {"N": str(number % self.shards)}} if self.shards else {}
        return {**self.original, self.key: {"S": self.pattern.format(number)}, **shard}

    def _put(self, numbers: range) -> None:
        self._send([{"PutRequest": {"Item": self.copy(number)}} for number in numbers])

    def _send(self, requests: Sequence[Item]) -> None:
        connection = HTTPConnection(urlsplit(self.address).netloc)
        for start in range(0, len(requests), _BATCH):
            batch = {"RequestItems": {self.table: requests[start : start + _BATCH]}}
            connection.request("POST", "/", json.dumps(batch, default=_binary), _HEADERS)
            answer = json.load(connection.getresponse())
            assert answer == {"UnprocessedItems": {}}, answer
        connection.close()


def _binary(value: bytes) -> str:
    """Bytes as DynamoDB's typed JSON has them."""
    return b64encode(value).decode()
