"""Which of the ways to send was chosen: those of this command, or else that of the deployment before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from infra.deploy.deployment import CannotDo
from infra.deploy.mail.providers import provider_of
from infra.deploy.mail.smtp_account import SmtpAccount, smtp_account

_DOMAIN = "domain"
_NO_ACCOUNT = {"SmtpHost": "", "SmtpPort": "465", "SmtpUser": ""}


class MailBy(StrEnum):
    """Who sends: Amazon's SES, or a mail provider's server by SMTP."""

    SES = "ses"
    SMTP = "smtp"


@dataclass(frozen=True, slots=True, kw_only=True)
class MailWay:
    """How digests are sent.

    - ``account``: where one signs in, for SMTP.
    - ``is_domain_asked``: SES shall know the sender's domain, although it knows the address already.
    - ``is_as_before``: sender and way are those of the deployment that is there.
    """

    by: MailBy
    sender: str
    account: SmtpAccount | None = None
    is_domain_asked: bool = False
    is_as_before: bool = False

    @property
    def domain(self) -> str:
        """The sender's domain."""
        return domain_of(self.sender)

    @property
    def parameters(self) -> dict[str, str]:
        """The way as parameters of the stack."""
        return {"MailBy": self.by.value} | (self.account.parameters if self.account else _NO_ACCOUNT)


def domain_of(address: str) -> str:
    """The domain of an address, in small letters."""
    return address.rpartition("@")[2].lower()


def sender_before(parameters: Mapping[str, str]) -> str:
    """The sender of the deployment that has these parameters; empty if there is none."""
    return parameters.get("Sender") or parameters.get("OwnerEmail") or ""


def chosen_way(environment: Mapping[str, str], before: Mapping[str, str], sender: str) -> MailWay:
    """The way of ``MAIL_BY``, else that of the stack whose parameters were ``before``.

    Raises CannotDo if it does not fit, and for a mailbox at a provider unless the way is said outright: SES cannot sign
    in the provider's name, so its digests end in Spam or come back.
    """
    said = environment.get("MAIL_BY", "").lower()
    if said not in ("", _DOMAIN, *MailBy):
        raise CannotDo(f"MAIL_BY is {said!r}; it must be domain, ses or smtp.")
    by = MailBy.SES if said == _DOMAIN else MailBy(said or before.get("MailBy") or MailBy.SES)
    is_same = sender == sender_before(before)
    is_as_before = is_same and by == before.get("MailBy", MailBy.SES)
    if by is MailBy.SMTP:
        account = smtp_account(environment, before if is_as_before else {}, sender)
        return MailWay(by=by, sender=sender, account=account, is_as_before=is_as_before)
    _check_freemail(said, sender, is_as_before=is_as_before)
    return MailWay(by=by, sender=sender, is_domain_asked=said == _DOMAIN, is_as_before=is_as_before)


def _check_freemail(said: str, sender: str, *, is_as_before: bool) -> None:
    domain = domain_of(sender)
    if provider_of(domain) is None:
        return
    if said == _DOMAIN:
        raise CannotDo(
            f"{domain} is not a domain of yours, so SES cannot sign for it. Name one: SENDER=digest@example.org"
        )
    if said != MailBy.SES and not is_as_before:
        raise CannotDo(
            f"A digest that SES sends from {sender} ends in Spam or comes back: SES cannot sign for {domain}.\n"
            "Choose one of three ways (docs/deploying.md helps):\n"
            "  make deploy SENDER=digest@example.org …  by SES, from a domain of yours\n"
            f"  make deploy MAIL_BY=smtp …               by {domain} itself, with an app password\n"
            "  make deploy MAIL_BY=ses …                by SES all the same; then look into Spam"
        )
