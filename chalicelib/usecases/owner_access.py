"""How owners get access: a token when they are created, a new one on request, and the end of earlier sessions."""

from __future__ import annotations

from msgspec.structs import replace

from chalicelib.errors import ChangedMeanwhile
from chalicelib.playbook.owner import Owner
from chalicelib.records.owners import Account, Owners
from chalicelib.usecases.tokens import new_token


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
    owners.save(replace(account, token_hash=token_hash, sessions=account.sessions + 1))
    return token


def end_all_sessions(owners: Owners, account: Account) -> None:
    """Sign out every browser of an owner. Raises ChangedMeanwhile."""
    owners.save(replace(account, sessions=account.sessions + 1))
