"""Signing in at a provider's server before anything is made: real servers, on this machine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from infra.deploy.deployment import CannotDo
from infra.deploy.mail.smtp_account import SmtpAccount
from infra.deploy.mail.smtp_login import LoginRefused, ServerUnreachable, try_login
from infra.loopback import free_port
from tests.deploy.mail.smtp_server import ANOTHER, HOST, KIM, PASSWORD, THIS_MACHINE, Certificate, Mailbox, serving


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Certificate:
    """A certificate of this machine, which it trusts."""
    made = Certificate(tmp_path, THIS_MACHINE)
    monkeypatch.setenv("SSL_CERT_FILE", str(made.file))
    return made


def problem(login: Callable[[], None]) -> CannotDo:
    """Why a login fails."""
    with pytest.raises(CannotDo) as raised:
        login()
    return raised.value


@pytest.mark.parametrize("implicit", [True, False])
def test_a_password_that_the_provider_takes_is_good_and_no_mail_is_sent(
    certificate: Certificate, implicit: bool
) -> None:
    mailbox = Mailbox()

    with serving(mailbox, certificate.context, implicit=implicit) as account:
        try_login(account, PASSWORD, is_tls_implicit=implicit)

    assert (mailbox.logins, mailbox.mails) == ([PASSWORD], 0)


@pytest.mark.parametrize("implicit", [True, False])
def test_a_password_that_the_provider_refuses_is_told_with_how_to_get_one(
    certificate: Certificate, implicit: bool
) -> None:
    with serving(Mailbox(), certificate.context, implicit=implicit) as account:
        refusal = problem(lambda: try_login(account, "withdrawn", is_tls_implicit=implicit))

    assert isinstance(refusal, LoginRefused)
    assert f"refuses the password of {KIM} (535" in str(refusal)
    assert "app password" in str(refusal)


def test_a_server_that_puts_us_off_says_nothing_about_the_password(certificate: Certificate) -> None:
    with serving(Mailbox("454 4.7.0 Temporary failure"), certificate.context, implicit=False) as account:
        assert isinstance(problem(lambda: try_login(account, PASSWORD)), ServerUnreachable)


@pytest.mark.parametrize("echo", ["535 no: {password}", "535 no: {plain}"])
def test_what_a_server_says_is_not_repeated_if_the_password_is_in_it(certificate: Certificate, echo: str) -> None:
    with serving(Mailbox(echo), certificate.context, implicit=False) as account:
        refusal = problem(lambda: try_login(account, "quite-secret"))

    assert str(refusal).startswith(f"{account.host}:{account.port} refuses the password of {KIM} (535).")


def test_no_password_goes_to_a_server_that_cannot_prove_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stranger = Certificate(tmp_path, ANOTHER)
    monkeypatch.setenv("SSL_CERT_FILE", str(stranger.file))
    mailbox = Mailbox()

    with serving(mailbox, stranger.context, implicit=False) as account:
        refusal = problem(lambda: try_login(account, PASSWORD))

    assert f"cannot prove that it is {HOST}" in str(refusal)
    assert mailbox.logins == []


def test_no_password_goes_out_in_the_clear() -> None:
    mailbox = Mailbox()

    with serving(mailbox, None, implicit=False) as account:
        refusal = problem(lambda: try_login(account, PASSWORD))

    assert "offers no encrypted sign-in" in str(refusal)
    assert mailbox.logins == []


def test_tls_at_the_wrong_port_is_named(certificate: Certificate) -> None:
    with serving(Mailbox(), certificate.context, implicit=False) as account:
        assert "Try SMTP_PORT=465 or 587" in str(problem(lambda: try_login(account, PASSWORD, is_tls_implicit=True)))


def test_where_nobody_listens_the_host_and_the_port_are_named() -> None:
    nobody = SmtpAccount(HOST, free_port(), KIM)

    reason = problem(lambda: try_login(nobody, PASSWORD))

    assert isinstance(reason, ServerUnreachable)
    assert f"{HOST}:{nobody.port} does not answer" in str(reason)


def test_tls_begins_at_once_at_465_and_by_starttls_elsewhere() -> None:
    assert [port for port in (465, 587, 2525) if SmtpAccount(HOST, port, KIM).is_tls_implicit] == [465]
