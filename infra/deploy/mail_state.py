"""What SES would do with our mail: whether it may send, to whom, and whether it knows the sender."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from botocore.exceptions import ClientError

from infra.deploy.deployment import Deployment


class Sender(StrEnum):
    """What SES knows of an address."""

    UNKNOWN = "not known there yet"
    WAITING = "waiting for the click in SES's mail"
    VERIFIED = "verified"


@dataclass(frozen=True, slots=True)
class MailState:
    """``is_sandboxed``: SES sends only to verified addresses, which is enough for who mails themselves."""

    is_sandboxed: bool
    may_send: bool
    sender: Sender

    @property
    def in_words(self) -> str:
        """For one line of a report."""
        where = "sandbox: it mails verified addresses only, which is enough" if self.is_sandboxed else "production"
        return f"{where}; sending is {'on' if self.may_send else 'OFF'}; the sender is {self.sender}"


def mail_state(deployment: Deployment, address: str) -> MailState:
    """SES in this region, and what it knows of the address that digests come from, or of its domain."""
    ses = deployment.client("sesv2")
    account = ses.get_account()
    domain = address.rpartition("@")[2]
    known = [_sender(deployment, identity) for identity in (address, domain)]
    best = next((one for one in (Sender.VERIFIED, Sender.WAITING) if one in known), Sender.UNKNOWN)
    return MailState(not account.get("ProductionAccessEnabled", False), account.get("SendingEnabled", True), best)


def is_known(deployment: Deployment, address: str) -> bool:
    """Whether the address itself is an identity already: a stack must not make it a second time."""
    return _sender(deployment, address) is not Sender.UNKNOWN


def _sender(deployment: Deployment, identity: str) -> Sender:
    try:
        found = deployment.client("sesv2").get_email_identity(EmailIdentity=identity)
    except ClientError as error:
        if error.response["Error"]["Code"] == "NotFoundException":
            return Sender.UNKNOWN
        raise
    return Sender.VERIFIED if found.get("VerifiedForSendingStatus") else Sender.WAITING
