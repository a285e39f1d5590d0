"""What the storage tests ask for besides: the requests that were made, and tests that moto cannot stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from chalicelib.records.table import connection
from tests.records.given import Call, Meanwhile, counted

LOCAL_ONLY = "dynamodb_local"


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line("markers", f"{LOCAL_ONLY}: needs what only a real DynamoDB does; left out on moto")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what moto cannot stand, unless this is a run on DynamoDB Local."""
    if not config.getoption("--dynamodb-local"):
        config.hook.pytest_deselected(items=[item for item in items if item.get_closest_marker(LOCAL_ONLY)])
        items[:] = [item for item in items if not item.get_closest_marker(LOCAL_ONLY)]


@pytest.fixture
def calls(table: None) -> Iterator[list[Call]]:
    """Every request since, in order; ``clear()`` begins anew."""
    with counted(connection().client) as made:
        yield made


@pytest.fixture
def meanwhile(table: None) -> Iterator[Meanwhile]:
    """Somebody else acts, once, between what is read and the next transaction."""
    actions: list[Callable[[], object]] = []

    def act(**_: Any) -> None:
        if actions:
            actions.pop()()

    events = connection().client.meta.events
    events.register("before-call.dynamodb.TransactWriteItems", act)
    yield actions.append
    events.unregister("before-call.dynamodb.TransactWriteItems", act)
