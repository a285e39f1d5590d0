"""The ways to send, followed as docs/deploying.md has them: a domain in Route 53, and a mailbox at its provider."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError

from infra.deploy.mail.smtp_account import SmtpAccount
from tests.deploy.mail.smtp_server import KIM, PASSWORD, THIS_MACHINE, Certificate, Mailbox, serving
from tests.deploy_on_ministack.account import Account, Said, Stage

STAGE = "box"
NAME = f"/afterword/{STAGE}/smtp-password"
NEW_PASSWORD = "mnopmnopmnopmnop"


class Owner:
    """Somebody whose mailbox is at the provider, and who deploys."""

    def __init__(self, account: Account, mailbox: Mailbox, server: SmtpAccount, certificate: Path) -> None:
        self.account = account
        self.mailbox = mailbox
        self.deployed = Said(1, "")
        self._said = {"STAGE": STAGE, "EMAIL": KIM, "SSL_CERT_FILE": str(certificate)}
        self._by_smtp = {"MAIL_BY": "smtp", "SMTP_HOST": server.host, "SMTP_PORT": str(server.port)}

    def runs(self, command: str, **settings: str) -> Said:
        """Run a command."""
        return self.account.run(command, **self._said, **settings)

    def deploys(self, **settings: str) -> Said:
        """Look, and deploy, as ``make deploy`` does, by the provider's server."""
        looked = self.runs("look", **self._by_smtp, **settings)
        return looked if looked.code else self.runs("up", **self._by_smtp, **settings)

    @property
    def tick_variables(self) -> dict[str, str]:
        """What the tick is told."""
        outputs = self.stack["Outputs"]
        [tick] = [one["OutputValue"] for one in outputs if one["OutputKey"] == "TickName"]
        found = self.account.client("lambda").get_function_configuration(FunctionName=tick)
        variables: dict[str, str] = found["Environment"]["Variables"]
        return variables

    @property
    def stack(self) -> Any:
        """The stack."""
        return self.account.client("cloudformation").describe_stacks(StackName=f"afterword-{STAGE}")["Stacks"][0]

    @property
    def stored(self) -> str | None:
        """The password in SSM."""
        try:
            found = self.account.client("ssm").get_parameter(Name=NAME, WithDecryption=True)["Parameter"]
        except ClientError:
            return None
        assert found["Type"] == "SecureString"
        return str(found["Value"])


def trusting(template: dict[str, Any], certificate: Path) -> dict[str, Any]:
    """The template with a tick that trusts the provider's certificate, as it would one of the web's."""
    template["Resources"]["Tick"]["Properties"]["Environment"]["Variables"]["SSL_CERT_FILE"] = str(certificate)
    return template


@pytest.fixture(scope="module")
def owner(account: Account, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Owner]:
    """Somebody with an account, a mailbox, and a provider that answers by STARTTLS."""
    certificate = Certificate(tmp_path_factory.mktemp("certificate"), THIS_MACHINE)
    template = account.folder / "package" / "template.json"
    template.write_text(json.dumps(trusting(json.loads(template.read_text()), certificate.file)))
    mailbox = Mailbox()
    with serving(mailbox, certificate.context, implicit=False) as server:
        yield Owner(account, mailbox, server, certificate.file)


def test_with_a_mistyped_password_nothing_is_made(owner: Owner) -> None:
    said = owner.deploys(SMTP_PASSWORD="mistyped")

    assert said.code == 1
    assert "refuses the password" in said.text
    assert "mistyped" not in said.text
    assert owner.stored is None
    assert f"nothing of stage {STAGE}" in owner.runs("destroy").text


def test_a_mailbox_sends_once_its_password_was_tried(owner: Owner) -> None:
    said = owner.deployed = owner.deploys(SMTP_PASSWORD=PASSWORD)

    assert said.code == 0, said.text
    assert owner.stored == PASSWORD
    assert owner.mailbox.mails == 0
    assert owner.tick_variables["AFTERWORD_MAIL_BY"] == "smtp"
    assert owner.tick_variables["AFTERWORD_SMTP_PASSWORD_PARAMETER"] == NAME


def test_the_digest_goes_by_the_provider_s_server(owner: Owner) -> None:
    stage = Stage(owner.account, STAGE, owner.deployed)
    stage.record("Acme", (datetime.now(UTC) - timedelta(days=1)).date())

    stage.tick()

    assert owner.mailbox.mails == 1
    assert stage.ask("GET", "/health", token="").data["last_digest"]["state"] == "sent"
    assert [mail for mail in owner.account.mails() if "Acme" in mail["Subject"]] == []


def test_the_password_is_in_ssm_and_nowhere_else(owner: Owner) -> None:
    said = owner.runs("up")

    template = owner.account.client("cloudformation").get_template(StackName=f"afterword-{STAGE}")["TemplateBody"]
    known = json.dumps([owner.stack, template, owner.tick_variables], default=str)
    assert said.code == 0, said.text
    assert "nothing to change" in said.text
    assert PASSWORD not in known + said.text


def test_a_password_that_was_withdrawn_is_told_and_a_new_one_restarts_the_tick(owner: Owner) -> None:
    before = owner.tick_variables
    well = owner.runs("status")
    owner.mailbox.password = NEW_PASSWORD

    told, stopped, renewed = owner.runs("status"), owner.runs("up"), owner.runs("up", SMTP_PASSWORD=NEW_PASSWORD)

    assert "Login" in well.text
    assert "works" in well.text
    assert "make a new app password, then make deploy SMTP_PASSWORD=" in told.text
    assert (stopped.code, renewed.code) == (1, 0), renewed.text
    assert owner.stored == NEW_PASSWORD
    assert owner.tick_variables["AFTERWORD_SMTP_PASSWORD_TIME"] != before["AFTERWORD_SMTP_PASSWORD_TIME"]


def test_who_moves_to_a_domain_gets_its_records_written_and_the_password_forgotten(owner: Owner) -> None:
    route53 = owner.account.client("route53")
    zone = route53.create_hosted_zone(Name="example.net", CallerReference="1")["HostedZone"]["Id"]

    moved = owner.runs("up", MAIL_BY="ses", SENDER="digest@example.net")
    again = owner.runs("up")

    found = route53.list_resource_record_sets(HostedZoneId=zone)["ResourceRecordSets"]
    written = {(one["Name"], one["Type"]) for one in found if one["Type"] not in ("NS", "SOA")}
    assert (moved.code, again.code) == (0, 0), moved.text + again.text
    assert {("afterword.example.net.", "MX"), ("afterword.example.net.", "TXT")} <= written
    assert "nothing to change" in again.text
    assert owner.tick_variables["AFTERWORD_MAIL_BY"] == "ses"
    assert owner.stored is None


def test_a_password_goes_with_the_table(owner: Owner) -> None:
    assert owner.deploys(SENDER=KIM, SMTP_PASSWORD=NEW_PASSWORD).code == 0

    kept = owner.runs("destroy", INTO="kept.json"), owner.stored
    gone = owner.runs("destroy", INTO="gone.json", TABLE="delete"), owner.stored

    assert (kept[0].code, gone[0].code) == (0, 0), kept[0].text + gone[0].text
    assert (kept[1], gone[1]) == (NEW_PASSWORD, None)
