"""A mailbox that digests are sent by: its provider's server, and who signs in there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from infra.deploy.deployment import CannotDo
from infra.deploy.mail.providers import Provider, provider_of

_HOST = re.compile(r"(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*")
_USER = re.compile(r"[\x21-\x7e]{1,254}")
_PORT = re.compile(r"[1-9]\d{0,4}", re.ASCII)
_PORTS = range(1, 65536)
IMPLICIT_TLS = 465
_CLOSED_BY_AWS = 25


@dataclass(frozen=True, slots=True)
class SmtpAccount:
    """Where one signs in, and as whom; TLS begins at once at port 465, by STARTTLS at any other."""

    host: str
    port: int
    user: str

    @property
    def is_tls_implicit(self) -> bool:
        """Whether TLS begins before the first word."""
        return self.port == IMPLICIT_TLS

    @property
    def in_words(self) -> str:
        """Such as "kim@gmail.com at smtp.gmail.com:465"."""
        return f"{self.user} at {self.host}:{self.port}"

    @property
    def parameters(self) -> dict[str, str]:
        """The account as parameters of the stack."""
        return {"SmtpHost": self.host, "SmtpPort": str(self.port), "SmtpUser": self.user}


def smtp_account(environment: Mapping[str, str], before: Mapping[str, str], sender: str) -> SmtpAccount:
    """The account of a sender: what this command says, else what it was ``before``, else what is known of its provider.

    ``before`` has the parameters of the stack, if the sender is still the same. Raises CannotDo.
    """
    domain = sender.rpartition("@")[2].lower()
    provider = provider_of(domain)
    host = environment.get("SMTP_HOST") or before.get("SmtpHost") or _host(domain, provider)
    is_known = provider is not None and provider.host == host
    port = (
        environment.get("SMTP_PORT")
        or before.get("SmtpPort")
        or (str(provider.port) if provider and is_known else "587")
    )
    user = environment.get("SMTP_USER") or before.get("SmtpUser") or _user(sender, provider)
    return SmtpAccount(
        _fitting("SMTP_HOST", host, _HOST, "a name such as smtp.example.org").lower(),
        _port(port),
        _fitting("SMTP_USER", user, _USER, "at most 254 ASCII characters without spaces"),
    )


def _host(domain: str, provider: Provider | None) -> str:
    if provider is None:
        raise CannotDo(
            f"Which server sends for {domain}? Its help says it: SMTP_HOST=smtp.{domain}, and SMTP_PORT (465 or 587)."
        )
    if not provider.host:
        raise CannotDo(
            f"MAIL_BY=smtp does not go with {domain}: {provider.note}"
            " Choose another mailbox (SENDER=…), or a domain of yours: docs/deploying.md."
        )
    return provider.host


def _user(sender: str, provider: Provider | None) -> str:
    return sender.rpartition("@")[0] if provider and provider.is_user_local else sender


def _fitting(name: str, value: str, pattern: re.Pattern[str], expected: str) -> str:
    if not pattern.fullmatch(value):
        raise CannotDo(f"{name} is {value!r}; it must be {expected}.")
    return value


def _port(text: str) -> int:
    port = int(_fitting("SMTP_PORT", text, _PORT, "a number, mostly 465 or 587"))
    if port == _CLOSED_BY_AWS:
        raise CannotDo("SMTP_PORT is '25', which AWS lets nothing out by; it must be another, mostly 465 or 587.")
    if port not in _PORTS:
        raise CannotDo(f"SMTP_PORT is {text!r}; it must be at most 65535.")
    return port
