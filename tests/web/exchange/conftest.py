"""Another owner, beside the one of the API's tests."""

from __future__ import annotations

import pytest

from chalicelib.records.owners import Owners
from chalicelib.usecases.tokens import new_token
from tests.factories import an_owner
from tests.web.gateway import Gateway


@pytest.fixture
def sam(anybody: Gateway, owners: Owners) -> Gateway:
    """Requests of another owner, who has recorded nothing."""
    token, token_hash = new_token("sam")
    owners.add(an_owner(id="sam"), token_hash)
    return anybody.signed_in(token)
