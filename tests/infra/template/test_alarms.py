"""The alarms: what each watches, when it rings, and that the owner hears it without our help."""

from __future__ import annotations

from typing import Any

import pytest

from tests.infra.template.rendered import OWNER_EMAIL, Rendered

# name: metric, its dimensions, statistic, seconds, periods, comparison, threshold, what no data means
WATCHED: dict[str, tuple[Any, ...]] = {
    "no-digest-run": ("Afterword/dev CompletedTicks", {}, "Sum", 3600, 26, "<", 1, "breaching"),
    "digest-not-sent": ("Afterword/dev UnsentDigests", {}, "Sum", 3600, 1, ">=", 1, "notBreaching"),
    "tick-fails": ("AWS/Lambda Errors", {"FunctionName": "afterword-dev-Tick"}, "Sum", 900, 2, ">=", 1, "notBreaching"),
    "functions-throttled": ("AWS/Lambda Throttles", {}, "Sum", 300, 1, ">=", 1, "notBreaching"),
    "mail-returned": (
        "AWS/SNS NumberOfMessagesPublished",
        {"TopicName": "afterword-dev-bounces"},
        "Sum",
        3600,
        1,
        ">=",
        1,
        "notBreaching",
    ),
    "given-up": (
        "AWS/SQS ApproximateNumberOfMessagesVisible",
        {"QueueName": "afterword-dev-dead-letters"},
        "Maximum",
        300,
        1,
        ">=",
        1,
        "notBreaching",
    ),
    "api-faults": (
        "AWS/ApiGateway 5XXError",
        {"ApiName": "afterword-dev", "Stage": "api"},
        "Sum",
        300,
        1,
        ">=",
        1,
        "notBreaching",
    ),
}
ADDED_UP: dict[str, tuple[str, set[tuple[str, str]]]] = {
    "table-throttled": (
        "FILL(reads, 0) + FILL(writes, 0)",
        {("ReadThrottleEvents", "afterword-dev"), ("WriteThrottleEvents", "afterword-dev")},
    ),
}
SIGNS = {"<": "LessThanThreshold", ">=": "GreaterThanOrEqualToThreshold"}


@pytest.fixture
def alarms(dev: Rendered) -> dict[str, dict[str, Any]]:
    """All alarms by the last part of their name."""
    found = [one["Properties"] for one in dev.resources("AWS::CloudWatch::Alarm").values()]
    return {one["AlarmName"].removeprefix("afterword-dev-"): one for one in found}


def test_these_are_all(alarms: dict[str, dict[str, Any]]) -> None:
    assert set(alarms) == WATCHED.keys() | ADDED_UP.keys()


@pytest.mark.parametrize("name", WATCHED)
def test_each_rings_at_its_metric_and_threshold(alarms: dict[str, dict[str, Any]], name: str) -> None:
    metric, dimensions, statistic, seconds, periods, sign, threshold, missing = WATCHED[name]
    alarm = alarms[name]

    assert f"{alarm['Namespace']} {alarm['MetricName']}" == metric
    assert {one["Name"]: one["Value"] for one in alarm.get("Dimensions", [])} == dimensions
    assert (alarm["Statistic"], alarm["Period"], alarm["EvaluationPeriods"]) == (statistic, seconds, periods)
    assert alarm.get("DatapointsToAlarm", periods) == periods
    assert (alarm["ComparisonOperator"], alarm["Threshold"]) == (SIGNS[sign], threshold)
    assert alarm["TreatMissingData"] == missing


@pytest.mark.parametrize("name", ADDED_UP)
def test_throttles_are_added_up(alarms: dict[str, dict[str, Any]], name: str) -> None:
    expression, summands = ADDED_UP[name]
    [total, *metrics] = alarms[name]["Metrics"]

    assert total["Expression"] == expression
    assert {(one["MetricStat"]["Metric"]["MetricName"], _subject(one)) for one in metrics} == summands
    assert {one["ReturnData"] for one in metrics} == {False}
    assert {(one["MetricStat"]["Period"], one["MetricStat"]["Stat"]) for one in metrics} == {(300, "Sum")}
    assert (alarms[name]["ComparisonOperator"], alarms[name]["Threshold"]) == (SIGNS[">="], 1)
    assert alarms[name]["TreatMissingData"] == "notBreaching"


@pytest.mark.parametrize("name", [*WATCHED, *ADDED_UP])
def test_each_is_mailed_to_the_owner_by_sns_and_says_what_to_look_at(
    dev: Rendered, alarms: dict[str, dict[str, Any]], name: str
) -> None:
    mail = dev.properties("AlarmMail")

    assert alarms[name]["AlarmActions"] == [mail["TopicArn"]]
    assert (mail["Protocol"], mail["Endpoint"]) == ("email", OWNER_EMAIL)
    assert len(alarms[name]["AlarmDescription"]) > 40


def test_only_the_dead_man_s_switch_tells_that_all_is_well_again(alarms: dict[str, dict[str, Any]]) -> None:
    assert [name for name, alarm in alarms.items() if alarm.get("OKActions")] == ["no-digest-run"]


def test_only_alarms_of_this_stage_may_be_mailed(dev: Rendered) -> None:
    [allowed] = [
        one for one in dev.properties("AlarmTopicPolicy")["PolicyDocument"]["Statement"] if one["Effect"] == "Allow"
    ]

    assert allowed["Principal"] == {"Service": "cloudwatch.amazonaws.com"}
    assert allowed["Condition"] == {
        "StringEquals": {"aws:SourceAccount": "123456789012"},
        "ArnLike": {"aws:SourceArn": "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:afterword-dev-*"},
    }


@pytest.mark.parametrize(("name", "metric"), [("CompletedTicks", "CompletedTicks"), ("UnsentDigests", "UnsentDigests")])
def test_our_own_metrics_are_counted_in_the_tick_s_log(dev: Rendered, name: str, metric: str) -> None:
    counted = dev.properties(name)

    assert counted["LogGroupName"] == dev.properties("Tick")["LoggingConfig"]["LogGroup"]
    assert counted["MetricTransformations"] == [
        {"MetricNamespace": "Afterword/dev", "MetricName": metric, "MetricValue": "1"}
    ]


def _subject(metric: dict[str, Any]) -> str:
    [dimension] = metric["MetricStat"]["Metric"]["Dimensions"]
    return str(dimension["Value"])
