"""What ``make deploy`` asks about the mail before anything is made, and what it sees to once all is made."""

from __future__ import annotations

from collections.abc import Mapping

from infra.deploy.deployment import CannotDo, Deployment
from infra.deploy.mail.dmarc import Lookup, ask_dns, policy_of, unsigned_outcome
from infra.deploy.mail.dns_records import missing_records
from infra.deploy.mail.identity_plan import SenderIdentity, planned_identity
from infra.deploy.mail.providers import provider_of
from infra.deploy.mail.report import say_missing_records
from infra.deploy.mail.ses_state import Identity, MailState, Sender, identity_of, mail_state
from infra.deploy.mail.smtp_account import SmtpAccount
from infra.deploy.mail.smtp_login import try_login
from infra.deploy.mail.smtp_password import Login, delete_password, ensure_password, stored_password
from infra.deploy.mail.way import MailBy, MailWay
from infra.deploy.mail.zone import write_records
from infra.deploy.terminal import Terminal


def look_at_mail(
    deployment: Deployment,
    terminal: Terminal,
    environment: Mapping[str, str],
    way: MailWay,
    before: Mapping[str, str],
    *,
    lookup: Lookup = ask_dns,
    login: Login = try_login,
) -> None:
    """Try the login, or say what SES and the sender's domain make of a digest. Raises CannotDo."""
    if way.account:
        ensure_password(deployment, terminal, environment, way.account, login=login)
        terminal.say(_smtp_outlook(way, way.account))
        return
    state = mail_state(deployment, way.sender)
    terminal.say(f"SES: {state.in_words}.")
    if not state.may_send:
        raise CannotDo("SES has paused this account's mail; its console says why.")
    terminal.say(_outlook(way, before, state, lookup))


def mail_parameters(deployment: Deployment, way: MailWay, before: Mapping[str, str]) -> dict[str, str]:
    """The way, the identity to make, and when the password was stored, as parameters of the stack."""
    state = mail_state(deployment, way.sender) if way.by is MailBy.SES else None
    identity = planned_identity(way, before, state)
    password = stored_password(deployment) if way.account else None
    return way.parameters | {
        "SenderIdentity": identity.value,
        "SenderDomain": way.domain if identity is SenderIdentity.DOMAIN else "",
        "SmtpPasswordTime": str(password.at) if password else "0",
    }


def see_to_mail(
    deployment: Deployment, terminal: Terminal, way: MailWay, email: str, *, lookup: Lookup = ask_dns
) -> None:
    """After a deployment: see to DNS records and to clicks that are missing, and forget a password of no use."""
    if way.by is MailBy.SMTP:
        return
    delete_password(deployment)
    state = mail_state(deployment, way.sender)
    if state.domain:
        _see_to_records(deployment, terminal, way, state.domain, lookup)
    elif state.sender is not Sender.VERIFIED:
        terminal.say("", f"Amazon SES asks {way.sender} by mail: click in it, or no digest can be sent.")
    if state.is_sandboxed and email != way.sender:
        introduce(deployment, terminal, email)


def introduce(deployment: Deployment, terminal: Terminal, email: str) -> None:
    """Have SES, in its sandbox, ask a recipient for a click, unless it knows the address or its domain already."""
    if mail_state(deployment, email).sender is Sender.UNKNOWN:
        deployment.client("sesv2").create_email_identity(EmailIdentity=email)
    if (known := identity_of(deployment, email)) and not known.is_verified:
        terminal.say("", f"SES is in its sandbox, and mails only whom it knows: it asks {email} by mail; click in it.")


def _see_to_records(deployment: Deployment, terminal: Terminal, way: MailWay, domain: Identity, lookup: Lookup) -> None:
    missing = missing_records(domain, deployment.region, lookup)
    standing = write_records(deployment, terminal, domain.name, missing)
    say_missing_records(terminal, domain.name, [record for record in missing if record not in standing])
    if missing and not domain.is_verified:
        terminal.say(
            "", f"No digest can be sent from {way.sender} until SES sees them: mostly minutes, at most three days."
        )


def _smtp_outlook(way: MailWay, account: SmtpAccount) -> str:
    provider = provider_of(way.domain)
    if provider and provider.host == account.host:
        return f"Digests come from {way.domain} itself, so its DMARC policy lets them in."
    return f"{account.host} has to sign for {way.domain} (DKIM), or digests may be taken for forged: its help says how."


def _outlook(way: MailWay, before: Mapping[str, str], state: MailState, lookup: Lookup) -> str:
    """What will become of a digest, in one sentence."""
    if state.domain and state.domain.is_signing:
        return f"Digests are signed for {state.domain.name}, so its DMARC policy lets them in."
    if state.domain or planned_identity(way, before, state) is SenderIdentity.DOMAIN:
        name = state.domain.name if state.domain else way.domain
        return f"Digests will be signed for {name} once its DNS has the records that are shown at the end."
    outlook = unsigned_outcome(way.domain, policy_of(way.domain, lookup))
    return f"{outlook} docs/deploying.md has ways that receivers believe."
