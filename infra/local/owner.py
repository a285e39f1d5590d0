"""The one local owner, and their token in the state's folder."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from secrets import token_urlsafe
from typing import TYPE_CHECKING

from chalicelib.playbook.owner import Owner

if TYPE_CHECKING:
    from chalicelib.records.owners import Owners

OWNER = Owner(
    id="local",
    name="Alex Example",
    email="alex@example.com",
    phone="+49 30 23125 014",
    language="en",
    time_zone="Europe/Berlin",
    country="DE",
)


def token_file(folder: Path) -> Path:
    """Where the token is kept, in the state's folder."""
    return folder / "token"


def settle_in(owners: Owners, folder: Path) -> str:
    """The owner's token: the one in the file, or a new one. Afterwards the owner is there, and answers to it."""
    from chalicelib.web.tokens import read_token

    text = _kept_text(token_file(folder))
    token = read_token(text)
    if token is None or token.owner_id != OWNER.id:
        _write_new(token_file(folder))
        return settle_in(owners, folder)
    account = owners.get(OWNER.id)
    if account is None:
        owners.add(OWNER, token.secret_hash)
    elif account.token_hash != token.secret_hash:  # the file was lost, and written anew
        owners.save(replace(account, token_hash=token.secret_hash))
    return text


def signing_key(folder: Path) -> str:
    """What this state's links and sessions are signed with; made the first time."""
    file = folder / "signing-key"
    if not _kept_text(file):
        _write_secret(file, token_urlsafe(32))
    return _kept_text(file)


def _kept_text(file: Path) -> str:
    return file.read_text(errors="replace").strip() if file.exists() else ""


def _write_new(file: Path) -> None:
    from chalicelib.web.tokens import new_token

    _write_secret(file, new_token(OWNER.id)[0])


def _write_secret(file: Path, secret: str) -> None:
    """For its reader alone from the first byte on, and never half written."""
    unfinished = file.with_suffix(".new")
    unfinished.unlink(missing_ok=True)
    with open(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as written:
        written.write(f"{secret}\n")
    unfinished.replace(file)
