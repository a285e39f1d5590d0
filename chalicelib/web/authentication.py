"""Who is asking: the owner whose token came with the request."""

from __future__ import annotations

import hmac

from chalicelib.records.owners import Account, Owners
from chalicelib.web.incoming import Incoming
from chalicelib.web.refusals import Unknown
from chalicelib.web.tokens import read_token

_BEARER = "bearer "
_NOBODYS_HASH = bytes(32)


def owner_asking(incoming: Incoming, owners: Owners) -> Account:
    """The account behind the token. Raises ``Unknown``, after the same work whether the owner exists or not."""
    token = read_token(_text_in(incoming))
    if token is None:
        raise Unknown
    account = owners.get(token.owner_id)
    is_theirs = hmac.compare_digest(account.token_hash if account else _NOBODYS_HASH, token.secret_hash)
    if account is None or not is_theirs:
        raise Unknown
    return account


def _text_in(incoming: Incoming) -> str:
    """What came as a token: from a header or, where there is none, from a form's field."""
    authorization = incoming.header("Authorization")
    if authorization[: len(_BEARER)].lower() == _BEARER:
        return authorization[len(_BEARER) :].strip()
    if key := incoming.header("X-API-Key"):
        return key
    return str(incoming.body.values.get("token", "")) if incoming.is_form else ""
