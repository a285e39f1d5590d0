"""Whether digests reach the owner, in a line of a report."""

from __future__ import annotations

from chalicelib.drafts.language import ENGLISH
from chalicelib.links.arrival import is_asked, seen_at
from chalicelib.records.owners import Account
from chalicelib.view_models.digest_problems import digest_problem

_BEGIN_ANEW = "The settings page has the button that begins anew."


def arrival_in_words(account: Account | None, sender: str) -> str:
    """When a digest from ``sender`` was seen to arrive; else what keeps it from that, and what to do."""
    if account is None:
        return "there is no owner yet"
    if problem := digest_problem(account.digest_problem, ENGLISH):
        return f"no. {problem.said} {_BEGIN_ANEW if problem.is_stop else problem.advice}"
    if seen := seen_at(account.owner, sender):
        return f"yes, as of {seen:%Y-%m-%d %H:%M} UTC"
    if not is_asked(account.owner, sender):
        return "not yet: the next digest asks for one press"
    return (
        "no digest has been seen to arrive yet: look into Spam, say there that it is not spam, "
        f"add {sender} to your contacts, and press “I see it” near the top of the mail"
    )
