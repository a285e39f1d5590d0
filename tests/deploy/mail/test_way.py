"""The three ways to send, and that a mailbox at a provider is no sender for SES unless it is said outright."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from infra.deploy.choices import choices_in
from infra.deploy.deployment import CannotDo
from infra.deploy.mail.providers import PROVIDERS, provider_of
from infra.deploy.mail.way import MailBy, MailWay
from infra.deploy.stack import Stack

MAILBOX = "kim@gmail.com"
OWN = "digest@example.org"
NOTHING = Stack("", {}, {})
BY_SMTP = {"MAIL_BY": "smtp"}


def way(said: Mapping[str, str], stack: Stack = NOTHING) -> MailWay:
    """What is chosen."""
    return choices_in({"EMAIL": MAILBOX, **said}, stack).way


def deployed(**parameters: str) -> Stack:
    """A stack that is there, with these parameters."""
    return Stack("UPDATE_COMPLETE", {}, {"OwnerEmail": MAILBOX, "OwnerId": "me", "Sender": ""} | parameters)


class TestDomain:
    @pytest.mark.parametrize("said", [{}, {"MAIL_BY": "ses"}, {"MAIL_BY": "domain"}])
    def test_a_sender_at_a_domain_of_one_s_own_goes_by_ses(self, said: dict[str, str]) -> None:
        chosen = way({"SENDER": OWN, **said})

        assert (chosen.by, chosen.domain, chosen.account) == (MailBy.SES, "example.org", None)

    def test_a_provider_s_domain_is_nobody_s_own(self) -> None:
        with pytest.raises(CannotDo, match=r"gmail\.com is not a domain of yours"):
            way({"MAIL_BY": "domain"})

    def test_a_way_that_there_is_not_is_named(self) -> None:
        with pytest.raises(CannotDo, match="MAIL_BY is 'post'; it must be domain, ses or smtp"):
            way({"MAIL_BY": "post"})


class TestFreemail:
    @pytest.mark.parametrize("said", [{}, {"YES": "1"}, {"SENDER": "kim@yahoo.co.uk"}])
    def test_a_mailbox_without_a_way_is_stopped_with_the_three_ways(self, said: dict[str, str]) -> None:
        with pytest.raises(CannotDo) as stopped:
            way(said)

        assert all(one in str(stopped.value) for one in ("SENDER=digest@", "MAIL_BY=smtp", "MAIL_BY=ses"))

    def test_it_goes_by_ses_when_that_is_said_outright(self) -> None:
        assert way({"MAIL_BY": "ses"}).by is MailBy.SES

    def test_a_deployment_that_was_made_so_before_goes_on(self) -> None:
        assert way({}, deployed()).is_as_before

    def test_another_mailbox_is_stopped_on_a_deployment_too(self) -> None:
        with pytest.raises(CannotDo, match="three ways"):
            way({"SENDER": "kim@yahoo.com"}, deployed(MailBy="ses"))

    @pytest.mark.parametrize("domain", ["gmail.com", "yahoo.fr", "hotmail.co.uk", "gmx.at", "bk.ru", "yandex.by"])
    def test_providers_are_known_in_their_countries(self, domain: str) -> None:
        assert provider_of(domain) is not None

    @pytest.mark.parametrize("domain", ["example.org", "outlook.example.org", "gmx.kim.dev", "mygmail.com"])
    def test_a_domain_that_is_merely_called_alike_is_not_a_provider_s(self, domain: str) -> None:
        assert provider_of(domain) is None

    def test_no_domain_is_two_providers(self) -> None:
        domains = [domain for provider in PROVIDERS for domain in provider.domains]

        assert len(domains) == len(set(domains))
        assert [domain for domain in domains if domain not in getattr(provider_of(domain), "domains", ())] == []


class TestSmtp:
    def test_the_server_of_a_common_provider_is_known(self) -> None:
        account = way(BY_SMTP).account

        assert account is not None
        assert (account.host, account.port, account.user) == ("smtp.gmail.com", 465, MAILBOX)

    def test_what_is_said_counts(self) -> None:
        account = way(BY_SMTP | {"SMTP_HOST": "Mail.example.org", "SMTP_PORT": "587", "SMTP_USER": "kim"}).account

        assert account is not None
        assert account.in_words == "kim at mail.example.org:587"

    def test_the_server_of_a_domain_has_to_be_said(self) -> None:
        with pytest.raises(CannotDo, match=r"Which server sends for example\.org\?.*SMTP_HOST"):
            way(BY_SMTP | {"SENDER": OWN})

    @pytest.mark.parametrize("sender", ["kim@outlook.com", "kim@hotmail.de", "kim@proton.me", "kim@tuta.com"])
    def test_a_provider_that_refuses_programs_is_told_before_anything_is_tried(self, sender: str) -> None:
        with pytest.raises(CannotDo, match="MAIL_BY=smtp does not go with"):
            way(BY_SMTP | {"SENDER": sender})

    def test_it_is_remembered_with_the_account(self) -> None:
        before = deployed(MailBy="smtp", SmtpHost="smtp.example.net", SmtpPort="2525", SmtpUser="k")

        remembered = way({}, before)

        assert remembered.is_as_before
        assert remembered.parameters == {
            "MailBy": "smtp",
            "SmtpHost": "smtp.example.net",
            "SmtpPort": "2525",
            "SmtpUser": "k",
        }

    def test_another_sender_is_not_signed_in_with_the_account_of_the_one_before(self) -> None:
        before = deployed(MailBy="smtp", SmtpHost="smtp.gmail.com", SmtpPort="465", SmtpUser=MAILBOX)

        account = way({"SENDER": "kim@mail.ru"}, before).account

        assert account is not None
        assert account.in_words == "kim@mail.ru at smtp.mail.ru:465"

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("SMTP_HOST", "smtp example org"),
            ("SMTP_HOST", "-"),
            ("SMTP_PORT", "25"),
            ("SMTP_PORT", "99999"),
            ("SMTP_PORT", "mail"),
            ("SMTP_USER", "kïm"),
        ],
    )
    def test_what_does_not_fit_is_named_with_its_value(self, name: str, value: str) -> None:
        with pytest.raises(CannotDo, match=f"{name} is '{value}'"):
            way(BY_SMTP | {name: value})
