"""The state of SES for our mail: whether it may send, to whom, and by which identity it knows the sender."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from botocore.exceptions import ClientError

from infra.deploy.deployment import Deployment
from infra.deploy.mail.dmarc import domains_of

SEEN = "SUCCESS"  # what SES says of DNS records that it has seen
_AMAZON_S_ZONE = "dkim.amazonses.com"


class Sender(StrEnum):
    """How far SES has verified an address."""

    UNKNOWN = "not known there yet"
    WAITING = "not verified yet"
    VERIFIED = "verified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """An address or a domain that SES knows.

    - ``dkim`` and ``mail_from_status``: what SES says of its DNS records, ``SEEN`` if they are there.
    - ``tokens`` and ``dkim_zone``: what its DKIM records point to; no tokens if the keys are the owner's own.
    - ``mail_from``: the domain that mails come back to; empty for Amazon's own.
    """

    name: str
    is_verified: bool
    dkim: str
    tokens: tuple[str, ...]
    dkim_zone: str
    mail_from: str
    mail_from_status: str

    @property
    def is_domain(self) -> bool:
        """Whether it is a domain."""
        return "@" not in self.name

    @property
    def is_signing(self) -> bool:
        """Whether mails are signed in the name of this domain, so that they pass its DMARC policy."""
        return self.is_domain and self.dkim == SEEN


@dataclass(frozen=True, slots=True)
class MailState:
    """``is_sandboxed``: SES sends only to verified addresses, which is enough for an owner who mails themselves.

    ``identities`` are those that let the address send: its own, and of its domain and that domain's parents.
    """

    is_sandboxed: bool
    may_send: bool
    identities: tuple[Identity, ...]

    @property
    def sender(self) -> Sender:
        """How far the address is verified: by itself, or by a domain."""
        if any(identity.is_verified for identity in self.identities):
            return Sender.VERIFIED
        return Sender.WAITING if self.identities else Sender.UNKNOWN

    @property
    def domain(self) -> Identity | None:
        """The identity of the address's domain, or of the nearest parent."""
        return next((identity for identity in self.identities if identity.is_domain), None)

    @property
    def in_words(self) -> str:
        """The state in one line of a report."""
        where = "sandbox: it mails verified addresses only, which is enough" if self.is_sandboxed else "production"
        return f"{where}; sending is {'on' if self.may_send else 'OFF'}; the sender is {self.sender}"


def mail_state(deployment: Deployment, address: str) -> MailState:
    """The state of SES in this region, and how far it has verified an address."""
    account = deployment.client("sesv2").get_account()
    names = (address, *domains_of(address.rpartition("@")[2].lower()))
    found = (identity_of(deployment, name) for name in names)
    return MailState(
        not account.get("ProductionAccessEnabled", False),
        account.get("SendingEnabled", True),
        tuple(identity for identity in found if identity),
    )


def identity_of(deployment: Deployment, name: str) -> Identity | None:
    """An address or a domain, as SES knows it; None if it does not."""
    try:
        found = deployment.client("sesv2").get_email_identity(EmailIdentity=name)
    except ClientError as error:
        if error.response["Error"]["Code"] == "NotFoundException":
            return None
        raise
    return _identity(name, found, found.get("DkimAttributes") or {}, found.get("MailFromAttributes") or {})


def _identity(name: str, found: Mapping[str, Any], dkim: Mapping[str, Any], mail_from: Mapping[str, Any]) -> Identity:
    is_amazon_s = str(dkim.get("SigningAttributesOrigin", "AWS_SES")).startswith("AWS_SES")
    return Identity(
        name=name,
        is_verified=bool(found.get("VerifiedForSendingStatus")),
        dkim=str(dkim.get("Status") or "NOT_STARTED"),
        tokens=tuple(dkim.get("Tokens") or ()) if is_amazon_s else (),
        dkim_zone=str(dkim.get("SigningHostedZone") or _AMAZON_S_ZONE),
        mail_from=str(mail_from.get("MailFromDomain") or ""),
        mail_from_status=str(mail_from.get("MailFromDomainStatus") or "PENDING"),
    )
