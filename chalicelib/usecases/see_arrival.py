"""What a press of a mail's link says besides: that the mail arrived (DESIGN 10)."""

from __future__ import annotations

from contextlib import suppress

from msgspec.structs import replace

from chalicelib.errors import ChangedMeanwhile
from chalicelib.links.arrival import MailedLink, with_proof
from chalicelib.records.mail_returns import UNTIL_SEEN
from chalicelib.records.owners import Account
from chalicelib.usecases.owner_context import OwnerContext
from chalicelib.usecases.retry_on_conflict import change_account_with_retries


def see_arrival(context: OwnerContext, link: MailedLink, sender: str) -> Account:
    """Store that the mail of a link arrived from ``sender``, once, and forget what had refused earlier ones. Return the
    account.

    Nothing is written for a link that proves nothing new: its mail went to an address that the owner has left, came
    from another sender or came back, or that way was seen before. Raises what ``change_account_with_retries`` raises.
    """

    def change(account: Account) -> Account:
        owner = with_proof(account.owner, link, sender, context.now)
        if owner == account.owner:
            return account
        problem = None if account.digest_problem in UNTIL_SEEN else account.digest_problem
        return replace(account, owner=owner, digest_problem=problem)

    return change_account_with_retries(context, change)


def see_arrival_besides(context: OwnerContext, link: MailedLink, sender: str) -> None:
    """Store that the mail of a link arrived, which is pressed for something else: an answer, or to settle records.

    That costs one request to the table until a digest was seen, and none afterwards: the links of later mails prove
    nothing, and those of earlier ones nothing new. The link does its own thing even if other writes of the account were
    quicker on every try. Raises StorageUnavailable.
    """
    if link.route is not None:
        with suppress(ChangedMeanwhile):
            see_arrival(context, link, sender)
