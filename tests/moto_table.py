"""An empty table on moto's DynamoDB, without what else ``mock_aws`` does.

``mock_aws`` registers the addresses of every AWS service for the library ``requests``, which nothing here uses for AWS,
and the table would be created by a request: the two took more than half of the time of an API test. Botocore's requests
are answered as under ``mock_aws``, but with the local server's plain results: tests/infra/test_local_table.py shows
that the answers are the same. After a test nothing of its table is left, and moto answers no requests.
With ``TRICKS=off`` moto makes it itself, and answers as it does everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from functools import cache

from moto import mock_aws
from moto.core.base_backend import BackendDict
from moto.core.model_instances import reset_model_data
from moto.core.models import DEFAULT_ACCOUNT_ID, botocore_stubber
from moto.dynamodb.models import DynamoDBBackend, dynamodb_backends
from moto.dynamodb.models.table import Table

from chalicelib.records import table as records_table
from tests.quick_requests import ARE_ON, answering_quickly

TABLE = "afterword-test"
REGION = "eu-central-1"


@contextmanager
def empty_table(name: str, region: str) -> Iterator[None]:
    """An empty table of this name and region, as the records are configured to use, until the end of the block."""
    if not ARE_ON:
        with mock_aws():
            records_table.create_table()
            yield
        return
    with _answering():
        made = _made(name, region)
        _backend(region).tables[name] = deepcopy(made)
        yield


@cache
def _made(name: str, region: str) -> Table:
    """The table as a request creates it; it is made once and never written to."""
    records_table.create_table()
    made: Table = _backend(region).tables.pop(name)
    return made


def _backend(region: str) -> DynamoDBBackend:
    backend: DynamoDBBackend = dynamodb_backends[DEFAULT_ACCOUNT_ID][region]
    return backend


@contextmanager
def _answering() -> Iterator[None]:
    """Have moto answer botocore's requests within the block; it starts without data, and leaves none."""
    _forget()
    botocore_stubber.enabled = True
    try:
        with answering_quickly():
            yield
    finally:
        botocore_stubber.enabled = False
        _forget()


def _forget() -> None:
    BackendDict.reset()
    reset_model_data()
