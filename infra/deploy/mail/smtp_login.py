"""Try to sign in at a provider's server, as the tick will; no mail is sent."""

from __future__ import annotations

import smtplib
import ssl
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager

from infra.deploy.deployment import CannotDo
from infra.deploy.mail.providers import PROVIDERS
from infra.deploy.mail.smtp_account import SmtpAccount

_PATIENCE = 10.0  # seconds for each word of the server
_LONGEST_WORD = 200  # of what a server says, in a report
_OURSELVES = "[127.0.0.1]"  # as the tick says; the default would be this machine's own name
_FOR_NOW = range(400, 500)


class LoginRefused(CannotDo):
    """The server answers, and does not take this password."""


class ServerUnreachable(CannotDo):
    """Nobody could be asked, or the server puts us off: this says nothing about the password."""


def try_login(account: SmtpAccount, password: str, *, is_tls_implicit: bool | None = None) -> None:
    """Sign in and out. ``is_tls_implicit`` is by the port, unless it is said. Raises CannotDo in one of its kinds."""
    implicit = account.is_tls_implicit if is_tls_implicit is None else is_tls_implicit
    with _in_words(account, password), _connected(account, is_tls_implicit=implicit) as server:
        server.login(account.user, password)


@contextmanager
def _connected(account: SmtpAccount, *, is_tls_implicit: bool) -> Iterator[smtplib.SMTP]:
    context = ssl.create_default_context()
    if is_tls_implicit:
        with smtplib.SMTP_SSL(account.host, account.port, _OURSELVES, timeout=_PATIENCE, context=context) as server:
            yield server
        return
    with smtplib.SMTP(account.host, account.port, _OURSELVES, timeout=_PATIENCE) as server:
        server.starttls(context=context)  # raises if the server does not offer it
        yield server


@contextmanager
def _in_words(account: SmtpAccount, password: str) -> Iterator[None]:
    """Turn what goes wrong in a block into CannotDo, which never repeats the password."""
    where = f"{account.host}:{account.port}"
    try:
        yield
    except smtplib.SMTPException as error:
        raise _problem(where, account, password, error) from error
    except ssl.SSLCertVerificationError as error:
        raise CannotDo(f"{where} cannot prove that it is {account.host}: {error.verify_message}.") from error
    except ssl.SSLError as error:
        raise CannotDo(
            f"{where} does not speak TLS as port {account.port} should. Try SMTP_PORT=465 or 587."
        ) from error
    except OSError as error:
        raise _unreachable(where, account, error) from error


def _problem(where: str, account: SmtpAccount, password: str, error: smtplib.SMTPException) -> CannotDo:
    """What a server's answer means."""
    if isinstance(error, smtplib.SMTPAuthenticationError):
        said = _harmless(error.smtp_error, account, password)
        if error.smtp_code in _FOR_NOW:
            return ServerUnreachable(f"{where} puts us off ({error.smtp_code}{said}). Try again in a while.")
        refused = f"{where} refuses the password of {account.user} ({error.smtp_code}{said})."
        return LoginRefused(f"{refused} {_note(account)}")
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return CannotDo(f"{where} offers no encrypted sign-in, so no password is sent there.")
    if type(error) is smtplib.SMTPException:  # how the library says that it knows none of the ways that are offered
        return CannotDo(f"{where} lets nobody sign in with a password. {_note(account)}")
    return _unreachable(where, account, error)


def _unreachable(where: str, account: SmtpAccount, error: OSError) -> ServerUnreachable:
    return ServerUnreachable(
        f"{where} does not answer as a mail server ({type(error).__name__}). Is SMTP_HOST right, and does this"
        f" network let port {account.port} out?"
    )


def _note(account: SmtpAccount) -> str:
    """How one gets a password at this provider."""
    return next(
        (provider.note for provider in PROVIDERS if provider.host == account.host),
        "Is it an app password, and all of it?",
    )


def _harmless(said: bytes | str, account: SmtpAccount, password: str) -> str:
    """What the server said, if it does not repeat the password, plain or as it was sent."""
    text = said.decode(errors="replace") if isinstance(said, bytes) else said
    sent = (password.encode(), f"\0{account.user}\0{password}".encode())
    if not text or password in text or any(b64encode(one).decode().rstrip("=") in text for one in sent):
        return ""
    return ", " + " ".join("".join(c if c.isprintable() else " " for c in text).split())[:_LONGEST_WORD]
