"""Who sends the mail is chosen by the settings, and the tick leaves time for the slowest answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Owners
from chalicelib.settings import BadSetting, Settings
from chalicelib.wiring import Wiring
from proofs.bench.aws_over_tls import new_identity
from proofs.faults.call_sites.parameter_stand_in import parameter_stand_in
from tests.digest.given import MONDAY_8_AM, a_thanked, read, stored, stored_owner
from tests.digest.smtp_stand_in import PASSWORD, USER, SmtpStandIn, server_tls, smtp_stand_in
from tests.moto_table import REGION, TABLE

FUNCTION_TIME_MS = 120_000  # .chalice/config.json
WITH_SES = {
    "AFTERWORD_TABLE": TABLE,
    "AWS_REGION": REGION,
    "AFTERWORD_SENDER": USER,
    "AFTERWORD_OWNER": "alex",
    "AFTERWORD_SIGNING_KEYS": "newest-" + "n" * 32,
}
WITH_SMTP = WITH_SES | {
    "AFTERWORD_MAIL_BY": "smtp",
    "AFTERWORD_SMTP_HOST": "localhost",
    "AFTERWORD_SMTP_PORT": "587",
    "AFTERWORD_SMTP_USER": USER,
    "AFTERWORD_SMTP_PASSWORD_PARAMETER": "/afterword/dev/smtp-password",
}


@pytest.fixture
def provider(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SmtpStandIn]:
    """A provider's server, whose authority this machine trusts."""
    identity = new_identity(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(identity.file))
    with smtp_stand_in(server_tls(identity.file)) as stand_in:
        yield stand_in


def wired(environment: Mapping[str, str]) -> Wiring:
    return Wiring(Settings.from_environment(environment), now=lambda: MONDAY_8_AM)


def test_a_deployment_that_sends_by_smtp_reads_its_password_and_sends_the_digest_there(
    owners: Owners, interviews: Interviews, provider: SmtpStandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored(interviews, stored_owner(owners), a_thanked())

    with parameter_stand_in({WITH_SMTP["AFTERWORD_SMTP_PASSWORD_PARAMETER"]: PASSWORD}) as ssm:
        monkeypatch.setenv("AWS_ENDPOINT_URL_SSM", ssm)
        report = wired(WITH_SMTP | {"AFTERWORD_SMTP_PORT": str(provider.port)}).tick.run(MONDAY_8_AM)

    assert [one.message_id for one in report.sent] == ["2.0.0 Taken as 0100"]
    [mime] = provider.taken
    assert read(mime).message["From"] == f"Afterword <{USER}>"
    assert provider.recipients == ["alex@example.org"]


@pytest.mark.parametrize("way", ["", "ses"])
def test_ses_sends_unless_another_way_was_chosen(way: str) -> None:
    assert Settings.from_environment(WITH_SES | {"AFTERWORD_MAIL_BY": way}).smtp is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("AFTERWORD_MAIL_BY", "pigeon"),
        ("AFTERWORD_SMTP_HOST", ""),
        ("AFTERWORD_SMTP_HOST", "smtp.example.org\r\nRCPT"),
        ("AFTERWORD_SMTP_PORT", "0"),
        ("AFTERWORD_SMTP_PORT", "port"),
        ("AFTERWORD_SMTP_USER", ""),
        ("AFTERWORD_SMTP_PASSWORD_PARAMETER", ""),
    ],
)
def test_half_a_way_to_send_is_a_bad_setting_which_is_named(name: str, value: str) -> None:
    with pytest.raises(BadSetting, match=name):
        Settings.from_environment(WITH_SMTP | {name: value})


def test_a_tick_has_time_for_one_owner_at_least_and_more_is_left_for_a_provider_than_for_ses() -> None:
    by_ses, by_smtp = (wired(environment).time_for_one_owner_ms for environment in (WITH_SES, WITH_SMTP))

    assert by_ses < by_smtp < FUNCTION_TIME_MS
