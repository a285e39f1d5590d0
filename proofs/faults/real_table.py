"""A table on AWS's DynamoDB Local, which has the service's conditions, transactions and consistency."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from pynamodb.exceptions import TableError

from chalicelib.records import table
from infra import catalogs, dynamodb_local

TABLE = "afterword-faults"
REGION = "eu-central-1"


@contextmanager
def real_table() -> Iterator[str]:
    """Make an empty table, for this process and its forks, and give the address of its DynamoDB."""
    os.environ |= {"AWS_ACCESS_KEY_ID": "nobody", "AWS_SECRET_ACCESS_KEY": "nothing", "AWS_DEFAULT_REGION": REGION}
    os.environ.pop("AWS_PROFILE", None)
    logging.disable()  # the failures here are intended
    catalogs.compile_all()
    with dynamodb_local.running() as address:
        make_table(TABLE, address)
        yield address


def make_table(name: str, address: str) -> None:
    """Make another table there, and use it from now on."""
    table.configure(name, REGION, address)
    while not table.Item.exists():
        with suppress(TableError):  # a slow request is retried, and then the table exists already
            table.create_table()


def close() -> None:
    """Drop the connection that is the parent's too, which goes on using it. The next call makes a new one."""
    table.connection().client.close()
