"""How owners get access: a token when they are created, a new one on request, and the end of earlier sessions."""

from __future__ import annotations

from msgspec.structs import replace

from chalicelib.errors import ChangedMeanwhile
from chalicelib.playbook.owner import Owner
from chalicelib.records.owners import Account, EndedSession, Owners
from chalicelib.usecases.owner_context import OwnerContext
from chalicelib.usecases.retry_on_conflict import change_account_with_retries
from chalicelib.usecases.tokens import new_token

MOST_ENDED = 30  # sessions; with them an owner's item stays within two kilobytes


def create_owner(owners: Owners, owner: Owner) -> str | None:
    """Store a new owner. Return their token, to be shown once; None if the id is taken."""
    if owners.get(owner.id) is not None:
        return None
    token, token_hash = new_token(owner.id)
    try:
        owners.add(owner, token_hash)
    except ChangedMeanwhile:
        return None
    return token


def renew_token(owners: Owners, account: Account) -> str:
    """Replace the token and end every browser session. Return the new token, to be shown once.

    Raises ChangedMeanwhile.
    """
    token, token_hash = new_token(account.owner.id)
    owners.save(replace(_without_sessions(account), token_hash=token_hash))
    return token


def end_all_sessions(context: OwnerContext) -> None:
    """Sign out every browser of an owner. Raises ChangedMeanwhile."""
    change_account_with_retries(context, _without_sessions)


def end_session(context: OwnerContext, session: EndedSession) -> None:
    """Sign out one browser, and whoever has a copy of its cookie. Raises ChangedMeanwhile.

    An account has room for ``MOST_ENDED``; whoever signs out more often within a session's lifetime signs out
    everywhere.
    """

    def change(account: Account) -> Account:
        others = [one for one in account.ended_sessions if one.until > context.now and one != session]
        if len(others) >= MOST_ENDED:
            return _without_sessions(account)
        return replace(account, ended_sessions=(*others, session))

    change_account_with_retries(context, change)


def _without_sessions(account: Account) -> Account:
    return replace(account, sessions=account.sessions + 1, ended_sessions=())
