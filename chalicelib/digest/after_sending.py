"""What is known of an owner's account once their digest was handed over for sending."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from chalicelib.links.arrival import with_question
from chalicelib.records.mail_returns import problem_once_sent
from chalicelib.records.owners import Account


def once_sent(account: Account, now: datetime, asks: str | None) -> Account:
    """The account after a digest was sent ``now``; ``asks`` is what its links prove, if it asks to be seen."""
    return replace(
        account,
        owner=with_question(account.owner, asks),
        digest_problem=problem_once_sent(account.digest_problem),
        last_digest_at=now,
    )
