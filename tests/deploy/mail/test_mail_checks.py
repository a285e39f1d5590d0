"""What ``make deploy`` says of the mail before and after, and ``make status`` at any time."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from infra.deploy.choices import choices_in
from infra.deploy.deployment import CannotDo, Deployment
from infra.deploy.mail.checks import look_at_mail, mail_parameters, see_to_mail
from infra.deploy.mail.report import mail_rows, say_missing
from infra.deploy.mail.smtp_account import SmtpAccount
from infra.deploy.mail.smtp_login import LoginRefused, ServerUnreachable
from infra.deploy.mail.smtp_password import stored_password
from infra.deploy.mail.way import MailWay
from infra.deploy.stack import Stack
from infra.deploy.terminal import Terminal
from tests.deploy.mail.ses import Ses

OWN = "digest@example.org"
MAILBOX = "kim@gmail.com"
OF_A_DOMAIN = {"OwnerEmail": MAILBOX, "Sender": OWN, "MailBy": "ses"}
OF_A_MAILBOX = {
    "OwnerEmail": MAILBOX,
    "Sender": "",
    "MailBy": "smtp",
    "SmtpHost": "smtp.gmail.com",
    "SmtpPort": "465",
    "SmtpUser": MAILBOX,
}
BY_SMTP = {"MAIL_BY": "smtp", "SMTP_PASSWORD": "first-password"}


def no_policy(_: str) -> tuple[str, ...]:
    """A DNS without any TXT record."""
    return ()


def takes_it(_account: SmtpAccount, _password: str) -> None:
    """A provider that takes any password."""


def refuses_it(account: SmtpAccount, _password: str) -> None:
    """A provider that takes none."""
    raise LoginRefused(f"{account.host} refuses it.")


def is_down(account: SmtpAccount, _password: str) -> None:
    """A provider that does not answer."""
    raise ServerUnreachable(f"{account.host} does not answer.")


def chosen(said: Mapping[str, str]) -> MailWay:
    """The way to send from the mailbox, unless another sender is said."""
    return choices_in({"EMAIL": MAILBOX, **said}, Stack("", {}, {})).way


def looked(deployment: Deployment, terminal: Terminal, said: Mapping[str, str]) -> MailWay:
    """The way, once it was looked at."""
    way = chosen(said)
    look_at_mail(deployment, terminal, said, way, {}, lookup=no_policy, login=takes_it)
    return way


class TestBefore:
    def test_a_mailbox_by_ses_is_told_to_land_in_spam(
        self, deployment: Deployment, terminal: Terminal, capsys: pytest.CaptureFixture[str]
    ) -> None:
        looked(deployment, terminal, {"MAIL_BY": "ses"})

        assert "into Spam (DMARC: quarantine): look there. docs/deploying.md" in capsys.readouterr().out

    @pytest.mark.parametrize(
        ("known", "says"), [("", "will be signed for example.org once"), ("example.org", "signed for example.org, so")]
    )
    def test_a_domain_s_digests_are_signed(
        self,
        deployment: Deployment,
        terminal: Terminal,
        ses: Ses,
        capsys: pytest.CaptureFixture[str],
        *,
        known: str,
        says: str,
    ) -> None:
        if known:
            ses.knows(known)

        looked(deployment, terminal, {"SENDER": OWN})

        assert says in capsys.readouterr().out

    def test_the_login_is_tried_and_ses_not_even_asked_with_smtp(
        self, deployment: Deployment, terminal: Terminal, ses: Ses, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ses.account["SendingEnabled"] = False

        way = looked(deployment, terminal, BY_SMTP)

        assert "the login works" in capsys.readouterr().out
        assert (
            mail_parameters(deployment, way, {}).items()
            >= {"MailBy": "smtp", "SenderIdentity": "there-already"}.items()
        )

    def test_ses_that_may_not_send_is_told_before_anything_is_made(
        self, deployment: Deployment, terminal: Terminal, ses: Ses
    ) -> None:
        ses.account["SendingEnabled"] = False

        with pytest.raises(CannotDo, match="SES has paused"):
            looked(deployment, terminal, {"SENDER": OWN})

    def test_a_password_is_in_no_parameter_and_a_new_one_restarts_the_tick(
        self, deployment: Deployment, terminal: Terminal
    ) -> None:
        way = looked(deployment, terminal, BY_SMTP)

        parameters = mail_parameters(deployment, way, {})

        stored = stored_password(deployment)
        assert stored is not None
        assert parameters["SmtpPasswordTime"] == str(stored.at) != "0"
        assert "first-password" not in str(parameters)


class TestAfter:
    def test_the_records_of_a_new_domain_are_shown_and_that_nothing_goes_before_they_are_seen(
        self, deployment: Deployment, terminal: Terminal, ses: Ses, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ses.knows("example.org", is_verified=False, dkim="PENDING", mail_from="PENDING")

        see_to_mail(deployment, terminal, chosen({"SENDER": OWN}), OWN, lookup=no_policy)

        out = capsys.readouterr().out
        assert "one._domainkey.example.org    CNAME  one.dkim.amazonses.com" in out
        assert "No digest can be sent from digest@example.org until SES sees them" in out

    def test_a_recipient_that_the_sandbox_does_not_know_is_asked_for_a_click(
        self, deployment: Deployment, terminal: Terminal, ses: Ses, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ses.knows("example.org")

        see_to_mail(deployment, terminal, chosen({"SENDER": OWN}), MAILBOX, lookup=no_policy)

        assert MAILBOX in ses.identities
        assert f"it asks {MAILBOX} by mail; click in it" in capsys.readouterr().out

    def test_out_of_the_sandbox_nobody_is_asked_for_a_click(
        self, deployment: Deployment, terminal: Terminal, ses: Ses
    ) -> None:
        ses.knows("example.org")
        ses.account["ProductionAccessEnabled"] = True

        see_to_mail(deployment, terminal, chosen({"SENDER": OWN}), MAILBOX, lookup=no_policy)

        assert list(ses.identities) == ["example.org"]

    def test_a_password_is_forgotten_once_ses_sends(self, deployment: Deployment, terminal: Terminal) -> None:
        looked(deployment, terminal, BY_SMTP)

        see_to_mail(deployment, terminal, chosen({"SENDER": OWN}), OWN, lookup=no_policy)

        assert stored_password(deployment) is None


class TestStatus:
    def test_a_domain_s_keys_and_its_way_back_are_seen_or_not(self, deployment: Deployment, ses: Ses) -> None:
        ses.knows("example.org", mail_from="PENDING")

        rows = dict(mail_rows(deployment, OF_A_DOMAIN, lookup=no_policy))

        assert rows["Mail"] == "from digest@example.org, by Amazon SES"
        assert rows["Signature"] == "DKIM for example.org: seen"
        assert rows["MAIL FROM"] == "afterword.example.org: not seen yet (pending)"

    def test_records_are_shown_until_they_are_seen(
        self, deployment: Deployment, terminal: Terminal, ses: Ses, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ses.knows("example.org", mail_from="PENDING")
        say_missing(deployment, terminal, OF_A_DOMAIN, lookup=lambda _: ("v=DMARC1; p=none",))
        before = capsys.readouterr().out

        ses.knows("example.org")
        say_missing(deployment, terminal, OF_A_DOMAIN, lookup=lambda _: ("v=DMARC1; p=none",))

        assert before.count("afterword.example.org") == 2
        assert capsys.readouterr().out == ""

    def test_a_mailbox_by_ses_has_no_signature(self, deployment: Deployment, ses: Ses) -> None:
        ses.knows(MAILBOX)

        rows = dict(mail_rows(deployment, {"OwnerEmail": MAILBOX}, lookup=no_policy))

        assert rows["Signature"] == "none; gmail.com's DMARC policy: quarantine"

    @pytest.mark.parametrize(
        ("login", "says"),
        [
            (takes_it, "works"),
            (
                refuses_it,
                "the provider refuses the password: make a new app password, then make deploy SMTP_PASSWORD=…",
            ),
            (is_down, "could not be tried. smtp.gmail.com does not answer."),
        ],
    )
    def test_the_login_is_tried_now(
        self, deployment: Deployment, terminal: Terminal, *, login: object, says: str
    ) -> None:
        looked(deployment, terminal, BY_SMTP)

        rows = dict(mail_rows(deployment, OF_A_MAILBOX, login=login))  # type: ignore[arg-type]  # one of the three

        assert rows["Mail"] == "from kim@gmail.com, by kim@gmail.com at smtp.gmail.com:465"
        assert rows["Login"] == says

    def test_a_password_that_is_gone_is_missed(self, deployment: Deployment) -> None:
        assert dict(mail_rows(deployment, OF_A_MAILBOX))["Login"].startswith("there is no password")
