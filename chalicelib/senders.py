"""Who sends the mail, as the settings choose it: SES, or the owner's own provider (SMTP).

A part of the composition root: ``wiring`` asks for it once a tick runs. Nothing connects before the first mail: most
ticks send none.
"""

from __future__ import annotations

from chalicelib.digest.ses_sender import SesSender, ses_client
from chalicelib.digest.tick import Outbox
from chalicelib.records import table
from chalicelib.settings import Settings, SmtpSettings

# Milliseconds, at the slowest: five calls to the table, tried three times at 4 s each; SES (``ONE_ATTEMPT``); a
# provider's server (``smtp_sender.Patience``).
_FOR_THE_TABLE, _FOR_SES, _FOR_SMTP = 60_000, 15_000, 45_000


def time_for_one_owner_ms(settings: Settings) -> int:
    """What the tick must have left to begin with one more owner. If the function, which has 120 s
    (.chalice/config.json), were killed in between, a digest could be sent twice."""
    return _FOR_THE_TABLE + (_FOR_SMTP if settings.smtp else _FOR_SES)


def sender_of(settings: Settings) -> Outbox:
    """The sender of a deployment's digests."""
    return _by_smtp(settings, settings.smtp) if settings.smtp else _by_ses(settings)


def _by_ses(settings: Settings) -> SesSender:
    def connect() -> object:
        return ses_client(table.connection().session, settings.region)

    return SesSender(connect, settings.sender, settings.configuration_set)


def _by_smtp(settings: Settings, smtp: SmtpSettings) -> Outbox:
    from chalicelib.digest import smtp_sender
    from chalicelib.parameters import read_parameter, ssm_client

    def password() -> str:
        return read_parameter(ssm_client(table.connection().session, settings.region), smtp.password_parameter)

    is_tls_first = smtp.port == smtp_sender.TLS_FIRST
    mailbox = smtp_sender.Mailbox(smtp.host, smtp.port, smtp.user, password, is_tls_first)
    return smtp_sender.SmtpSender(mailbox, settings.sender, patience=smtp_sender.PATIENT)
