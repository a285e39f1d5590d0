"""The three functions: what they run on, what they are told, what becomes of a run that fails, and their logs."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.settings import Settings, SmtpSettings
from tests.infra.template.rendered import Rendered

FUNCTIONS = {"APIHandler": "app.app", "Tick": "app.tick", "Bounces": "app.bounces"}
BY_SMTP = SmtpSettings(host="smtp.example.org", port=587, user="kim", password_parameter="/afterword/dev/smtp-password")


def test_there_are_three_with_their_entry_points(dev: Rendered) -> None:
    found = dev.resources("AWS::Serverless::Function")

    assert {name: one["Properties"]["Handler"] for name, one in found.items()} == FUNCTIONS


@pytest.mark.parametrize("name", FUNCTIONS)
def test_each_runs_on_the_python_that_is_packaged_for(dev: Rendered, name: str) -> None:
    properties = dev.properties(name)

    assert (properties["Runtime"], properties["Architectures"]) == ("python3.13", ["arm64"])


def test_a_request_may_take_what_the_gateway_waits_and_a_tick_two_minutes(dev: Rendered) -> None:
    assert {name: dev.properties(name)["Timeout"] for name in FUNCTIONS} == {
        "APIHandler": 29,
        "Tick": 120,
        "Bounces": 29,
    }


@pytest.mark.parametrize("name", FUNCTIONS)
def test_each_has_a_role_of_its_own(dev: Rendered, name: str) -> None:
    assert dev.properties(name)["Role"] == f"arn of {name}Role"


def test_nothing_is_left_of_what_chalice_asks_for_and_we_give_otherwise(template: dict[str, Any]) -> None:
    assert "given-in-infra-resources-yaml" not in str(template)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_each_writes_to_a_log_that_is_kept_for_thirty_days(dev: Rendered, name: str) -> None:
    log = dev.properties(name)["LoggingConfig"]["LogGroup"]

    groups = [one["Properties"] for one in dev.resources("AWS::Logs::LogGroup").values()]
    assert [group["RetentionInDays"] for group in groups if group["LogGroupName"] == log] == [30]


def test_each_log_is_of_one_function_only(dev: Rendered) -> None:
    assert len({dev.properties(name)["LoggingConfig"]["LogGroup"] for name in FUNCTIONS}) == len(FUNCTIONS)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_what_each_is_told_makes_valid_settings_without_a_secret(dev: Rendered, name: str) -> None:
    settings = Settings.from_environment(dev.environment(name))

    assert (settings.table, settings.owner_id, settings.sender) == ("afterword-dev", "me", "kim@example.org")
    assert settings.keys_parameter == "/afterword/dev/keys"
    assert settings.signing_keys == ()


def test_the_tick_knows_the_address_of_the_api_and_the_api_takes_its_own_from_the_request(dev: Rendered) -> None:
    tick = Settings.from_environment(dev.environment("Tick"))
    api = Settings.from_environment(dev.environment("APIHandler"))

    assert tick.address == "https://afterword-dev.execute-api.eu-central-1.amazonaws.com/api"
    assert f"{tick.address}/" == dev.outputs()["EndpointURL"]
    assert api.address is None


def test_only_the_tick_sends_mail_and_says_where_its_returns_are_reported(dev: Rendered) -> None:
    sets = {name: dev.environment(name).get("AFTERWORD_CONFIGURATION_SET") for name in FUNCTIONS}

    assert sets == {"APIHandler": None, "Tick": "afterword-dev", "Bounces": None}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_who_sends_is_told_to_the_tick_alone_and_makes_valid_settings(
    dev: Rendered, by_smtp: Rendered, name: str
) -> None:
    settings = Settings.from_environment(by_smtp.environment(name))

    assert Settings.from_environment(dev.environment(name)).smtp is None
    assert settings.smtp == (BY_SMTP if name == "Tick" else None)


def test_only_the_tick_knows_the_mail_provider_and_where_the_password_is_but_not_the_password(
    dev: Rendered, by_smtp: Rendered
) -> None:
    def told(rendered: Rendered, name: str) -> dict[str, str]:
        return {key: value for key, value in rendered.environment(name).items() if key.startswith("AFTERWORD_SMTP")}

    assert told(by_smtp, "Tick").keys() == {
        f"AFTERWORD_SMTP_{name}" for name in ("HOST", "PORT", "USER", "PASSWORD_PARAMETER", "PASSWORD_TIME")
    }
    assert [told(by_smtp, name) for name in ("APIHandler", "Bounces")] == [{}, {}]
    assert told(dev, "Tick") == {}


def test_a_new_password_changes_the_tick_so_that_it_starts_afresh(template: dict[str, Any], by_smtp: Rendered) -> None:
    renewed = Rendered(template, MailBy="smtp", SmtpPasswordTime="18")

    assert renewed.environment("Tick")["AFTERWORD_SMTP_PASSWORD_TIME"] == "18"


def test_a_sender_of_another_address_is_told_to_all(template: dict[str, Any]) -> None:
    rendered = Rendered(template, Sender="afterword@example.net")

    assert {rendered.environment(name)["AFTERWORD_SENDER"] for name in FUNCTIONS} == {"afterword@example.net"}


def test_the_tick_comes_every_quarter_of_an_hour_in_no_time_zone(dev: Rendered) -> None:
    [event] = dev.properties("Tick")["Events"].values()

    assert (event["Type"], event["Properties"]["Schedule"]) == ("Schedule", "rate(15 minutes)")
    assert "ScheduleExpressionTimezone" not in event["Properties"]


def test_a_tick_that_cannot_be_started_until_the_next_one_is_a_dead_letter(dev: Rendered) -> None:
    [event] = dev.properties("Tick")["Events"].values()

    assert event["Properties"]["RetryPolicy"] == {"MaximumEventAgeInSeconds": 900, "MaximumRetryAttempts": 2}
    assert event["Properties"]["DeadLetterConfig"] == {"Arn": _dead_letters(dev)}


@pytest.mark.parametrize(("name", "seconds"), [("Tick", 900), ("Bounces", 21_600)])
def test_a_run_that_fails_three_times_is_a_dead_letter(dev: Rendered, name: str, seconds: int) -> None:
    assert dev.properties(name)["EventInvokeConfig"] == {
        "MaximumEventAgeInSeconds": seconds,
        "MaximumRetryAttempts": 2,
        "DestinationConfig": {"OnFailure": {"Type": "SQS", "Destination": _dead_letters(dev)}},
    }


def test_dead_letters_are_kept_for_two_weeks_encrypted(dev: Rendered) -> None:
    queue = dev.properties("DeadLetters")

    assert queue["MessageRetentionPeriod"] == 14 * 24 * 3600
    assert queue["SqsManagedSseEnabled"] is True


def test_no_concurrency_is_reserved_unless_it_is_asked_for_and_then_for_the_api(template: dict[str, Any]) -> None:
    def reserved(rendered: Rendered) -> dict[str, Any]:
        return {name: rendered.properties(name).get("ReservedConcurrentExecutions") for name in FUNCTIONS}

    assert reserved(Rendered(template)) == dict.fromkeys(FUNCTIONS)
    assert reserved(Rendered(template, ReservedConcurrency="5")) == dict.fromkeys(FUNCTIONS) | {"APIHandler": "5"}


def test_a_new_version_of_the_keys_changes_every_function_so_that_all_start_afresh(template: dict[str, Any]) -> None:
    rendered = Rendered(template, KeysVersion="2")

    assert {rendered.environment(name)["AFTERWORD_KEYS_VERSION"] for name in FUNCTIONS} == {"2"}


def _dead_letters(rendered: Rendered) -> str:
    return f"arn:aws:sqs:eu-central-1:123456789012:{rendered.properties('DeadLetters')['QueueName']}"
