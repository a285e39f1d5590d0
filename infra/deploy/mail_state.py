"""The state of SES for our mail: whether it may send, to whom, and whether it knows the sender."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from botocore.exceptions import ClientError

from infra.deploy.deployment import Deployment


class Sender(StrEnum):
    """How far SES has verified an address."""

    UNKNOWN = "not known there yet"
    WAITING = "waiting for the click in SES's mail"
    VERIFIED = "verified"


@dataclass(frozen=True, slots=True)
class MailState:
    """``is_sandboxed``: SES sends only to verified addresses, which is enough for an owner who mails themselves."""

    is_sandboxed: bool
    may_send: bool
    sender: Sender

    @property
    def in_words(self) -> str:
        """The state in one line of a report."""
        where = "sandbox: it mails verified addresses only, which is enough" if self.is_sandboxed else "production"
        return f"{where}; sending is {'on' if self.may_send else 'OFF'}; the sender is {self.sender}"


def mail_state(deployment: Deployment, address: str) -> MailState:
    """The state of SES in this region, and how far it has verified the sender's address or its domain."""
    ses = deployment.client("sesv2")
    account = ses.get_account()
    domain = address.rpartition("@")[2]
    known = [_sender(deployment, identity) for identity in (address, domain)]
    best = next((state for state in (Sender.VERIFIED, Sender.WAITING) if state in known), Sender.UNKNOWN)
    return MailState(not account.get("ProductionAccessEnabled", False), account.get("SendingEnabled", True), best)


def is_known(deployment: Deployment, address: str) -> bool:
    """Whether the address itself is an SES identity already; then the stack must not create it again."""
    return _sender(deployment, address) is not Sender.UNKNOWN


def _sender(deployment: Deployment, identity: str) -> Sender:
    try:
        found = deployment.client("sesv2").get_email_identity(EmailIdentity=identity)
    except ClientError as error:
        if error.response["Error"]["Code"] == "NotFoundException":
            return Sender.UNKNOWN
        raise
    return Sender.VERIFIED if found.get("VerifiedForSendingStatus") else Sender.WAITING
