"""Sending by the owner's own provider: one attempt, TLS before the password, and the right word for how it ended."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from typing import Protocol

import pytest

from chalicelib.digest.smtp_sender import Mailbox, Patience, SmtpSender
from chalicelib.errors import MailBlocked, MailRefused, MailThrottled, MailUncertain
from chalicelib.parameters import ParameterUnavailable
from proofs.bench.aws_over_tls import Identity, new_identity
from tests.digest.smtp_stand_in import PASSWORD, USER, Fate, Line, SmtpStandIn, server_tls, smtp_stand_in
from tests.factories import an_owner

OWNER = an_owner()
SENDER = USER
MAIL = b"From: a@example.org\r\nSubject: Dots\r\n\r\nHello\r\n.\r\n..and more\r\nlast"
PATIENT, IMPATIENT = Patience(), Patience(until_the_end=1, for_the_answer=1)
BEFORE_THE_END = [line for line in Line if line is not Line.END]


@pytest.fixture(scope="module")
def identity(tmp_path_factory: pytest.TempPathFactory) -> Identity:
    """The server's; its certificate is an authority of its own."""
    return new_identity(tmp_path_factory.mktemp("identity"))


@pytest.fixture(scope="module")
def tls(identity: Identity) -> ssl.SSLContext:
    """The server's side of TLS."""
    return server_tls(identity.file)


@pytest.fixture
def provider(tls: ssl.SSLContext) -> Iterator[SmtpStandIn]:
    """A server with STARTTLS."""
    with smtp_stand_in(tls) as stand_in:
        yield stand_in


@pytest.fixture
def trust(identity: Identity) -> Callable[[], ssl.SSLContext]:
    """Trusts the server's authority."""
    return lambda: ssl.create_default_context(cadata=identity.certificate.decode())


class SenderTo(Protocol):
    """Makes a sender to a provider, which is closed at the end of the test."""

    def __call__(
        self, provider: SmtpStandIn, password: Callable[[], str] = ..., trust: Callable[[], ssl.SSLContext] = ...
    ) -> SmtpSender: ...


@pytest.fixture
def sender_to(trust: Callable[[], ssl.SSLContext]) -> Iterator[SenderTo]:
    """Senders that trust the server's authority, with its password."""
    made: list[SmtpSender] = []

    def make(
        provider: SmtpStandIn,
        password: Callable[[], str] = lambda: PASSWORD,
        trust: Callable[[], ssl.SSLContext] = trust,
    ) -> SmtpSender:
        patience = IMPATIENT if Fate.HANGS in [fate for _, fate in provider.fates] else PATIENT
        mailbox = Mailbox("localhost", provider.port, USER, password, is_tls_first=provider.is_tls_first)
        made.append(SmtpSender(mailbox, SENDER, trust, patience))
        return made[-1]

    yield make
    for sender in made:
        sender.close()


def test_a_mail_arrives_byte_for_byte_at_the_owner_s_address_alone(provider: SmtpStandIn, sender_to: SenderTo) -> None:
    answer = sender_to(provider).send(OWNER, MAIL)

    assert answer == "2.0.0 Taken as 0100"
    assert provider.taken == [MAIL + b"\r\n"]
    assert provider.recipients == ["alex@example.org"]
    assert provider.lines == [*Line]


def test_on_the_port_where_tls_comes_first_nothing_is_said_before_it(tls: ssl.SSLContext, sender_to: SenderTo) -> None:
    with smtp_stand_in(tls, is_tls_first=True) as provider:
        sender_to(provider).send(OWNER, MAIL)

    assert len(provider.taken) == 1
    assert provider.lines == [line for line in Line if line not in (Line.STARTTLS, Line.EHLO_AGAIN)]


def test_a_run_logs_in_once_for_several_mails_and_leaves_at_its_end(provider: SmtpStandIn, sender_to: SenderTo) -> None:
    sender = sender_to(provider)

    sender.send(OWNER, MAIL)
    sender.send(OWNER, MAIL)
    assert provider.connections == 1
    sender.close()
    sender.close()
    sender.send(OWNER, MAIL)

    assert provider.connections == 2
    assert len(provider.taken) == 3


@pytest.mark.parametrize("line", BEFORE_THE_END)
@pytest.mark.parametrize("fate", [fate for fate in Fate if fate is not Fate.LATE])
def test_what_fails_before_the_end_of_the_mail_has_surely_sent_nothing(
    provider: SmtpStandIn, sender_to: SenderTo, line: Line, fate: Fate
) -> None:
    provider.fates = [(line, fate)]
    is_known_after_the_data = line is Line.DATA and fate in (Fate.LOST, Fate.UNREAD)

    with pytest.raises((MailThrottled, MailBlocked, MailRefused)):
        sender_to(provider).send(OWNER, MAIL)

    assert provider.taken == []
    assert provider.connections == 1
    assert not is_known_after_the_data or Line.END not in provider.lines
    sender_to(provider).send(OWNER, MAIL)  # a later tick's try begins anew
    assert len(provider.taken) == 1


