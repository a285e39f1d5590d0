"""The one local owner, and their token in the state's folder."""

from __future__ import annotations

import os
import re
from pathlib import Path
from secrets import token_urlsafe
from typing import TYPE_CHECKING

from msgspec.structs import replace

from chalicelib.playbook.owner import Owner

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


def keep_in_step(owners: Owners, folder: Path, page: str) -> None:
    """Keep the token that a page of this server has just handed out, if it is the one in force."""
    from chalicelib.usecases.tokens import read_token

    account = owners.get(OWNER.id)
    for text in _TOKENS.findall(page):
        token = read_token(text)
        if account and token and token.secret_hash == account.token_hash:
            _write_secret(token_file(folder), text)


def signing_key(folder: Path) -> str:
    """What this state's links and sessions are signed with; made the first time."""
    file = folder / "signing-key"
    if not _kept_text(file):
        _write_secret(file, token_urlsafe(32))
    return _kept_text(file)


def _kept_text(file: Path) -> str:
    return file.read_text(errors="replace").strip() if file.exists() else ""


def _with_new_token(owners: Owners, account: Account | None, folder: Path) -> str:
    from chalicelib.usecases.tokens import new_token

    text, secret_hash = new_token(OWNER.id)
    _write_secret(token_file(folder), text)
    if account is None:
        owners.add(OWNER, secret_hash)
    else:
        owners.save(replace(account, token_hash=secret_hash))
    return text


def _write_secret(file: Path, secret: str) -> None:
    """For its reader alone from the first byte on, and never half written."""
    unfinished = file.with_suffix(".new")
    unfinished.unlink(missing_ok=True)
    with open(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as written:
        written.write(f"{secret}\n")
    unfinished.replace(file)
