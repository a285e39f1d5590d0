"""One running server for all tests that only talk to it, and a stand-in for DynamoDB in this process."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.infra.local_server import LocalServer


@pytest.fixture(scope="session")
def local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalServer]:
    """A server that many tests share: each looks only at what it made itself."""
    server = LocalServer(tmp_path_factory.mktemp("local") / "state")
    server.begin()
    yield server
    server.end()
