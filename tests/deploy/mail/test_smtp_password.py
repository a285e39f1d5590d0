"""The password for the provider's server: tried before it is stored, kept in SSM alone, shown nowhere."""

from __future__ import annotations

import pytest

from infra.deploy.deployment import CannotDo, Deployment
from infra.deploy.mail.smtp_account import SmtpAccount
from infra.deploy.mail.smtp_login import LoginRefused, ServerUnreachable
from infra.deploy.mail.smtp_password import delete_password, ensure_password, stored_password
from infra.deploy.terminal import Terminal

KIM = SmtpAccount("smtp.gmail.com", 465, "kim@gmail.com")
ELSEWHERE = SmtpAccount("smtp.mail.ru", 465, "kim@mail.ru")
NAME = "/afterword/shop/smtp-password"


class Provider:
    """A provider that takes one password, and remembers what was tried; ``is_down`` when nobody answers."""

    def __init__(self, takes: str = "first-password") -> None:
        self.takes = takes
        self.is_down = False
        self.tried: list[str] = []

    def __call__(self, account: SmtpAccount, password: str) -> None:
        self.tried.append(password)
        if self.is_down:
            raise ServerUnreachable(f"{account.host} does not answer.")
        if password != self.takes:
            raise LoginRefused(f"{account.host} refuses it.")


@pytest.fixture
def provider() -> Provider:
    """One that answers."""
    return Provider()


def value(deployment: Deployment) -> str:
    """The password that is stored."""
    stored = stored_password(deployment)
    assert stored is not None
    return stored.value


def test_it_is_stored_encrypted_once_the_provider_took_it(
    deployment: Deployment, terminal: Terminal, provider: Provider, capsys: pytest.CaptureFixture[str]
) -> None:
    ensure_password(deployment, terminal, {"SMTP_PASSWORD": "first-password"}, KIM, login=provider)

    [parameter] = deployment.client("ssm").describe_parameters()["Parameters"]
    assert (parameter["Name"], parameter["Type"]) == (NAME, "SecureString")
    assert value(deployment) == "first-password"
    assert "first-password" not in "".join(capsys.readouterr()) + repr(stored_password(deployment))


def test_one_that_the_provider_refuses_is_not_stored(
    deployment: Deployment, terminal: Terminal, provider: Provider
) -> None:
    with pytest.raises(LoginRefused):
        ensure_password(deployment, terminal, {"SMTP_PASSWORD": "mistyped"}, KIM, login=provider)

    assert stored_password(deployment) is None


def test_a_stored_one_that_works_is_not_asked_for_again(
    deployment: Deployment, terminal: Terminal, provider: Provider
) -> None:
    ensure_password(deployment, terminal, {"SMTP_PASSWORD": "first-password"}, KIM, login=provider)
    before = stored_password(deployment)

    ensure_password(deployment, terminal, {}, KIM, login=provider)
    ensure_password(deployment, terminal, {"SMTP_PASSWORD": "first-password"}, KIM, login=provider)

    assert stored_password(deployment) == before


def test_a_stored_one_that_was_withdrawn_has_to_be_said_anew(
    deployment: Deployment, terminal: Terminal, provider: Provider
) -> None:
    ensure_password(deployment, terminal, {"SMTP_PASSWORD": "first-password"}, KIM, login=provider)
    provider.takes = "second-password"

    with pytest.raises(CannotDo, match="set SMTP_PASSWORD"):
        ensure_password(deployment, terminal, {}, KIM, login=provider)
    ensure_password(deployment, terminal, {"SMTP_PASSWORD": "second-password"}, KIM, login=provider)

    assert value(deployment) == "second-password"


def test_a_stored_one_stays_where_the_provider_cannot_be_reached_from_here(
    deployment: Deployment, terminal: Terminal, provider: Provider
) -> None:
    ensure_password(deployment, terminal, {"SMTP_PASSWORD": "first-password"}, KIM, login=provider)
    provider.is_down = True

    ensure_password(deployment, terminal, {}, KIM, login=provider)

    assert value(deployment) == "first-password"


def test_a_new_one_is_not_taken_unseen_where_the_provider_cannot_be_reached(
    deployment: Deployment, terminal: Terminal, provider: Provider
) -> None:
    provider.is_down = True

    with pytest.raises(ServerUnreachable):
        ensure_password(deployment, terminal, {"SMTP_PASSWORD": "first-password"}, KIM, login=provider)


def test_the_password_of_one_provider_is_never_tried_at_another(
    deployment: Deployment, terminal: Terminal, provider: Provider
) -> None:
    ensure_password(deployment, terminal, {"SMTP_PASSWORD": "first-password"}, KIM, login=provider)
    other = Provider()

    with pytest.raises(CannotDo, match=r"kim@mail\.ru at smtp\.mail\.ru:465 is needed"):
        ensure_password(deployment, terminal, {}, ELSEWHERE, login=other)

    assert other.tried == []


def test_gaps_between_the_groups_of_an_app_password_are_not_part_of_it(
    deployment: Deployment, terminal: Terminal, provider: Provider
) -> None:
    provider.takes = "abcdefghijklmnop"

    ensure_password(deployment, terminal, {"SMTP_PASSWORD": " abcd efgh ijkl mnop "}, KIM, login=provider)

    assert value(deployment) == "abcdefghijklmnop"


@pytest.mark.parametrize("said", ["pässword", "one\ntwo", "a" * 201, "nul\0l"])
def test_one_that_no_server_could_take_is_refused_without_being_shown(
    deployment: Deployment, terminal: Terminal, provider: Provider, said: str
) -> None:
    with pytest.raises(CannotDo) as refusal:
        ensure_password(deployment, terminal, {"SMTP_PASSWORD": said}, KIM, login=provider)

    assert said not in str(refusal.value)
    assert provider.tried == []


def test_it_can_be_forgotten_twice(deployment: Deployment, terminal: Terminal, provider: Provider) -> None:
    ensure_password(deployment, terminal, {"SMTP_PASSWORD": "first-password"}, KIM, login=provider)

    delete_password(deployment)
    delete_password(deployment)

    assert stored_password(deployment) is None
