"""Sends mail by an owner's own provider (SMTP): one attempt for each call, and an error that says how it failed.

A server takes a mail with its answer to the line that ends it. Whatever fails before that line is sent has surely sent
nothing; whatever fails after it, without an answer, may have. So the end goes out by itself. See ``SmtpSender``.
"""

from __future__ import annotations

import re
import smtplib
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from msgspec import Struct

from chalicelib.errors import AfterwordError, Block, MailBlocked, MailRefused, MailThrottled, MailUncertain
from chalicelib.parameters import ParameterUnavailable
from chalicelib.playbook.owner import Owner

TLS_FIRST = 465  # the port on which TLS comes before anything is said; on others STARTTLS asks for it (RFC 8314)
_READY_FOR_DATA, _TAKEN, _FOR_GOOD = 354, range(200, 300), range(500, 600)
_LONGEST_ID = 200
_NAME = "[127.0.0.1]"  # what EHLO says of us: a function has no name, and looking for one takes time


class Mailbox(Struct, frozen=True):
    """A provider's server, and who logs in there. ``password`` is read once, at the first mail of a run;
    ``is_tls_first`` tells how the port begins."""

    host: str
    port: int
    user: str
    password: Callable[[], str]
    is_tls_first: bool = False


class Patience(Struct, frozen=True):
    """Seconds. Until the mail is handed over a server must be prompt; the answer to its end may take as long as a
    scanner for viruses does, since giving up then means a second mail. ``app`` leaves time for both."""

    until_the_end: float = 15
    for_the_answer: float = 30


PATIENT = Patience()


class SmtpSender:
    """Sends finished messages through ``mailbox``; ``sender`` is the address that they come from.

    ``trust`` makes the TLS context, which must check the server's certificate: a password is sent to it.
    """

    def __init__(
        self,
        mailbox: Mailbox,
        sender: str,
        trust: Callable[[], ssl.SSLContext] = ssl.create_default_context,
        patience: Patience = PATIENT,
    ) -> None:
        self._mailbox = mailbox
        self._sender = sender
        self._trust = trust
        self._patience = patience
        self._server: smtplib.SMTP | None = None

    def send(self, owner: Owner, mime: bytes) -> str:
        """Send to the owner's address and return what the server says of it. Raises:

        - MailThrottled: surely not sent
        - MailBlocked: surely not sent, and not before somebody mends the password or the server's certificate
        - MailUncertain: perhaps sent
        - MailRefused: not sent, and it would not be later today
        """
        give_up_at = time.monotonic() + self._patience.until_the_end
        try:
            with _surely_unsent():
                server = self._server = self._server or self._logged_in(give_up_at)
                self._hand_over(server, owner.email, mime, give_up_at)
            return self._ended(server)
        except AfterwordError:
            self.close()
            raise

    def close(self) -> None:
        """Leave the server: a connection that outlives a frozen function is dead."""
        server, self._server = self._server, None
        if server:
            server.close()

    def _hand_over(self, server: smtplib.SMTP, to: str, mime: bytes, give_up_at: float) -> None:
        """Everything but the line that ends the mail."""
        for line in (f"MAIL FROM:<{self._sender}>", f"RCPT TO:<{to}>", "DATA"):
            _wait_at_most(server, give_up_at)
            code, _ = server.docmd(line)
            if code != _READY_FOR_DATA and (line == "DATA" or code not in _TAKEN):
                raise (MailRefused if code in _FOR_GOOD else MailThrottled)(_reason(code))
        server.send(_dotted(mime))

    def _logged_in(self, give_up_at: float) -> smtplib.SMTP:
        password, trust = self._mailbox.password(), self._trust()
        if not password.isascii():  # it could not even be sent
            raise MailBlocked(Block.LOGIN_REFUSED)
        where, patience = (self._mailbox.host, self._mailbox.port, _NAME), self._patience.until_the_end
        if self._mailbox.is_tls_first:
            server: smtplib.SMTP = smtplib.SMTP_SSL(*where, timeout=patience, context=trust)
        else:
            server = smtplib.SMTP(*where, timeout=patience)
        try:
            _wait_at_most(server, give_up_at)
            if not self._mailbox.is_tls_first:
                server.starttls(context=trust)
            _wait_at_most(server, give_up_at)
            server.login(self._mailbox.user, password)
        except BaseException:
            server.close()
            raise
        return server

    def _ended(self, server: smtplib.SMTP) -> str:
        """End the mail, and return what the server says of it."""
        try:
            _wait_at_most(server, time.monotonic() + self._patience.for_the_answer)
            server.send(b".\r\n")
            code, answer = server.getreply()
        except (OSError, smtplib.SMTPException) as error:
            raise MailUncertain(type(error).__name__) from error
        if code in _TAKEN:
            return answer.decode("ascii", "replace")[:_LONGEST_ID]
        if code in _FOR_GOOD:
            raise MailRefused(_reason(code))
        raise MailThrottled(_reason(code)) if code > 0 else MailUncertain("NoAnswer")


@contextmanager
def _surely_unsent() -> Iterator[None]:
    """Raise what an error of smtplib means while the mail has not been ended yet."""
    try:
        yield
    except ParameterUnavailable as error:
        raise (MailBlocked(Block.LOGIN_MISSING) if error.is_missing else MailThrottled(error.reason)) from error
    except smtplib.SMTPResponseException as error:  # to whoever connects: the mail was not spoken of yet
        is_refused = isinstance(error, smtplib.SMTPAuthenticationError) and error.smtp_code in _FOR_GOOD
        later = MailThrottled(_reason(error.smtp_code))
        raise (MailBlocked(Block.LOGIN_REFUSED) if is_refused else later) from error
    except ssl.SSLCertVerificationError as error:
        raise MailBlocked(Block.NOT_TRUSTED) from error
    except UnicodeError as error:  # an address that this server cannot be told
        raise MailRefused("NoAddress") from error
    except (OSError, smtplib.SMTPException) as error:
        # Without TLS, or a login that we know, the password stays with us: smtplib raises one of these two.
        is_unable = type(error) in (smtplib.SMTPNotSupportedError, smtplib.SMTPException)
        raise (MailBlocked(Block.NOT_SUPPORTED) if is_unable else MailThrottled(type(error).__name__)) from error


def _reason(code: int) -> str:
    """The code alone: what a server says beside it may hold the mail's address."""
    return f"SMTP {code}"


def _wait_at_most(server: smtplib.SMTP, give_up_at: float) -> None:
    left = give_up_at - time.monotonic()
    if left <= 0 or server.sock is None:
        raise TimeoutError
    server.sock.settimeout(left)


def _dotted(mime: bytes) -> bytes:
    """The lines of a mail as they are sent: none of them may look like its end (RFC 5321, 4.5.2)."""
    lines = re.sub(rb"\r\n|\r|\n", b"\r\n", mime)
    lines = re.sub(rb"(?m)^\.", b"..", lines)
    return lines if lines.endswith(b"\r\n") else lines + b"\r\n"
