"""What ``make status`` says of the mail: the way, the sender, and what is still missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from infra.deploy.deployment import CannotDo, Deployment
from infra.deploy.mail.dmarc import Lookup, ask_dns, policy_of
from infra.deploy.mail.dns_records import DnsRecord, missing_records
from infra.deploy.mail.ses_state import SEEN, Identity, mail_state
from infra.deploy.mail.smtp_account import SmtpAccount
from infra.deploy.mail.smtp_login import LoginRefused, try_login
from infra.deploy.mail.smtp_password import Login, stored_password
from infra.deploy.mail.way import MailBy, domain_of, sender_before
from infra.deploy.terminal import Terminal

Rows = Sequence[tuple[str, str]]


def mail_rows(
    deployment: Deployment, parameters: Mapping[str, str], *, lookup: Lookup = ask_dns, login: Login = try_login
) -> Rows:
    """The state of the mail of a stack with these parameters, for a list."""
    sender = sender_before(parameters)
    if parameters.get("MailBy") == MailBy.SMTP:
        account = SmtpAccount(parameters["SmtpHost"], int(parameters["SmtpPort"]), parameters["SmtpUser"])
        return [("Mail", f"from {sender}, by {account.in_words}"), ("Login", _login(deployment, account, login))]
    state = mail_state(deployment, sender)
    rows = [("Mail", f"from {sender}, by Amazon SES"), ("SES", state.in_words)]
    if state.domain:
        return [*rows, *_domain_rows(state.domain)]
    return [*rows, ("Signature", f"none; {domain_of(sender)}'s DMARC policy: {policy_of(domain_of(sender), lookup)}")]


def say_missing(
    deployment: Deployment, terminal: Terminal, parameters: Mapping[str, str], *, lookup: Lookup = ask_dns
) -> None:
    """Print the DNS records that SES has not seen yet."""
    if parameters.get("MailBy") == MailBy.SMTP:
        return
    domain = mail_state(deployment, sender_before(parameters)).domain
    if domain:
        say_missing_records(terminal, domain.name, missing_records(domain, deployment.region, lookup))


def say_missing_records(terminal: Terminal, domain: str, records: Iterable[DnsRecord]) -> None:
    """Print records to be added where the domain's DNS is kept, if there are any."""
    rows = [record.row for record in records]
    if rows:
        terminal.say(
            "", f"Where the DNS of {domain} is kept, add what is not there yet (make status shows this again):"
        )
        terminal.listed(rows)


def _domain_rows(domain: Identity) -> Rows:
    return [
        ("Signature", f"DKIM for {domain.name}: {_seen(domain.dkim)}"),
        ("MAIL FROM", f"{domain.mail_from}: {_seen(domain.mail_from_status)}" if domain.mail_from else "Amazon's own"),
    ]


def _seen(status: str) -> str:
    return "seen" if status == SEEN else f"not seen yet ({status.lower().replace('_', ' ')})"


def _login(deployment: Deployment, account: SmtpAccount, login: Login) -> str:
    stored = stored_password(deployment)
    if stored is None:
        return "there is no password: make deploy SMTP_PASSWORD=…"
    try:
        login(account, stored.value)
    except LoginRefused:
        return "the provider refuses the password: make a new app password, then make deploy SMTP_PASSWORD=…"
    except CannotDo as reason:
        return f"could not be tried. {reason}"
    return "works"
