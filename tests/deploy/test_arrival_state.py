"""What ``make status`` says of whether digests reach the owner."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from chalicelib.links.arrival import route_of
from chalicelib.playbook.owner import NOT_ASKED, Arrival
from chalicelib.records.owners import Account
from infra.deploy.arrival_state import arrival_in_words
from tests.factories import THAT_EVENING, an_owner

SENDER = "digest@example.org"
HERE = route_of(an_owner(), SENDER)


def an_account(arrival: Arrival = NOT_ASKED, **changes: Any) -> Account:
    """Alex's account."""
    return Account(owner=an_owner(arrival=arrival), token_hash=b"", next_digest_at=THAT_EVENING, **changes)


@pytest.mark.parametrize(
    ("account", "said"),
    [
        (None, "there is no owner yet"),
        (an_account(), "not yet: the next digest asks for one press"),
        (an_account(Arrival(route="0123456789", seen_at=THAT_EVENING)), "not yet: the next digest asks"),
        (an_account(Arrival(route=HERE)), f"look into Spam, say there that it is not spam, add {SENDER} to your"),
        (
            an_account(Arrival(route=HERE, seen_at=datetime(2026, 8, 4, 6, 1, tzinfo=UTC))),
            "yes, as of 2026-08-04 06:01",
        ),
        (an_account(digest_problem="refused_by_policy"), "docs/deploying.md says how"),
        (an_account(digest_problem="refused_content"), "Your address is fine"),
        (an_account(digest_problem="suppressed"), "aws sesv2 delete-suppressed-destination"),
        (
            an_account(digest_problem="bounced"),
            "came back from your address, so none is sent there now. The settings page",
        ),
        (an_account(digest_problem="MessageRejected"), "Mail to you was refused. Look at your address"),
    ],
)
def test_it_says_whether_a_digest_was_seen_or_what_to_do(account: Account | None, said: str) -> None:
    assert said in arrival_in_words(account, SENDER)
