"""The one local owner, and their token in the state's folder.

A new token is first written beside the old one, then into the table, and takes the old one's place once the table has
it on disk (``settle_token``): whatever fails in between, the file has the token that is in force.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from chalicelib.playbook.owner import Owner
from infra.private_files import private_file, write_private

if TYPE_CHECKING:
    from chalicelib.records.owners import Account, Owners

OWNER = Owner(
    id="local",
    name="Alex Example",
    email="alex@example.com",
    phone="+49 30 23125 014",
    language="en",
    time_zone="Europe/Berlin",
    country="DE",
    is_name_guessed=True,
)
_TOKENS = re.compile(rf"\b{OWNER.id}\.[A-Za-z0-9_-]{{16,200}}", re.ASCII)


def token_file(folder: Path) -> Path:
    """Where the token is kept, in the state's folder."""
    return folder / "token"


def ensure_owner(owners: Owners, folder: Path) -> str | None:
    """The owner's token: the one in the file, or a new one where there is none. Afterwards the owner is there.

    None if the file's token was replaced elsewhere: only its owner knows the one in force, so nothing is touched.
    """
    from chalicelib.usecases.tokens import read_token

    text, account = _kept_text(token_file(folder)), owners.get(OWNER.id)
    token = read_token(text)
    if token is None or token.owner_id != OWNER.id:
        return _with_new_token(owners, account, folder)
    if account is None:
        owners.add(OWNER, token.secret_hash)
    return text if account is None or account.token_hash == token.secret_hash else None


def keep_beside(owners: Owners, folder: Path, page: str) -> None:
    """Keep the token that a page of this server is about to hand out beside the old one. Raises OSError."""
    from chalicelib.usecases.tokens import read_token

    account = owners.get(OWNER.id)
    for text in _TOKENS.findall(page):
        token = read_token(text)
        if account and token and token.secret_hash == account.token_hash:
            write_private(_new_token_file(folder), f"{text}\n")


def settle_token(owners: Owners, folder: Path) -> None:
    """Put the token that was kept beside in the old one's place if it is in force, and forget it otherwise."""
    from chalicelib.usecases.tokens import read_token

    new = _new_token_file(folder)
    token, account = read_token(_kept_text(new)), owners.get(OWNER.id)
    if token and account and account.token_hash == token.secret_hash:
        new.replace(token_file(folder))
    new.unlink(missing_ok=True)


def _new_token_file(folder: Path) -> Path:
    return folder / "token.new"


def _kept_text(file: Path) -> str:
    return private_file(file).read_text(errors="replace").strip() if file.exists() else ""


def _with_new_token(owners: Owners, account: Account | None, folder: Path) -> str:
    from chalicelib.usecases.tokens import new_token

    text, secret_hash = new_token(OWNER.id)
    write_private(_new_token_file(folder), f"{text}\n")
    if account is None:
        owners.add(OWNER, secret_hash)
    else:
        owners.save(replace(account, token_hash=secret_hash))
    return text
