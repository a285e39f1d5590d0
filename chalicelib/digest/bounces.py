"""Mail that came back: SES reports it, and the owner's account is marked.

``mail_events.py`` says of each event of SES what it means. A mailbox that does not exist, or a person who
calls the digest spam, must not get a mail every day: no more is sent until the owner says so. Where the address lives,
the next digest is tried, and asks to be pressed. A mailbox that is only full or away for now is retried by SES itself,
and by us tomorrow. The way in is ``BounceHandler``.
"""

from __future__ import annotations

import logging
from contextlib import suppress

from msgspec.structs import replace

from chalicelib.digest.mail_events import ReturnedMail, read_event
from chalicelib.errors import ChangedMeanwhile
from chalicelib.links.arrival import without_proof
from chalicelib.records.mail_returns import UNTIL_SEEN
from chalicelib.records.owners import Account, MailStop, Owners

log = logging.getLogger(__name__)

TRIES = 5  # the owner and the tick may change the account at the same moment


class BounceHandler:
    """Handles SES's events, each of which may come more than once."""

    def __init__(self, owners: Owners) -> None:
        self._owners = owners

    def take(self, message: str) -> None:
        """Mark the owner whom an event (JSON) is about, if mail does not reach them or its reader wants no more.

        May raise StorageUnavailable, and ChangedMeanwhile after ``TRIES`` attempts: then the event comes again.
        """
        returned = read_event(message)
        if returned is None:
            log.info("An event of SES that marks nobody")
            return
        for _ in range(TRIES):
            with suppress(ChangedMeanwhile):
                self._mark(returned)
                return
        raise ChangedMeanwhile

    def _mark(self, returned: ReturnedMail) -> None:
        account = self._owners.get(returned.owner_id)
        problem = returned.problems.get(account.owner.email.casefold()) if account else None
        if account is None or problem is None:
            log.info("Mail of owner %s was returned: not at their address now", returned.owner_id)
            return
        marked = _marked(account, problem, returned)
        if marked != account:
            self._owners.save(marked)
            log.warning("Mail of owner %s was returned: %s", returned.owner_id, problem)


def _marked(account: Account, problem: str, returned: ReturnedMail) -> Account:
    """The account with this problem. A stop stays one; a complaint shows that the mail arrived."""
    is_old_news = problem in UNTIL_SEEN and (account.is_mail_stopped or _is_known(returned, account))
    if account.digest_problem == problem or is_old_news:
        return account
    marked = replace(account, digest_problem=problem)
    if problem == MailStop.COMPLAINED:
        return marked
    return replace(marked, owner=without_proof(account.owner, returned.sent_at or account.last_digest_at))


def _is_known(returned: ReturnedMail, account: Account) -> bool:
    """Whether this mail came back before, and one that was seen to arrive has settled that since."""
    sent_at, refused_at = returned.sent_at, account.owner.arrival.refused_at
    if account.digest_problem is not None or sent_at is None or refused_at is None:
        return False
    return sent_at.replace(microsecond=0) <= refused_at
