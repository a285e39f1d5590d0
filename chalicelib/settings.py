"""The settings of a deployment, and the only reader of the environment. Validated once, at the first request."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

from msgspec import Struct

from chalicelib.errors import AfterwordError

_PATTERNS = {
    "AFTERWORD_TABLE": r"[A-Za-z0-9_.-]{3,255}",
    "AFTERWORD_SENDER": r"[^@\s]+@[^@\s]+",
    "AFTERWORD_OWNER": r"[A-Za-z0-9_-]{1,40}",
    "AFTERWORD_ADDRESS": r"(https?://[^\s<>\"']+)?",
    "AFTERWORD_SIGNING_KEYS": r"([A-Za-z0-9_-]{32,}(,[A-Za-z0-9_-]{32,})*)?",
    "AFTERWORD_KEYS_PARAMETER": r"(/[A-Za-z0-9_./-]{1,200})?",
    "AFTERWORD_CONFIGURATION_SET": r"[A-Za-z0-9_-]{0,64}",
    "AFTERWORD_MAIL_BY": r"(ses|smtp)?",
    "AFTERWORD_SMTP_HOST": r"[A-Za-z0-9.-]{1,253}",
    "AFTERWORD_SMTP_PORT": r"[1-9]\d{0,4}",
    "AFTERWORD_SMTP_USER": r"[^\s]{1,320}",
    "AFTERWORD_SMTP_PASSWORD_PARAMETER": r"/[A-Za-z0-9_./-]{1,200}",
    "AWS_REGION": r"[a-z]{2}(-[a-z]+)+-\d",
}
_SECRETS = ("AFTERWORD_SIGNING_KEYS",)


class BadSetting(AfterwordError):
    """A variable of the environment is missing, or its value is not valid."""


class SmtpSettings(Struct, frozen=True, kw_only=True):
    """Where the sender's own provider takes mail, and who logs in there. ``password_parameter``: the SSM parameter that
    holds the password."""

    host: str
    port: int
    user: str
    password_parameter: str


class Settings(Struct, frozen=True, kw_only=True):
    """The settings of a deployment. Raises BadSetting unless it has either ``signing_keys`` or ``keys_parameter``.

    - ``table``, ``region``: where the records are.
    - ``sender``: the address that digests come from.
    - ``owner_id``: the owner for whom this deployment was made; ``/health`` reports their last digest.
    - ``signing_keys``: sign the digest's links and the sessions of browsers; the newest first, all of them accepted.
    - ``keys_parameter``: the SSM parameter that holds the signing keys instead.
    - ``address``: where the API answers, for the digest's links; None if it is not set.
    - ``configuration_set``: the SES configuration set that reports returned mail.
    - ``smtp``: who sends the mail in place of SES; None where SES does.
    """

    table: str
    region: str
    sender: str
    owner_id: str
    signing_keys: tuple[str, ...] = ()
    keys_parameter: str | None = None
    address: str | None = None
    configuration_set: str | None = None
    smtp: SmtpSettings | None = None

    def __post_init__(self) -> None:
        if bool(self.signing_keys) == bool(self.keys_parameter):
            raise BadSetting("One of AFTERWORD_SIGNING_KEYS and AFTERWORD_KEYS_PARAMETER must be set, and not both")

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """Read and check all variables. Raises BadSetting, which names the variable and, unless secret, its value."""
        return cls(
            table=_read(environment, "AFTERWORD_TABLE"),
            region=_read(environment, "AWS_REGION"),
            sender=_read(environment, "AFTERWORD_SENDER"),
            owner_id=_read(environment, "AFTERWORD_OWNER"),
            signing_keys=tuple(filter(None, _read(environment, "AFTERWORD_SIGNING_KEYS").split(","))),
            keys_parameter=_read(environment, "AFTERWORD_KEYS_PARAMETER") or None,
            address=_read(environment, "AFTERWORD_ADDRESS") or None,
            configuration_set=_read(environment, "AFTERWORD_CONFIGURATION_SET") or None,
            smtp=_smtp_in(environment) if _read(environment, "AFTERWORD_MAIL_BY") == "smtp" else None,
        )


def _smtp_in(environment: Mapping[str, str]) -> SmtpSettings:
    return SmtpSettings(
        host=_read(environment, "AFTERWORD_SMTP_HOST"),
        port=int(_read(environment, "AFTERWORD_SMTP_PORT")),
        user=_read(environment, "AFTERWORD_SMTP_USER"),
        password_parameter=_read(environment, "AFTERWORD_SMTP_PASSWORD_PARAMETER"),
    )


def _read(environment: Mapping[str, str], name: str) -> str:
    value = environment.get(name, "")
    if re.fullmatch(_PATTERNS[name], value) is None:
        printed = "not shown" if name in _SECRETS else repr(value)
        raise BadSetting(f"{name} is {printed}; it must match {_PATTERNS[name]}")
    return value
