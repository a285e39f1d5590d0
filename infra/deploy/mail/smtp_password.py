"""The password for the provider's server: asked for or said, tried, and kept in SSM as a SecureString only.

Its description names the account that it is of, so that it is never tried at another provider.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from botocore.exceptions import ClientError

from infra.deploy.deployment import CannotDo, Deployment
from infra.deploy.mail.smtp_account import SmtpAccount
from infra.deploy.mail.smtp_login import LoginRefused, ServerUnreachable, try_login
from infra.deploy.terminal import Terminal

Login = Callable[[SmtpAccount, str], None]
_FITTING = re.compile(r"[\x20-\x7e]{1,200}")
# Google, Yahoo and Fastmail show their app passwords in groups, and take them without the gaps.
_IN_GROUPS = re.compile(r"\w{4,6}( \w{4,6}){2,}", re.ASCII)


@dataclass(frozen=True, slots=True)
class StoredPassword:
    """A password of the ``account`` in words, and when it was stored, in seconds since 1970."""

    account: str
    at: int
    value: str = field(repr=False)


def stored_password(deployment: Deployment) -> StoredPassword | None:
    """The password in SSM; None if there is none."""
    ssm, name = deployment.client("ssm"), deployment.smtp_password_parameter
    try:
        found: dict[str, Any] = ssm.get_parameter(Name=name, WithDecryption=True)["Parameter"]
    except ClientError as error:
        if error.response["Error"]["Code"] == "ParameterNotFound":
            return None
        raise
    wanted = [{"Key": "Name", "Option": "Equals", "Values": [name]}]
    described = ssm.describe_parameters(ParameterFilters=wanted)["Parameters"]
    description = described[0].get("Description", "") if described else ""
    return StoredPassword(description, int(found["LastModifiedDate"].timestamp()), str(found["Value"]))


def ensure_password(
    deployment: Deployment,
    terminal: Terminal,
    environment: Mapping[str, str],
    account: SmtpAccount,
    *,
    login: Login = try_login,
) -> None:
    """See to a password in SSM that the provider takes: the one of ``SMTP_PASSWORD``, else the stored one, else a typed
    one. A stored one whose server cannot be reached from here stays. Raises CannotDo.
    """
    stored = stored_password(deployment)
    if stored and stored.account != account.in_words:
        stored = None
    said = environment.get("SMTP_PASSWORD", "")
    if stored and not said and _is_stored_good(terminal, account, stored, login):
        return
    password = _readable(said or _typed(terminal, account))
    login(account, password)
    terminal.say(f"Mail: {account.in_words}; the login works.")
    if not stored or stored.value != password:
        _store(deployment, terminal, account, password)


def delete_password(deployment: Deployment) -> None:
    """Delete the password, if there is one."""
    if stored_password(deployment) is not None:
        deployment.client("ssm").delete_parameter(Name=deployment.smtp_password_parameter)


def _is_stored_good(terminal: Terminal, account: SmtpAccount, stored: StoredPassword, login: Login) -> bool:
    """Whether the stored password is to stay: the provider takes it, or nobody there could be asked."""
    try:
        login(account, stored.value)
    except LoginRefused as refusal:
        terminal.say(str(refusal))
        return False
    except ServerUnreachable as reason:
        terminal.say(str(reason), "The stored password could not be tried, and stays.")
        return True
    terminal.say(f"Mail: {account.in_words}; the login works.")
    return True


def _typed(terminal: Terminal, account: SmtpAccount) -> str:
    typed = terminal.secret(f"App password of {account.in_words} (it is not shown):")
    if not typed:
        raise CannotDo(f"The password of {account.in_words} is needed: run this at a terminal, or set SMTP_PASSWORD.")
    return typed


def _store(deployment: Deployment, terminal: Terminal, account: SmtpAccount, password: str) -> None:
    deployment.client("ssm").put_parameter(
        Name=deployment.smtp_password_parameter,
        Description=account.in_words,
        Value=password,
        Type="SecureString",
        Overwrite=True,
    )
    terminal.say(f"The password is kept in SSM, encrypted: {deployment.smtp_password_parameter}.")


def _readable(given: str) -> str:
    password = given.strip()
    if not _FITTING.fullmatch(password):
        raise CannotDo("The password is not shown; it must be at most 200 ASCII characters on one line.")
    return password.replace(" ", "") if _IN_GROUPS.fullmatch(password) else password