@pytest.mark.parametrize(
    ("line", "fate", "error", "reason"),
    [
        (Line.CONNECT, Fate.REFUSED, MailThrottled, "SMTP 550"),
        (Line.EHLO, Fate.REFUSED, MailThrottled, "SMTP 550"),
        (Line.STARTTLS, Fate.REFUSED, MailThrottled, "SMTP 550"),
        (Line.STARTTLS, Fate.TRY_LATER, MailThrottled, "SMTP 451"),
        (Line.AUTH, Fate.TRY_LATER, MailThrottled, "SMTP 451"),
        (Line.AUTH, Fate.REFUSED, MailBlocked, "PasswordRefused"),
        (Line.AUTH, Fate.LOST, MailThrottled, "SMTPServerDisconnected"),
        (Line.MAIL, Fate.TRY_LATER, MailThrottled, "SMTP 451"),
        (Line.MAIL, Fate.REFUSED, MailRefused, "SMTP 550"),
        (Line.RCPT, Fate.TRY_LATER, MailThrottled, "SMTP 451"),
        (Line.RCPT, Fate.REFUSED, MailRefused, "SMTP 550"),
        (Line.DATA, Fate.TRY_LATER, MailThrottled, "SMTP 451"),
        (Line.DATA, Fate.REFUSED, MailRefused, "SMTP 550"),
        (Line.END, Fate.TRY_LATER, MailThrottled, "SMTP 451"),
        (Line.END, Fate.REFUSED, MailRefused, "SMTP 550"),
        (Line.END, Fate.LOST, MailUncertain, "SMTPServerDisconnected"),
        (Line.END, Fate.HANGS, MailUncertain, "SMTPServerDisconnected"),
        (Line.END, Fate.NONSENSE, MailUncertain, "NoAnswer"),
    ],
)
def test_each_failure_is_told_for_what_it_is_and_quotes_nothing_that_the_server_said(
    provider: SmtpStandIn,
    sender_to: SenderTo,
    line: Line,
    fate: Fate,
    error: type[Exception],
    reason: str,
) -> None:
    provider.fates = [(line, fate)]

    with pytest.raises(error) as failure:
        sender_to(provider).send(OWNER, MAIL)

    assert str(failure.value) == reason


def test_a_server_that_greets_and_answers_late_is_waited_for(provider: SmtpStandIn, sender_to: SenderTo) -> None:
    provider.fates = [(Line.CONNECT, Fate.LATE)]

    sender_to(provider).send(OWNER, MAIL)

    assert len(provider.taken) == 1


def test_a_password_that_was_withdrawn_blocks_the_mail_until_there_is_a_new_one(
    provider: SmtpStandIn, sender_to: SenderTo
) -> None:
    provider.password = "new one"

    with pytest.raises(MailBlocked, match="PasswordRefused") as failure:
        sender_to(provider).send(OWNER, MAIL)

    assert PASSWORD not in str(failure.value)
    assert sender_to(provider, lambda: "new one").send(OWNER, MAIL)


@pytest.mark.parametrize("password", ["пароль", "pass\u00a0word"])
def test_a_password_that_no_server_can_be_told_is_one_that_is_refused(
    provider: SmtpStandIn, sender_to: SenderTo, password: str
) -> None:
    with pytest.raises(MailBlocked, match="PasswordRefused"):
        sender_to(provider, lambda: password).send(OWNER, MAIL)

    assert provider.connections == 0


@pytest.mark.parametrize(
    ("reason", "error", "told"),
    [("ParameterNotFound", MailBlocked, "PasswordMissing"), ("ThrottlingException", MailThrottled, "Throttling")],
)
def test_without_a_password_to_read_nothing_is_sent(
    provider: SmtpStandIn, sender_to: SenderTo, reason: str, error: type[Exception], told: str
) -> None:
    def unread() -> str:
        raise ParameterUnavailable(reason)

    with pytest.raises(error, match=told):
        sender_to(provider, unread).send(OWNER, MAIL)


def test_a_server_that_nobody_vouches_for_is_not_told_the_password(provider: SmtpStandIn, sender_to: SenderTo) -> None:
    with pytest.raises(MailBlocked, match="CertificateNotTrusted"):
        sender_to(provider, trust=ssl.create_default_context).send(OWNER, MAIL)

    assert Line.AUTH not in provider.lines


def test_a_server_without_tls_is_not_told_the_password(sender_to: SenderTo) -> None:
    with smtp_stand_in(None) as provider, pytest.raises(MailBlocked, match="NotSupported"):
        sender_to(provider).send(OWNER, MAIL)

    assert provider.lines == [Line.CONNECT, Line.EHLO]


def test_a_server_that_is_not_there_is_tried_again(sender_to: SenderTo) -> None:
    with smtp_stand_in(None) as provider:
        pass

    with pytest.raises(MailThrottled, match="ConnectionRefusedError"):
        sender_to(provider).send(OWNER, MAIL)


def test_an_address_that_a_server_cannot_be_told_is_refused(provider: SmtpStandIn, sender_to: SenderTo) -> None:
    with pytest.raises(MailRefused, match="NoAddress"):
        sender_to(provider).send(an_owner(email="áléx@example.org"), MAIL)
